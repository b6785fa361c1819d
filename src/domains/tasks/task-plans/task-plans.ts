import type { Domain } from '../../../domain.ts';
import { taskPlanRecord } from './task-plans.rules.ts';
import { defineTaskPlans } from './task-plans.schema.ts';
import { fillPlans, fillTaskPlans, keepPlans } from './task-plans.service.ts';

/** The plan ledger: the days that tasks were planned for, and how each plan ended. */
export const taskPlans: Domain = {
  schema: defineTaskPlans,
  recordRules: { TaskPlan: taskPlanRecord },
  beforeCommit: [{ model: 'task', beforeCommit: keepPlans }],
  afterImport: [{ model: 'TaskPlan', complete: fillPlans }],
  jobs: { fillTaskPlans },
};
