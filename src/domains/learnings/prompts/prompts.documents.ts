import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Prompts are found by question and answer. They have no day, so the timeline leaves them out. */
export const promptDocument: SearchDocumentSpec<'prompt'> = {
  model: 'prompt',
  description: 'Prompts of learnings, by question and answer. Not in the timeline.',
  text: ({ question, answer }) => [question, answer],
  at: () => null,
};
