import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Stories in search. They have no day, so the timeline leaves them out. */
export const storyDocument: SearchDocumentSpec<'story'> = {
  model: 'story',
  description: 'Stories to tell in interviews. Not in the timeline.',
  title: ({ title }) => title,
  text: ({ situation, task, action, result }) => [situation, task, action, result],
  at: () => null,
};
