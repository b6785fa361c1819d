import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Feedback stands in the timeline on the day it was said. */
export const feedbackDocument: SearchDocumentSpec<'feedback'> = {
  model: 'feedback',
  description: 'Feedback; in the timeline, on the day it was said.',
  title: ({ context }) => context,
  text: ({ body }) => [body],
  at: ({ occurredOn }, calendar) => calendar.startOfDay(occurredOn),
};
