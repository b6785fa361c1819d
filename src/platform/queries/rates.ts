/** Whether there is enough data for a number to mean something. */
export type StatisticState = 'OK' | 'NOT_ENOUGH_DATA';

/** A number that is computed from others, or what it lacks. */
export interface Statistic {
  /** Null unless there is enough data. */
  readonly value: number | null;
  /** The number of things that it is computed from. */
  readonly n: number;
  readonly state: StatisticState;
  /** What is missing, in a sentence. Null if nothing is. */
  readonly missing: string | null;
}

/** The number of things below which a share of them is none: with four, each is a quarter. */
export const minRateCount = 5;

/**
 * The share of some things, from 0 to 1.
 * @param count how many of the things it is
 * @param n how many things there are
 * @param things the plural, such as `plans`
 */
export function rateOf(count: number, n: number, things: string): Statistic {
  if (n >= minRateCount) return { value: count / n, n, state: 'OK', missing: null };
  const missing = `A rate takes ${minRateCount} ${things} or more. There are ${n}.`;
  return { value: null, n, state: 'NOT_ENOUGH_DATA', missing };
}
