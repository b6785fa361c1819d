import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** A milestone stands in the timeline when it was reached. */
export const milestoneDocument: SearchDocumentSpec<'milestone'> = {
  model: 'milestone',
  description: 'Milestones; in the timeline, when they were reached.',
  title: ({ title }) => title,
  text: () => [],
  at: ({ reachedAt }) => reachedAt,
};
