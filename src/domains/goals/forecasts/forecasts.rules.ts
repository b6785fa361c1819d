import type { Row } from '../../../platform/database/models.ts';
import { medianIntercept, type Point, theilSenSlope } from '../../../platform/queries/theil-sen.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import type { Progress } from '../progress/progress.rules.ts';

/*
 * Whether a goal is on pace, when it will be reached, and when its next check-in is due. All of it follows from the goal, its
 * progress and its check-ins, on the days of its owner.
 */

export const paceStates = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'TOO_EARLY'] as const;

/** The share of the time of a goal below which its pace says nothing. */
export const minElapsed = 0.05;
/** The least ratio of progress to time that is on track, and the least that is at risk. */
export const paceLimits = { ON_TRACK: 0.95, AT_RISK: 0.75 } as const;

/** How the progress of a goal compares to the share of its time that has passed. */
export interface Pace {
  readonly state: (typeof paceStates)[number];
  /** The progress, 0 to 1. */
  readonly progress: number;
  /** The share of the days from the start to the due day that have passed, 0 to 1: the progress that is expected. */
  readonly expected: number;
  /** `progress` / `expected`. Null while it is too early. */
  readonly ratio: number | null;
}

type Dated = Pick<Row<'goal'>, 'status' | 'startsOn' | 'dueOn' | 'createdAt' | 'closedAt'>;

/**
 * The pace of a goal: its progress / the share of its days that have passed. A goal without a first day starts on the day it was
 * created, or on its due day if that is earlier.
 * @returns null if the goal is closed, has no due day, or has nothing to measure its progress by
 */
export function paceOf(goal: Dated, progress: Progress | null, calendar: Calendar): Pace | null {
  if (goal.dueOn === null || goal.closedAt !== null || progress === null) return null;
  const { fraction } = progress;
  const expected = elapsedShare(firstDayOf(goal, calendar), goal.dueOn, calendar);
  if (expected < minElapsed) return { state: 'TOO_EARLY', progress: fraction, expected, ratio: null };
  const ratio = fraction / expected;
  return { state: paceStateOf(ratio), progress: fraction, expected, ratio };
}

function paceStateOf(ratio: number): Pace['state'] {
  if (ratio >= paceLimits.ON_TRACK) return 'ON_TRACK';
  return ratio >= paceLimits.AT_RISK ? 'AT_RISK' : 'OFF_TRACK';
}

const firstDayOf = ({ startsOn, createdAt }: Dated, calendar: Calendar) => startsOn ?? calendar.dayOf(createdAt);

/** The share of the days from one day to another that have passed: 0 up to the first, 1 from the last on. */
function elapsedShare(from: string, to: string, calendar: Calendar): number {
  const { today } = calendar;
  if (today >= to) return 1;
  return today <= from ? 0 : calendar.daysBetween(from, today) / calendar.daysBetween(from, to);
}

/** The number of days with a value, and of days between the first and the last of them, that a forecast takes. */
export const minForecastDays = { measured: 4, span: 14 } as const;
/** The number of days with a value that a forecast looks at, the latest ones. */
export const maxForecastDays = 365;

export const forecastStates = ['FORECAST', 'REACHED', 'NOT_MOVING', 'NOT_ENOUGH_DATA'] as const;

/** When the metric of a goal will reach its target. */
export interface Forecast {
  readonly state: (typeof forecastStates)[number];
  /** The day on which the line of the check-ins meets the target. Null unless there is a forecast. */
  readonly date: string | null;
  /** The early end of its 80 % interval. Null unless there is a forecast. */
  readonly earliest: string | null;
  /** The late end. Null if it is open, or unless there is a forecast. */
  readonly latest: string | null;
  /** The day since which the target is reached. Null if it is not. */
  readonly reachedOn: string | null;
  /** The change of the metric in a day, and its 80 % interval. Null if it was not computed. */
  readonly slope: number | null;
  readonly slopeLow: number | null;
  readonly slopeHigh: number | null;
  /** The number of days with a value that it looks at. */
  readonly n: number;
  /** What is missing for a forecast, in a sentence. Null if nothing is. */
  readonly missing: string | null;
}

/** A value of a metric on a day. */
export interface Measurement {
  readonly checkedOn: string;
  readonly value: number;
}

const unknown: Omit<Forecast, 'state' | 'n'> = {
  ...{ date: null, earliest: null, latest: null, reachedOn: null },
  ...{ slope: null, slopeLow: null, slopeHigh: null, missing: null },
};

/**
 * Forecasts when the metric of a goal will reach its target, by the line of its check-ins: Theil and Sen's slope through the
 * median intercept. Each end of the interval is where the line with that end of Sen's 80 % interval of the slope, through its own
 * median intercept, meets the target.
 * @param checkIns those with a value, the latest of a day last. The last of a day counts.
 * @returns null if the goal has no metric or is abandoned
 */
