import type { Context } from '../platform/context.ts';
import { RateLimitedError } from '../platform/errors.ts';
import type { RequestHead } from './json-post.ts';

/**
 * A point stands for a request, for so many bytes of its body, and for so many nodes that it loads or returns, or so much
 * processor time, in milliseconds, whichever is more: both tell of the same work.
 */
const bytesOfPoint = 64_000;
const nodesOfPoint = 500;
const millisecondsOfPoint = 50;

/** Counts the requests of a client address, and what they cost. */
export interface RequestLimit {
  /** Counts a request before anything is done for it. @throws RateLimitedError after too many within a minute */
  count(ctx: Context, request: Pick<RequestHead, 'headers'>): Promise<void> | undefined;
  /** Counts a body whose length the request did not declare. @throws RateLimitedError after too many within a minute */
  countBody(ctx: Context, bytes: number): Promise<void> | undefined;
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
  function consume({ app, client }: Context, points: number): Promise<void> | undefined {
    if (requestsPerMinute === null || points === 0) return undefined;
    const limit = { name: 'requests', points: requestsPerMinute, seconds: 60 };
    // One request may take everything that there is, or it could never be sent.
    return app.rateLimits.consume(limit, client.address, Math.min(points, requestsPerMinute));
  }
  return {
    count: (ctx, { headers }) => consume(ctx, 1 + pointsOf(Number(headers.get('content-length')), bytesOfPoint)),
    countBody: (ctx, bytes) => consume(ctx, pointsOf(bytes, bytesOfPoint)),
    countWork(ctx) {
      const { responseSize, processorTime } = ctx;
      const ofNodes = pointsOf(Math.max(responseSize.objects, responseSize.loaded), nodesOfPoint);
      const counted = consume(ctx, Math.max(ofNodes, pointsOf(processorTime.milliseconds, millisecondsOfPoint)));
      return counted?.catch((error: unknown) => {
        // The request is done, and its response must not fail.
        if (!(error instanceof RateLimitedError)) ctx.log.error({ err: error }, 'work not counted');
      });
    },
  };
}

const pointsOf = (amount: number, ofPoint: number) => (amount > 0 ? Math.floor(amount / ofPoint) : 0);
