import type { SearchDocumentSpec } from '../../platform/documents.ts';

/** «Samples» are found by what they say, and do not happen. */
export const sampleDocument: SearchDocumentSpec<'sample'> = {
  model: 'sample',
  description: '«Samples»; not in the timeline.',
  title: ({ title }) => title,
  text: ({ notes }) => [notes],
  at: () => null,
};
