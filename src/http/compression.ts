import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { HeaderReader } from './json-post.ts';
import { type Reply, type TextReply, toText } from './text-reply.ts';

/** A content coding that responses are sent in (RFC 9110, 8.4.1). */
export type Coding = 'br' | 'gzip';

/** What is shorter hardly gets shorter, in bytes. */
const minBytes = 1_024;

/** As much as gzip in a little less time. The highest quality takes a hundred times as long. */
const brotliQuality = 4;

/**
 * The coding that a client prefers by its weights, by name or by `*` (RFC 9110, 12.5.3): of equals the first.
 * @returns null if it accepts none of them
 */
export function codingFor(accepted: string | null, codings: readonly Coding[] = ['br', 'gzip']): Coding | null {
  if (!accepted) return null;
  const weights = accepted.split(',').map((part): [string, number] => {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return [coding, weight === undefined ? 1 : Number(weight.slice(2))];
  });
  const weightOf = (name: string) => weights.find(([coding]) => coding === name)?.[1];
  let best: Coding | null = null;
  let highest = 0;
  for (const coding of codings) {
    const weight = weightOf(coding) ?? weightOf('*') ?? 0;
    if (weight > highest) [best, highest] = [coding, weight];
  }
  return best;
}

/** Whether a client takes gzip, for what is kept or streamed in that coding alone. */
export const acceptsGzip = (headers: HeaderReader): boolean =>
  codingFor(headers.get('accept-encoding'), ['gzip']) !== null;

/** Compresses a text, in another thread. */
export function compress(text: string, coding: Coding): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.from(text);
  const compressed =
    coding === 'gzip'
      ? promisify(gzip)(bytes)
      : promisify(brotliCompress)(bytes, {
          params: { [zlib.BROTLI_PARAM_QUALITY]: brotliQuality, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
        });
  return compressed as Promise<Buffer<ArrayBuffer>>;
}

/** The type of a response that is a text as a whole. Events and parts of a response come one by one. */
const wholeText = /^(application\/(graphql-response\+)?json|text\/plain)\b/;

/**
 * A response in a coding that the client accepts, if it is a text of some length. Short ones are left as they are, and so are
 * streams, and what has a coding already.
 * @returns a promise only if it is compressed
 */
export function compressed<R extends Reply>(reply: R, accepted: HeaderReader): R | TextReply | Promise<R | TextReply> {
  const { headers } = reply;
  // Streams do not know their length.
  if (!(Number(headers.get('content-length')) >= minBytes)) return reply;
  if (headers.has('content-encoding') || !wholeText.test(headers.get('content-type') ?? '')) return reply;
  const vary = headers.get('vary');
  headers.set('vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding');
  const coding = codingFor(accepted.get('accept-encoding'));
  return coding === null ? reply : encode(reply, coding);
}

async function encode(reply: Reply, coding: Coding): Promise<TextReply> {
  const text = await toText(reply);
  const etag = text.headers.get('etag');
  // A strong tag is that of the bytes, and these are others (RFC 9110, 8.8.3.3).
  if (etag && !etag.startsWith('W/')) text.headers.set('etag', `W/${etag}`);
  text.headers.set('content-encoding', coding);
  return text.withBytes(await compress(text.body, coding));
}
