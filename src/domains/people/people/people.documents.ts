import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** People are found by name, company and notes. They have no time, so they are not in the timeline. */
export const personDocument: SearchDocumentSpec<'person'> = {
  model: 'person',
  description: 'People. Not in the timeline.',
  title: ({ name }) => name,
  text: ({ company, notes }) => [company, notes],
  at: () => null,
};
