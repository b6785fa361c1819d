import type { Domain } from '../../../domain.ts';
import { restoreSubtree, trashSubtree } from '../../../platform/records/hierarchies.ts';
import { goalDocument } from './goals.documents.ts';
import { goalRecord } from './goals.rules.ts';
import { defineGoals } from './goals.schema.ts';

/** Goals, in trees, with metrics and progress. */
export const goals: Domain = {
  schema: defineGoals,
  recordRules: { Goal: goalRecord },
  searchDocuments: [goalDocument],
  trash: {
    goal: {
      trash: (tx, target) => trashSubtree(tx, 'goal', target),
      restore: (tx, target) => restoreSubtree(tx, 'goal', target),
    },
  },
};
