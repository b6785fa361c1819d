import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Time entries are in the timeline at the time they started. */
export const timeEntryDocument: SearchDocumentSpec<'timeEntry'> = {
  model: 'timeEntry',
  description: 'Time entries. In the timeline when they started.',
  text: ({ notes }) => [notes],
  at: ({ startedAt }) => startedAt,
};
