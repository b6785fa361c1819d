import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Tasks are in the timeline at the time they were finished. */
export const taskDocument: SearchDocumentSpec<'task'> = {
  model: 'task',
  description: 'Tasks. In the timeline when they were finished.',
  title: ({ title }) => title,
  text: ({ description }) => [description],
  at: ({ completedAt }) => completedAt,
};
