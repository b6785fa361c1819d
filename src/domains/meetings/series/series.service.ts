import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import {
  createRecord,
  findOwned,
  orNotFound,
  restoreRecord,
  type Target,
  trashRecord,
  updateRecord,
} from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { exceptionsOf } from '../../tasks/recurrences/recurrences.rules.ts';
import { meetingSeriesList } from './series.access.ts';
import { daysOf, endingBefore, firstDayOf, hasOtherDays, lastDayOf, madeUntilNow } from './series.plans.ts';
import {
  createMeetingSeriesInput,
  endMeetingSeriesInput,
  isScheduled,
  maxDaysBack,
  type Schedule,
  type Scheduled,
  seriesRelations,
  splitMeetingSeriesInput,
  updateMeetingSeriesInput,
} from './series.rules.ts';
import { attendeesOf, followAttendees, followSeries, makeMeetings, trashComing } from './series.writers.ts';

type Meeting = Row<'meeting'>;
type MeetingSeries = Row<'meetingSeries'>;
type Tx = Transaction<ViewerContext>;

/** Lists the viewer's meeting series. */
export const listMeetingSeries = listService(meetingSeriesList);

/** One of the viewer's meeting series. Null if there is none with this id. */
export const getMeetingSeries = getService(meetingSeriesList);

const refuse = (field: string, message: string) => new InvalidInputError([{ path: ['input', field], message }]);

/** The last date that there is. */
const lastDate = '9999-12-31';

/** The schedule of a series that has none. */
const none = { startsOn: null, splitOn: null, endsOn: null, timeOfDay: null, durationMinutes: null, madeUntil: null };

/** What an input says of a schedule. */
type GivenSchedule = { [C in 'rule' | 'startsOn' | 'timeOfDay' | 'durationMinutes']?: Schedule[C] | undefined };

/** The columns of a schedule that follow from an input. */
type NewSchedule = Omit<Schedule, 'exceptions'> & Pick<MeetingSeries, 'madeUntil'>;

const scheduleFields = ['startsOn', 'timeOfDay', 'durationMinutes'] as const;

/**
 * The schedule of a series with some changes.
 * @throws InvalidInputError if a rule lacks its time of day or duration, or those have no rule; if the rule has no day, or begins more
 *   than a year ago; if a calendar has the rule
 */
function scheduleOf(tx: Tx, before: MeetingSeries | null, given: GivenSchedule): Partial<NewSchedule> {
  const changed = (['rule', ...scheduleFields] as const).filter((field) => given[field] !== undefined);
  if (changed.length === 0) return {};
  if (before?.icsUid) throw refuse(changed[0] ?? 'rule', 'must not be changed: a calendar has the rule');
  const rule = given.rule === undefined ? (before?.rule ?? null) : given.rule;
  if (rule === null) {
    const idle = scheduleFields.find((field) => given[field] !== undefined);
    if (idle) throw refuse(idle, 'must be given together with rule');
    return { rule, ...none };
  }
  // A new rule counts from the first day of the series itself, also if that goes on from another one.
  const isNew = rule !== before?.rule;
  const startsOn = given.startsOn ?? (isNew ? before?.splitOn : null) ?? before?.startsOn ?? tx.calendar.today;
  const timeOfDay = given.timeOfDay ?? before?.timeOfDay ?? null;
  const durationMinutes = given.durationMinutes ?? before?.durationMinutes ?? null;
  if (timeOfDay === null) throw refuse('timeOfDay', 'must be given together with rule');
  if (durationMinutes === null) throw refuse('durationMinutes', 'must be given together with rule');
  if (given.startsOn && given.startsOn < tx.calendar.addDays(tx.calendar.today, -maxDaysBack)) {
    throw refuse('startsOn', `must not be more than ${maxDaysBack} days ago`);
  }
  const splitOn = given.startsOn ? null : (before?.splitOn ?? null);
  const times = { timeOfDay, durationMinutes, madeUntil: madeUntilNow(tx.calendar) };
  return { rule, startsOn, splitOn, endsOn: lastDayOf(rule, startsOn), ...times };
}

/** @throws InvalidInputError if a series that makes meetings has no day at all */
function requireDay(series: Schedule): void {
  if (!isScheduled(series)) return;
  const isEmpty = daysOf(series, firstDayOf(series), lastDate, 1).length === 0;
  if (isEmpty) throw refuse('rule', 'must have an occurrence');
}

/** Creates a meeting series. One with a rule makes its meetings. @throws InvalidInputError, NotFoundError, ConflictError */
export async function createMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof createMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, attendeeIds, ...data } = parseInput(ctx, createMeetingSeriesInput, input);
  return transaction(ctx, 'createMeetingSeries', (tx) =>
    createRecord(tx, 'meetingSeries', input, id, async (create) => {
      const series = await create({ ...data, ...scheduleOf(tx, null, data) });
      requireDay(series);
      await setManyToMany(tx, seriesRelations, series.id, { attendeeIds });
      return isScheduled(series) ? makeMeetings(tx, series, firstDayOf(series)) : series;
    }),
  );
}

/**
 * Updates the given fields of a meeting series, and its meetings that have not begun where they are as the series made them.
 * @throws InvalidInputError, NotFoundError, ConflictError
 */
export async function updateMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof updateMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, ifVersion, ...given } = parseInput(ctx, updateMeetingSeriesInput, input);
  return transaction(ctx, 'updateMeetingSeries', (tx) => change(tx, { id, ifVersion }, given));
}

/** The fields that a change of a series gives. */
type Changes = Omit<ReturnType<(typeof updateMeetingSeriesInput)['parse']>, 'id' | 'ifVersion'>;

