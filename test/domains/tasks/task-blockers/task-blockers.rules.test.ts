import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutCircles } from '../../../../src/domains/tasks/task-blockers/task-blockers.rules.ts';
import { tries } from '../../../support/services.ts';

const orderOf = (blockers: Record<string, string[]>) => [...withoutCircles(new Map(Object.entries(blockers)))];

test('those that are waited for come first, and of a circle one does not wait', () => {
  expect(orderOf({ a: ['b', 'c'], b: ['a'] })).toEqual([
    ['b', []],
    ['a', ['b', 'c']],
  ]);
  expect(orderOf({ a: ['a', 'b', 'b'] })).toEqual([['a', ['b']]]);
});

test('of what waits for what, only circles are taken out', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  fc.assert(
    fc.property(fc.dictionary(id, fc.array(id, { maxLength: 5 })), (blockers) => {
      const order = orderOf(blockers);
      const before = new Set<string>();
      for (const [waiting, kept] of order) {
        // Each blocker that waits itself has come before, so that there is no circle.
        for (const blocker of kept) expect(before.has(blocker) || !Object.hasOwn(blockers, blocker)).toBe(true);
        before.add(waiting);
      }
      expect(new Set(order.map(([waiting]) => waiting))).toEqual(new Set(Object.keys(blockers)));
      // What is taken out would close a circle.
      const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
        from === to || (blockers[from] ?? []).some((next) => !seen.has(next) && reaches(next, to, seen.add(next)));
      for (const [waiting, kept] of order)
        for (const blocker of blockers[waiting] ?? [])
          expect(kept.includes(blocker) || reaches(blocker, waiting)).toBe(true);
    }),
    { numRuns: tries(1_000) },
  );
});

test('a long chain is no deep recursion', () => {
  const chain = new Map(Array.from({ length: 100_000 }, (_, index) => [`${index}`, [`${index + 1}`]]));
  expect(withoutCircles(chain).size).toBe(100_000);
});
