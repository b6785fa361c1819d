import { lookup as resolve } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { collectBytes } from '../../platform/runtime/collect-bytes.ts';
import type { OutboundHttp } from '../../platform/security/outbound-http.ts';
import { createPrivateAddresses } from './private-networks.ts';

/**
 * The host is not known, or is in a private network, which the client does not call unless it is allowed to. Which of them is not
 * told: people could find out the names in the server's networks otherwise.
 */
export class UnreachableHostError extends Error {
  override name = 'UnreachableHostError';

  constructor(hostname: string) {
    super(`${hostname} is not known, or is in a private network.`);
  }
}

/** The maximum number of redirects that are followed. */
const maxRedirects = 5;

/** How bodies are decompressed, by content encoding. */
const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** How much of a response's body is kept, in UTF-16 units. */
const maxExcerpt = 300;

/**
 * A client for addresses that people enter. Unless private addresses are allowed, the address that was checked is the one that the socket
 * connects to: a name is resolved once, and only public addresses of the result are used.
 * @param lookup resolves host names; tests pass their own
 * @param isPrivate whether an IP address is in a private network; tests pass their own
 */
export function createOutboundHttp(
  allowPrivateAddresses: boolean,
  lookup: LookupFunction = resolve,
  isPrivate = createPrivateAddresses(),
): OutboundHttp {
  const isRefused = (address: string) => !allowPrivateAddresses && isPrivate(address);
  const isRefusedHost = ({ hostname }: URL) => {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    return isIP(host) !== 0 && isRefused(host);
  };

  const guardedLookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(new UnreachableHostError(hostname), []);
      const addresses = (found as { address: string; family: number }[]).filter(({ address }) => !isRefused(address));
      const [first] = addresses;
      if (!first) return callback(new UnreachableHostError(hostname), []);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };

  /** Sends one request. @param message.late ends it */
  function exchange(url: string, method: string, { headers, body = '', late, signal }: Exchange) {
    const to = new URL(url);
    // For an IP address the socket calls no lookup.
    if (isRefusedHost(to)) throw new UnreachableHostError(to.hostname);
    const options: RequestOptions = {
      method,
      headers: { ...headers, ...(body !== '' && { 'content-length': String(Buffer.byteLength(body)) }) },
      lookup: guardedLookup,
      // No connection is reused for another message.
      agent: false,
      signal: signal ? AbortSignal.any([late, signal]) : late,
    };
    return send(to, options, body);
  }

  return {
    mayCall: (url) => !isRefusedHost(new URL(url)),
    post: (url, { headers, body, timeout, signal }) =>
      within(timeout, async (late) => {
        const response = await exchange(url, 'POST', { headers, body, late, signal });
        return { status: response.statusCode ?? 0, headers: response.headers, excerpt: await startOf(response) };
      }),
    get: (url, { headers, timeout, maxBytes, signal }) =>
      within(timeout, async (late) => {
        const sent = { ...headers, 'accept-encoding': 'gzip, deflate, br' };
        let at = url;
        for (let redirects = 0; ; redirects++) {
          const response = await exchange(at, 'GET', { headers: sent, late, signal });
          const { statusCode: status = 0, headers: received } = response;
          const next = redirectOf(status, received.location, at);
          if (next === null) {
            const body = status === 200 ? await readBody(response, maxBytes) : new Uint8Array();
            response.destroy();
            return { status, headers: received, body };
          }
          response.destroy();
          if (redirects === maxRedirects) throw new Error(`There were more than ${maxRedirects} redirects.`);
          at = next;
        }
      }),
  };
}

/** One request. */
interface Exchange {
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** Ends the exchange when it takes too long. */
  late: AbortSignal;
  signal: AbortSignal | undefined;
}

/** Runs an exchange for at most `timeout` milliseconds. */
async function within<T>(timeout: number, run: (late: AbortSignal) => Promise<T>): Promise<T> {
  const late = AbortSignal.timeout(timeout);
  try {
    return await run(late);
  } catch (error) {
    if (late.aborted) throw new Error(`There was no response within ${timeout / 1000} s.`, { cause: error });
    throw error;
  }
}

/** The address that a response redirects to. Null if it does not. @throws Error if that must not be followed */
function redirectOf(status: number, location: string | undefined, from: string): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  const to = URL.parse(location, from);
  if (!to || !/^https?:$/.test(to.protocol)) throw new Error('It redirects to what is no web address.');
  if (from.startsWith('https:') && to.protocol === 'http:') throw new Error('It redirects from https to http.');
  return to.href;
}

/** Reads and decompresses a body. @throws Error if it is larger than `maxBytes`, or encoded in an unknown way */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLong = () => new Error(`The response has more than ${maxBytes / 1024 ** 2} MB.`);
  const collect = (body: AsyncIterable<Buffer>) => collectBytes(body, maxBytes, tooLong);
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() || 'identity';
  if (encoding === 'identity') return collect(response);
  const decoder = decoders[encoding];
  if (!decoder) throw new Error(`The response is encoded as ${encoding.slice(0, 30)}, which is not known.`);
  let bytes = new Uint8Array();
  await pipeline(response, decoder(), async (decoded: AsyncIterable<Buffer>) => {
    bytes = await collect(decoded);
  });
  return bytes;
}

function send(to: URL, options: RequestOptions, body: string | Uint8Array): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const sent = (to.protocol === 'https:' ? httpsRequest : httpRequest)(to, options, answered);
    // Stays attached: an error after the response has begun must not end the process.
    sent.on('error', failed);
    sent.end(body);
  });
}

/** The start of a body. A body that is slow or breaks off does not change the status that was received. */
async function startOf(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  try {
    for await (const part of response) {
      text += part as string;
      if (text.length >= maxExcerpt) break;
    }
  } catch {
    // The part that arrived is the excerpt.
  }
  response.destroy();
  return text
    .slice(0, maxExcerpt)
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ');
}
