import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { orNotFound, requireVersion, updateRecord } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { dateArgument, type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { carryOver, requireTasks } from '../tasks/tasks.service.ts';
import { visibleTo } from './daily-focus.access.ts';
import { closeDayInput, reopenDayInput, setDailyFocusInput } from './daily-focus.rules.ts';

type DailyFocus = Row<'dailyFocus'>;
type Tx = Transaction<ViewerContext>;

/** What the viewer wants of a day; null while they have not said. */
export async function getDailyFocus(
  ctx: ViewerContext,
  date: string,
  selection: Selection<'dailyFocus'> = {},
): Promise<DailyFocus | null> {
  const day = dateArgument(ctx.calendar, 'date', date);
  return ctx.db.dailyFocus.findFirst({ ...selection, where: { AND: [{ date: day }, visibleTo(ctx.viewer)] } });
}

/** The day's row, to be changed; null while there is none, which counts as version 0. */
async function findDay(tx: Tx, date: string, ifVersion: number | null | undefined): Promise<DailyFocus | null> {
  const focus = await getDailyFocus(tx, date);
  requireVersion(focus ?? { version: 0 }, ifVersion);
  return focus;
}

/** Says what a day is for: an intention, and the tasks it is about, in order. What is left out stays as it is. */
export async function setDailyFocus(
  ctx: ViewerContext,
  input: InputOf<typeof setDailyFocusInput>,
): Promise<DailyFocus> {
  const { date, ifVersion, intention, taskIds } = parseInput(setDailyFocusInput(ctx.calendar), input);
  return transaction(ctx, 'setDailyFocus', async (tx) => {
    const before = await findDay(tx, date, ifVersion);
    requireOpen(before);
    if (taskIds) await requireTasks(tx, taskIds, 'taskIds');
    const changes = intention === undefined ? {} : { intention };
    if (before) {
      const setTasks = async () => taskIds !== undefined && setFocusTasks(tx, before.id, taskIds);
      return updateRecord(tx, 'dailyFocus', { id: before.id }, () => changes, setTasks);
    }
    const focus = await tx.write.dailyFocus.create({ date, ...changes });
    if (taskIds) await setFocusTasks(tx, focus.id, taskIds);
    return focus;
  });
}

/** Throws unless a day can still be changed: one that is closed is history until it is opened again. */
function requireOpen(focus: DailyFocus | null): void {
  if (focus?.closedAt) throw new ConflictError(`${focus.date} is closed. reopenDay opens it again.`);
}

/** Gives a day exactly these tasks, in this order, and answers whether that changed anything. */
async function setFocusTasks(tx: Tx, dailyFocusId: string, taskIds: string[]): Promise<boolean> {
  const current = await tx.db.dailyFocusTask.findMany({ where: { dailyFocusId }, orderBy: { position: 'asc' } });
  if (current.map(({ taskId }) => taskId).join() === taskIds.join()) return false;
  await tx.write.dailyFocusTask.delete({ dailyFocusId });
  await tx.write.dailyFocusTask.createMany(
    taskIds.map((taskId, index) => ({ dailyFocusId, taskId, position: index + 1 })),
  );
  return true;
}

/**
 * Closes a day: how it went, and which of the viewer's open tasks move on to another day.
 * @throws ConflictError when the day is closed already
 */
export async function closeDay(ctx: ViewerContext, input: InputOf<typeof closeDayInput>): Promise<DailyFocus> {
  const { date, ifVersion, reflection, carryOverIds, carryOverTo } = parseInput(closeDayInput(ctx.calendar), input);
  return transaction(ctx, 'closeDay', async (tx) => {
    const focus = await findDay(tx, date, ifVersion);
    requireOpen(focus);
    await carryOver(tx, carryOverIds, carryOverTo, 'carryOverIds');
    const changes = { closedAt: tx.calendar.now, ...(reflection != null && { reflection }) };
    if (!focus) return tx.write.dailyFocus.create({ date, ...changes });
    return updateRecord(tx, 'dailyFocus', { id: focus.id }, () => changes);
  });
}

/** Opens a closed day again. What was carried over stays where it is. */
export async function reopenDay(ctx: ViewerContext, input: InputOf<typeof reopenDayInput>): Promise<DailyFocus> {
  const { date, ifVersion } = parseInput(reopenDayInput(ctx.calendar), input);
  return transaction(ctx, 'reopenDay', async (tx) => {
    const { id } = orNotFound(await getDailyFocus(tx, date), 'date');
    return updateRecord(tx, 'dailyFocus', { id, ifVersion }, () => ({ closedAt: null }));
  });
}
