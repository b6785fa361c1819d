import type { RateLimits } from './rate-limits.ts';

/** How failures of one key delay its next attempts. */
export interface FailureDelay {
  readonly name: string;
  /** The number of failures that cause no delay. The next ones cause delays of 1, 2, 4 … seconds. */
  readonly free: number;
  /** The longest delay, in seconds. */
  readonly maxSeconds: number;
  /** How long failures count, in seconds from the first. Longer than the longest delay. */
  readonly seconds: number;
}

const failuresOf = ({ name, seconds }: FailureDelay) => ({ name: `${name}-failures`, seconds });
const waitOf = ({ name }: FailureDelay, seconds: number) => ({ name: `${name}-wait`, points: 1, seconds });

/** An attempt that has begun. It counts as a failure, so that attempts at the same time are counted, too. */
export interface Attempt {
  /** Forgets the failures of the key. */
  succeeded(): Promise<void>;
  /** Does not count this attempt. */
  withdrawn(): Promise<void>;
}

/**
 * Begins an attempt by a key. One that is refused does not count, so that trying early does not make the delay longer.
 * @throws RateLimitedError while the key has to wait
 */
export async function beginAttempt(limits: RateLimits, delay: FailureDelay, key: string): Promise<Attempt> {
  const attempt: Attempt = {
    async succeeded() {
      await limits.reset(failuresOf(delay), key);
      await limits.reset(waitOf(delay, 0), key);
    },
    async withdrawn() {
      await limits.add(failuresOf(delay), key, -1);
    },
  };
  const failures = await limits.add(failuresOf(delay), key, 1);
  if (failures < delay.free) return attempt;
  try {
    // Of the attempts within the delay only the first gets through. The next delay begins with it.
    await limits.consume(waitOf(delay, Math.min(2 ** (failures - delay.free), delay.maxSeconds)), key);
  } catch (error) {
    await attempt.withdrawn();
    throw error;
  }
  return attempt;
}
