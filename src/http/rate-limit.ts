import type { Context } from '../platform/context.ts';
import { RateLimitedError } from '../platform/errors.ts';
import type { RequestHead } from './json-post.ts';

/** A point stands for a request, for so many bytes of its body, and for so many nodes that it loads or returns. */
const bytesOfPoint = 64_000;
const nodesOfPoint = 500;

/** Counts the requests of a client address, and what they cost. */
export interface RequestLimit {
  /** Counts a request before anything is done for it. @throws RateLimitedError after too many within a minute */
  count(ctx: Context, request: Pick<RequestHead, 'headers'>): Promise<void>;
  /** Counts a body whose length the request did not declare. @throws RateLimitedError after too many within a minute */
  countBody(ctx: Context, bytes: number): Promise<void>;
  /** Counts what a request has come to. The next request pays for it. */
  countWork(ctx: Context): Promise<void>;
}

/**
 * The work of a request is counted and not timed, so that a busy machine does not refuse anybody sooner: 500 nodes take some
 * 50 ms. Documents need no points of their own, since what one may cost is bounded.
 * @param requestsPerMinute the points of a client address in a minute; null for no limit
 */
export function createRequestLimit(requestsPerMinute: number | null): RequestLimit {
  async function consume({ app, client }: Context, points: number): Promise<void> {
    if (requestsPerMinute === null || points === 0) return;
    const limit = { name: 'requests', points: requestsPerMinute, seconds: 60 };
    // One request may take everything that there is, or it could never be sent.
    await app.rateLimits.consume(limit, client.address, Math.min(points, requestsPerMinute));
  }
  return {
    count: (ctx, { headers }) => consume(ctx, 1 + pointsOf(Number(headers.get('content-length')), bytesOfPoint)),
    countBody: (ctx, bytes) => consume(ctx, pointsOf(bytes, bytesOfPoint)),
    async countWork(ctx) {
      try {
        await consume(ctx, pointsOf(Math.max(ctx.responseSize.objects, ctx.responseSize.loaded), nodesOfPoint));
      } catch (error) {
        // The request is done, and its response must not fail.
        if (!(error instanceof RateLimitedError)) ctx.log.error({ err: error }, 'work not counted');
      }
    },
  };
}

const pointsOf = (amount: number, ofPoint: number) => (amount > 0 ? Math.floor(amount / ofPoint) : 0);
