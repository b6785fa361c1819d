import type { Row } from '../../../platform/database/models.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { endOf, exceptionsOf, matchesFrom, ruleBefore } from '../../tasks/recurrences/recurrences.rules.ts';
import type { Schedule, Scheduled } from './series.rules.ts';

type Meeting = Row<'meeting'>;
type Series = Row<'meetingSeries'>;

/** Meetings are made until this many days from now, and again once fewer are left than the second number. */
const horizon = { days: 92, renewedAt: 62 };

/** The day until which meetings are to be made now. */
export const madeUntilNow = (calendar: Calendar): string => calendar.addDays(calendar.today, horizon.days);

/** Series whose meetings are made until a day before this one have more to make. */
export const dueBefore = (calendar: Calendar): string => calendar.addDays(calendar.today, horizon.renewedAt);

/** The first day that a series has meetings of its own on. */
export const firstDayOf = ({ startsOn, splitOn }: Pick<Scheduled, 'startsOn' | 'splitOn'>): string =>
  splitOn ?? startsOn;

/** The end of a rule that starts on a day. */
export const lastDayOf = (rule: string, startsOn: string) => endOf({ rule, anchor: 'SCHEDULE' }, startsOn);

/** The days of a series by its rule, from one day to another, or the first ones of them. */
export function daysOf(series: Scheduled, from: string, to: string, most = 10_000): string[] {
  const { rule, startsOn, endsOn, exceptions } = series;
  const recurrence = { anchor: 'SCHEDULE', missed: 'KEEP', rule, startsOn, endsOn, exceptions } as const;
  const first = firstDayOf(series);
  const days: string[] = [];
  for (const day of matchesFrom(recurrence, from > first ? from : first)) {
    if (day > to) break;
    days.push(day);
    if (days.length === most) break;
  }
  return days;
}

/** The times of the meeting of a day. */
export function timesOn({ timeOfDay, durationMinutes }: Scheduled, day: string, calendar: Calendar) {
  const startsAt = calendar.timeOn(day, timeOfDay);
  return { startsAt, endsAt: new Date(startsAt.getTime() + durationMinutes * 60_000) };
}

/** The columns that end a series before a day. Its exceptions from there on mean nothing any more, and stay. */
export function endingBefore(series: Scheduled, day: string, calendar: Calendar): Pick<Scheduled, 'rule' | 'endsOn'> {
  const rule = ruleBefore(series.rule, day, calendar);
  return { rule, endsOn: calendar.addDays(day, -1) };
}

/** Whether the days of two schedules may be other ones. */
export const hasOtherDays = (before: Schedule, after: Schedule): boolean =>
  before.rule !== after.rule ||
  before.startsOn !== after.startsOn ||
  before.splitOn !== after.splitOn ||
  JSON.stringify(exceptionsOf(before)) !== JSON.stringify(exceptionsOf(after));

/**
 * What a change of a series changes of one of its meetings to come: each column that still has the value of the series. What was
 * changed for the meeting alone stays.
 */
export function followed(
  meeting: Meeting & { occursOn: string },
  before: Series & Scheduled,
  after: Series & Scheduled,
  calendar: Calendar,
): Partial<Meeting> {
  const [was, is] = [before, after].map((series) => timesOn(series, meeting.occursOn, calendar)) as [Times, Times];
  const isAsMade =
    meeting.startsAt.getTime() === was.startsAt.getTime() && meeting.endsAt.getTime() === was.endsAt.getTime();
  return {
    ...(isAsMade && is),
    ...(meeting.title === before.title && { title: after.title }),
    ...(meeting.place === before.place && { place: after.place }),
    ...(meeting.joinUrl === before.joinUrl && { joinUrl: after.joinUrl }),
  };
}

type Times = ReturnType<typeof timesOn>;
