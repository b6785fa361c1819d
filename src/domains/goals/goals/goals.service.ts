import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService, notTrashedItself } from '../../../platform/queries/lists.ts';
import { requireParent, restoreSubtree, trashSubtree } from '../../../platform/records/hierarchies.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { createRecord, findOwned, orNotFound, updateRecord } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { maxLabels } from '../../across/labels/labels.rules.ts';
import { visibleTo as checkInsVisibleTo } from '../check-ins/check-ins.access.ts';
import { goalList } from './goals.access.ts';
import {
  createGoalInput,
  metricColumns,
  reopened,
  requireOrderOfDates,
  type Status,
  standing,
  updateGoalInput,
  withStatus,
} from './goals.rules.ts';

type Goal = Row<'goal'>;
type Tx = Transaction<ViewerContext>;

const manyToMany = { labelIds: { model: 'goalLabel', row: 'goalId', other: 'label', max: maxLabels } } as const;

/** The viewer's goals, what is due first coming first unless asked otherwise. */
export const listGoals = listService(goalList);

/** One of the viewer's goals. */
export const getGoal = getService(goalList);

/** Makes a goal. A metric stands at its start until a check-in says otherwise. */
export async function createGoal(ctx: ViewerContext, input: InputOf<typeof createGoalInput>): Promise<Goal> {
  const { id, labelIds, metric, status, ...data } = parseInput(createGoalInput(ctx.calendar), input);
  requireOrderOfDates(data);
  return transaction(ctx, 'createGoal', (tx) =>
    createRecord(tx, 'goal', input, id, async (create) => {
      if (data.parentId) await requireParent(tx, 'goal', data.parentId, null);
      const { closedAt } = withStatus({ status: 'ACTIVE', closedAt: null }, status, tx.calendar.now);
      const measured = metric ? { ...metricColumns(metric), metricCurrent: metric.start } : {};
      const goal = await create({ ...data, status, closedAt, ...measured });
      await setManyToMany(tx, manyToMany, goal.id, { labelIds });
      return goal;
    }),
  );
}

/** Changes what is given of the goal. Another metric stands where the latest check-in that has a value says. */
export async function updateGoal(ctx: ViewerContext, input: InputOf<typeof updateGoalInput>): Promise<Goal> {
  const { id, ifVersion, labelIds, metric, status, ...changes } = parseInput(updateGoalInput(ctx.calendar), input);
  return transaction(ctx, 'updateGoal', (tx) =>
    updateRecord(
      tx,
      'goal',
      { id, ifVersion },
      async (before) => {
        requireOrderOfDates({ ...before, ...changes });
        if (changes.parentId && changes.parentId !== before.parentId) {
          await requireParent(tx, 'goal', changes.parentId, id);
        }
        const columns = metric === undefined ? null : metricColumns(metric);
        return {
          ...changes,
          ...(status && withStatus(before, status, tx.calendar.now)),
          ...(columns && { ...columns, ...(await standingOf(tx, { id, metricStart: columns.metricStart })) }),
        };
      },
      () => setManyToMany(tx, manyToMany, id, { labelIds }),
    ),
  );
}

/** Notes that the goal was reached. One that was already stays reached when it was. */
export async function achieveGoal(ctx: ViewerContext, input: TargetInput): Promise<Goal> {
  return setStatus(ctx, 'achieveGoal', input, () => 'ACHIEVED');
}

/** Gives the goal up. */
export async function abandonGoal(ctx: ViewerContext, input: TargetInput): Promise<Goal> {
  return setStatus(ctx, 'abandonGoal', input, () => 'ABANDONED');
}

/** Makes a goal that was achieved or abandoned active again. One that is open stays as it is. */
export async function reopenGoal(ctx: ViewerContext, input: TargetInput): Promise<Goal> {
  return setStatus(ctx, 'reopenGoal', input, reopened);
}

function setStatus(
  ctx: ViewerContext,
  name: string,
  input: TargetInput,
  next: (status: Status) => Status,
): Promise<Goal> {
  const target = parseInput(targetInput('Goal'), input);
  return transaction(ctx, name, (tx) =>
    updateRecord(tx, 'goal', target, (goal) => withStatus(goal, next(goal.status), tx.calendar.now)),
  );
}

/** Puts the goal in the trash, and its subgoals with it. Its tasks stay where they are. */
export async function trashGoal(ctx: ViewerContext, input: TargetInput): Promise<Goal> {
  const target = parseInput(targetInput('Goal'), input);
  return transaction(ctx, 'trashGoal', (tx) => trashSubtree(tx, 'goal', target));
}

/** Takes the goal out of the trash, and the subgoals that went there with it. */
export async function restoreGoal(ctx: ViewerContext, input: TargetInput): Promise<Goal> {
  const target = parseInput(targetInput('Goal'), input);
  return transaction(ctx, 'restoreGoal', (tx) => restoreSubtree(tx, 'goal', target));
}

/** Brings a goal's health and metric up to date with its check-ins, after one came or went. */
export async function summarize(tx: Tx, goalId: string): Promise<void> {
  const goal = orNotFound(await findOwned(tx, 'goal', goalId), 'goalId');
  await tx.write.goal.update({ id: goalId }, await standingOf(tx, goal));
}

/** A goal's health and metric by its check-ins; of those of one day, the one made last is the latest. */
async function standingOf(tx: Tx, goal: Pick<Goal, 'id' | 'metricStart'>) {
  const latestOf = (condition: object) =>
    tx.db.goalCheckIn.findFirst({
      where: { AND: [{ goalId: goal.id }, condition, notTrashedItself, checkInsVisibleTo(tx.viewer)] },
      orderBy: [{ checkedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    });
  return standing(goal, await latestOf({}), await latestOf({ NOT: { value: null } }));
}
