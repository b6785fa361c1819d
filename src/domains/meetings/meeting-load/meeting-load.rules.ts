import { Temporal } from 'temporal-polyfill';
import { quantile } from '../../../platform/queries/quantiles.ts';
import { meanStateOf, type Rate, rateOf, type Statistic } from '../../../platform/queries/rates.ts';
import { type Calendar, dayOfWeek } from '../../../platform/time/calendar.ts';
import { yearPeriod } from '../../../platform/validation/input-rules.ts';
import type { WorkingHours } from '../../accounts/accounts/accounts.rules.ts';

/*
 * What meetings take of the time, and what is left between them. Only meetings that take time count: not cancelled, not declined,
 * not all-day, and not those that leave one's time free. Meetings at the same time count once.
 */

/** The period whose load is asked for. */
export const meetingLoadInput = yearPeriod;

/** A gap that is shorter is too short to focus, in minutes. */
export const minFocusMinutes = 60;

/** A span of time, in milliseconds since 1970. The end is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same time in spans that neither overlap nor touch, in order. */
export function merged(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** The parts of spans that are within another one. */
export const within = (spans: readonly Span[], { start, end }: Span): Span[] =>
  spans
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.end > span.start);

/** What spans leave of another one. @param taken merged */
export function gapsBetween(taken: readonly Span[], { start, end }: Span): Span[] {
  const gaps: Span[] = [];
  let from = start;
  for (const span of within(taken, { start, end })) {
    if (span.start > from) gaps.push({ start: from, end: span.start });
    from = span.end;
  }
  if (end > from) gaps.push({ start: from, end });
  return gaps;
}

/** The length of spans, in minutes. */
const minutesOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0) / 60_000;

/** When somebody works on a date. Null if they do not. A time that the clocks skip is as much later; of two, it is the first. */
export function workingSpan(date: string, hours: readonly WorkingHours[], timeZone: string): Span | null {
  const weekday = dayOfWeek(date);
  const day = hours.find((one) => one.weekday === weekday);
  if (!day) return null;
  const at = (plainTime: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  return { start: at(day.startsAt), end: at(day.endsAt) };
}

/** A meeting that counts. */
export interface CountingMeeting {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly seriesId: string | null;
}

/** What meetings take of one day. */
export interface LoadDay {
  readonly date: string;
  readonly meetingMinutes: number;
  readonly workingMeetingMinutes: number;
  readonly workingMinutes: number;
  /** The gaps within working hours, in order. */
  readonly gaps: readonly Span[];
  readonly meetingIds: readonly string[];
}

/** The load of each day of a period. */
export function loadByDay(
  meetings: readonly CountingMeeting[],
  dates: readonly string[],
  hours: readonly WorkingHours[],
  calendar: Calendar,
): LoadDay[] {
  const spanOf = ({ startsAt, endsAt }: CountingMeeting) => ({ start: startsAt.getTime(), end: endsAt.getTime() });
  const taken = merged(meetings.map(spanOf));
  return dates.map((date) => {
    const day = { start: calendar.startOfDay(date).getTime(), end: calendar.endOfDay(date).getTime() };
    const working = workingSpan(date, hours, calendar.timeZone);
    return {
      date,
      meetingMinutes: minutesOf(within(taken, day)),
      workingMeetingMinutes: working ? minutesOf(within(taken, working)) : 0,
      workingMinutes: working ? minutesOf([working]) : 0,
      gaps: working ? gapsBetween(taken, working) : [],
      meetingIds: meetings
        .filter((meeting) => {
          const { start, end } = spanOf(meeting);
          return start < day.end && (end > day.start || start >= day.start);
        })
        .map(({ id }) => id),
    };
  });
}

/** The load of some days together. */
export interface LoadTotals {
  readonly meetingMinutes: number;
  readonly workingMeetingMinutes: number;
  readonly workingMinutes: number;
  readonly freeMinutes: number;
  readonly longestGap: Span | null;
  /** The share of the free working time that is in gaps too short to focus. Null if there is no free working time. */
  readonly fragmentation: number | null;
}

/** Sums the load of some days. */
export function totalsOf(days: readonly LoadDay[]): LoadTotals {
  const sum = (of: (day: LoadDay) => number) => days.reduce((total, day) => total + of(day), 0);
  const gaps = days.flatMap((day) => day.gaps);
  const free = minutesOf(gaps);
  const short = minutesOf(gaps.filter((gap) => minutesOf([gap]) < minFocusMinutes));
  const longest = gaps.reduce<Span | null>(
    (most, gap) => (most && minutesOf([most]) >= minutesOf([gap]) ? most : gap),
    null,
  );
  return {
    meetingMinutes: sum((day) => day.meetingMinutes),
    workingMeetingMinutes: sum((day) => day.workingMeetingMinutes),
    workingMinutes: sum((day) => day.workingMinutes),
    freeMinutes: free,
    longestGap: longest,
    fragmentation: free > 0 ? short / free : null,
  };
}

/** The share of meetings with preparation items of which some are open. @param items those of all meetings */
export function unpreparedRate(items: readonly { readonly meetingId: string; readonly doneAt: Date | null }[]): Rate {
  const meetings = [...Map.groupBy(items, ({ meetingId }) => meetingId).values()];
  const open = meetings.filter((ofMeeting) => ofMeeting.some(({ doneAt }) => doneAt === null));
  return rateOf(open.length, meetings.length, 'meetings with something to prepare');
}

/** How often the owner meets somebody alone. */
export interface OneOnOneCadence {
  readonly personId: string;
  readonly count: number;
  readonly lastMeetingId: string;
  readonly daysSince: number;
  /** The median number of days from one to the next. Those on one day count as one. */
  readonly cadence: Statistic;
  /** Whether more days than that have passed since the last. */
  readonly isOverdue: boolean;
}

/** A past meeting of the owner and one other person. */
export interface OneOnOne {
  readonly meetingId: string;
  readonly personId: string;
  readonly day: string;
}

/** The cadences of one-on-ones: overdue ones first, then the longest ago. @param oneOnOnes in order of time */
export function cadencesOf(
  oneOnOnes: readonly OneOnOne[],
  calendar: Pick<Calendar, 'today' | 'daysBetween'>,
): OneOnOneCadence[] {
  const cadences = [...Map.groupBy(oneOnOnes, ({ personId }) => personId)].map(([personId, all]): OneOnOneCadence => {
    const days = [...new Set(all.map(({ day }) => day))];
    const gaps = days.slice(1).map((day, i) => calendar.daysBetween(days[i] ?? day, day));
    const cadence = medianOf(gaps);
    const last = all.at(-1) as OneOnOne;
    const daysSince = calendar.daysBetween(last.day, calendar.today);
    const isOverdue = cadence.value !== null && daysSince > cadence.value;
    return { personId, count: all.length, lastMeetingId: last.meetingId, daysSince, cadence, isOverdue };
  });
  return cadences.sort(
    (a, b) =>
      Number(b.isOverdue) - Number(a.isOverdue) || b.daysSince - a.daysSince || (a.personId < b.personId ? -1 : 1),
  );
}

function medianOf(values: readonly number[]): Statistic {
  const n = values.length;
  const state = meanStateOf(n);
  const sorted = values.toSorted((a, b) => a - b);
  return { value: state.state === 'OK' ? quantile(sorted, 0.5) : null, n, ...state };
}
