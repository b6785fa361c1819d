import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Frameworks are found by name and description. They have no time, so they are not in the timeline. */
export const frameworkDocument: SearchDocumentSpec<'framework'> = {
  model: 'framework',
  description: 'Frameworks. Not in the timeline.',
  title: ({ name }) => name,
  text: ({ description }) => [description],
  at: () => null,
};

/** Categories of skills are found by name and description. They have no time, so they are not in the timeline. */
export const skillCategoryDocument: SearchDocumentSpec<'skillCategory'> = {
  model: 'skillCategory',
  description: 'Categories of skills. Not in the timeline.',
  title: ({ name }) => name,
  text: ({ description }) => [description],
  at: () => null,
};
