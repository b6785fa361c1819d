import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** A goal stands in the timeline when it was achieved or abandoned. */
export const goalDocument: SearchDocumentSpec<'goal'> = {
  model: 'goal',
  description: 'Goals; in the timeline, when they were achieved or abandoned.',
  title: ({ title }) => title,
  text: ({ description }) => [description],
  at: ({ closedAt }) => closedAt,
};
