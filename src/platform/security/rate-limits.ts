import { AsyncLocalStorage } from 'node:async_hooks';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimitedError } from '../errors.ts';
import { connectRedis } from '../runtime/redis.ts';

/** How many times something may be tried in how many seconds. */
export interface Limit {
  name: string;
  points: number;
  seconds: number;
}

/** Counts attempts. */
export interface RateLimits {
  /** Counts one attempt by `key`. @throws RateLimitedError when there were too many */
  consume(limit: Limit, key: string): Promise<void>;
  close(): Promise<void>;
}

/** Limits kept in Redis, so that several servers share them; without one, in this process's memory. */
export async function createRateLimits(redisUrl: string | null): Promise<RateLimits> {
  // While it is away, each limiter falls back to memory.
  const redis = redisUrl === null ? null : await connectRedis(redisUrl);
  const limiters = new Map<string, RateLimiterAbstract>();
  // A count in memory has a timer that forgets it; begun within a request, it would keep all of that request until then.
  const outsideRequests = AsyncLocalStorage.snapshot();

  function limiterFor({ name, points, seconds }: Limit): RateLimiterAbstract {
    const known = limiters.get(name);
    if (known) return known;
    const options = { keyPrefix: `waymark:limit:${name}`, points, duration: seconds };
    const memory = new RateLimiterMemory(options);
    const limiter = redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory;
    limiters.set(name, limiter);
    return limiter;
  }

  return {
    async consume(limit, key) {
      try {
        await outsideRequests(() => limiterFor(limit).consume(key));
      } catch (error) {
        if (error instanceof RateLimiterRes) throw new RateLimitedError(Math.ceil(error.msBeforeNext / 1000));
        throw error;
      }
    },
    async close() {
      redis?.disconnect();
    },
  };
}
