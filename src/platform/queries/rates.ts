import { normalQuantile, studentQuantile } from './student-t.ts';

/*
 * Numbers that say something of many things, and how many things that takes. Below the minimum there is no number, and it is said
 * what is missing: a share of two things, or the mean of one, would look like knowledge. docs/domains/across/statistics.md lists
 * the minimums.
 */

/** Whether there is enough data for a number to mean something. */
export type StatisticState = 'OK' | 'NOT_ENOUGH_DATA';

/** Whether there is enough data, and what is missing otherwise. */
export interface Sufficiency {
  readonly state: StatisticState;
  /** What is missing, in a sentence. Null if nothing is. */
  readonly missing: string | null;
}

/** A number that is computed from others, or what it lacks. */
export interface Statistic extends Sufficiency {
  /** Null unless there is enough data. */
  readonly value: number | null;
  /** The number of things that it is computed from. */
  readonly n: number;
}

/** The number of things below which a share of them is none: with four, each is a quarter. */
export const minRateCount = 5;

/**
 * The number of values below which there is no mean, median or standard deviation: of two values, mean and median are the same
 * number, and the deviation is one difference.
 */
export const minMeanCount = 3;

const sufficiency = (n: number, min: number, what: string): Sufficiency =>
  n >= min
    ? { state: 'OK', missing: null }
    : { state: 'NOT_ENOUGH_DATA', missing: `${what} or more. There ${n === 1 ? 'is' : 'are'} ${n}.` };

/** Whether some values are enough for their mean, median and standard deviation. */
export const meanStateOf = (count: number): Sufficiency =>
  sufficiency(count, minMeanCount, `A mean takes ${minMeanCount} values`);

/**
 * Whether some lengths, of which not all have ended, are enough for their median.
 * @param isKnown whether the median is: at least half have ended by it
 * @param things the plural, such as `stays`
 */
export function medianStateOf(n: number, isKnown: boolean, things: string): Sufficiency {
  const state = sufficiency(n, minRateCount, `A median takes ${minRateCount} ${things}`);
  if (state.state !== 'OK' || isKnown) return state;
  return { state: 'NOT_ENOUGH_DATA', missing: `Too few of the ${n} ${things} have ended to know their median.` };
}

/**
 * The number of pairs below which their differences say nothing: of seven, chance alone makes all of one sign once in 64, and
 * what is tested beside it makes that likely.
 */
export const minPairCount = 8;

/** Whether there are enough pairs for their differences to say anything. @param pairs the plural, such as `days` */
export const pairStateOf = (n: number, pairs: string): Sufficiency =>
  sufficiency(n, minPairCount, `A comparison takes ${minPairCount} ${pairs}`);

/** A share, with the interval that the true one lies in. */
export interface Rate extends Statistic {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The 95 % interval of a share, by Wilson (1927): it holds also for few things, and stays within 0 and 1.
 * @param share from 0 to 1
 */
function wilson(share: number, n: number): [low: number, high: number] {
  const squared = normalQuantile ** 2;
  const center = share + squared / (2 * n);
  const width = normalQuantile * Math.sqrt((share * (1 - share)) / n + squared / (4 * n * n));
  const scale = 1 + squared / n;
  return [Math.max(0, (center - width) / scale), Math.min(1, (center + width) / scale)];
}

/**
 * The share of some things, from 0 to 1.
 * @param count how many of the things it is
 * @param n how many things there are
 * @param things the plural, such as `plans`
 */
export function rateOf(count: number, n: number, things: string): Rate {
  const state = sufficiency(n, minRateCount, `A rate takes ${minRateCount} ${things}`);
  if (state.state !== 'OK') return { value: null, low: null, high: null, n, ...state };
  const [low, high] = wilson(count / n, n);
  return { value: count / n, low, high, n, ...state };
}

/** The number of values below which a mean has no interval: of four, its width is mostly luck. */
export const minIntervalCount = 5;

/** A mean, with the interval that the true one lies in. */
export interface Estimate extends Statistic {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A mean with its 95 % interval by Student (1908): mean ± t · deviation ÷ √n.
 * @param deviation the standard deviation of the values as a sample
 */
export function estimateOf(n: number, mean: number | null, deviation: number | null): Estimate {
  const state = sufficiency(n, minIntervalCount, `A mean with an interval takes ${minIntervalCount} values`);
  if (state.state !== 'OK' || mean === null || deviation === null)
    return { value: null, low: null, high: null, n, ...state };
  const width = (studentQuantile(n - 1) * deviation) / Math.sqrt(n);
  return { value: mean, low: mean - width, high: mean + width, n, ...state };
}
