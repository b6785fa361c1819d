import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import {
  createRecord,
  findOwned,
  orNotFound,
  requireReferences,
  restoreRecord,
  trashRecord,
} from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { summarize } from '../goals/goals.service.ts';
import { goalCheckInList, visibleTo } from './check-ins.access.ts';
import { createGoalCheckInInput } from './check-ins.rules.ts';

type GoalCheckIn = Row<'goalCheckIn'>;

const references = { goalId: 'goal' } as const;

/** The viewer's check-ins on goals in use, the latest first unless asked otherwise. */
export const listGoalCheckIns = listService(goalCheckInList);

/** One of the viewer's check-ins. */
export const getGoalCheckIn = getService(goalCheckInList);

/** Notes how a goal stands, or stood on an earlier day. The latest check-in says how the goal itself stands. */
export async function createGoalCheckIn(
  ctx: ViewerContext,
  input: InputOf<typeof createGoalCheckInInput>,
): Promise<GoalCheckIn> {
  const { id, ...data } = parseInput(createGoalCheckInInput(ctx.calendar), input);
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
      await summarize(tx, goal.id);
      return checkIn;
    }),
  );
}

/** Puts the check-in in the trash: the goal then stands as the one before said. */
export async function trashGoalCheckIn(ctx: ViewerContext, input: TargetInput): Promise<GoalCheckIn> {
  return move(ctx, 'trashGoalCheckIn', input, trashRecord);
}

/** Takes the check-in out of the trash: where it is the latest, the goal stands as it says. */
export async function restoreGoalCheckIn(ctx: ViewerContext, input: TargetInput): Promise<GoalCheckIn> {
  return move(ctx, 'restoreGoalCheckIn', input, restoreRecord);
}

function move(
  ctx: ViewerContext,
  name: string,
  input: TargetInput,
  moveRow: typeof trashRecord<'goalCheckIn'>,
): Promise<GoalCheckIn> {
  const target = parseInput(targetInput('GoalCheckIn'), input);
  return transaction(ctx, name, async (tx: Transaction<ViewerContext>) => {
    const checkIn = await moveRow(tx, 'goalCheckIn', target);
    await summarize(tx, checkIn.goalId);
    return checkIn;
  });
}

/** Has the goals of some check-ins stand as their latest ones say. */
export async function summarizeGoals(tx: Transaction<ViewerContext>, ids: readonly string[]): Promise<void> {
  const where = { AND: [{ id: { in: [...ids] } }, visibleTo(tx.viewer)] };
  const checkIns = await tx.db.goalCheckIn.findMany({ where });
  for (const goalId of new Set(checkIns.map((checkIn) => checkIn.goalId))) await summarize(tx, goalId);
}
