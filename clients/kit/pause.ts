/** A wait that something may cut short. */
export interface Pause {
  sleep(milliseconds: number): Promise<void>;
  /** Ends the wait now, if there is one. */
  wake(): void;
}

export function createPause(): Pause {
  let wake = () => {};
  return {
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
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
