import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { taskPlanList, taskPlanStats } from './task-plans.access.ts';
import * as plans from './task-plans.service.ts';

/** The plan ledger: the days that tasks were planned for, and how each plan ended. */
export function defineTaskPlans(builder: Builder): void {
  const Outcome = builder.modelEnum('TaskPlanOutcome');
  const TaskPlan = builder.prismaNode('TaskPlan', {
    ...nodeOf(taskPlanList.visibleTo),
    interfaces: ['Owned'],
    fields: (t) => ({
      task: t.relation('task', { description: 'The task.' }),
      plannedOn: t.expose('plannedOn', { type: 'Date' }),
      outcome: t.expose('outcome', { type: Outcome }),
      endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
      isReplanned: t.exposeBoolean('isReplanned'),
    }),
  });
  builder.objectField(builder.modelRef('Task'), 'plans', (t) =>
    t.childConnection(taskPlanList, {
      below: 'taskId',
      description: 'The days that the task is or was planned for, and how each plan ended.',
    }),
  );

  builder.stats(taskPlanStats);
  builder.queryFields((t) => ({
    taskPlan: t.byId({ type: TaskPlan, resolve: plans.getTaskPlan }),
    taskPlans: t.connectionOf(taskPlanList, {
      description: 'The days that your tasks are or were planned for, and how each plan ended.',
      resolve: plans.listTaskPlans,
    }),
  }));
}
