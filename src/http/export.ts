import type { Context } from '../platform/context.ts';
import { UnauthenticatedError } from '../platform/errors.ts';
import { programVersion } from '../platform/runtime/version.ts';
import { exportLines } from '../transfer/export.ts';
import { authenticate } from './authenticate.ts';
import { errorResponse } from './error-response.ts';
import type { CountRequest } from './rate-limit.ts';

/** An export reads everything that somebody has: by the hour there are as many as a script that tries again could need. */
const exportLimit = { name: 'export', points: 30, seconds: 3600 };

/** A client that takes nothing for so long, in milliseconds, is cut off: the database keeps what it reads for as long. */
const patience = 60_000;

/** Answers all that whoever is signed in has, as a file: the one that the command `export` writes. */
export async function exportAt(request: Request, base: Context, countRequest: CountRequest): Promise<Response> {
  if (request.method !== 'GET')
    return errorResponse(405, 'METHOD_NOT_ALLOWED', 'An export is read with GET.', { headers: { allow: 'GET' } });
  await countRequest(base);
  // A download changes nothing, and no page can read it whose origin is not listed: a browser may open its address.
  const ctx = await authenticate(base, request.headers, { csrf: false });
  if (!ctx.viewer) throw new UnauthenticatedError('Sign in to export what is yours.');
  await ctx.app.rateLimits.consume(exportLimit, ctx.viewer.accountId);

  const texts = exportLines(ctx.database, ctx.viewer.accountId, { program: programVersion() });
  // What fails at once can still be answered as a failure.
  const first = await texts.next();
  const whole = streamOf(texts, String(first.value), ctx, request.signal);
  const zipped = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  const body = zipped ? whole.pipeThrough(new CompressionStream('gzip') as ReadableWritablePair<Uint8Array>) : whole;
  const name = `waymark-${ctx.calendar.today}.jsonl`;
  return new Response(body, {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(zipped && { 'content-encoding': 'gzip' }),
    },
  });
}

/** The texts as a body, of which no more is made than the client takes; they end when it goes away, or takes nothing. */
function streamOf(
  texts: AsyncGenerator<string>,
  first: string,
  { client, log }: Context,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let late: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(late);
    await texts.return(undefined);
  };
  signal.addEventListener('abort', () => void end(), { once: true });
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    async pull(controller) {
      clearTimeout(late);
      const fail = async (error: unknown) => {
        log.error({ err: error }, 'export cut short');
        await end();
        // Half an export must not look like a whole one. Where there is no connection to cut, the body itself fails.
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
          late = setTimeout(() => void fail(new Error('The client takes nothing.')), patience);
        }
      } catch (error) {
        await fail(error);
      }
    },
    cancel: end,
  });
}
