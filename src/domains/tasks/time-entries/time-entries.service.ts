import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row, Where } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService, notTrashedItself, type Selection } from '../../../platform/queries/lists.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import {
  createRecord,
  requireRecords,
  requireReferences,
  restoreRecord,
  type Target,
  updateRecord,
} from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { timeEntryList, timerVisibleTo } from './time-entries.access.ts';
import {
  createTimeEntryInput,
  maxHours,
  runsTooLong,
  startTimerInput,
  stopTimerInput,
  updateTimeEntryInput,
  wrongEnd,
} from './time-entries.rules.ts';

type TimeEntry = Row<'timeEntry'>;
type Timer = Row<'taskTimer'>;
type Tx = Transaction<ViewerContext>;
type Times = Pick<TimeEntry, 'startedAt' | 'endedAt'>;

const references = { taskId: 'task' } as const;

/** Lists the viewer's time entries, by default the latest first. */
export const listTimeEntries = listService(timeEntryList);

/** Returns one of the viewer's time entries, active or in the trash. Null if there is none. */
export const getTimeEntry = getService(timeEntryList);

/** Returns the viewer's timer. Null if none runs. */
export async function getTimer(ctx: ViewerContext, selection: Selection<'taskTimer'> = {}): Promise<Timer | null> {
  return ctx.db.taskTimer.findFirst({ ...selection, where: timerVisibleTo(ctx.viewer) });
}

/**
 * Creates a time entry.
 * @throws NotFoundError if there is no such task; InvalidInputError if it is in the trash, if the entry ends before it starts or has
 *   more than 24 hours, or if it overlaps another one or the timer
 */
export async function createTimeEntry(
  ctx: ViewerContext,
  input: InputOf<typeof createTimeEntryInput>,
): Promise<TimeEntry> {
  const { id, ...data } = parseInput(ctx, createTimeEntryInput, input);
  requireEnd(data);
  return transaction(ctx, 'createTimeEntry', (tx) =>
    createRecord(tx, 'timeEntry', input, id, async (create) => {
      await requireReferences(tx, references, data);
      await requireFree(tx, data, null);
      return create(data);
    }),
  );
}

/**
 * Changes the given fields of a time entry.
 * @throws NotFoundError and InvalidInputError as `createTimeEntry`; ConflictError if it is not at the expected version
 */
export async function updateTimeEntry(
  ctx: ViewerContext,
  input: InputOf<typeof updateTimeEntryInput>,
): Promise<TimeEntry> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateTimeEntryInput, input);
  return transaction(ctx, 'updateTimeEntry', (tx) =>
    updateRecord(tx, 'timeEntry', { id, ifVersion }, async (before) => {
      await requireReferences(tx, references, changes, before);
      const { startedAt = before.startedAt, endedAt = before.endedAt } = changes;
      requireEnd({ startedAt, endedAt });
      if (!before.trashedAt) await requireFree(tx, { startedAt, endedAt }, id);
      return changes;
    }),
  );
}

/** Restores a time entry from the trash. @throws ConflictError if it overlaps another one */
export async function restoreTimeEntry(tx: Tx, target: Target): Promise<TimeEntry> {
  const entry = await restoreRecord(tx, 'timeEntry', target);
  await requireNoOverlap(tx, [entry.id]);
  return entry;
}

/** What `startTimer` did. */
interface Started {
  readonly timer: Timer;
  /** The entry of the timer that ran before. Null if none did. */
  readonly timeEntry: TimeEntry | null;
}

/**
 * Starts a timer on a task. One that runs on another task is stopped, in the same transaction; one that runs on it already stays.
 * @throws NotFoundError if there is no such task; InvalidInputError if it is in the trash; ConflictError if the timer that runs has
 *   run for more than 24 hours
 */
export async function startTimer(ctx: ViewerContext, input: InputOf<typeof startTimerInput>): Promise<Started> {
  const { taskId, notes } = parseInput(ctx, startTimerInput, input);
  return transaction(ctx, 'startTimer', async (tx) => {
    await requireRecords(tx, 'task', [taskId], () => ['taskId']);
    const running = await getTimer(tx);
    if (running?.taskId === taskId) return { timer: running, timeEntry: null };
    const { now } = tx.calendar;
    if (running && runsTooLong(running, now)) {
      const message = `The timer has run for more than ${maxHours} hours. Stop it with the time at which it ended.`;
      throw new ConflictError(message, [{ type: 'TaskTimer', id: running.id, fields: ['startedAt'] }]);
    }
    const timeEntry = running && (await stop(tx, running, now, null));
    const timer = await tx.write.taskTimer.create({ taskId, startedAt: now, ...(notes != null && { notes }) });
    return { timer, timeEntry };
  });
}

