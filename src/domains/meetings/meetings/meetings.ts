import type { Domain } from '../../../domain.ts';
import { meetingDocument } from './meetings.documents.ts';
import { defineMeetings } from './meetings.schema.ts';

/** Meetings: when one talks with whom, about what. */
export const meetings: Domain = {
  schema: defineMeetings,
  searchDocuments: [meetingDocument],
};
