import type { Context } from '../platform/context.ts';
import { toUnavailable } from '../platform/database/faults.ts';
import { ForbiddenError, OverloadedError, RateLimitedError, UnauthenticatedError } from '../platform/errors.ts';

/**
 * A response in the form of GraphQL errors, for requests that fail before or outside GraphQL.
 * @param code the constant for programs, in `extensions.code`
 * @param message a sentence for people
 */
export function errorResponse(
  status: number,
  code: string,
  message: string,
  more: { headers?: Record<string, string>; extensions?: Record<string, unknown> } = {},
): Response {
  const body = { errors: [{ message, extensions: { code, ...more.extensions } }] };
  const headers = { 'content-type': 'application/json; charset=utf-8', ...more.headers };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The response to a request that failed by an error. An unforeseen one is logged, and says no more than the id of the request. */
export function responseTo(error: unknown, ctx: Context): Response {
  if (error instanceof RateLimitedError || error instanceof OverloadedError) {
    const { code, message, retryAfterSeconds } = error;
    return errorResponse(error instanceof RateLimitedError ? 429 : 503, code, message, {
      headers: { 'retry-after': String(retryAfterSeconds) },
      extensions: { retryAfterSeconds },
    });
  }
  if (error instanceof UnauthenticatedError) return errorResponse(401, error.code, error.message);
  if (error instanceof ForbiddenError) return errorResponse(403, error.code, error.message);
  ctx.log.error({ err: error }, 'request failed');
  const unavailable = toUnavailable(error);
  const extensions = { requestId: ctx.requestId };
  if (!unavailable) return errorResponse(500, 'INTERNAL', 'Something went wrong on the server.', { extensions });
  const headers = { 'retry-after': String(unavailable.retryAfterSeconds) };
  return errorResponse(503, unavailable.code, unavailable.message, { headers, extensions });
}
