import type { DocumentSpec } from '../../../platform/search/search-documents.ts';

/** Series of meetings are found by title and description, and do not happen. */
export const meetingSeriesDocument: DocumentSpec<'meetingSeries'> = {
  model: 'meetingSeries',
  description: 'Series of meetings; not in the timeline.',
  title: ({ title }) => title,
  text: ({ description }) => [description],
  at: () => null,
};
