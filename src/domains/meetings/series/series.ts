import type { Domain } from '../../../domain.ts';
import { meetingSeriesDocument } from './series.documents.ts';
import { defineMeetingSeries } from './series.schema.ts';

/** Meeting series: meetings that are held again and again. */
export const meetingSeries: Domain = {
  schema: defineMeetingSeries,
  searchDocuments: [meetingSeriesDocument],
};
