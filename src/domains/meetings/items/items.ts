import type { Domain } from '../../../domain.ts';
import { restoreSibling, siblingLimit } from '../../../platform/records/sibling-positions.ts';
import { meetingItemDocument } from './items.documents.ts';
import { updateMeetingItemInput } from './items.rules.ts';
import { defineMeetingItems } from './items.schema.ts';
import { itemSiblings } from './items.service.ts';

/** Meeting items: the agenda items, preparation items and decisions of meetings. */
export const meetingItems: Domain = {
  schema: defineMeetingItems,
  recordRules: { MeetingItem: updateMeetingItemInput },
  searchDocuments: [meetingItemDocument],
  trash: { meetingItem: { restore: (tx, target) => restoreSibling(tx, itemSiblings, target) } },
  afterUndo: [siblingLimit(itemSiblings)],
};
