import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** People are found by name, company and notes, and do not happen. */
export const personDocument: SearchDocumentSpec<'person'> = {
  model: 'person',
  description: 'People; not in the timeline.',
  title: ({ name }) => name,
  text: ({ company, notes }) => [company, notes],
  at: () => null,
};
