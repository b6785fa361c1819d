import type { Context } from '../platform/context.ts';

/** Counts a request by the address it came from. @throws RateLimitedError when there were too many within a minute */
export async function throttle({ app, client }: Context): Promise<void> {
  const { requestsPerMinute: points } = app.config;
  if (points !== null) await app.limits.consume({ name: 'requests', points, seconds: 60 }, client.address);
}
