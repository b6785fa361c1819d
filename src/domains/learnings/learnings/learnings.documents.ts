import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Learnings are found by title, notes and source, and are in the timeline on the day of learning. */
export const learningDocument: SearchDocumentSpec<'learning'> = {
  model: 'learning',
  description: 'Entries of the learning journal. In the timeline on the day you learned them.',
  title: ({ title }) => title,
  text: ({ notes, sourceTitle, sourceUrl }) => [notes, sourceTitle, sourceUrl ?? ''],
  at: ({ learnedOn }, calendar) => calendar.startOfDay(learnedOn),
};
