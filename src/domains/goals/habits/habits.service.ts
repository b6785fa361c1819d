import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import {
  createRecord,
  findOwned,
  requireRecords,
  requireReferences,
  updateRecord,
} from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { activeWithin, habitList, habitMarkList } from './habits.access.ts';
import {
  checkHabitInput,
  createHabitInput,
  type HabitProgress,
  isWanted,
  type Mark,
  progressOf,
  requireSchedule,
  uncheckHabitInput,
  updateHabitInput,
} from './habits.rules.ts';

type Habit = Row<'habit'>;
type Tx = Transaction<ViewerContext>;

const references = { goalId: 'goal' } as const;

/** The maximum number of habits that a day shows. */
const maxHabits = 100;

/** Lists the viewer's habits. */
export const listHabits = listService(habitList);

/** Finds one of the viewer's habits. */
export const getHabit = getService(habitList);

/** Lists the viewer's marks of habits, by default the latest first. */
export const listHabitMarks = listService(habitMarkList);

/** Finds one of the viewer's marks. */
export const getHabitMark = getService(habitMarkList);

/**
 * Creates a habit.
 * @throws InvalidInputError unless it is either on given days of the week or some times a week, or if its goal is of another kind
 *   than HABIT; NotFoundError if there is no such goal
 */
export async function createHabit(ctx: ViewerContext, input: InputOf<typeof createHabitInput>): Promise<Habit> {
  const { id, ...data } = parseInput(ctx, createHabitInput, input);
  const { weekdays = [], timesPerWeek = null, endsOn = null } = data;
  requireSchedule({ weekdays, timesPerWeek, startsOn: data.startsOn, endsOn });
  return transaction(ctx, 'createHabit', (tx) =>
    createRecord(tx, 'habit', input, id, async (create) => {
      await requireGoal(tx, data);
      return create({ ...data, weekdays });
    }),
  );
}

/**
 * Changes the given fields of a habit. Another schedule holds from the first day on: streaks and score are computed anew.
 * @throws InvalidInputError and NotFoundError as `createHabit`
 */
export async function updateHabit(ctx: ViewerContext, input: InputOf<typeof updateHabitInput>): Promise<Habit> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateHabitInput, input);
  return transaction(ctx, 'updateHabit', (tx) =>
    updateRecord(tx, 'habit', { id, ifVersion }, async (before) => {
      requireSchedule({ ...before, ...changes });
      await requireGoal(tx, changes, before);
      return changes;
    }),
  );
}

async function requireGoal(tx: Tx, data: { goalId?: string | null | undefined }, before?: Habit): Promise<void> {
  await requireReferences(tx, references, data, before);
  if (!data.goalId || data.goalId === before?.goalId) return;
  const goal = await findOwned(tx, 'goal', data.goalId);
  if (goal?.kind !== 'HABIT') throw invalid('goalId', 'must be a goal of the kind HABIT');
}

/**
 * Marks a day of a habit as done, or as skipped, and replaces the mark that it had.
 * @throws InvalidInputError if the habit is in the trash, or was not going on on that day
 */
export async function checkHabit(ctx: ViewerContext, input: InputOf<typeof checkHabitInput>): Promise<Habit> {
  const { id, ifVersion, date, kind } = parseInput(ctx, checkHabitInput, input);
  return transaction(ctx, 'checkHabit', async (tx) => {
    await requireRecords(tx, 'habit', [id], () => ['id']);
    return updateRecord(
      tx,
      'habit',
      { id, ifVersion },
      ({ startsOn, endsOn }) => {
        if (date < startsOn || (endsOn !== null && date > endsOn)) {
          throw invalid('date', 'must be a day on which the habit goes on');
        }
        return {};
      },
      async () => {
        const mark = await markOf(tx, id, date);
        if (mark?.kind === kind) return false;
        if (mark) await updateRecord(tx, 'habitMark', { id: mark.id }, () => ({ kind }));
        else await tx.write.habitMark.create({ habitId: id, date, kind });
        return true;
      },
    );
  });
}

/** Takes the mark of a day of a habit away. A day without one stays as it is. */
export async function uncheckHabit(ctx: ViewerContext, input: InputOf<typeof uncheckHabitInput>): Promise<Habit> {
  const { id, ifVersion, date } = parseInput(ctx, uncheckHabitInput, input);
  return transaction(ctx, 'uncheckHabit', (tx) =>
    updateRecord(
      tx,
      'habit',
      { id, ifVersion },
      () => ({}),
      async () => {
        const mark = await markOf(tx, id, date);
        if (mark) await tx.write.habitMark.delete({ id: mark.id });
        return mark !== null;
      },
    ),
  );
}

const markOf = (tx: Tx, habitId: string, date: string) =>
  tx.db.habitMark.findFirst({ where: { AND: [{ habitId, date }, ownedBy(tx.viewer)] } });

const invalid = (field: string, message: string) => new InvalidInputError([{ path: ['input', field], message }]);

/** How some of the viewer's habits go, in the order of the ids, in two statements. */
export async function progressByHabit(ctx: ViewerContext, ids: readonly string[]): Promise<(HabitProgress | null)[]> {
  const { calendar, db, viewer } = ctx;
  const own = ownedBy(viewer);
  const [habits, marks] = await Promise.all([
    inChunks(ids, (some) => db.habit.findMany({ where: { AND: [{ id: { in: some } }, own] } })),
    inChunks(ids, (some) =>
      db.habitMark.findMany({
        where: { AND: [{ habitId: { in: some } }, own] },
        select: { habitId: true, date: true, kind: true },
      }),
    ),
  ]);
  const byHabit = Map.groupBy(marks, ({ habitId }) => habitId);
  const byId = new Map(habits.map((habit) => [habit.id, habit]));
  return ids.map((id) => {
    const habit = byId.get(id);
    const days = new Map((byHabit.get(id) ?? []).map(({ date, kind }) => [date, kind]));
    return habit ? progressOf(habit, days, calendar) : null;
  });
}

/** A habit on a day. */
export interface HabitOnDay {
  readonly habit: Habit;
  /** What was done. Null if nothing was marked. */
  readonly mark: Mark | null;
  readonly isWanted: boolean;
}

/** The viewer's habits that go on on each of some days, by title, in the order of the days, in two statements. */
export async function habitsByDay(ctx: ViewerContext, dates: readonly string[]): Promise<HabitOnDay[][]> {
  const { db, viewer } = ctx;
  const [from = '', to = ''] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  const own = ownedBy(viewer);
  const habits = await db.habit.findMany({
    where: { AND: [own, active('habit'), activeWithin(from, to)] },
    orderBy: [{ titleNormalized: 'asc' }, { id: 'asc' }],
    take: maxHabits,
  });
  const marks = await inChunks(dates, (some) =>
    db.habitMark.findMany({ where: { AND: [{ date: { in: some } }, own] } }),
  );
  const marked = new Map(marks.map(({ habitId, date, kind }) => [`${habitId} ${date}`, kind]));
  return dates.map((date) =>
    habits
      .filter(({ startsOn, endsOn }) => startsOn <= date && (endsOn === null || endsOn >= date))
      .map((habit) => ({ habit, mark: marked.get(`${habit.id} ${date}`) ?? null, isWanted: isWanted(habit, date) })),
  );
}
