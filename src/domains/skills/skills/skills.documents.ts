import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Skills are found by name and description. They have no time, so they are not in the timeline. */
export const skillDocument: SearchDocumentSpec<'skill'> = {
  model: 'skill',
  description: 'Skills. Not in the timeline.',
  title: ({ name }) => name,
  text: ({ description }) => [description],
  at: () => null,
};
