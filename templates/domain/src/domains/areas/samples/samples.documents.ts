import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** «Samples» in search. They have no day, so the timeline leaves them out. */
export const sampleDocument: SearchDocumentSpec<'sample'> = {
  model: 'sample',
  description: '«Samples». Not in the timeline.',
  title: ({ title }) => title,
  text: ({ notes }) => [notes],
  at: () => null,
};
