import { pseudoRandom, seedOfText } from '../runtime/pseudo-random.ts';
import { quantile } from './quantiles.ts';

/*
 * What differences between pairs of measurements say: a paired test and an interval that suppose no distribution, and the
 * correction for having tested more than once. What is drawn at random is drawn from a seed that the differences themselves give,
 * so that the same data has the same result. It imports little, so that a thread can run it.
 */

/** What the differences of some pairs say. */
export interface PairedEffect {
  readonly n: number;
  readonly mean: number;
  /** The 95 % interval of the mean. It has no width if all differences are equal. */
  readonly low: number;
  readonly high: number;
  /** The mean in standard deviations of the differences (Cohen's d for pairs). Null if all differences are equal. */
  readonly size: number | null;
  /** How often chance alone makes a mean that is as far from 0. */
  readonly p: number;
  /** `p`, corrected for all effects that were tested with it. */
  readonly q: number;
}

/** Up to so many pairs, all 2ⁿ ways to flip signs are tried. */
const maxExact = 12;
/** How many ways are drawn if there are more, and how many samples an interval is made of. */
const [flips, resamples] = [20_000, 10_000];
/** Means that differ by less are equal: a sum has another rounding error in another order. */
const tolerance = 1e-9;

/** The seed for some differences: of their values to nine decimals, in order. */
export const seedOf = (differences: readonly number[]): number =>
  seedOfText(differences.map((one) => one.toFixed(9)).join());

/** For each eight differences, their sums under all 256 choices of signs, so that a sum of all takes an eighth of the steps. */
function signedSums(differences: readonly number[]): Float64Array[] {
  const parts = Array.from({ length: Math.ceil(differences.length / 8) }, (_, i) =>
    differences.slice(8 * i, 8 * i + 8),
  );
  return parts.map((part) =>
    Float64Array.from({ length: 256 }, (_, signs) =>
      part.reduce((sum, one, bit) => sum + ((signs >> bit) & 1 ? -one : one), 0),
    ),
  );
}

/**
 * The two-sided p of a paired permutation test (Fisher, 1935): the share of the ways to flip the signs of the differences whose
 * mean is at least as far from 0. Exact up to 12 differences. Of more, 20,000 ways are drawn, and the given one counts as one
 * of them: (b + 1) / (m + 1).
 * @param random whole numbers from 0 to 2³² - 1
 */
export function signFlipP(differences: readonly number[], random: () => number): number {
  const { length } = differences;
  const sums = signedSums(differences);
  const limit = Math.abs(differences.reduce((sum, one) => sum + one, 0)) - tolerance * length;
  let extreme = 0;
  if (length <= maxExact) {
    const [first, second] = sums;
    for (let signs = 0; signs < 2 ** length; signs++) {
      if (Math.abs((first?.[signs & 255] ?? 0) + (second?.[signs >> 8] ?? 0)) >= limit) extreme += 1;
    }
    return extreme / 2 ** length;
  }
  for (let flip = 0; flip < flips; flip++) {
    let sum = 0;
    for (let i = 0, word = 0; i < sums.length; i++) {
      word = i % 4 === 0 ? random() : word >>> 8;
      sum += sums[i]?.[word & 255] ?? 0;
    }
    if (Math.abs(sum) >= limit) extreme += 1;
  }
  return (extreme + 1) / (flips + 1);
}

/**
 * The 95 % interval of the mean of some differences, by the percentiles of the means of 10,000 samples drawn from them with
 * replacement (Efron, 1979).
 * @param random whole numbers from 0 to 2³² - 1
 */
export function bootstrapInterval(differences: readonly number[], random: () => number): [low: number, high: number] {
  const values = Float64Array.from(differences);
  const { length } = values;
  const [first = 0] = values;
  if (values.every((value) => Math.abs(value - first) <= tolerance)) return [first, first];
  const means = new Float64Array(resamples);
  for (let sample = 0; sample < resamples; sample++) {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += values[Math.floor((random() * length) / 2 ** 32)] as number;
    means[sample] = sum / length;
  }
  means.sort();
  return [quantile(means, 0.025), quantile(means, 0.975)];
}

/**
 * Corrects the p of several tests so that of those below a limit no more than that share is expected to be chance: q by
 * Benjamini and Hochberg (1995).
 */
export function falseDiscoveryRates(ps: readonly number[]): number[] {
  const descending = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const qs = ps.slice();
  let least = 1;
  for (const [rank, { p, index }] of descending.entries()) {
    least = Math.min(least, p * (ps.length / (ps.length - rank)));
    qs[index] = least;
  }
  return qs;
}

/** What the differences of several things say, all tested together. @param samples each of one thing, in the order of time */
export function pairedEffects(samples: readonly (readonly number[])[]): PairedEffect[] {
  const effects = samples.map((differences) => {
    const random = pseudoRandom(seedOf(differences));
    const n = differences.length;
    const mean = differences.reduce((sum, one) => sum + one, 0) / n;
    const deviation = Math.sqrt(differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1));
    const [low, high] = bootstrapInterval(differences, random);
    const p = signFlipP(differences, random);
    return { n, mean, low, high, size: low === high || deviation <= tolerance ? null : mean / deviation, p };
  });
  const qs = falseDiscoveryRates(effects.map(({ p }) => p));
  return effects.map((effect, i) => ({ ...effect, q: qs[i] ?? effect.p }));
}

/** Whether an interval leaves out 0, as one of differences that are no mere rounding errors. */
export const excludesZero = ({ low, high }: Pick<PairedEffect, 'low' | 'high'>): boolean =>
  low > tolerance || high < -tolerance;
