import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Habits are found by title and notes. They have no day, so the timeline leaves them out. */
export const habitDocument: SearchDocumentSpec<'habit'> = {
  model: 'habit',
  description: 'Habits. Not in the timeline.',
  title: ({ title }) => title,
  text: ({ notes }) => [notes],
  at: () => null,
};
