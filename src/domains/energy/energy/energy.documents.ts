import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Energy entries are in the timeline at the time they are about. */
export const energyDocument: SearchDocumentSpec<'energyEntry'> = {
  model: 'energyEntry',
  description: 'Energy entries. In the timeline at the time they are about.',
  text: ({ notes }) => [notes],
  at: ({ at }) => at,
};
