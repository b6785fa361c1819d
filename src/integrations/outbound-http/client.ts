import { lookup as resolve } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { OutboundHttp } from '../../platform/security/outbound-http.ts';
import { createPrivateAddresses } from './private-networks.ts';

/** The address is in a private network, which the client does not call unless it is allowed to. */
export class PrivateNetworkError extends Error {
  override name = 'PrivateNetworkError';

  constructor(hostname: string) {
    super(`${hostname} is in a private network.`);
  }
}

/** How much of a response's body is kept, in UTF-16 units. */
const maxExcerpt = 300;

/**
 * A client for POST requests. Unless private addresses are allowed, the address that was checked is the one that the socket
 * connects to: a name is resolved once, and only public addresses of the result are used.
 * @param lookup resolves host names; tests pass their own
 */
export function createOutboundHttp(allowPrivateAddresses: boolean, lookup: LookupFunction = resolve): OutboundHttp {
  const isPrivate = createPrivateAddresses();
  const isRefused = (address: string) => !allowPrivateAddresses && isPrivate(address);
  const isRefusedHost = ({ hostname }: URL) => {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    return isIP(host) !== 0 && isRefused(host);
  };

  const guardedLookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = (found as { address: string; family: number }[]).filter(({ address }) => !isRefused(address));
      const [first] = addresses;
      if (!first) return callback(new PrivateNetworkError(hostname), []);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };

  return {
    mayCall: (url) => !isRefusedHost(new URL(url)),
    async post(url, { headers, body, timeout, signal }) {
      const to = new URL(url);
      // For an IP address the socket calls no lookup.
      if (isRefusedHost(to)) throw new PrivateNetworkError(to.hostname);
      const late = AbortSignal.timeout(timeout);
      const options: RequestOptions = {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        lookup: guardedLookup,
        // No connection is reused for another message.
        agent: false,
        signal: signal ? AbortSignal.any([late, signal]) : late,
      };
      try {
        const response = await send(to, options, body);
        return { status: response.statusCode ?? 0, headers: response.headers, excerpt: await startOf(response) };
      } catch (error) {
        if (late.aborted) throw new Error(`There was no response within ${timeout / 1000} s.`, { cause: error });
        throw error;
      }
    },
  };
}

function send(to: URL, options: RequestOptions, body: string): Promise<IncomingMessage> {
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
