import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cadenceOf,
  forecastOf,
  type Measurement,
  paceOf,
} from '../../../../src/domains/goals/forecasts/forecasts.rules.ts';
import type { Progress } from '../../../../src/domains/goals/progress/progress.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';
import '../../../support/properties.ts';

const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), {
  timeZone: 'Europe/Berlin',
  dayStartsAt: '04:00',
  weekStartsOn: 'MONDAY',
});
const day = (days: number) => calendar.addDays(calendar.today, days);

const goal = {
  status: 'ACTIVE',
  ...{ createdAt: new Date('2026-09-01T09:00:00Z'), closedAt: null as Date | null },
  ...{ startsOn: day(-50) as string | null, dueOn: day(50) as string | null },
  ...{ metricStart: 0, metricTarget: 100, checkInEveryDays: 14 },
} as const;
const at = (fraction: number): Progress => ({ fraction, rule: 'METRIC', doneCount: null, totalCount: null });
const paceAt = (fraction: number, more: Partial<typeof goal> = {}) =>
  paceOf({ ...goal, ...more }, at(fraction), calendar);
const checkIns = (...values: [days: number, value: number][]): Measurement[] =>
  values.map(([days, value]) => ({ checkedOn: day(days), value }));
const forecast = (values: [number, number][], more: object = {}) =>
  forecastOf({ ...goal, ...more }, checkIns(...values), calendar);

test('pace is progress divided by the share of the days that have passed', () => {
  expect(paceAt(0.475)).toEqual({ state: 'ON_TRACK', progress: 0.475, expected: 0.5, ratio: 0.95 });
  expect(paceAt(0.4749)?.state).toBe('AT_RISK');
  expect(paceAt(0.375)?.state).toBe('AT_RISK');
  expect(paceAt(0.3749)?.state).toBe('OFF_TRACK');
  expect(paceAt(0)).toMatchObject({ state: 'OFF_TRACK', ratio: 0 });
  expect(paceAt(1)).toMatchObject({ state: 'ON_TRACK', ratio: 2 });
});

test('it is too early for a pace below 5 % of the time, and all of it has passed from the due day on', () => {
  const early = { startsOn: day(-4), dueOn: day(96) };
  expect(paceAt(0.5, early)).toEqual({ state: 'TOO_EARLY', progress: 0.5, expected: 0.04, ratio: null });
  expect(paceAt(0.05, { startsOn: day(-5), dueOn: day(95) })).toMatchObject({ state: 'ON_TRACK', expected: 0.05 });
  expect(paceAt(0.05, { startsOn: day(1), dueOn: day(95) })).toMatchObject({ state: 'TOO_EARLY', expected: 0 });
  for (const dueOn of [day(0), day(-10)]) {
    expect(paceAt(0.9, { dueOn })).toMatchObject({ state: 'AT_RISK', expected: 1, ratio: 0.9 });
  }
  expect(paceAt(0.9, { startsOn: day(0), dueOn: day(0) })).toMatchObject({ expected: 1 });
  // Without a first day, the goal starts on the day it was created.
  expect(paceAt(0.5, { startsOn: null, dueOn: day(83) })?.expected).toBe(0.5);
});

test('a goal that is closed, has no due day or nothing to measure by has no pace', () => {
  expect(paceAt(0.5, { dueOn: null })).toBeNull();
  expect(paceAt(0.5, { closedAt: new Date() })).toBeNull();
  expect(paceOf(goal, null, calendar)).toBeNull();
});

test('a forecast is where the line of the check-ins meets the target', () => {
  expect(
    forecast([
      [-30, 10],
      [-20, 20],
      [-10, 30],
      [0, 40],
    ]),
  ).toEqual({
    ...{ state: 'FORECAST', date: day(60), earliest: day(60), latest: day(60), reachedOn: null },
    ...{ slope: 1, slopeLow: 1, slopeHigh: 1, n: 4, missing: null },
  });
  // It is on the day within which the line meets it.
  expect(
    forecast([
      [-30, 10.5],
      [-20, 20.5],
      [-10, 30.5],
      [0, 40.5],
    ])?.date,
  ).toBe(day(60));
  const falling = { metricStart: 100, metricTarget: 0 };
  expect(
    forecast(
      [
        [-30, 90],
        [-20, 80],
        [-10, 70],
        [0, 60],
      ],
      falling,
    ),
  ).toMatchObject({ date: day(60), slope: -1 });
});

test('the last check-in of a day counts, for the line and for the number of days', () => {
  const steady: [number, number][] = [
    [-30, 99],
    [-30, 10],
    [-20, 1],
    [-20, 20],
    [-10, 30],
    [0, 40],
  ];
  expect(forecast(steady)).toMatchObject({ state: 'FORECAST', n: 4, slope: 1 });
  expect(
    forecast([
      [-20, 1],
      [-20, 2],
      [-20, 3],
      [0, 4],
    ]),
  ).toMatchObject({
    ...{ state: 'NOT_ENOUGH_DATA', n: 2, date: null, slope: null },
    missing: 'A forecast takes check-ins with a value on 4 days or more. There are 2 days.',
  });
  expect(
    forecast([
      [-13, 1],
      [-9, 2],
      [-5, 3],
      [0, 4],
    ]),
  ).toMatchObject({
    missing: 'A forecast takes check-ins over 14 days or more. They span 13 days.',
  });
  expect(
    forecast([
      [-14, 1],
      [-9, 2],
      [-5, 3],
      [0, 4],
    ])?.state,
  ).toBe('FORECAST');
  expect(forecast([])).toMatchObject({ state: 'NOT_ENOUGH_DATA', n: 0 });
});

