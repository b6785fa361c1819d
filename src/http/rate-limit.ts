import type { Context } from '../platform/context.ts';

/** Counts a request by the address it came from. @throws RateLimitedError if the address made too many within a minute */
export type CountRequest = (ctx: Context) => Promise<void>;

/** @param requestsPerMinute the most that one address may make in a minute; null for no limit */
export function createRequestLimit(requestsPerMinute: number | null): CountRequest {
  return async ({ app, client }) => {
    if (requestsPerMinute === null) return;
    await app.rateLimits.consume({ name: 'requests', points: requestsPerMinute, seconds: 60 }, client.address);
  };
}
