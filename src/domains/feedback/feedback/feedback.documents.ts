import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Feedback in search and the timeline, on the day it was given. */
export const feedbackDocument: SearchDocumentSpec<'feedback'> = {
  model: 'feedback',
  description: 'Feedback. In the timeline on the day it was given.',
  title: ({ context }) => context,
  text: ({ body }) => [body],
  at: ({ occurredOn }, calendar) => calendar.startOfDay(occurredOn),
};
