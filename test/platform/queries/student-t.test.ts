import { expect, test } from 'vitest';
import { estimateOf } from '../../../src/platform/queries/rates.ts';
import { studentQuantile } from '../../../src/platform/queries/student-t.ts';

/** What scipy.stats.t.ppf(0.975, degrees) returns. */
const known: [degrees: number, quantile: number][] = [
  [1, 12.706204736175],
  [2, 4.302652729749],
  [3, 3.182446305284],
  [4, 2.776445105198],
  [5, 2.570581835636],
  [6, 2.446911851145],
  [7, 2.364624251593],
  [9, 2.262157162798],
  [10, 2.228138851986],
  [17, 2.109815577833],
  [30, 2.042272456301],
  [100, 1.983971518524],
  [333, 1.967113444882],
  [999, 1.962341461133],
  [1_000, 1.962339080826],
  [1_001, 1.962336705281],
  [5_000, 1.960438551707],
  [100_000, 1.959987707535],
];

test('quantiles agree with scipy', () => {
  for (const [degrees, quantile] of known)
    expect(studentQuantile(degrees)).toBeCloseTo(quantile, degrees < 1_000 ? 9 : 5);
});

test('a mean has an interval from five values on, which has no width if they are equal', () => {
  expect(estimateOf(4, 3, 1)).toMatchObject({ value: null, low: null, high: null, n: 4, state: 'NOT_ENOUGH_DATA' });
  expect(estimateOf(5, 3, 0)).toEqual({ value: 3, low: 3, high: 3, n: 5, state: 'OK', missing: null });
});