/**
 * Stops the timer, by default now, and makes a time entry of it.
 * @throws ConflictError if none runs; InvalidInputError if it would end before it started or have more than 24 hours, or overlap
 *   another entry
 */
export async function stopTimer(ctx: ViewerContext, input: InputOf<typeof stopTimerInput>): Promise<TimeEntry> {
  const { endedAt, notes } = parseInput(ctx, stopTimerInput, input);
  return transaction(ctx, 'stopTimer', async (tx) => {
    const running = await getTimer(tx);
    if (!running) throw new ConflictError('No timer runs.');
    return stop(tx, running, endedAt ?? tx.calendar.now, notes ?? null);
  });
}

async function stop(tx: Tx, { id, taskId, startedAt, notes }: Timer, endedAt: Date, newNotes: string | null) {
  requireEnd({ startedAt, endedAt });
  await tx.write.taskTimer.delete({ id });
  await requireFree(tx, { startedAt, endedAt }, null);
  return tx.write.timeEntry.create({ taskId, startedAt, endedAt, notes: newNotes ?? notes });
}

/** @throws InvalidInputError if a time entry ends before it starts, or has more than 24 hours */
function requireEnd(times: Times): void {
  const message = wrongEnd(times);
  if (message) throw new InvalidInputError([{ path: ['input', 'endedAt'], message }]);
}

/** The condition of entries, not in the trash, that share time with a span. */
const overlapping = ({ startedAt, endedAt }: Times): Where<'timeEntry'> => ({
  AND: [notTrashedItself, { startedAt: { lt: endedAt }, endedAt: { gt: startedAt } }],
});

/**
 * What shares time with a span, in words: another entry or the timer. Null if nothing does.
 * @param except the id of the entry itself
 */
async function findOverlap(tx: Tx, times: Times, except: string | null): Promise<string | null> {
  const own = ownedBy(tx.viewer);
  const others = except === null ? {} : { NOT: { id: except } };
  const entry = await tx.db.timeEntry.findFirst({ where: { AND: [own, overlapping(times), others] } });
  if (entry) return `the time entry from ${entry.startedAt.toISOString()} to ${entry.endedAt.toISOString()}`;
  const timer = await tx.db.taskTimer.findFirst({ where: { AND: [own, { startedAt: { lt: times.endedAt } }] } });
  return timer && `the timer, which runs since ${timer.startedAt.toISOString()}`;
}

/** @throws InvalidInputError if a span shares time with another entry than `except`, or with the timer */
async function requireFree(tx: Tx, times: Times, except: string | null): Promise<void> {
  const other = await findOverlap(tx, times, except);
  if (other) throw new InvalidInputError([{ path: ['input', 'startedAt'], message: `must not overlap ${other}` }]);
}

/** @throws ConflictError if entries share time with others, or with the timer, as they are now */
export async function requireNoOverlap(tx: Tx, ids: readonly string[]): Promise<void> {
  const entries = await inChunks(ids, (some) =>
    tx.db.timeEntry.findMany({ where: { AND: [ownedAmong(tx.viewer, some), notTrashedItself] } }),
  );
  for (const entry of entries) {
    const other = await findOverlap(tx, entry, entry.id);
    if (!other) continue;
    const node = { type: 'TimeEntry', id: entry.id, fields: ['startedAt', 'endedAt'] };
    throw new ConflictError(`The time entry would overlap ${other}.`, [node]);
  }
}

/** @throws ConflictError if the timer of an undo shares time with entries */
export async function requireTimerFree(tx: Tx): Promise<void> {
  const timer = await getTimer(tx);
  if (!timer) return;
  const where = { AND: [ownedBy(tx.viewer), notTrashedItself, { endedAt: { gt: timer.startedAt } }] };
  const entry = await tx.db.timeEntry.findFirst({ where });
  if (!entry) return;
  const node = { type: 'TimeEntry', id: entry.id, fields: ['endedAt'] };
  throw new ConflictError('The timer would overlap a time entry.', [node]);
}
