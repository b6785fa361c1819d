import type { Domain } from '../../../domain.ts';
import { goalCheckInDocument } from './check-ins.documents.ts';
import { defineGoalCheckIns } from './check-ins.schema.ts';
import { restoreGoalCheckIn, summarizeGoals, trashGoalCheckIn } from './check-ins.service.ts';

/** Check-ins: how a goal stood on a day. They are never changed; the latest says how the goal stands. */
export const goalCheckIns: Domain = {
  schema: defineGoalCheckIns,
  searchDocuments: [goalCheckInDocument],
  trash: { goalCheckIn: { trash: trashGoalCheckIn, restore: restoreGoalCheckIn } },
  afterUndo: [{ models: ['goalCheckIn'], afterUndo: summarizeGoals }],
};
