import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** An artifact stands in the timeline on the day it was made or awarded. */
export const artifactDocument: SearchDocumentSpec<'artifact'> = {
  model: 'artifact',
  description: 'Artifacts; in the timeline, on the day they were made or awarded.',
  title: ({ title }) => title,
  text: ({ notes, url }) => [notes, url ?? ''],
  at: ({ madeOn }, calendar) => (madeOn === null ? null : calendar.startOfDay(madeOn)),
};
