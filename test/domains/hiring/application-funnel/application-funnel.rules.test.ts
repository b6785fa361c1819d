import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  funnelOf,
  type Stay,
  staysOf,
} from '../../../../src/domains/hiring/application-funnel/application-funnel.rules.ts';
import { stages } from '../../../../src/domains/hiring/job-applications/job-applications.rules.ts';
import { medianDuration } from '../../../../src/platform/queries/censored-median.ts';

const stay = (days: number, hasEnded = true): Stay => ({ stage: 1, days, hasEnded });
const lengths = (ended: number[], going: number[] = []) => [
  ...ended.map((days) => stay(days)),
  ...going.map((days) => stay(days, false)),
];

test('the median of stays is that of Kaplan and Meier', () => {
  expect(medianDuration([])).toBeNull();
  expect(medianDuration(lengths([3, 1, 2]))).toBe(2);
  // Of an even number, the first length at which half are not longer.
  expect(medianDuration(lengths([1, 2, 3, 4]))).toBe(2);
  // Freireich et al. (1963), 6-MP: the textbook example, with a median of 23 weeks.
  const going = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  expect(medianDuration(lengths([6, 6, 6, 7, 10, 13, 16, 22, 23], going))).toBe(23);
  expect(medianDuration(lengths([1], [2, 3, 4]))).toBeNull();
  // What goes on at a length is still there when others end at it.
  expect(medianDuration(lengths([2, 2], [2, 2]))).toBe(2);
});

test('a stay that goes on longer never lowers the median, and without any it is the middle length', () => {
  const some = fc.array(fc.record({ stage: fc.constant(1), days: fc.nat(30), hasEnded: fc.boolean() }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(some, fc.nat(), (stays, at) => {
      const median = medianDuration(stays);
      const longer = stays.map((one, i) =>
        i === at % stays.length ? { ...one, days: one.days + 5, hasEnded: false } : one,
      );
      expect(medianDuration(longer) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
        median ?? Number.POSITIVE_INFINITY,
      );
      const sorted = stays.map(({ days }) => days).sort((a, b) => a - b);
      expect(medianDuration(lengths(sorted))).toBe(sorted[Math.ceil(sorted.length / 2) - 1]);
    }),
  );
});

const at = (date: string) => new Date(`${date}T00:00:00Z`);
const moves = (...history: [string, string][]) =>
  history.map(([stage, date]) => ({ stage: stages.indexOf(stage as (typeof stages)[number]), enteredAt: at(date) }));

test('a stay ends by moving on, also back, and by rejection, but not by withdrawal', () => {
  const now = at('2026-11-30');
  const days = (...history: [string, string][]) =>
    staysOf(moves(...history), now).map((one) => [stages[one.stage], one.days, one.hasEnded]);
  expect(days(['INTERESTED', '2026-11-01'], ['APPLIED', '2026-11-04'], ['REJECTED', '2026-11-14'])).toEqual([
    ['INTERESTED', 3, true],
    ['APPLIED', 10, true],
  ]);
  expect(days(['OFFER', '2026-11-01'], ['SCREENING', '2026-11-03'], ['WITHDRAWN', '2026-11-08'])).toEqual([
    ['OFFER', 2, true],
    ['SCREENING', 5, false],
  ]);
  expect(days(['APPLIED', '2026-11-20'])).toEqual([['APPLIED', 10, false]]);
  expect(days(['OFFER', '2026-11-20'], ['ACCEPTED', '2026-11-21'])).toEqual([['OFFER', 1, true]]);
});

test('a stage is reached by what entered it or a later one, and each is a share of the one before', () => {
  const of = (reached: string, count: number) =>
    Array.from({ length: count }, () => ({
      reachedStage: stages.indexOf(reached as (typeof stages)[number]),
      changes: [],
    }));
  const funnel = funnelOf([...of('INTERESTED', 2), ...of('APPLIED', 5), ...of('INTERVIEWING', 3)], at('2026-11-30'));
  expect(funnel.map((one) => [stages[one.stage], one.reachedCount, one.conversion?.value ?? null])).toEqual([
    ['INTERESTED', 10, null],
    ['APPLIED', 8, 0.8],
    ['SCREENING', 3, 3 / 8],
    ['INTERVIEWING', 3, null],
    ['OFFER', 0, null],
    ['ACCEPTED', 0, null],
  ]);
  expect(funnel[3]?.conversion?.missing).toBe('A rate takes 5 applications or more. There are 3.');
  // Wilson's interval of 8 in 10.
  expect(funnel[1]?.conversion?.low).toBeCloseTo(0.4902, 4);
  expect(funnel[1]?.conversion?.high).toBeCloseTo(0.9433, 4);
});
