import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** An application stands in the timeline when it was entered. */
export const jobApplicationDocument: SearchDocumentSpec<'jobApplication'> = {
  model: 'jobApplication',
  description: 'Job applications; in the timeline, when they were entered.',
  title: ({ title }) => title,
  text: ({ company, source, notes, url }) => [company, source, notes, url ?? ''],
  at: ({ createdAt }) => createdAt,
};
