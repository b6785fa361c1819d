import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Skills are found by name and description, and do not happen. */
export const skillDocument: SearchDocumentSpec<'skill'> = {
  model: 'skill',
  description: 'Skills; not in the timeline.',
  title: ({ name }) => name,
  text: ({ description }) => [description],
  at: () => null,
};
