import type { Domain } from '../../../domain.ts';
import { meetingSeriesDocument } from './series.documents.ts';
import { updateMeetingSeriesInput } from './series.rules.ts';
import { defineMeetingSeries } from './series.schema.ts';

/** Meeting series: recurring meetings, such as a weekly one-on-one. */
export const meetingSeries: Domain = {
  schema: defineMeetingSeries,
  recordRules: { MeetingSeries: updateMeetingSeriesInput },
  searchDocuments: [meetingSeriesDocument],
};
