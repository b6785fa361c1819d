import { AsyncLocalStorage } from 'node:async_hooks';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimitedError } from '../errors.ts';
import type { Log } from '../runtime/log.ts';
import { connectRedis } from '../runtime/redis.ts';
import { MemoryCounts } from './memory-counts.ts';

/** A rate limit. */
export interface RateLimit {
  name: string;
  /** The number of attempts that one key may make within `seconds`. */
  points: number;
  /** How long attempts count, from the first. */
  seconds: number;
}

/** What is left of a rate limit for a key. */
export interface RateLimitLeft {
  /** The number of attempts that it may still make. */
  readonly points: number;
  /** For how many milliseconds those that it has made count. */
  readonly milliseconds: number;
}

/** Counts attempts against rate limits. */
export interface RateLimits {
  /**
   * Counts an attempt by a key, such as an address.
   * @param points what the attempt counts. Default: 1
   * @returns what is left; a promise of it only where another program counts
   * @throws RateLimitedError if the key is over the limit
   */
  consume(limit: RateLimit, key: string, points?: number): Promise<RateLimitLeft> | RateLimitLeft;
  /** Adds to the count of a key, also below zero, and never refuses. Returns the count. */
  add(limit: Omit<RateLimit, 'points'>, key: string, attempts: number): Promise<number>;
  /** Forgets the attempts of a key. */
  reset(limit: Pick<RateLimit, 'name'>, key: string): Promise<void>;
  close(): Promise<void>;
}

/** Rate limits in Redis, shared by several servers; without Redis, in the memory of this process. */
export const createRateLimits = async (redisUrl: string | null, log: Log): Promise<RateLimits> =>
  redisUrl === null ? createMemoryLimits() : createRedisLimits(await connectRedis(redisUrl, log));

function createMemoryLimits(): RateLimits {
  const counts = new MemoryCounts();
  const keyOf = (name: string, key: string) => `${name} ${key}`;
  return {
    consume({ name, points, seconds }, key, attempts = 1) {
      const { value, left } = counts.add(keyOf(name, key), attempts, seconds);
      if (value > points) throw limited(left);
      return { points: points - value, milliseconds: left };
    },
    async add({ name, seconds }, key, attempts) {
      return counts.add(keyOf(name, key), attempts, seconds).value;
    },
    async reset({ name }, key) {
      counts.delete(keyOf(name, key));
    },
    async close() {},
  };
}

const limited = (milliseconds: number) => new RateLimitedError(Math.ceil(milliseconds / 1000));

/** While Redis is away or does not respond, each limit is kept in memory. */
function createRedisLimits(redis: Redis): RateLimits {
  const limiters = new Map<string, RateLimiterRedis>();
  // A count in memory has a timer. Outside the async context of the request, it does not keep the request in memory.
  const outsideRequests = AsyncLocalStorage.snapshot();

  function limiterFor({
    name,
    points = 0,
    seconds = 0,
  }: Partial<RateLimit> & Pick<RateLimit, 'name'>): RateLimiterRedis {
    const known = limiters.get(name);
    if (known) return known;
    const options = { keyPrefix: `waymark:limit:${name}`, points, duration: seconds };
    const insuranceLimiter = new RateLimiterMemory(options);
    const limiter = new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter });
    limiters.set(name, limiter);
    return limiter;
  }

  return {
    async consume(limit, key, points = 1) {
      try {
        const options = { customDuration: limit.seconds };
        const left = await outsideRequests(() => limiterFor(limit).consume(key, points, options));
        return { points: left.remainingPoints, milliseconds: left.msBeforeNext };
      } catch (error) {
        if (error instanceof RateLimiterRes) throw limited(error.msBeforeNext);
        throw error;
      }
    },
    async add(limit, key, attempts) {
      const options = { customDuration: limit.seconds };
      const { consumedPoints } = await outsideRequests(() => limiterFor(limit).penalty(key, attempts, options));
      return consumedPoints;
    },
    async reset(limit, key) {
      await limiterFor(limit).delete(key);
    },
    async close() {
      redis.disconnect();
    },
  };
}
