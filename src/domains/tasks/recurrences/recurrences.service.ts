import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { findOwned, orNotFound, restoreRecord, type Target, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { isOccurrence, type Occurrence } from '../occurrences/occurrences.rules.ts';
import { makeNext, moveLater } from '../occurrences/occurrences.service.ts';
import { plannedDay } from '../task-plans/task-plans.rules.ts';
import { openStatuses } from '../tasks/tasks.rules.ts';
import { recurrenceList } from './recurrences.access.ts';
import { lastPlaces } from './recurrences.loaders.ts';
import {
  endOf,
  exceptionsOf,
  firstInput,
  matchFrom,
  type NewRecurrence,
  previewDays,
  previewInput,
  repeatTaskInput,
  ruleBefore,
  type Series,
  scheduleOn,
  updateRecurrenceInput,
} from './recurrences.rules.ts';

type Recurrence = Row<'recurrence'>;
type Task = Row<'task'>;
type Tx = Transaction<ViewerContext>;

/** Lists the viewer's recurrences, by default the latest first. */
export const listRecurrences = listService(recurrenceList);

/** Returns one of the viewer's recurrences, active or in the trash. Null if there is none. */
export const getRecurrence = getService(recurrenceList);

const noOccurrence = (path: string[]) => new InvalidInputError([{ path, message: 'must have an occurrence' }]);

/** The series of a rule that starts on a day. */
const seriesFrom = (rule: NewRecurrence, startsOn: string): Series => ({
  ...{ rule: rule.rule, anchor: rule.anchor, missed: rule.missed, exceptions: rule.exceptions },
  startsOn,
  endsOn: endOf(rule, startsOn),
});

/** When a task is scheduled for. */
interface Schedule {
  scheduledOn?: string | null | undefined;
  scheduledAt?: Date | null | undefined;
}

/**
 * Makes a recurrence whose first occurrence is a task: on its day if the rule matches that, else on the first match after it. Intervals
 * are counted from its day. A task that is not scheduled is taken as one of today.
 * @param path the path of the rule in the input
 * @returns what that sets of the task: its place in the recurrence, and its schedule if that is another one
 * @throws InvalidInputError if the rule has no occurrence
 */
export async function startRecurrence(tx: Tx, rule: NewRecurrence, task: Schedule, path: string[]) {
  const { calendar } = tx;
  const { scheduledOn = null, scheduledAt = null } = task;
  const planned = plannedDay({ scheduledOn, scheduledAt }, calendar);
  const series = seriesFrom(rule, planned ?? calendar.today);
  const occursOn = matchFrom(series, series.startsOn);
  if (occursOn === null) throw noOccurrence(path);
  const timeOfDay = scheduledAt ? calendar.timeOf(scheduledAt) : null;
  const { exceptions } = rule;
  const { id: recurrenceId } = await tx.write.recurrence.create({ ...series, exceptions, timeOfDay });
  const schedule = occursOn === planned ? {} : scheduleOn(occursOn, timeOfDay, calendar);
  return { place: { recurrenceId, occursOn, occurrenceNumber: 1 }, schedule };
}

/**
 * Makes a task repeat. If it is an occurrence already, it and those that follow have the new rule, and the recurrence that it was of
 * ends before it. One that is done or cancelled stays on its day, and the next one is made.
 * @throws InvalidInputError if the rule has no occurrence
 */
export async function repeatTask(ctx: ViewerContext, input: InputOf<typeof repeatTaskInput>): Promise<Task> {
  const { id, ifVersion, ...rule } = parseInput(ctx, repeatTaskInput, input);
  return transaction(ctx, 'repeatTask', async (tx) => {
    let was: Task | null = null;
    const task = await updateRecord(tx, 'task', { id, ifVersion }, async (before) => {
      was = before;
      if (isOccurrence(before)) await endBefore(tx, before);
      const { place, schedule } = await startRecurrence(tx, rule, before, ['input', 'rule']);
      return openStatuses.includes(before.status) ? { ...place, ...schedule } : place;
    });
    if (isOccurrence(task)) await continueRecurrence(tx, was, task);
    return task;
  });
}

/** Gives a recurrence that was begun with a task the occurrences that followed it in another one, or makes its next one. */
async function continueRecurrence(tx: Tx, was: Task | null, task: Occurrence): Promise<void> {
  if (was && isOccurrence(was)) {
    await moveLater(tx, was, task);
    const [before, after] = [await recurrenceOf(tx, was), await recurrenceOf(tx, task)];
    const last = await lastOf(tx, after.id);
    if (last && last.id !== task.id) await follow(tx, before, after);
  }
  if (!openStatuses.includes(task.status)) await makeNext(tx, task);
}

const recurrenceOf = async (tx: Tx, { recurrenceId }: Occurrence): Promise<Recurrence> =>
  orNotFound(await findOwned(tx, 'recurrence', recurrenceId), 'id');

/** Ends a recurrence before one of its occurrences. */
async function endBefore(tx: Tx, occurrence: Occurrence): Promise<void> {
  const { occursOn } = occurrence;
  const recurrence = await recurrenceOf(tx, occurrence);
  const rule = ruleBefore(recurrence.rule, occursOn, tx.calendar);
  await tx.write.recurrence.update({ id: recurrence.id }, { rule, endsOn: tx.calendar.addDays(occursOn, -1) });
}

/**
 * Changes a recurrence, for all of its occurrences to come. If its open occurrence is on a day that is none any more, that moves to
 * the first match after it; one that was scheduled otherwise stays where it is.
 * @throws InvalidInputError if the rule has no occurrence
 */
export async function updateRecurrence(
  ctx: ViewerContext,
  input: InputOf<typeof updateRecurrenceInput>,
): Promise<Recurrence> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateRecurrenceInput, input);
  return transaction(ctx, 'updateRecurrence', async (tx) => {
    const before = orNotFound(await findOwned(tx, 'recurrence', id), 'id');
    const rule = { ...before, exceptions: exceptionsOf(before), ...changes };
    const series = seriesFrom(rule, before.startsOn);
    if (matchFrom(series, before.startsOn) === null) throw noOccurrence(['input', 'rule']);
    const data = { ...changes, endsOn: series.endsOn };
    const after = await updateRecord(tx, 'recurrence', { id, ifVersion }, () => data);
    await follow(tx, before, after);
    return after;
  });
}

