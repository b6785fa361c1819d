import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianIntercept, theilSenSlope } from '../../../src/platform/queries/theil-sen.ts';
import '../../support/properties.ts';

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

/** 240 series, and what scipy makes of them. `generate.py` beside it made it. */
const known: Known[] = JSON.parse(
  readFileSync(new URL('../../fixtures/theil-sen/scipy.json', import.meta.url), 'utf8'),
);

const pointsOf = ({ x, y }: Pick<Known, 'x' | 'y'>) => x.map((one, i) => ({ x: one, y: y[i] ?? 0 }));

test('slopes, intervals and intercepts agree with scipy', () => {
  expect(known).toHaveLength(240);
  for (const one of known) {
    const points = pointsOf(one);
    const made = theilSenSlope(points);
    expect(Math.abs(made.slope - one.slope)).toBeLessThan(1e-9);
    expect(Math.abs(made.low - one.low)).toBeLessThan(1e-9);
    expect(Math.abs(made.high - one.high)).toBeLessThan(1e-9);
    expect(Math.abs(medianIntercept(points, made.slope) - one.intercept)).toBeLessThan(1e-9);
    expect(Math.abs(medianIntercept(points, made.low) - one.interceptOfLow)).toBeLessThan(1e-9);
    expect(Math.abs(medianIntercept(points, made.high) - one.interceptOfHigh)).toBeLessThan(1e-9);
  }
});

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 20 });

test('the slope lies within its interval, and turns with the values', () => {
  fc.assert(
    fc.property(values, (ys) => {
      const points = ys.map((y, x) => ({ x, y }));
      const { slope, low, high } = theilSenSlope(points);
      expect(low <= slope && slope <= high).toBe(true);
      const turned = theilSenSlope(points.map(({ x, y }) => ({ x, y: -y })));
      expect(turned.slope).toBeCloseTo(-slope, 12);
    }),
    { numRuns: 200 },
  );
});

test('one odd point does not turn the line', () => {
  const points = Array.from({ length: 9 }, (_, x) => ({ x, y: x === 4 ? 1_000 : 2 * x + 1 }));
  expect(theilSenSlope(points).slope).toBe(2);
  expect(medianIntercept(points, 2)).toBe(1);
});
