import type { Context } from '../platform/context.ts';
import { toUnavailable } from '../platform/database/faults.ts';
import { ForbiddenError, OverloadedError, RateLimitedError, UnauthenticatedError } from '../platform/errors.ts';
import { isCutOff } from './client.ts';
import { errorResponse } from './error-response.ts';

/** The response to a client that is to come back later. */
function refusal(error: RateLimitedError | OverloadedError): Response {
  const { code, message, retryAfterSeconds } = error;
  return errorResponse(error instanceof RateLimitedError ? 429 : 503, code, message, {
    headers: { 'retry-after': String(retryAfterSeconds) },
    extensions: { retryAfterSeconds },
  });
}

/** The response to a request that failed. What nobody foresaw is masked, and logged under the request's id. */
export function failureResponse(error: unknown, ctx: Context): Response {
  const { events } = ctx.app;
  if (error instanceof RateLimitedError || error instanceof OverloadedError) {
    events.errors.add(error.code);
    return refusal(error);
  }
  if (error instanceof UnauthenticatedError || error instanceof ForbiddenError) {
    events.errors.add(error.code);
    return errorResponse(error instanceof ForbiddenError ? 403 : 401, error.code, error.message);
  }
  // Nobody gets this response, and nothing is wrong with the server.
  if (isCutOff(error, ctx.client)) return errorResponse(400, 'BAD_REQUEST', 'The body was cut off.');
  ctx.log.error({ err: error }, 'request failed');
  const unavailable = toUnavailable(error);
  events.errors.add(unavailable?.code ?? 'INTERNAL');
  const extensions = { requestId: ctx.requestId };
  if (!unavailable) return errorResponse(500, 'INTERNAL', 'Something went wrong on the server.', { extensions });
  const headers = { 'retry-after': String(unavailable.retryAfterSeconds) };
  return errorResponse(503, unavailable.code, unavailable.message, { headers, extensions });
}
