import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Status } from '../../../../src/domains/goals/goals/goals.rules.ts';
import {
  type Parts,
  type Progress,
  progressOf,
  type Tally,
} from '../../../../src/domains/goals/progress/progress.rules.ts';
import { GoalStatus } from '../../../../src/generated/sqlite/enums.ts';

type Goal = Parameters<typeof progressOf>[0];

/** Milestones that all weigh 1. */
const unweighted = (tally: Tally) => ({ ...tally, doneWeight: tally.doneCount, totalWeight: tally.totalCount });
const part = (progress: Progress | null, weight = 1) => ({ progress, weight });

const open: Goal = { status: 'ACTIVE', metricStart: null, metricTarget: null, metricCurrent: null };
const nothing: Parts = {
  subgoals: [],
  milestones: unweighted({ doneCount: 0, totalCount: 0 }),
  tasks: { doneCount: 0, totalCount: 0 },
};
const measured = (metricStart: number, metricTarget: number, metricCurrent: number): Goal => ({
  ...open,
  metricStart,
  metricTarget,
  metricCurrent,
});
const at = (fraction: number): Progress => ({ fraction, rule: 'METRIC', doneCount: null, totalCount: null });

const tally = fc
  .tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }))
  .map(([a, b]) => ({ doneCount: Math.min(a, b), totalCount: Math.max(a, b) }));
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const amount = fc.double({ min: -1e15, max: 1e15, noNaN: true });
const status = fc.constantFrom<Status>(...Object.values(GoalStatus));
const metric = fc.option(fc.tuple(amount, amount, amount).filter(([start, target]) => start !== target));
const goal = fc
  .tuple(status, metric)
  .map(([of, values]): Goal => ({ ...(values ? measured(...values) : open), status: of }));
const parts = fc.record({
  subgoals: fc.array(
    fc.tuple(fc.option(fraction.map(at)), fc.integer({ min: 1, max: 100 })).map(([one, weight]) => part(one, weight)),
    { maxLength: 8 },
  ),
  milestones: tally.map(unweighted),
  tasks: tally,
});

