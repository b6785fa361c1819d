import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Series of meetings are found by title and description, and do not happen. */
export const meetingSeriesDocument: SearchDocumentSpec<'meetingSeries'> = {
  model: 'meetingSeries',
  description: 'Series of meetings; not in the timeline.',
  title: ({ title }) => title,
  text: ({ description }) => [description],
  at: () => null,
};
