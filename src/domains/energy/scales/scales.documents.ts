import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Energy scales in search. They have no day, so the timeline leaves them out. */
export const energyScaleDocument: SearchDocumentSpec<'energyScale'> = {
  model: 'energyScale',
  description: 'Energy scales. Not in the timeline.',
  title: ({ name }) => name,
  text: ({ description }) => [description],
  at: () => null,
};
