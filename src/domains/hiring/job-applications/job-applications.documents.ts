import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Job applications in search and the timeline, at the time they were created. */
export const jobApplicationDocument: SearchDocumentSpec<'jobApplication'> = {
  model: 'jobApplication',
  description: 'Job applications. In the timeline at the time they were created.',
  title: ({ title }) => title,
  text: ({ company, source, notes, url, postingText }) => [company, source, notes, url ?? '', postingText],
  at: ({ createdAt }) => createdAt,
};