test('progress is from 0 to 1, or null if there is nothing to measure by', () => {
  fc.assert(
    fc.property(goal, parts, (one, of) => {
      const progress = progressOf(one, of);
      const measurable = of.subgoals.length + of.milestones.totalCount + of.tasks.totalCount > 0;
      expect(progress !== null).toBe(one.status === 'ACHIEVED' || one.metricCurrent !== null || measurable);
      const { fraction: far, rule, doneCount, totalCount } = progress ?? { ...at(0), rule: null };
      expect(far >= 0 && far <= 1).toBe(true);
      const counted = rule !== null && rule !== 'ACHIEVED' && rule !== 'METRIC';
      expect([doneCount !== null, totalCount !== null]).toEqual([counted, counted]);
      const [left, all] = [(totalCount ?? 0) - (doneCount ?? 0), totalCount ?? 0];
      expect(left >= 0 && all >= (counted ? 1 : 0)).toBe(true);
      // Everything done is all of it, and nothing else is; but a mean of doubles may round up to it.
      expect(!counted || left > 0 || far === 1).toBe(true);
      expect(!counted || left === 0 || far < 1 || rule === 'SUBGOALS').toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the first rule that applies is used: achieved, metric, subgoals, milestones, tasks', () => {
  const all: Parts = {
    subgoals: [part(at(0.5))],
    milestones: unweighted({ doneCount: 1, totalCount: 3 }),
    tasks: { doneCount: 1, totalCount: 4 },
  };
  expect(progressOf({ ...measured(0, 10, 2), status: 'ACHIEVED' }, all)).toEqual({ ...at(1), rule: 'ACHIEVED' });
  expect(progressOf(measured(0, 10, 2), all)).toEqual(at(0.2));
  expect(progressOf(open, all)).toEqual({ fraction: 0.5, rule: 'SUBGOALS', doneCount: 0, totalCount: 1 });
  expect(progressOf(open, { ...all, subgoals: [] })).toEqual({
    fraction: 1 / 3,
    rule: 'MILESTONES',
    doneCount: 1,
    totalCount: 3,
  });
  expect(progressOf(open, { ...nothing, tasks: all.tasks })).toEqual({
    ...{ fraction: 0.25, rule: 'TASKS', doneCount: 1, totalCount: 4 },
  });
  expect(progressOf(open, nothing)).toBeNull();
  // Subgoals with nothing to measure by say nothing, unless another one does.
  expect(progressOf(open, { ...nothing, subgoals: [part(null), part(null)] })).toBeNull();
  expect(progressOf(open, { ...all, subgoals: [part(null)] })?.rule).toBe('MILESTONES');
  expect(progressOf(open, { ...all, subgoals: [part(null), part(at(0.5))] })?.fraction).toBe(0.25);
  // An abandoned goal is as far as it got.
  expect(progressOf({ ...open, status: 'ABANDONED' }, all)?.fraction).toBe(0.5);
});

test('more done never lowers progress', () => {
  const more = fc.nat({ max: 5 });
  fc.assert(
    fc.property(goal, parts, more, more, fc.nat({ max: 7 }), (one, of, milestones, tasks, index) => {
      const further = (part: { doneCount: number; totalCount: number }, by: number) => ({
        ...part,
        doneCount: Math.min(part.doneCount + by, part.totalCount),
      });
      const later: Parts = {
        subgoals: of.subgoals.map((one, i) => (i === index ? part(at(1), one.weight) : one)),
        milestones: unweighted(further(of.milestones, milestones)),
        tasks: further(of.tasks, tasks),
      };
      const [before, after] = [progressOf(one, of), progressOf(one, later)];
      expect(after?.rule).toBe(before?.rule);
      // Sums of doubles may differ in their last place.
      expect(after?.fraction ?? 0).toBeGreaterThanOrEqual((before?.fraction ?? 0) - 1e-12);
    }),
    { numRuns: 300 },
  );
});

test('a value nearer to the target never lowers progress, in either direction', () => {
  fc.assert(
    fc.property(amount, amount, fraction, fraction, (start, target, a, b) => {
      fc.pre(start !== target);
      const along = (way: number) => progressOf(measured(start, target, start + (target - start) * way), nothing);
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(along(more)?.fraction).toBeGreaterThanOrEqual(along(less)?.fraction ?? Number.NaN);
      expect(progressOf(measured(start, target, start), nothing)?.fraction).toBe(0);
      expect(progressOf(measured(start, target, target), nothing)?.fraction).toBe(1);
    }),
    { numRuns: 300 },
  );
  expect(progressOf(measured(80, 70, 75), nothing)?.fraction).toBe(0.5);
  expect(progressOf(measured(80, 70, 90), nothing)?.fraction).toBe(0);
  expect(progressOf(measured(80, 70, 60), nothing)?.fraction).toBe(1);
});

test('subgoals with equal progress roll up to the same progress, in any order', () => {
  fc.assert(
    fc.property(fraction, fc.integer({ min: 1, max: 50 }), (one, count) => {
      const progress = progressOf(open, {
        ...nothing,
        subgoals: Array.from({ length: count }, (_, i) => part(at(one), i + 1)),
      });
      expect(progress?.fraction).toBeCloseTo(one, 12);
      expect(progress).toMatchObject({ rule: 'SUBGOALS', totalCount: count, doneCount: one === 1 ? count : 0 });
    }),
    { numRuns: 100 },
  );
  fc.assert(
    fc.property(parts, ({ subgoals }) => {
      const [there, back] = [subgoals, subgoals.toReversed()].map((list) =>
        progressOf(open, { ...nothing, subgoals: list }),
      );
      expect(there?.fraction ?? 0).toBeCloseTo(back?.fraction ?? 0, 12);
    }),
    { numRuns: 100 },
  );
});

test('a subgoal with nothing to measure it by counts as 0, so that one of three achieved is a third', () => {
  const achieved: Progress = { fraction: 1, rule: 'ACHIEVED', doneCount: null, totalCount: null };
  expect(progressOf(open, { ...nothing, subgoals: [achieved, null, null].map((one) => part(one)) })).toEqual({
    ...{ fraction: 1 / 3, rule: 'SUBGOALS', doneCount: 1, totalCount: 3 },
  });
});

test('parts count by their weights, and one with a weight of 0 not at all', () => {
  const of = (subgoals: Parts['subgoals']) => progressOf(open, { ...nothing, subgoals });
  expect(of([part(at(1), 3), part(at(0), 1)])).toMatchObject({ fraction: 0.75, doneCount: 1, totalCount: 2 });
  expect(of([part(at(1), 0), part(at(0.5), 7)])).toMatchObject({ fraction: 0.5, doneCount: 1, totalCount: 2 });
  expect(of([part(at(1), 0), part(null, 7)])).toBeNull();
  expect(of([part(at(1), 0)])).toBeNull();
  const milestones = { doneCount: 1, totalCount: 3, doneWeight: 60, totalWeight: 80 };
  expect(progressOf(open, { ...nothing, milestones })).toEqual({
    ...{ fraction: 0.75, rule: 'MILESTONES', doneCount: 1, totalCount: 3 },
  });
  expect(progressOf(open, { ...nothing, milestones: { ...milestones, doneWeight: 0, totalWeight: 0 } })).toBeNull();
});
