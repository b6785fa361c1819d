import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Meeting series are found by title and description. They have no time, so they are not in the timeline. */
export const meetingSeriesDocument: SearchDocumentSpec<'meetingSeries'> = {
  model: 'meetingSeries',
  description: 'Meeting series. Not in the timeline.',
  title: ({ title }) => title,
  text: ({ description }) => [description],
  at: () => null,
};
