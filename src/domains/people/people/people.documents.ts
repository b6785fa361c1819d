import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** People are found by name, company and note, and do not happen. */
export const personDocument: SearchDocumentSpec<'person'> = {
  model: 'person',
  description: 'People; not in the timeline.',
  title: ({ name }) => name,
  text: ({ company, note }) => [company, note],
  at: () => null,
};
