/** How long to wait before something is tried again. All in milliseconds. */

/**
 * A wait that doubles with each attempt, up to the longest.
 * @param attempt how often it was tried, from 1
 */
export function exponential(attempt: number, first: number, max: number): number {
  return Math.min(max, first * 2 ** (attempt - 1));
}

/**
 * A wait spread by a quarter to either side, so that what failed together is not tried again together.
 * @param random from 0 to below 1
 */
export function jittered(wait: number, random: number): number {
  return Math.round(wait * (0.75 + random / 2));
}
