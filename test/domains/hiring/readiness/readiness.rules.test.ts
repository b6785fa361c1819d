import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Found, type Requirement, scoreOf } from '../../../../src/domains/hiring/readiness/readiness.rules.ts';
import { requirementKinds } from '../../../../src/domains/hiring/role-profiles/role-profiles.rules.ts';

const requirement = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...requirementKinds),
    weight: fc.nat(100),
    level: fc.integer({ min: 1, max: 10 }),
    requiredCount: fc.integer({ min: 1, max: 10 }),
  })
  .map((one) => one as Requirement);
const found: fc.Arbitrary<Found> = fc.record({
  level: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
  nodes: fc.array(fc.record({ type: fc.constant('Story'), id: fc.uuid() }), { maxLength: 12 }),
  fault: fc.option(fc.constant('It is gone.'), { freq: 10 }),
});
const role = fc.array(fc.tuple(requirement, found), { maxLength: 10 });

const score = (pairs: [Requirement, Found][]) => {
  const byId = new Map(pairs.map(([{ id }, has]) => [id, has]));
  return scoreOf(
    pairs.map(([one]) => one),
    ({ id }) => byId.get(id) as Found,
  );
};

test('a score is from 0 to 100, and the shares come to one', () => {
  fc.assert(
    fc.property(role, (pairs) => {
      const { score: points, criteria, totalWeight } = score(pairs);
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

test('more never lowers the score: neither a higher level nor another piece', () => {
  fc.assert(
    fc.property(role, fc.nat(), fc.double({ min: 0, max: 5, noNaN: true }), (pairs, at, more) => {
      if (pairs.length === 0) return;
      const index = at % pairs.length;
      const better = pairs.map(([one, has], i): [Requirement, Found] =>
        i === index
          ? [one, { ...has, level: (has.level ?? 0) + more, nodes: [...has.nodes, { type: 'Story', id: 'another' }] }]
          : [one, has],
      );
      expect(score(better).score).toBeGreaterThanOrEqual(score(pairs).score - 1e-9);
    }),
  );
});

test('weights count against each other only: all of them times the same changes nothing', () => {
  fc.assert(
    fc.property(role, fc.integer({ min: 2, max: 9 }), (pairs, factor) => {
      const scaled = pairs.map(([one, has]): [Requirement, Found] => [{ ...one, weight: one.weight * factor }, has]);
      expect(score(scaled).score).toBeCloseTo(score(pairs).score);
    }),
  );
});

test('with all of it met the score is 100, with nothing 0, and a role that asks nothing scores 0', () => {
  const none: Found = { level: null, nodes: [], fault: null };
  fc.assert(
    fc.property(role, (pairs) => {
      const nodes = Array.from({ length: 10 }, (_, i) => ({ type: 'Story', id: `${i}` }));
      const all = pairs.map(([one]): [Requirement, Found] => [one, { level: 10, nodes, fault: null }]);
      const { score: points, totalWeight } = score(all);
      expect(points).toBeCloseTo(totalWeight === 0 ? 0 : 100);
      expect(score(pairs.map(([one]): [Requirement, Found] => [one, none])).score).toBe(0);
    }),
  );
  expect(score([])).toEqual({ score: 0, totalWeight: 0, criteria: [] });
});
