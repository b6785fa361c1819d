import type { Domain } from '../../../domain.ts';
import { goalCheckInDocument } from './check-ins.documents.ts';
import { createGoalCheckInInput } from './check-ins.rules.ts';
import { defineGoalCheckIns } from './check-ins.schema.ts';
import { restoreGoalCheckIn, summarizeGoalsOf, trashGoalCheckIn } from './check-ins.service.ts';

/** Check-ins: the state of a goal on a day. They are not changed; the latest decides on the state of the goal. */
export const goalCheckIns: Domain = {
  schema: defineGoalCheckIns,
  recordRules: { GoalCheckIn: createGoalCheckInInput },
  searchDocuments: [goalCheckInDocument],
  trash: { goalCheckIn: { trash: trashGoalCheckIn, restore: restoreGoalCheckIn } },
  afterUndo: [{ models: ['goalCheckIn'], afterUndo: summarizeGoalsOf }],
};
