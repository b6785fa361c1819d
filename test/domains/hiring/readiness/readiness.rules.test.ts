import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextStepsOf } from '../../../../src/domains/hiring/readiness/readiness.plans.ts';
import {
  type RequirementMatch,
  type RoleRequirement,
  scoreOf,
} from '../../../../src/domains/hiring/readiness/readiness.rules.ts';
import { enumOf } from '../../../../src/platform/validation/enum-rules.ts';

const story = (id: string) => ({ type: 'Story', id });
const requirement = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...enumOf('RoleRequirementKind').options),
    weight: fc.nat(100),
    level: fc.integer({ min: 1, max: 10 }),
    requiredCount: fc.integer({ min: 1, max: 10 }),
  })
  .map((one) => one as RoleRequirement);
const match: fc.Arbitrary<RequirementMatch> = fc.record({
  level: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
  nodes: fc.array(fc.uuid().map(story), { maxLength: 12 }),
  problem: fc.option(fc.constant('It is gone.'), { freq: 10 }),
});
const role = fc.array(fc.tuple(requirement, match), { maxLength: 10 });

const score = (pairs: [RoleRequirement, RequirementMatch][]) => {
  const byId = new Map(pairs.map(([{ id }, has]) => [id, has]));
  return scoreOf(
    pairs.map(([one]) => one),
    ({ id }) => byId.get(id) as RequirementMatch,
  );
};

test('a score is from 0 to 100, and the shares add up to 1', () => {
  fc.assert(
    fc.property(role, (pairs) => {
      const { score: known, criteria, totalWeight, state: is, n, missing: lacks } = score(pairs);
      const points = known ?? 0;
      expect([known === null, is === 'NOT_ENOUGH_DATA', lacks !== null]).toEqual(Array(3).fill(totalWeight === 0));
      expect(n).toBe(pairs.filter(([{ weight }]) => weight > 0).length);
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(100 + 1e-9);
      const shares = criteria.reduce((sum, { share }) => sum + share, 0);
      expect(shares).toBeCloseTo(totalWeight === 0 ? 0 : 1);
      for (const { state, fraction, missing } of criteria) {
        expect(state).toBe(fraction === 1 ? 'MET' : fraction === 0 ? 'UNMET' : 'PARTLY');
        expect(missing === null).toBe(state === 'MET');
      }
    }),
  );
});

test('a higher level or another piece never lowers the score', () => {
  fc.assert(
    fc.property(role, fc.nat(), fc.double({ min: 0, max: 5, noNaN: true }), (pairs, at, more) => {
      if (pairs.length === 0) return;
      const index = at % pairs.length;
      const better = pairs.map(([one, has], i): [RoleRequirement, RequirementMatch] =>
        i === index
          ? [one, { ...has, level: (has.level ?? 0) + more, nodes: [...has.nodes, story('another')] }]
          : [one, has],
      );
      expect(score(better).score ?? 0).toBeGreaterThanOrEqual((score(pairs).score ?? 0) - 1e-9);
    }),
  );
});

test('multiplying all weights by the same number changes nothing', () => {
  fc.assert(
    fc.property(role, fc.integer({ min: 2, max: 9 }), (pairs, factor) => {
      const scaled = pairs.map(([one, has]): [RoleRequirement, RequirementMatch] => [
        { ...one, weight: one.weight * factor },
        has,
      ]);
      expect(score(scaled).score ?? -1).toBeCloseTo(score(pairs).score ?? -1);
    }),
  );
});

test('the score is 100 if everything is met, 0 if nothing is met, and null if nothing is required', () => {
  const none: RequirementMatch = { level: null, nodes: [], problem: null };
  fc.assert(
    fc.property(role, (pairs) => {
      const nodes = Array.from({ length: 10 }, (_, i) => story(`${i}`));
      const all = pairs.map(([one]): [RoleRequirement, RequirementMatch] => [one, { level: 10, nodes, problem: null }]);
      const { score: points, totalWeight } = score(all);
      expect(points ?? -1).toBeCloseTo(totalWeight === 0 ? -1 : 100);
      const unmet = score(pairs.map(([one]): [RoleRequirement, RequirementMatch] => [one, none]));
      expect(unmet.score).toBe(totalWeight === 0 ? null : 0);
    }),
  );
  expect(score([])).toEqual({
    score: null,
    state: 'NOT_ENOUGH_DATA',
    n: 0,
    missing: 'The role has no requirement with a weight above 0.',
    historySince: null,
    totalWeight: 0,
    criteria: [],
  });
});

test('a step gains what the score gains by it, and none is left once everything is met', () => {
  fc.assert(
    fc.property(role, (pairs) => {
      const before = score(pairs);
      const steps = nextStepsOf(before);
      for (const { requirement: at, toLevel, gain } of steps) {
        const taken = pairs.map(([one, has]): [RoleRequirement, RequirementMatch] =>
          one.id === at.id ? [one, { ...has, level: toLevel ?? has.level, imaginedCount: 1 }] : [one, has],
        );
        expect((score(taken).score ?? 0) - (before.score ?? 0)).toBeCloseTo(gain, 9);
        expect(gain).toBeGreaterThan(0);
      }
      expect(steps.map(({ gain }) => gain)).toEqual(steps.map(({ gain }) => gain).toSorted((a, b) => b - a));
      const unmet = before.criteria.filter((one) => one.fraction < 1 && one.isPossible && one.requirement.weight > 0);
      expect(steps).toHaveLength(unmet.length);
    }),
  );
});
