import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { orNotFound, requireVersion, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { carryOver, requireTasks } from '../tasks/tasks.service.ts';
import { visibleTo } from './daily-focus.access.ts';
import { closeDayInput, nextWorkingDay, reopenDayInput, setDailyFocusInput } from './daily-focus.rules.ts';

type DailyFocus = Row<'dailyFocus'>;
type Tx = Transaction<ViewerContext>;

/** Returns the viewer's focus of each of some days, in the order of the days. Null if it is not set, or in the trash. */
export async function listFocusByDay(
  ctx: ViewerContext,
  dates: readonly string[],
  selection: Selection<'dailyFocus'> = {},
): Promise<(DailyFocus | null)[]> {
  const found = await ctx.db.dailyFocus.findMany({
    ...selection,
    where: { AND: [{ date: { in: [...dates] } }, active('dailyFocus'), visibleTo(ctx.viewer)] },
  });
  const byDate = new Map(found.map((focus) => [focus.date, focus]));
  return dates.map((date) => byDate.get(date) ?? null);
}

/**
 * Returns the record of a day, and the changes that reset it: none, or all if it is in the trash, where it counts as absent.
 * An absent record has version 0.
 * @throws ConflictError if the version is another one, or if the day is closed
 */
async function findDay(tx: Tx, date: string, ifVersion: number | null | undefined) {
  const record = await tx.db.dailyFocus.findFirst({ where: { AND: [{ date }, visibleTo(tx.viewer)] } });
  const isTrashed = record !== null && record.trashedAt !== null;
  const focus = isTrashed ? null : record;
  requireVersion(focus ?? { version: 0 }, ifVersion);
  if (focus?.closedAt) throw new ConflictError(`${focus.date} is closed. reopenDay opens it again.`);
  return { record, isTrashed, reset: isTrashed ? emptyFocus : {} };
}

const emptyFocus = { trashedAt: null, intention: '', reflection: '', closedAt: null };

/**
 * Sets the intention of a day and its tasks, in order. Fields that are left out stay as they are. A focus in the trash is
 * restored and replaced.
 * @throws ConflictError if the day is closed; NotFoundError or InvalidInputError as `requireTasks`
 */
export async function setDailyFocus(
  ctx: ViewerContext,
  input: InputOf<typeof setDailyFocusInput>,
): Promise<DailyFocus> {
  const { date, ifVersion, intention, taskIds } = parseInput(ctx, setDailyFocusInput, input);
  return transaction(ctx, 'setDailyFocus', async (tx) => {
    const { record, isTrashed, reset } = await findDay(tx, date, ifVersion);
    if (taskIds) await requireTasks(tx, taskIds, 'taskIds');
    const changes = { ...reset, ...(intention !== undefined && { intention }) };
    if (record) {
      const focusIds = taskIds ?? (isTrashed ? [] : undefined);
      const setTasks = async () => focusIds !== undefined && setFocusTasks(tx, record.id, focusIds);
      return updateRecord(tx, 'dailyFocus', { id: record.id }, () => changes, setTasks);
    }
    const focus = await tx.write.dailyFocus.create({ date, ...changes });
    if (taskIds) await setFocusTasks(tx, focus.id, taskIds);
    return focus;
  });
}

/** Sets the tasks of a focus, in this order. Returns whether that changed anything. */
async function setFocusTasks(tx: Tx, dailyFocusId: string, taskIds: readonly string[]): Promise<boolean> {
  const current = await tx.db.dailyFocusTask.findMany({ where: { dailyFocusId }, orderBy: { position: 'asc' } });
  if (current.map(({ taskId }) => taskId).join() === taskIds.join()) return false;
  await tx.write.dailyFocusTask.delete({ dailyFocusId });
  await tx.write.dailyFocusTask.createMany(
    taskIds.map((taskId, index) => ({ dailyFocusId, taskId, position: index + 1 })),
  );
  return true;
}

/**
 * Closes a day, and carries some of the viewer's open tasks that were planned for it over to a later day, by default the next
 * working day. A focus in the trash is restored and replaced.
 * @throws ConflictError if the day is closed; NotFoundError or InvalidInputError as `carryOver`
 */
export async function closeDay(ctx: ViewerContext, input: InputOf<typeof closeDayInput>): Promise<DailyFocus> {
  const { date, ifVersion, reflection, carryOverIds, carryOverTo } = parseInput(ctx, closeDayInput, input);
  return transaction(ctx, 'closeDay', async (tx) => {
    const { record, isTrashed, reset } = await findDay(tx, date, ifVersion);
    const workingDays = tx.viewer.account.workingDays as string[];
    const to = carryOverTo ?? nextWorkingDay(date, workingDays, tx.calendar);
    await carryOver(tx, carryOverIds, { from: date, to }, 'carryOverIds');
    const changes = { ...reset, closedAt: tx.calendar.now, ...(reflection != null && { reflection }) };
    if (!record) return tx.write.dailyFocus.create({ date, ...changes });
    const clearTasks = async () => isTrashed && setFocusTasks(tx, record.id, []);
    return updateRecord(tx, 'dailyFocus', { id: record.id }, () => changes, clearTasks);
  });
}

/**
 * Reopens a closed day. Tasks that were carried over stay where they are.
 * @throws NotFoundError if the day has no focus
 */
export async function reopenDay(ctx: ViewerContext, input: InputOf<typeof reopenDayInput>): Promise<DailyFocus> {
  const { date, ifVersion } = parseInput(ctx, reopenDayInput, input);
  return transaction(ctx, 'reopenDay', async (tx) => {
    const [focus] = await listFocusByDay(tx, [date]);
    const { id } = orNotFound(focus, 'date');
    return updateRecord(tx, 'dailyFocus', { id, ifVersion }, () => ({ closedAt: null }));
  });
}
