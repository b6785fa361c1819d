import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Goals are found by title and description, and are in the timeline when they were achieved or abandoned. */
export const goalDocument: SearchDocumentSpec<'goal'> = {
  model: 'goal',
  description: 'Goals. In the timeline when they were achieved or abandoned.',
  title: ({ title }) => title,
  text: ({ description }) => [description],
  at: ({ closedAt }) => closedAt,
};
