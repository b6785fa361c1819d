import type { Context } from '../platform/context.ts';
import { RateLimitedError } from '../platform/errors.ts';
import type { RateLimitLeft } from '../platform/security/rate-limits.ts';
import type { RequestHead } from './json-post.ts';
import type { Reply } from './text-reply.ts';

/**
 * A point stands for a request, for so many bytes of its body, and for so many nodes that it loads or returns, or so much
 * processor time, in milliseconds, whichever is more: both tell of the same work.
 */
const bytesOfPoint = 64_000;
const nodesOfPoint = 500;
const millisecondsOfPoint = 50;

/** Counts the requests of a client address, and what they cost. */
export interface RequestLimit {
  /**
   * Counts a request before anything is done for it.
   * @returns what is left; undefined if there is no limit
   * @throws RateLimitedError after too many within a minute
   */
  count(ctx: Context, request: Pick<RequestHead, 'headers'>): Promise<RateLimitLeft> | RateLimitLeft | undefined;
  /** Says in the headers of a response what is left. */
  setHeaders(headers: Pick<Reply['headers'], 'set'>, left: RateLimitLeft): void;
  /** Counts a body whose length the request did not declare. @throws RateLimitedError after too many within a minute */
  countBody(ctx: Context, bytes: number): Promise<RateLimitLeft> | RateLimitLeft | undefined;
  /** Counts what a request has come to. The next request pays for it. */
  countWork(ctx: Context): Promise<void> | undefined;
}

/**
 * The work of a request is counted by what it has taken of the processor and not by a clock, so that a busy machine does not
 * refuse anybody sooner: 500 nodes take some 50 ms. Processor time is that of documents and of statements of SQLite, each of which
 * runs by itself; what else there is to do goes with the nodes.
 * @param requestsPerMinute the points of a client address in a minute; null for no limit
 */
export function createRequestLimit(requestsPerMinute: number | null): RequestLimit {
  function consume({ app, client }: Context, points: number): ReturnType<RequestLimit['count']> {
    if (requestsPerMinute === null || points === 0) return undefined;
    const limit = { name: 'requests', points: requestsPerMinute, seconds: 60 };
    // One request may take everything that there is, or it could never be sent.
    return app.rateLimits.consume(limit, client.address, Math.min(points, requestsPerMinute));
  }
  return {
    count: (ctx, { headers }) => consume(ctx, 1 + pointsOf(Number(headers.get('content-length')), bytesOfPoint)),
    setHeaders(headers, { points, milliseconds }) {
      if (requestsPerMinute === null) return;
      headers.set('ratelimit-limit', String(requestsPerMinute));
      headers.set('ratelimit-remaining', String(Math.max(points, 0)));
      headers.set('ratelimit-reset', String(Math.ceil(milliseconds / 1000)));
    },
    countBody: (ctx, bytes) => consume(ctx, pointsOf(bytes, bytesOfPoint)),
    countWork(ctx) {
      const { responseSize, processorTime } = ctx;
      const ofNodes = pointsOf(Math.max(responseSize.objects, responseSize.loaded), nodesOfPoint);
      const points = Math.max(ofNodes, pointsOf(processorTime.milliseconds, millisecondsOfPoint));
      const note = (error: unknown): void => {
        // The request is done, and its response must not fail.
        if (!(error instanceof RateLimitedError)) ctx.log.error({ err: error }, 'work not counted');
      };
      try {
        const counted = consume(ctx, points);
        return counted instanceof Promise ? counted.then(() => undefined, note) : undefined;
      } catch (error) {
        note(error);
        return undefined;
      }
    },
  };
}

const pointsOf = (amount: number, ofPoint: number) => (amount > 0 ? Math.floor(amount / ofPoint) : 0);
