import type { ViewerContext } from '../../../platform/context.ts';
import { chunksOf, inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownerOfJob } from '../../../platform/jobs/account-jobs.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import type { JobKind } from '../../../platform/jobs/jobs.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { Touched } from '../../../platform/transactions/model-writer.ts';
import { type Transaction, transactionInSteps } from '../../../platform/transactions/transaction.ts';
import { taskPlanList } from './task-plans.access.ts';
import { concernsPlans, nextPlans, type Plan, plansFromHistory } from './task-plans.rules.ts';

type Task = Row<'task'>;
type TaskPlan = Row<'taskPlan'>;
type Tx = Transaction<ViewerContext>;

/** Lists the viewer's plans, by default the latest day first. */
export const listTaskPlans = listService(taskPlanList);

/** Returns one of the viewer's plans. Null if there is none. */
export const getTaskPlan = getService(taskPlanList);

/** Returns the viewer's plans of some tasks. */
export async function plansOf(tx: Tx, taskIds: readonly string[]): Promise<TaskPlan[]> {
  return inChunks(taskIds, (some) =>
    tx.db.taskPlan.findMany({ where: { AND: [{ taskId: { in: some } }, ownedBy(tx.viewer)] } }),
  );
}

/** Brings the plans of tasks up to date with what a transaction has done to the tasks, whichever way it did. */
export async function keepPlans(tx: Tx, touched: readonly Touched[]): Promise<void> {
  // Each change counts: a task can be created, and carried over, in one transaction.
  const changes = touched.flatMap(({ before, after }) => {
    const [was, is] = [before, after] as [Task | null, Task | null];
    return is && concernsPlans(was, is) ? [{ id: is.id, before: was, after: is }] : [];
  });
  const concerned = [...Map.groupBy(changes, ({ id }) => id)];
  if (concerned.length === 0) return;
  // A task that is new has plans only if the transaction has written them, as an undo does.
  const hasPlans = tx.changes.some(({ model }) => model === 'TaskPlan');
  const older = concerned.flatMap(([id, [first]]) => (first?.before || hasPlans ? [id] : []));
  const last = new Map(touched.map(({ before, after }) => [(after ?? before)?.id, after]));
  const plans = Map.groupBy(await plansOf(tx, older), ({ taskId }) => taskId);
  const added: Pick<TaskPlan, 'taskId' | 'plannedOn' | 'outcome' | 'endedAt' | 'isReplanned'>[] = [];
  for (const [id, ofTask] of concerned) {
    if (!last.get(id)) continue;
    const known = new Map((plans.get(id) ?? []).map((plan) => [plan.plannedOn, plan]));
    const next = ofTask.reduce<Plan[]>(
      (some, { before, after }) => nextPlans(some, before, after, tx.calendar.now, tx.calendar),
      [...known.values()],
    );
    for (const plan of next) {
      const { plannedOn, outcome, endedAt, isReplanned } = plan;
      const row = known.get(plannedOn);
      if (row === plan) continue;
      if (row) await tx.write.taskPlan.update({ id: row.id }, { outcome, endedAt, isReplanned });
      else added.push({ taskId: id, plannedOn, outcome, endedAt, isReplanned });
    }
  }
  await tx.write.taskPlan.createMany(added);
}

/**
 * Makes the plans of the viewer's tasks that have none, from the history as far as it is kept: for data from before there were
 * plans.
 */
export async function fillPlans(tx: Tx): Promise<void> {
  const { calendar, viewer } = tx;
  const without = await tx.db.task.findMany({
    where: { AND: [ownedBy(viewer), { plans: { none: {} } }] },
    select: { id: true, status: true, scheduledOn: true, scheduledAt: true, carryOverCount: true },
    orderBy: { id: 'asc' },
  });
  for (const tasks of chunksOf(without)) {
    const history = await tx.db.change.findMany({
      where: { ownerId: viewer.accountId, model: 'Task', rowId: { in: tasks.map(({ id }) => id) } },
      select: { rowId: true, action: true, before: true, after: true, changeSet: { select: { at: true } } },
      orderBy: [{ sequence: 'asc' }, { ordinal: 'asc' }],
    });
    const changes = Map.groupBy(history, ({ rowId }) => rowId);
    const plans = tasks.flatMap((task) => {
      const ofTask = (changes.get(task.id) ?? []).map(({ changeSet, ...change }) => ({ ...change, at: changeSet.at }));
      return plansFromHistory(task, ofTask, calendar).map((plan) => ({ ...plan, taskId: task.id }));
    });
    await tx.write.taskPlan.createMany(plans);
  }
}

/** Fills the plans of an account whose tasks are older than plans. The migration that made the table enqueues it. */
export const fillTaskPlans: JobKind = {
  maxAttempts: 10,
  backoff: (attempt) => exponential(attempt, 1_000, 600_000),
  async run(ctx, job) {
    const owner = await ownerOfJob(ctx, job);
    if (!owner) return;
    // Like a migration, it is no change that anybody made.
    await transactionInSteps(owner, 'fillTaskPlans', (step) => step(fillPlans, { recorded: false }));
  },
};
