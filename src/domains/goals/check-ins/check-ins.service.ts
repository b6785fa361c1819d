import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import {
  createRecord,
  findOwned,
  orNotFound,
  requireReferences,
  restoreRecord,
  trashRecord,
} from '../../../platform/records/records.ts';
import type { TrashHandler } from '../../../platform/records/trash-handlers.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { summarizeGoal } from '../goals/goals.service.ts';
import { goalCheckInList } from './check-ins.access.ts';
import { createGoalCheckInInput } from './check-ins.rules.ts';

type GoalCheckIn = Row<'goalCheckIn'>;

const references = { goalId: 'goal' } as const;

/** Lists the viewer's check-ins, of all goals. */
export const listGoalCheckIns = listService(goalCheckInList);

/** Finds one of the viewer's check-ins. */
export const getGoalCheckIn = getService(goalCheckInList);

/**
 * Creates a check-in and updates its goal: the latest check-in decides on the goal's health and the current value of its metric.
 * @throws NotFoundError if there is no such goal; InvalidInputError if it is in the trash, or if a value is given and it has no
 *   metric
 */
export async function createGoalCheckIn(
  ctx: ViewerContext,
  input: InputOf<typeof createGoalCheckInInput>,
): Promise<GoalCheckIn> {
  const { id, ...data } = parseInput(ctx, createGoalCheckInInput, input);
  return transaction(ctx, 'createGoalCheckIn', (tx) =>
    createRecord(tx, 'goalCheckIn', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const goal = orNotFound(await findOwned(tx, 'goal', data.goalId), 'goalId');
      if (data.value != null && goal.metricStart === null) {
        throw new InvalidInputError([
          { path: ['input', 'value'], message: 'must not be given: the goal has no metric' },
        ]);
      }
      const checkIn = await create(data);
      await summarizeGoal(tx, goal.id);
      return checkIn;
    }),
  );
}

/** Moves a check-in to the trash and updates its goal from the check-ins that are left. */
export const trashGoalCheckIn: TrashHandler<ViewerContext> = async (tx, target) => {
  const checkIn = await trashRecord(tx, 'goalCheckIn', target);
  await summarizeGoal(tx, checkIn.goalId);
  return checkIn;
};

/** Takes a check-in out of the trash and updates its goal. */
export const restoreGoalCheckIn: TrashHandler<ViewerContext> = async (tx, target) => {
  const checkIn = await restoreRecord(tx, 'goalCheckIn', target);
  await summarizeGoal(tx, checkIn.goalId);
  return checkIn;
};

/** Updates the goals of check-ins that an undo has changed. */
export async function summarizeGoalsOf(tx: Transaction<ViewerContext>, ids: readonly string[]): Promise<void> {
  const where = { AND: [{ id: { in: [...ids] } }, ownedBy(tx.viewer)] };
  const checkIns = await tx.db.goalCheckIn.findMany({ where });
  for (const goalId of new Set(checkIns.map((checkIn) => checkIn.goalId))) await summarizeGoal(tx, goalId);
}
