import type { ViewerContext } from '../../platform/context.ts';
import { ConflictError, InvalidInputError } from '../../platform/errors.ts';
import { type InputOf, parseInput } from '../../platform/inputs.ts';
import type { Selection } from '../../platform/lists.ts';
import { changeRow, found, requireVersion } from '../../platform/rows.ts';
import { type Transaction, transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
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
  const day = ctx.calendar.resolveDate(date);
  if (day === null) throw new InvalidInputError([{ path: ['date'], message: 'must be a date' }]);
  return ctx.db.dailyFocus.findFirst({ ...selection, where: { AND: [{ date: day }, visibleTo(ctx.viewer)] } });
}

/** The day's row, made if it is not there yet. */
async function ensureDay(tx: Tx, date: string, ifVersion: number | null | undefined): Promise<DailyFocus> {
  const focus = await getDailyFocus(tx, date);
  if (!focus) return tx.write.dailyFocus.create({ date });
  requireVersion(focus, ifVersion);
  return focus;
}

/** Says what a day is for: an intention, and the tasks it is about, in order. What is left out stays as it is. */
export async function setDailyFocus(
  ctx: ViewerContext,
  input: InputOf<typeof setDailyFocusInput>,
): Promise<DailyFocus> {
  const { date, ifVersion, intention, taskIds } = parseInput(setDailyFocusInput(ctx.calendar), input);
  return transaction(ctx, 'setDailyFocus', async (tx) => {
    const { id } = await ensureDay(tx, date, ifVersion);
    if (taskIds) {
      await requireTasks(tx, taskIds, 'taskIds');
      await setFocusTasks(tx, id, taskIds);
    }
    const [focus] = await tx.write.dailyFocus.update({ id }, { ...(intention !== undefined && { intention }) });
    return found(focus);
  });
}

/** Gives a day exactly these tasks, in this order. */
async function setFocusTasks(tx: Tx, dailyFocusId: string, taskIds: string[]): Promise<void> {
  const current = await tx.db.dailyFocusTask.findMany({ where: { dailyFocusId }, orderBy: { position: 'asc' } });
  if (current.map(({ taskId }) => taskId).join() === taskIds.join()) return;
  await tx.write.dailyFocusTask.delete({ dailyFocusId });
  await tx.write.dailyFocusTask.createMany(
    taskIds.map((taskId, index) => ({ dailyFocusId, taskId, position: index + 1 })),
  );
  await tx.write.dailyFocus.touch({ id: dailyFocusId });
}

/**
 * Closes a day: how it went, and which of the viewer's open tasks move on to another day.
 * @throws ConflictError when the day is closed already
 */
export async function closeDay(ctx: ViewerContext, input: InputOf<typeof closeDayInput>): Promise<DailyFocus> {
  const { date, ifVersion, reflection, carryOverIds, carryOverTo } = parseInput(closeDayInput(ctx.calendar), input);
  return transaction(ctx, 'closeDay', async (tx) => {
    const { id, closedAt } = await ensureDay(tx, date, ifVersion);
    if (closedAt) throw new ConflictError(`${date} is closed already. reopenDay opens it again.`);
    await carryOver(tx, carryOverIds, carryOverTo, 'carryOverIds');
    const [focus] = await tx.write.dailyFocus.update(
      { id },
      { closedAt: tx.calendar.now, ...(reflection != null && { reflection }) },
    );
    return found(focus);
  });
}

/** Opens a closed day again. What was carried over stays where it is. */
export async function reopenDay(ctx: ViewerContext, input: InputOf<typeof reopenDayInput>): Promise<DailyFocus> {
  const { date, ifVersion } = parseInput(reopenDayInput(ctx.calendar), input);
  return transaction(ctx, 'reopenDay', async (tx) => {
    const { id } = found(await getDailyFocus(tx, date), 'date');
    return changeRow(tx, 'dailyFocus', { id, ifVersion }, () => ({ closedAt: null }));
  });
}
