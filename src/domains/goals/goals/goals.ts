import type { Domain } from '../../../domain.ts';
import { goalDocument } from './goals.documents.ts';
import { defineGoals } from './goals.schema.ts';
import { restoreGoal, trashGoal } from './goals.service.ts';

/** Goals: what one wants to reach, why, by when, and how far it is. */
export const goals: Domain = {
  schema: defineGoals,
  searchDocuments: [goalDocument],
  trash: { goal: { trash: trashGoal, restore: restoreGoal } },
};
