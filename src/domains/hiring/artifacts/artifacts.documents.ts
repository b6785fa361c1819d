import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Artifacts in search and, if their day is known, the timeline. */
export const artifactDocument: SearchDocumentSpec<'artifact'> = {
  model: 'artifact',
  description: 'Artifacts. In the timeline on the day they were made or awarded.',
  title: ({ title }) => title,
  text: ({ notes, url }) => [notes, url ?? ''],
  at: ({ madeOn }, calendar) => (madeOn === null ? null : calendar.startOfDay(madeOn)),
};
