import type { Domain } from '../../../domain.ts';
import { meetingSeriesDocument } from './series.documents.ts';
import { meetingSeriesRecord } from './series.rules.ts';
import { defineMeetingSeries } from './series.schema.ts';
import { restoreMeeting, restoreMeetingSeries, trashMeeting, trashMeetingSeries } from './series.service.ts';
import { extendMeetingSeries } from './series.writers.ts';

const day = 24 * 60 * 60 * 1000;

/** Meeting series: recurring meetings, such as a weekly one-on-one. Those with a rule of their own make their meetings. */
export const meetingSeries: Domain = {
  schema: defineMeetingSeries,
  recordRules: { MeetingSeries: meetingSeriesRecord },
  searchDocuments: [meetingSeriesDocument],
  trash: {
    meetingSeries: { trash: trashMeetingSeries, restore: restoreMeetingSeries },
    meeting: { trash: trashMeeting, restore: restoreMeeting },
  },
  recurring: [{ name: 'extendMeetingSeries', every: day, run: extendMeetingSeries }],
};
