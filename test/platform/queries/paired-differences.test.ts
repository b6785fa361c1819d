import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bootstrapInterval,
  excludesZero,
  falseDiscoveryRates,
  pairedEffects,
  seedOf,
  signFlipP,
} from '../../../src/platform/queries/paired-differences.ts';
import { quantile, quantileOf } from '../../../src/platform/queries/quantiles.ts';
import { pseudoRandom } from '../../../src/platform/runtime/pseudo-random.ts';
import '../../support/properties.ts';

interface Known {
  differences: number[];
  mean: number;
  low: number;
  high: number;
  p: number;
  q: number;
}

/** 200 data sets, and what scipy makes of them; those of each ten are tested together. `generate.py` beside it made it. */
const known: Known[] = JSON.parse(
  readFileSync(new URL('../../fixtures/paired-differences/scipy.json', import.meta.url), 'utf8'),
);

const deviationOf = (values: number[]) => {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1));
};

test('tests and intervals agree with scipy: exactly up to 12 pairs, and as closely as samples can of more', () => {
  expect(known).toHaveLength(200);
  expect(known.filter(({ differences }) => differences.length <= 12).length).toBeGreaterThan(80);
  for (let family = 0; family < 200; family += 10) {
    const some = known.slice(family, family + 10);
    const effects = pairedEffects(some.map(({ differences }) => differences));
    for (const [i, { differences, mean, low, high, p }] of some.entries()) {
      const effect = effects[i] as (typeof effects)[number];
      expect(effect.n).toBe(differences.length);
      expect(effect.mean).toBeCloseTo(mean, 12);
      // Of more than 12, five standard errors of the two samples.
      const pError = differences.length <= 12 ? 1e-12 : 5 * Math.sqrt((p * (1 - p) + 1e-4) / 16_666) + 1e-4;
      expect(Math.abs(effect.p - p)).toBeLessThan(pError);
      const deviation = deviationOf(differences);
      // The ends of the interval are quantiles of 10,000 means, and of 50,000.
      const error = deviation / Math.sqrt(differences.length);
      expect(Math.abs(effect.low - low)).toBeLessThanOrEqual(0.16 * error + 1e-9);
      expect(Math.abs(effect.high - high)).toBeLessThanOrEqual(0.16 * error + 1e-9);
      expect(effect.size === null).toBe(low === high);
      expect((effect.size ?? 0) * deviation).toBeCloseTo(low === high ? 0 : mean, 9);
    }
    const qs = falseDiscoveryRates(some.map(({ p }) => p));
    for (const [i, { q }] of some.entries()) expect(qs[i]).toBeCloseTo(q, 12);
  }
});

const differences = fc.array(
  fc.integer({ min: -48, max: 48 }).map((twelfths) => twelfths / 12),
  { minLength: 1, maxLength: 12 },
);
const noRandom = () => {
  throw new Error('nothing is drawn');
};

test('up to 12 pairs, every way to flip the signs is tried, and means that differ by rounding count as equal', () => {
  fc.assert(
    fc.property(differences, (all) => {
      const sum = (signs: number) => all.reduce((total, one, i) => total + ((signs >> i) & 1 ? -one : one), 0);
      const ways = Array.from({ length: 2 ** all.length }, (_, signs) => Math.abs(sum(signs)) / all.length);
      const expected = ways.filter((mean) => mean >= (ways[0] ?? 0) - 1e-9).length / ways.length;
      expect(signFlipP(all, noRandom)).toBe(expected);
    }),
  );
  expect(signFlipP([0.1, 0.2, -0.3], noRandom)).toBe(1);
  expect(signFlipP(Array(8).fill(0.5), noRandom)).toBe(2 / 256);
});

test('the sign of all differences, and their order, change no p', () => {
  fc.assert(
    fc.property(differences, (all) => {
      const p = signFlipP(all, noRandom);
      expect(
        signFlipP(
          all.map((one) => -one),
          noRandom,
        ),
      ).toBe(p);
      expect(signFlipP(all.toReversed(), noRandom)).toBe(p);
    }),
  );
});

test('of more pairs, the given one is one of the ways, so that p is never 0', () => {
  expect(signFlipP(Array(40).fill(1), pseudoRandom(1))).toBe(1 / 20_001);
  expect(signFlipP(Array(40).fill(0), pseudoRandom(1))).toBe(1);
});

test('the same differences have the same result, and others another seed', () => {
  const all = known.find(({ differences: { length } }) => length > 20)?.differences ?? [];
  expect(pairedEffects([all])).toEqual(pairedEffects([[...all]]));
  expect(seedOf([1, 2])).not.toBe(seedOf([2, 1]));
  expect(seedOf([])).toBe(0x811c9dc5);
});

test('the interval holds the mean, and has no width where all differences are equal', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 30 }), fc.nat(), (all, seed) => {
      const [low, high] = bootstrapInterval(all, pseudoRandom(seed));
      const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
      expect(low).toBeGreaterThanOrEqual(Math.min(...all));
    }),
    { numRuns: 20 },
  );
  const [effect] = pairedEffects([Array(9).fill(0.1 + 0.2)]);
  expect(effect).toMatchObject({ low: 0.1 + 0.2, high: 0.1 + 0.2, size: null, p: 2 / 512 });
});

test('a quantile of values in any order is that of the sorted ones', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, share) => {
        const expected = quantile(Float64Array.from(all).sort(), share);
        expect(quantileOf(Float64Array.from(all), share)).toBe(expected);
      },
    ),
  );
});

test('corrected values are at least the given ones, at most 1, and in the same order', () => {
  const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(ps, (all) => {
      const qs = falseDiscoveryRates(all);
      const pairs = all.map((p, i) => [p, qs[i] as number] as const).sort(([a], [b]) => a - b);
      for (const [i, [p, q]] of pairs.entries()) {
        expect(q).toBeGreaterThanOrEqual(p);
        expect(q).toBeLessThanOrEqual(1);
        expect(q).toBeGreaterThanOrEqual(pairs[i - 1]?.[1] ?? 0);
      }
    }),
  );
  expect(falseDiscoveryRates([0.04])).toEqual([0.04]);
});

test('a difference that is a rounding error is none', () => {
  expect(excludesZero({ low: 1e-12, high: 1 })).toBe(false);
  expect(excludesZero({ low: 0.1, high: 1 })).toBe(true);
  expect(excludesZero({ low: -1, high: -0.1 })).toBe(true);
});
