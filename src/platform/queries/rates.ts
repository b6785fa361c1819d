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
 * The share of some things, from 0 to 1.
 * @param count how many of the things it is
 * @param n how many things there are
 * @param things the plural, such as `plans`
 */
export function rateOf(count: number, n: number, things: string): Statistic {
  const state = sufficiency(n, minRateCount, `A rate takes ${minRateCount} ${things}`);
  return { value: state.state === 'OK' ? count / n : null, n, ...state };
}
