import type { Domain } from '../../../domain.ts';
import { learningDocument } from './learnings.documents.ts';
import { learningRecord } from './learnings.rules.ts';
import { defineLearnings } from './learnings.schema.ts';

/** The learning journal: what you learned, how well you know it, and when to review it. */
export const learnings: Domain = {
  schema: defineLearnings,
  recordRules: { Learning: learningRecord },
  searchDocuments: [learningDocument],
};
