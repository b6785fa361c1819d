import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Stories are found by what they say, and do not happen. */
export const storyDocument: SearchDocumentSpec<'story'> = {
  model: 'story',
  description: 'Stories to tell in interviews; not in the timeline.',
  title: ({ title }) => title,
  text: ({ situation, task, action, result }) => [situation, task, action, result],
  at: () => null,
};
