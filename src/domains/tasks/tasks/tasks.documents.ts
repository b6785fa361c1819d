import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** A task stands in the timeline when it was finished. */
export const taskDocument: SearchDocumentSpec<'task'> = {
  model: 'task',
  description: 'Tasks; in the timeline, when they were finished.',
  title: ({ title }) => title,
  text: ({ description }) => [description],
  at: ({ completedAt }) => completedAt,
};
