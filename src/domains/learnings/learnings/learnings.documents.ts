import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** A learning stands in the timeline on the day it was learned. */
export const learningDocument: SearchDocumentSpec<'learning'> = {
  model: 'learning',
  description: 'Entries of the learning journal; in the timeline, on the day it was learned.',
  title: ({ title }) => title,
  text: ({ notes, sourceTitle, sourceUrl }) => [notes, sourceTitle, sourceUrl ?? ''],
  at: ({ learnedOn }, calendar) => calendar.startOfDay(learnedOn),
};
