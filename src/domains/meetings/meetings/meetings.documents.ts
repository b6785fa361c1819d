import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Meetings are found by title, place, description and notes. In the timeline they are at their start. */
export const meetingDocument: SearchDocumentSpec<'meeting'> = {
  model: 'meeting',
  description: 'Meetings. In the timeline at their start.',
  title: ({ title }) => title,
  text: ({ place, description, notes }) => [place, description, notes],
  at: ({ startsAt }) => startsAt,
};