export function forecastOf(
  goal: Dated & Pick<Row<'goal'>, 'metricStart' | 'metricTarget'>,
  checkIns: readonly Measurement[],
  calendar: Calendar,
): Forecast | null {
  const { metricStart: start, metricTarget: target } = goal;
  if (start === null || target === null || goal.status === 'ABANDONED') return null;
  const days = lastOfEachDay(checkIns).slice(-maxForecastDays);
  const n = days.length;
  const toward = Math.sign(target - start);
  const reachedOn = reachedSince(days, ({ value }) => (value - target) * toward >= 0) ?? closedOn(goal, calendar);
  if (reachedOn !== null) return { ...unknown, state: 'REACHED', reachedOn, n };

  const first = days[0]?.checkedOn ?? '';
  const span = n > 1 ? calendar.daysBetween(first, days.at(-1)?.checkedOn ?? first) : 0;
  if (n < minForecastDays.measured || span < minForecastDays.span) {
    return { ...unknown, state: 'NOT_ENOUGH_DATA', n, missing: missingOf(n, span) };
  }
  const points = days.map(({ checkedOn, value }) => ({ x: calendar.daysBetween(first, checkedOn), y: value }));
  const { slope, low: slopeLow, high: slopeHigh } = theilSenSlope(points);
  const moving = { ...unknown, slope, slopeLow, slopeHigh, n };
  const meets = meetingOf(points, slope, target, toward);
  if (meets === null) return { ...moving, state: 'NOT_MOVING' };

  const [slow, fast] = toward > 0 ? [slopeLow, slopeHigh] : [slopeHigh, slopeLow];
  const early = meetingOf(points, fast, target, toward) ?? meets;
  const late = meetingOf(points, slow, target, toward);
  const onDay = (x: number) => calendar.addDays(first, Math.min(Math.max(Math.ceil(x - tolerance), -maxDays), maxDays));
  return {
    ...moving,
    state: 'FORECAST',
    date: onDay(meets),
    // Points beyond the target can turn the order of the lines.
    earliest: onDay(Math.min(early, meets, late ?? meets)),
    latest: late === null ? null : onDay(Math.max(early, meets, late)),
  };
}

/** A line that meets its target by less after midnight does so on that day: a sum of fractions has a rounding error. */
const tolerance = 1e-9;
/** More days than there are in a calendar, which ends with the year 9999. */
const maxDays = 4_000_000;

/** The last value of each day, in order. */
function lastOfEachDay(checkIns: readonly Measurement[]): Measurement[] {
  const byDay = new Map(checkIns.map((checkIn) => [checkIn.checkedOn, checkIn]));
  return [...byDay.values()].sort((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1));
}

/** The first day from which on all values meet the target. Null if the last one does not. */
function reachedSince(days: readonly Measurement[], isMet: (day: Measurement) => boolean): string | null {
  const lastMissed = days.findLastIndex((day) => !isMet(day));
  return days[lastMissed + 1]?.checkedOn ?? null;
}

/** The day on which a goal was achieved. Null if it was not. */
const closedOn = ({ status, closedAt }: Dated, calendar: Calendar) =>
  status === 'ACHIEVED' && closedAt ? calendar.dayOf(closedAt) : null;

/** Where the line of a slope meets a target, in days. Null if it does not go there. */
function meetingOf(points: readonly Point[], slope: number, target: number, toward: number): number | null {
  if (slope * toward <= 0) return null;
  return (target - medianIntercept(points, slope)) / slope;
}

function missingOf(n: number, span: number): string {
  const { measured, span: minSpan } = minForecastDays;
  const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  if (n < measured) return `A forecast takes check-ins with a value on ${measured} days or more. There are ${days(n)}.`;
  return `A forecast takes check-ins over ${minSpan} days or more. They span ${days(span)}.`;
}

/** When the check-ins of an active goal are due. */
export interface Cadence {
  /** The day of the last check-in. Null before the first. */
  readonly lastCheckInOn: string | null;
  /** The day by which the next one is due. */
  readonly checkInDueOn: string;
  /** Whether that day has passed. */
  readonly isStale: boolean;
}

/**
 * When the next check-in of a goal is due: its number of days after the last one, but not before it has been active for as long.
 * @returns null unless the goal is active
 */
export function cadenceOf(
  goal: Dated & Pick<Row<'goal'>, 'checkInEveryDays'>,
  lastCheckInOn: string | null,
  calendar: Calendar,
): Cadence | null {
  if (goal.status !== 'ACTIVE') return null;
  const since = [calendar.dayOf(goal.createdAt), goal.startsOn ?? '', lastCheckInOn ?? ''].sort().at(-1) ?? '';
  const checkInDueOn = calendar.addDays(since, goal.checkInEveryDays);
  return { lastCheckInOn, checkInDueOn, isStale: calendar.today > checkInDueOn };
}
