import type { Context } from '../platform/context.ts';

/** Counts a request of a client address. @throws RateLimitedError after too many within a minute */
export type CountRequest = (ctx: Context) => Promise<void>;

/** @param requestsPerMinute the maximum number of requests of a client address in a minute; null for no limit */
export function createRequestLimit(requestsPerMinute: number | null): CountRequest {
  return async ({ app, client }) => {
    if (requestsPerMinute === null) return;
    await app.rateLimits.consume({ name: 'requests', points: requestsPerMinute, seconds: 60 }, client.address);
  };
}
