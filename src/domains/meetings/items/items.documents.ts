import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** A line of a meeting stands in the timeline when it was dealt with. */
export const meetingItemDocument: SearchDocumentSpec<'meetingItem'> = {
  model: 'meetingItem',
  description: 'Lines of agendas, preparations and decisions; in the timeline, when they were dealt with.',
  title: ({ title }) => title,
  text: () => [],
  at: ({ doneAt }) => doneAt,
};
