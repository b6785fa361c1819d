import type { Context } from '../platform/context.ts';
import { UnauthenticatedError } from '../platform/errors.ts';
import { programVersion } from '../platform/runtime/version.ts';
import { exportLines } from '../transfer/export.ts';
import { authenticate } from './authenticate.ts';
import { acceptsGzip } from './compression.ts';
import { errorResponse } from './error-response.ts';

/** How many exports an account may start in an hour. Each reads everything that the account owns. */
const exportLimit = { name: 'export', points: 30, seconds: 3600 };

/** After how many milliseconds a client that reads nothing is disconnected. The database keeps a snapshot until then. */
const readTimeout = 60_000;

/**
 * Serves an export of everything that the viewer owns, the same as the command `export` writes.
 * @throws UnauthenticatedError if nobody is signed in
 * @throws RateLimitedError after too many exports
 */
export async function exportAt(request: Request, base: Context): Promise<Response> {
  if (request.method !== 'GET')
    return errorResponse(405, 'METHOD_NOT_ALLOWED', 'Use GET to download an export.', {
      headers: { allow: 'GET, HEAD' },
    });
  // No CSRF header: a download changes nothing, and pages of other origins cannot read it.
  const ctx = await authenticate(base, request.headers, { csrf: false });
  if (!ctx.viewer) throw new UnauthenticatedError('Sign in to export your data.');
  const { accountId } = ctx.viewer;
  await ctx.app.rateLimits.consume(exportLimit, accountId);

  const texts = exportLines(ctx.database, accountId, { program: programVersion() });
  // An error before the first line can still be an error response.
  const first = await texts.next().catch(async (error: unknown) => {
    // What was not begun does not count, so that a client may ask again as often as it is told to.
    await ctx.app.rateLimits.add(exportLimit, accountId, -1);
    throw error;
  });
  const stream = streamOf(texts, String(first.value), ctx, request.signal);
  const isGzipped = acceptsGzip(request.headers);
  const gzip = () => new CompressionStream('gzip') as ReadableWritablePair<Uint8Array>;
  const body = isGzipped ? stream.pipeThrough(gzip()) : stream;
  const name = `waymark-${ctx.calendar.today}.jsonl`;
  return new Response(body, {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      vary: 'accept-encoding',
      ...(isGzipped && { 'content-encoding': 'gzip' }),
    },
  });
}

/** The texts as a body that is read as fast as the client reads. It ends when the client disconnects or stops reading. */
function streamOf(
  texts: AsyncGenerator<string>,
  first: string,
  { client, log }: Context,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(timer);
    await texts.return(undefined);
  };
  signal.addEventListener('abort', () => void end(), { once: true });
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    async pull(controller) {
      clearTimeout(timer);
      const fail = async (error: unknown) => {
        log.error({ err: error }, 'export incomplete');
        await end();
        // A partial export must not look complete. Without a connection to close, the body fails instead.
        if (!client.hangUp) return controller.error(error);
        client.hangUp();
        controller.close();
      };
      try {
        const { done, value } = await texts.next();
        if (done) {
          await end();
          controller.close();
        } else {
          controller.enqueue(encoder.encode(value));
          timer = setTimeout(() => void fail(new Error('The client reads nothing.')), readTimeout);
        }
      } catch (error) {
        await fail(error);
      }
    },
    cancel: end,
  });
}
