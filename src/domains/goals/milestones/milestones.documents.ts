import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Milestones are found by title, and are in the timeline when they were reached. */
export const milestoneDocument: SearchDocumentSpec<'milestone'> = {
  model: 'milestone',
  description: 'Milestones of goals. In the timeline when they were reached.',
  title: ({ title }) => title,
  text: () => [],
  at: ({ reachedAt }) => reachedAt,
};