/** The last active occurrence of a recurrence. Null if there is none. */
async function lastOf(tx: Tx, recurrenceId: string): Promise<Occurrence | null> {
  const last = await tx.db.task.findFirst({
    where: { AND: [ownedBy(tx.viewer), active('task'), { recurrenceId }] },
    orderBy: [{ occurrenceNumber: 'desc' }, { id: 'desc' }],
  });
  return last && isOccurrence(last) ? last : null;
}

/** Brings the last occurrence in line with a changed recurrence: moves an open one, or makes the next of one that is done. */
async function follow(tx: Tx, before: Recurrence, after: Recurrence): Promise<void> {
  const { calendar } = tx;
  const last = await lastOf(tx, after.id);
  if (!last) return;
  if (!openStatuses.includes(last.status)) return makeNext(tx, last);
  const occursOn = matchFrom(after, last.occursOn) ?? last.occursOn;
  const was = scheduleOn(last.occursOn, before.timeOfDay, calendar);
  const isAsMade = was.scheduledOn === last.scheduledOn && was.scheduledAt?.getTime() === last.scheduledAt?.getTime();
  const schedule = isAsMade ? scheduleOn(occursOn, after.timeOfDay, calendar) : {};
  await tx.write.task.update({ id: last.id }, { occursOn, ...schedule });
}

/** Takes a recurrence out of the trash. If its last occurrence is done, the next one is made. */
export async function restoreRecurrence(tx: Tx, target: Target): Promise<Recurrence> {
  const recurrence = await restoreRecord(tx, 'recurrence', target);
  await follow(tx, recurrence, recurrence);
  return recurrence;
}

/** A day that a task is for, and the time of it. */
export interface ComingOccurrence {
  readonly date: string;
  /** Null if the tasks are scheduled for whole days. */
  readonly startsAt: Date | null;
}

const coming = ({ calendar }: ViewerContext, days: readonly string[], timeOfDay: string | null): ComingOccurrence[] =>
  days.map((date) => ({ date, startsAt: timeOfDay === null ? null : calendar.timeOn(date, timeOfDay) }));

/** A rule to look at before anything is written. */
export interface RecurrencePreview {
  readonly series: Series;
  readonly timeOfDay: string | null;
}

/**
 * Checks a rule without writing anything.
 * @throws InvalidInputError if it is not valid, or has no occurrence
 */
export async function previewRecurrence(
  ctx: ViewerContext,
  input: InputOf<typeof previewInput>,
): Promise<RecurrencePreview> {
  const { startsOn, timeOfDay, ...rule } = parseInput(ctx, previewInput, input, []);
  const series = seriesFrom(rule, startsOn);
  if (matchFrom(series, startsOn) === null) throw noOccurrence(['rule']);
  return { series, timeOfDay };
}

/** The first occurrences of a rule. @throws InvalidInputError if they are more than 100 */
export async function listFirstOccurrences(
  ctx: ViewerContext,
  { series, timeOfDay }: RecurrencePreview,
  first: number,
) {
  const { first: count } = parseInput(ctx, firstInput, { first }, []);
  return coming(ctx, previewDays(series, null, count, ctx.calendar), timeOfDay);
}

/**
 * The occurrences of each of some recurrences after the last task that there is. Takes one statement.
 * @throws InvalidInputError if they are more than 100
 */
export async function listNextOccurrences(ctx: ViewerContext, recurrences: readonly Recurrence[], first: number) {
  const { first: count } = parseInput(ctx, firstInput, { first }, []);
  const ids = recurrences.map(({ id }) => id);
  const places = await lastPlaces(ctx, ids);
  return recurrences.map((recurrence, index) => {
    const days = previewDays(recurrence, places[index] ?? null, count, ctx.calendar);
    return coming(ctx, days, recurrence.timeOfDay);
  });
}
