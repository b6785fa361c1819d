import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Meeting items are found by title. In the timeline they stand at the time they were done. */
export const meetingItemDocument: SearchDocumentSpec<'meetingItem'> = {
  model: 'meetingItem',
  description: 'Agenda items, preparation items and decisions of meetings; in the timeline when they were done.',
  title: ({ title }) => title,
  text: () => [],
  at: ({ doneAt }) => doneAt,
};
