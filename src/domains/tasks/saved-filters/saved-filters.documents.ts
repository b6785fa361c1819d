import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Saved filters in search. They have no day, so the timeline leaves them out. */
export const savedFilterDocument: SearchDocumentSpec<'savedFilter'> = {
  model: 'savedFilter',
  description: 'Saved filters. Not in the timeline.',
  title: ({ name }) => name,
  text: () => [],
  at: () => null,
};