test('what is reached has its day and no forecast', () => {
  const none = { date: null, earliest: null, latest: null, slope: null };
  expect(
    forecast([
      [-30, 100],
      [-20, 90],
      [-10, 101],
      [0, 100],
    ]),
  ).toMatchObject({
    ...none,
    ...{ state: 'REACHED', reachedOn: day(-10) },
  });
  expect(forecast([[-3, 100]])).toMatchObject({ state: 'REACHED', reachedOn: day(-3), n: 1 });
  const closedAt = new Date('2026-11-20T01:00:00Z');
  expect(forecast([[-3, 50]], { status: 'ACHIEVED', closedAt })).toMatchObject({
    ...{ state: 'REACHED', reachedOn: '2026-11-19' },
  });
  expect(forecast([[-3, 100]], { status: 'ABANDONED', closedAt })).toBeNull();
  expect(forecast([], { metricStart: null, metricTarget: null })).toBeNull();
});

test('a metric that stands still or goes the other way is not moving; one that may do so has an open end', () => {
  expect(
    forecast([
      [-30, 10],
      [-20, 10],
      [-10, 10],
      [0, 10],
    ]),
  ).toMatchObject({ state: 'NOT_MOVING', slope: 0 });
  expect(
    forecast([
      [-30, 40],
      [-20, 30],
      [-10, 20],
      [0, 10],
    ]),
  ).toMatchObject({ state: 'NOT_MOVING', date: null });
  const unsure = forecast([
    [-30, 10],
    [-20, 30],
    [-10, 8],
    [0, 28],
  ]);
  expect(unsure).toMatchObject({ state: 'FORECAST', latest: null });
  expect(unsure?.slopeLow).toBeLessThanOrEqual(0);
});

interface Known {
  x: number[];
  y: number[];
  slope: number;
  intercept: number;
  low: number;
  high: number;
  interceptOfLow: number;
  interceptOfHigh: number;
}
const fixture = new URL('../../../fixtures/theil-sen/scipy.json', import.meta.url);
const known: Known[] = JSON.parse(readFileSync(fixture, 'utf8'));

test('forecasts of random series are those of lines by scipy', () => {
  const dayOf = (slope: number, intercept: number, target: number) =>
    calendar.addDays('2020-01-01', Math.ceil((target - intercept) / slope - 1e-9));
  const states = known.map((one) => {
    const measured = one.x.map((x, i) => ({ checkedOn: calendar.addDays('2020-01-01', x), value: one.y[i] ?? 0 }));
    const [metricStart, metricTarget] = [-1_000, Math.max(...one.y) + 50];
    const made = forecastOf({ ...goal, metricStart, metricTarget }, measured, calendar);
    const expected =
      (one.x.at(-1) ?? 0) < 14
        ? { state: 'NOT_ENOUGH_DATA' }
        : one.slope <= 0
          ? { state: 'NOT_MOVING', date: null }
          : {
              state: 'FORECAST',
              date: dayOf(one.slope, one.intercept, metricTarget),
              earliest: dayOf(one.high, one.interceptOfHigh, metricTarget),
              latest: one.low > 0 ? dayOf(one.low, one.interceptOfLow, metricTarget) : null,
            };
    expect(made).toMatchObject(expected);
    return made?.state;
  });
  expect(states.filter((state) => state === 'FORECAST').length).toBeGreaterThan(100);
});

test('a forecast lies within its interval, whatever the values', () => {
  const series = fc.uniqueArray(
    fc.tuple(fc.integer({ min: -300, max: 0 }), fc.double({ min: -10, max: 99, noNaN: true })),
    {
      ...{ minLength: 4, maxLength: 12 },
      selector: ([days]) => days,
    },
  );
  fc.assert(
    fc.property(series, (values) => {
      const sorted = values.toSorted(([a], [b]) => a - b);
      const { state, date, earliest, latest } = forecast(sorted) ?? { state: null };
      expect((state === 'FORECAST') === (typeof date === 'string')).toBe(true);
      expect((earliest ?? '') <= (date ?? '') && (date ?? '') <= (latest ?? '9999-12-31')).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a check-in is due some days after the last one, and after the goal began', () => {
  const of = (more: object, last: string | null = null) => cadenceOf({ ...goal, ...more }, last, calendar);
  expect(of({}, day(-14))).toEqual({ lastCheckInOn: day(-14), checkInDueOn: day(0), isStale: false });
  expect(of({}, day(-15))).toMatchObject({ checkInDueOn: day(-1), isStale: true });
  expect(of({ checkInEveryDays: 30 }, day(-15))?.isStale).toBe(false);
  expect(of({ startsOn: day(-3) })).toEqual({ lastCheckInOn: null, checkInDueOn: day(11), isStale: false });
  expect(of({ startsOn: null })).toMatchObject({ checkInDueOn: '2026-09-15', isStale: true });
  for (const status of ['PLANNED', 'ACHIEVED', 'ABANDONED']) expect(of({ status })).toBeNull();
});
