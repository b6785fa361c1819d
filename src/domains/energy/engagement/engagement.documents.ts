import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** A pulse stands in the timeline when its week started. */
export const engagementDocument: SearchDocumentSpec<'engagementPulse'> = {
  model: 'engagementPulse',
  description: 'Engagement pulses; in the timeline, when their week started.',
  text: ({ notes }) => [notes],
  at: ({ week }, calendar) => calendar.startOfDay(week),
};
