import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Roles are found by what they say, and do not happen. */
export const roleProfileDocument: SearchDocumentSpec<'roleProfile'> = {
  model: 'roleProfile',
  description: 'Roles that one prepares for; not in the timeline.',
  title: ({ title }) => title,
  text: ({ company, level, description }) => [company, level, description],
  at: () => null,
};
