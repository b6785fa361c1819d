import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Frameworks are found by name and description, and do not happen. */
export const frameworkDocument: SearchDocumentSpec<'framework'> = {
  model: 'framework',
  description: 'Frameworks; not in the timeline.',
  title: ({ name }) => name,
  text: ({ description }) => [description],
  at: () => null,
};

/** Categories of skills are found by name and description, and do not happen. */
export const skillCategoryDocument: SearchDocumentSpec<'skillCategory'> = {
  model: 'skillCategory',
  description: 'Categories of skills; not in the timeline.',
  title: ({ name }) => name,
  text: ({ description }) => [description],
  at: () => null,
};
