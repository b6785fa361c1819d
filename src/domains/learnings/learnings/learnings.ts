import type { Domain } from '../../../domain.ts';
import { learningDocument } from './learnings.documents.ts';
import { defineLearnings } from './learnings.schema.ts';

/** The learning journal: what was learned, from what, how well it sits, and when to look at it again. */
export const learnings: Domain = {
  schema: defineLearnings,
  searchDocuments: [learningDocument],
};
