import { pseudoRandom, seedOfText } from '../runtime/pseudo-random.ts';
import { quantileOf } from './quantiles.ts';

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

/**
 * The sums of each eight differences under all 256 choices of signs, one eight after the other, so that a sum of all takes an eighth
 * of the steps.
 */
function signedSums(differences: readonly number[]): Float64Array {
  const sums = new Float64Array(256 * Math.ceil(differences.length / 8));
  for (let start = 0; start < sums.length; start += 256) {
    const part = differences.slice(start / 32, start / 32 + 8);
    for (let signs = 0; signs < 256; signs++) {
      sums[start + signs] = part.reduce((sum, one, bit) => sum + ((signs >> bit) & 1 ? -one : one), 0);
    }
  }
  return sums;
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
    for (let signs = 0; signs < 2 ** length; signs++) {
      if (Math.abs((sums[signs & 255] ?? 0) + (sums[256 + (signs >> 8)] ?? 0)) >= limit) extreme += 1;
    }
    return extreme / 2 ** length;
  }
  for (let flip = 0; flip < flips; flip++) {
    let sum = 0;
    for (let start = 0, word = 0; start < sums.length; start += 256) {
      word = start % 1_024 === 0 ? random() : word >>> 8;
      sum += sums[start + (word & 255)] as number;
    }
    if (Math.abs(sum) >= limit) extreme += 1;
  }
  return (extreme + 1) / (flips + 1);
}

/** The sums of all pairs of some values. */
function sumsOfPairs(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length ** 2);
  for (const [row, one] of values.entries()) {
    for (const [column, other] of values.entries()) sums[row * values.length + column] = one + other;
  }
  return sums;
}

/**
 * The 95 % interval of the mean of some differences, by the percentiles of the means of 10,000 samples drawn from them with
 * replacement (Efron, 1979). Each random number draws two.
 * @param random whole numbers from 0 to 2³² - 1
 */
export function bootstrapInterval(differences: readonly number[], random: () => number): [low: number, high: number] {
  const values = Float64Array.from(differences);
  const { length } = values;
  const [first = 0] = values;
  if (values.every((value) => Math.abs(value - first) <= tolerance)) return [first, first];
  const pairs = sumsOfPairs(values);
  const [perPair, perValue] = [pairs.length / 2 ** 32, length / 2 ** 32];
  const means = new Float64Array(resamples);
  for (let sample = 0; sample < resamples; sample++) {
    let sum = length % 2 === 0 ? 0 : (values[Math.floor(random() * perValue)] as number);
    for (let drawn = 1; drawn < length; drawn += 2) sum += pairs[Math.floor(random() * perPair)] as number;
    means[sample] = sum / length;
  }
  return [quantileOf(means, 0.025), quantileOf(means, 0.975)];
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
