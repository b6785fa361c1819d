import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Engagement pulses are in the timeline at the start of their week. */
export const engagementDocument: SearchDocumentSpec<'engagementPulse'> = {
  model: 'engagementPulse',
  description: 'Engagement pulses. In the timeline when their week started.',
  text: ({ notes }) => [notes],
  at: ({ week }, calendar) => calendar.startOfDay(week),
};
