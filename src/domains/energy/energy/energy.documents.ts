import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** An energy entry stands in the timeline at the moment it describes. */
export const energyDocument: SearchDocumentSpec<'energyEntry'> = {
  model: 'energyEntry',
  description: 'Energy entries; in the timeline, at the moment they describe.',
  text: ({ notes }) => [notes],
  at: ({ at }) => at,
};
