import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** A meeting stands in the timeline when it starts. */
export const meetingDocument: SearchDocumentSpec<'meeting'> = {
  model: 'meeting',
  description: 'Meetings; in the timeline, when they start.',
  title: ({ title }) => title,
  text: ({ place, description, notes }) => [place, description, notes],
  at: ({ startsAt }) => startsAt,
};
