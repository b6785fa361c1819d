/* Delays before another attempt, in milliseconds. */

/**
 * A delay that doubles with each attempt, up to `max`.
 * @param attempt the number of attempts so far, starting at 1
 * @param first the delay after the first attempt
 */
export function exponential(attempt: number, first: number, max: number): number {
  return Math.min(max, first * 2 ** (attempt - 1));
}

/**
 * A delay with a jitter of ±25 %, so that jobs that failed together do not run again together.
 * @param random at least 0 and below 1
 */
export function jittered(wait: number, random: number): number {
  return Math.round(wait * (0.75 + random / 2));
}
