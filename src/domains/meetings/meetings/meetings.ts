import type { Domain } from '../../../domain.ts';
import { meetingDocument } from './meetings.documents.ts';
import { defineMeetings } from './meetings.schema.ts';

/** Meetings, with their times, organizer, attendees, labels and notes. */
export const meetings: Domain = {
  schema: defineMeetings,
  searchDocuments: [meetingDocument],
};
