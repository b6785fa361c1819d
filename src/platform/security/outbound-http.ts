import { lookup as resolve } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What was answered to something that was posted. */
export interface Posted {
  status: number;
  headers: IncomingMessage['headers'];
  /** The start of the body, at most 300 characters. */
  excerpt: string;
}

/** Posts to addresses that people gave, and that need not mean well. */
export interface WebhookHttpClient {
  /**
   * Whether an address may be called at all, as far as it shows without asking where its name leads.
   * Of a host that is an IP address, in whatever way it is written, all of it shows.
   */
  mayCall(url: string): boolean;
  /**
   * Posts a text, and answers what came back, whatever its status. Redirects are not followed.
   * @param timeout in milliseconds, for all of it
   * @throws Error when there is no answer: the address may not be called, does not exist, refuses, or takes too long
   */
  post(
    url: string,
    message: { headers: Record<string, string>; body: string; timeout: number; signal?: AbortSignal },
  ): Promise<Posted>;
}

const maxExcerpt = 300;

/** Networks that are not part of the public internet (IANA's special-purpose registries), or that lead into such ones. */
const special = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  // All but 2000::/3, and of that the parts with an IPv4 address inside, and those for examples and benchmarks.
  ipv6: ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
} as const;

/** Whether an IP address is outside the public internet. None that has another kind of address inside is taken for public. */
export function createPrivateAddresses(): (address: string) => boolean {
  // Each kind has a list of its own: in one, the networks of IPv6 would have those of IPv4 within them.
  const [ipv4, ipv6] = [new BlockList(), new BlockList()];
  for (const [network, bits] of special.ipv4.map(parts)) ipv4.addSubnet(network, bits, 'ipv4');
  for (const [network, bits] of special.ipv6.map(parts)) ipv6.addSubnet(network, bits, 'ipv6');
  return (address) => {
    // What is no plain address, such as one with a zone, is of this machine's own networks at best.
    if (isIP(address) === 0 || address.includes('%')) return true;
    return isIP(address) === 4 ? ipv4.check(address, 'ipv4') : ipv6.check(address, 'ipv6');
  };
}

function parts(network: string): [string, number] {
  const [start = '', bits] = network.split('/');
  return [start, Number(bits)];
}

/**
 * Where posts go out. Unless they may go anywhere, the address that the socket connects to is the one that was looked at:
 * what a name leads to is asked once, and of the answer only public addresses are taken.
 * @param lookup how names are resolved; tests hand in one of their own
 */
export function createWebhookHttpClient(
  privateAddresses: boolean,
  lookup: LookupFunction = resolve,
): WebhookHttpClient {
  const isPrivate = createPrivateAddresses();
  const refused = (address: string) => !privateAddresses && isPrivate(address);
  const isRefused = ({ hostname }: URL) => {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    return isIP(host) !== 0 && refused(host);
  };

  const guardedLookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = (found as { address: string; family: number }[]).filter(({ address }) => !refused(address));
      const [first] = addresses;
      if (!first) return callback(new Error(`${hostname} ${isPrivateNetwork}`), []);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };

  return {
    mayCall: (url) => !isRefused(new URL(url)),
    async post(url, { headers, body, timeout, signal }) {
      const to = new URL(url);
      // The socket asks no one where an IP address leads.
      if (isRefused(to)) throw new Error(`${to.hostname} ${isPrivateNetwork}`);
      const late = AbortSignal.timeout(timeout);
      const options: RequestOptions = {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        lookup: guardedLookup,
        // No connection that was made for one message serves another.
        agent: false,
        signal: signal ? AbortSignal.any([late, signal]) : late,
      };
      try {
        const response = await send(to, options, body);
        return { status: response.statusCode ?? 0, headers: response.headers, excerpt: await startOf(response) };
      } catch (error) {
        if (late.aborted) throw new Error(`There was no answer within ${timeout / 1000} s.`, { cause: error });
        throw error;
      }
    },
  };
}

const isPrivateNetwork = 'is in a private network. The server may post there only with WEBHOOK_PRIVATE_ADDRESSES=on.';

function send(to: URL, options: RequestOptions, body: string): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const sent = (to.protocol === 'https:' ? httpsRequest : httpRequest)(to, options, answered);
    // For good: what breaks once the answer is there must not break the server.
    sent.on('error', failed);
    sent.end(body);
  });
}

/** The start of a body. Its status has come: that the rest is slow, or never comes, takes nothing from that. */
async function startOf(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  try {
    for await (const part of response) {
      text += part as string;
      if (text.length >= maxExcerpt) break;
    }
  } catch {
    // What came until then is what there is.
  }
  response.destroy();
  return text
    .slice(0, maxExcerpt)
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ');
}
