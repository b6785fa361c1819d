import type { Domain } from '../../../domain.ts';
import { meetingDocument } from './meetings.documents.ts';
import { meetingRecord } from './meetings.rules.ts';
import { defineMeetings } from './meetings.schema.ts';

/** Meetings, with their times, organizer, attendees, labels and notes. */
export const meetings: Domain = {
  schema: defineMeetings,
  recordRules: { Meeting: meetingRecord },
  searchDocuments: [meetingDocument],
};
