/** The longest that a timer takes: it would end at once after more. */
const longest = 2 ** 31 - 1;

/** A wait that something may cut short. */
export interface Pause {
  /** At most for 24 days. */
  sleep(milliseconds: number): Promise<void>;
  /** Ends the wait now, if there is one. */
  wake(): void;
}

export function createPause(): Pause {
  let wake = () => {};
  return {
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, Math.min(milliseconds, longest));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => wake(),
  };
}

/**
 * How long to wait before the next attempt, in milliseconds: a second, then twice as long each time up to a minute. A part of it is random, so that
 * clients that lost a server together do not come back together.
 * @param failures how many attempts have failed in a row, starting at 1
 */
export const backoff = (failures: number) => Math.min(1000 * 2 ** (failures - 1), 60_000) * (0.5 + Math.random() / 2);

/** The seconds to wait that the header `Retry-After` asks for, a number or a date, at most a day. Undefined if it does not. */
export function retryAfterSeconds(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), 86_400);
}
