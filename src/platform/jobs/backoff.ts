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

/**
 * How long a job that was given up is postponed: as long again as it has existed, at least an hour and at most a day.
 * @param age the time since the job was enqueued
 */
export const postponement = (age: number): number => Math.min(Math.max(age, 3_600_000), 86_400_000);

/** The maximum wait that a server can ask for with Retry-After, in milliseconds: a day. */
const maxRetryAfter = 86_400_000;

/** The wait that a Retry-After header asks for, in milliseconds, 0 to a day (RFC 9110, section 10.2.3). */
export function retryAfterWait(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0;
  const wait = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), maxRetryAfter);
}
