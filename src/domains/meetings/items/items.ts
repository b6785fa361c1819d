import type { Domain } from '../../../domain.ts';
import { siblingLimit } from '../../../platform/records/sibling-positions.ts';
import { meetingItemDocument } from './items.documents.ts';
import { defineMeetingItems } from './items.schema.ts';
import { itemSiblings, restoreMeetingItem } from './items.service.ts';

/** Meeting items: the lines of an agenda, a preparation and the decisions. */
export const meetingItems: Domain = {
  schema: defineMeetingItems,
  searchDocuments: [meetingItemDocument],
  trash: { meetingItem: { restore: restoreMeetingItem } },
  afterUndo: [siblingLimit(itemSiblings)],
};
