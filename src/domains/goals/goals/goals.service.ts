import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService, notTrashedItself } from '../../../platform/queries/lists.ts';
import { requireParent } from '../../../platform/records/hierarchies.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, findOwned, orNotFound, updateRecord } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { maxLabels } from '../../across/labels/labels.rules.ts';
import { summarizeCheckIns } from '../check-ins/check-ins.rules.ts';
import { goalList } from './goals.access.ts';
import {
  createGoalInput,
  metricColumns,
  reopened,
  requireOrderOfDates,
  requireWeight,
  type Status,
  updateGoalInput,
  withStatus,
} from './goals.rules.ts';

type Goal = Row<'goal'>;
type Tx = Transaction<ViewerContext>;

const manyToMany = { labelIds: { model: 'goalLabel', row: 'goalId', other: 'label', max: maxLabels } } as const;

/** Lists the viewer's goals. */
export const listGoals = listService(goalList);

/** Finds one of the viewer's goals. */
export const getGoal = getService(goalList);

/**
 * Creates a goal. The current value of its metric is the start until a check-in has a value.
 * @throws NotFoundError if there is no such parent or label; InvalidInputError if one is in the trash, or if the tree would have
 *   more than 10 levels
 */
export async function createGoal(ctx: ViewerContext, input: InputOf<typeof createGoalInput>): Promise<Goal> {
  const { id, labelIds, metric, status, ...data } = parseInput(ctx, createGoalInput, input);
  requireOrderOfDates(data);
  return transaction(ctx, 'createGoal', (tx) =>
    createRecord(tx, 'goal', input, id, async (create) => {
      if (data.parentId) await requireParent(tx, 'goal', data.parentId, null);
      if (data.parentId && data.weight === 0) await requireWeightAmong(tx, data.parentId, null);
      const { closedAt } = withStatus({ status: 'ACTIVE', closedAt: null }, status, tx.calendar.now);
      const measured = metric ? { ...metricColumns(metric), metricCurrent: metric.start } : {};
      const goal = await create({ ...data, status, closedAt, ...measured });
      await setManyToMany(tx, manyToMany, goal.id, { labelIds });
      return goal;
    }),
  );
}

/**
 * Changes a goal. The current value of a new metric is that of the latest check-in with a value, or else its start.
 * @throws InvalidInputError also if the goal would be below itself
 */
export async function updateGoal(ctx: ViewerContext, input: InputOf<typeof updateGoalInput>): Promise<Goal> {
  const { id, ifVersion, labelIds, metric, status, ...changes } = parseInput(ctx, updateGoalInput, input);
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
        const { parentId, weight } = { ...before, ...changes };
        const isWeighed = changes.weight !== undefined || changes.parentId !== undefined;
        if (parentId && weight === 0 && isWeighed) await requireWeightAmong(tx, parentId, id);
        const columns = metric === undefined ? null : metricColumns(metric);
        return {
          ...changes,
          ...(status && withStatus(before, status, tx.calendar.now)),
          ...(columns && { ...columns, ...(await summaryOf(tx, { id, metricStart: columns.metricStart })) }),
        };
      },
      () => setManyToMany(tx, manyToMany, id, { labelIds }),
    ),
  );
}

/** @throws InvalidInputError if no other subgoal of a goal has a weight above 0 */
async function requireWeightAmong(tx: Tx, parentId: string, id: string | null): Promise<void> {
  const others = await tx.db.goal.findMany({
    where: { AND: [{ parentId, weight: { gt: 0 } }, id ? { NOT: { id } } : {}, notTrashedItself, ownedBy(tx.viewer)] },
    select: { weight: true },
    take: 1,
  });
  requireWeight(
    0,
    others.map(({ weight }) => weight),
  );
}

/** Sets the status to ACHIEVED. An achieved goal stays as it is, with its `closedAt`. */
export async function achieveGoal(ctx: ViewerContext, input: TargetInput): Promise<Goal> {
  return setStatus(ctx, 'achieveGoal', input, () => 'ACHIEVED');
}

/** Sets the status to ABANDONED. An abandoned goal stays as it is, with its `closedAt`. */
export async function abandonGoal(ctx: ViewerContext, input: TargetInput): Promise<Goal> {
  return setStatus(ctx, 'abandonGoal', input, () => 'ABANDONED');
}

/** Sets the status of an achieved or abandoned goal to ACTIVE. An open goal stays as it is. */
export async function reopenGoal(ctx: ViewerContext, input: TargetInput): Promise<Goal> {
  return setStatus(ctx, 'reopenGoal', input, reopened);
}

function setStatus(
  ctx: ViewerContext,
  name: string,
  input: TargetInput,
  next: (status: Status) => Status,
): Promise<Goal> {
  const target = parseInput(ctx, targetInput('Goal'), input);
  return transaction(ctx, name, (tx) =>
    updateRecord(tx, 'goal', target, (goal) => withStatus(goal, next(goal.status), tx.calendar.now)),
  );
}

/** Updates the health of a goal and the current value of its metric from its check-ins. */
export async function summarizeGoal(tx: Tx, goalId: string): Promise<void> {
  const goal = orNotFound(await findOwned(tx, 'goal', goalId), 'goalId');
  await tx.write.goal.update({ id: goalId }, await summaryOf(tx, goal));
}

/** The columns that follow from the check-ins of a goal. Of check-ins on one day, the last created is the latest. */
async function summaryOf(tx: Tx, goal: Pick<Goal, 'id' | 'metricStart'>) {
  const latestOf = (condition: object) =>
    tx.db.goalCheckIn.findFirst({
      where: { AND: [{ goalId: goal.id }, condition, notTrashedItself, ownedBy(tx.viewer)] },
      orderBy: [{ checkedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    });
  return summarizeCheckIns(goal, await latestOf({}), await latestOf({ NOT: { value: null } }));
}
