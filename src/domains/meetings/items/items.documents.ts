import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Meeting items are found by title. In the timeline they are at the time they were done. */
export const meetingItemDocument: SearchDocumentSpec<'meetingItem'> = {
  model: 'meetingItem',
  description: 'Agenda items, preparation items and decisions of meetings. In the timeline when they were done.',
  title: ({ title }) => title,
  text: () => [],
  at: ({ doneAt }) => doneAt,
};
