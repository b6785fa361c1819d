import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Role profiles in search. They have no day, so the timeline leaves them out. */
export const roleProfileDocument: SearchDocumentSpec<'roleProfile'> = {
  model: 'roleProfile',
  description: 'Roles that you prepare for. Not in the timeline.',
  title: ({ title }) => title,
  text: ({ company, level, description }) => [company, level, description],
  at: () => null,
};
