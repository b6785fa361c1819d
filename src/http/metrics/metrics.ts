import type { Context } from '../../platform/context.ts';
import { hashToken, isTokenOf } from '../../platform/security/crypto.ts';
import { errorResponse } from '../error-response.ts';
import type { Handler } from '../head-requests.ts';
import type { MetricsSources } from './sources.ts';

const challenge = { 'www-authenticate': 'Bearer realm="waymark metrics"' };

/**
 * Serves metrics in the text format of Prometheus to who sends the token.
 * @param token what `Authorization: Bearer` has to be
 */
export function createMetrics(token: string, sources: MetricsSources): Handler {
  const tokenHash = hashToken(token);
  let reading: Promise<(ctx: Context) => Promise<{ type: string; body: string }>> | undefined;

  return async (request, ctx) => {
    if (request.method !== 'GET')
      return errorResponse(405, 'METHOD_NOT_ALLOWED', 'Use GET to read metrics.', { headers: { allow: 'GET, HEAD' } });
    const given = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (given === undefined || !isTokenOf(given, tokenHash))
      return errorResponse(401, 'UNAUTHENTICATED', 'Send the token: Authorization: Bearer <METRICS_TOKEN>.', {
        headers: challenge,
      });
    // Loaded when it is first used.
    reading ??= import('./registry.ts').then(({ createReader }) => createReader(sources));
    const { type, body } = await (await reading)(ctx);
    return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
  };
}