async function change(tx: Tx, target: Target, { attendeeIds, ...given }: Changes): Promise<MeetingSeries> {
  let before: MeetingSeries | undefined;
  const invited = await attendeesOf(tx, target.id);
  const after = await updateRecord(
    tx,
    'meetingSeries',
    target,
    (row) => {
      before = row;
      return { ...given, ...scheduleOf(tx, row, given) };
    },
    () => setManyToMany(tx, seriesRelations, target.id, { attendeeIds }),
  );
  if (before && hasOtherDays(before, after)) requireDay(after);
  const followed = await followSeries(tx, before ?? after, after);
  if (attendeeIds) await followAttendees(tx, after.id, invited);
  return followed;
}

/** A series that makes meetings, by one of its fields in an input. @throws InvalidInputError if it does not */
function requireScheduled(series: MeetingSeries | null, field: string): MeetingSeries & Scheduled {
  if (series && isScheduled(series)) return series;
  throw refuse(field, 'must be of a series that makes meetings by a rule');
}

/**
 * Changes the meetings of a series from a day on: the series ends before it, and a new one goes on from there, with the changes. All
 * meetings from there on are of the new series, with their notes; those that have begun stay as they are. From the first day on, that
 * is a change of the series.
 * @throws InvalidInputError if the series has no rule, or no day from there on; NotFoundError, ConflictError
 */
export async function splitMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof splitMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, ifVersion, from, attendeeIds, ...given } = parseInput(ctx, splitMeetingSeriesInput, input);
  return transaction(ctx, 'splitMeetingSeries', async (tx) => {
    const series = requireScheduled(orNotFound(await findOwned(tx, 'meetingSeries', id), 'id'), 'id');
    const [first] = daysOf(series, firstDayOf(series), lastDate, 1);
    if (first === undefined || first >= from) return change(tx, { id, ifVersion }, { attendeeIds, ...given });
    if (daysOf(series, from, lastDate, 1).length === 0) {
      throw refuse('from', 'must not be after the last day of the series');
    }
    await updateRecord(tx, 'meetingSeries', { id, ifVersion }, () => endingBefore(series, from, tx.calendar));
    const { title, description, exceptions, place, joinUrl, agenda, preparation } = series;
    const { rule, startsOn, endsOn, timeOfDay, durationMinutes, madeUntil } = series;
    const rest = await tx.write.meetingSeries.create({
      ...{ title, description, place, joinUrl, agenda, preparation, exceptions },
      ...{ rule, startsOn, splitOn: from, endsOn, timeOfDay, durationMinutes, madeUntil },
    } as Parameters<typeof tx.write.meetingSeries.create>[0]);
    await setManyToMany(tx, seriesRelations, rest.id, { attendeeIds: await attendeesOf(tx, id) });
    await tx.write.meeting.update({ seriesId: id, occursOn: { gte: from } }, { seriesId: rest.id });
    return change(tx, { id: rest.id }, { attendeeIds, ...given });
  });
}

/**
 * Ends a series after a day: its meetings after that which have not begun go to the trash.
 * @throws InvalidInputError if it has no rule, or the day is before its first; NotFoundError, ConflictError
 */
export async function endMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof endMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, ifVersion, lastOn } = parseInput(ctx, endMeetingSeriesInput, input);
  return transaction(ctx, 'endMeetingSeries', async (tx) => {
    const series = requireScheduled(orNotFound(await findOwned(tx, 'meetingSeries', id), 'id'), 'id');
    if (lastOn < firstDayOf(series)) throw refuse('lastOn', 'must not be before the first day of the series');
    const after = await updateRecord(tx, 'meetingSeries', { id, ifVersion }, () =>
      series.endsOn !== null && series.endsOn <= lastOn
        ? {}
        : endingBefore(series, tx.calendar.addDays(lastOn, 1), tx.calendar),
    );
    return followSeries(tx, series, after);
  });
}

/** Moves a series to the trash, with its meetings that have not begun. */
export async function trashMeetingSeries(tx: Tx, target: Target): Promise<MeetingSeries> {
  const before = orNotFound(await findOwned(tx, 'meetingSeries', target.id), 'id');
  const series = await trashRecord(tx, 'meetingSeries', target);
  if (before.trashedAt === null) await trashComing(tx, series);
  return series;
}

/** Takes a series out of the trash, with the meetings to come that its rule makes. */
export async function restoreMeetingSeries(tx: Tx, target: Target): Promise<MeetingSeries> {
  const series = await restoreRecord(tx, 'meetingSeries', target);
  return followSeries(tx, { ...series, rule: null }, series);
}

/** Notes on the series of a meeting that the day of the meeting is left out, or is not any more. */
async function setException(tx: Tx, { seriesId, occursOn }: Meeting, isLeftOut: boolean): Promise<void> {
  if (seriesId === null || occursOn === null) return;
  const series = await tx.db.meetingSeries.findFirst({ where: { AND: [ownedBy(tx.viewer), { id: seriesId }] } });
  if (!series || !isScheduled(series)) return;
  const others = exceptionsOf(series).filter((day) => day !== occursOn);
  // The latest ones: a day long past is not made again.
  const exceptions = isLeftOut ? [...others, occursOn].sort().slice(-500) : others;
  await tx.write.meetingSeries.update({ id: seriesId }, { exceptions });
}

/** Moves a meeting to the trash. Its series leaves its day out. */
export async function trashMeeting(tx: Tx, target: Target): Promise<Meeting> {
  const meeting = await trashRecord(tx, 'meeting', target);
  await setException(tx, meeting, true);
  return meeting;
}

/** Takes a meeting out of the trash. Its series has its day again. */
export async function restoreMeeting(tx: Tx, target: Target): Promise<Meeting> {
  const meeting = await restoreRecord(tx, 'meeting', target);
  await setException(tx, meeting, false);
  return meeting;
}
