import { readFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { CollectorConfig } from '../../platform/runtime/tracing.ts';

/** What was sent did not arrive, or was refused. The message says why, with the first words of the response. */
export class CollectorError extends Error {
  override name = 'CollectorError';
  /** How long the collector asks to wait, in milliseconds. Null: it can be tried again soon. */
  readonly retryAfter: number | null;
  readonly isRetryable: boolean;

  constructor(message: string, isRetryable: boolean, retryAfter: number | null = null) {
    super(message);
    this.isRetryable = isRetryable;
    this.retryAfter = retryAfter;
  }
}

/** Sends to a collector by OTLP over HTTP. */
export interface CollectorClient {
  /**
   * Sends a message, again where the specification says so. Returns the body of the response.
   * @throws CollectorError
   */
  send(message: Uint8Array): Promise<Uint8Array>;
  /** Ends what is being sent, also the wait before it is sent again. */
  close(): void;
}

/** How often a message is sent at most. */
const maxAttempts = 5;

/** The pauses between attempts, in milliseconds; and the longest that a collector can ask for. */
const pauses = { first: 1_000, factor: 1.5, asked: 60_000 };

/** How much of a response is read, in bytes, and how many characters of it an error has. */
const maxResponse = 65_536;
const maxReason = 200;

/** The statuses after which a message may be sent again. */
const retryable = new Set([429, 502, 503, 504]);

/** @throws CollectorError if a certificate cannot be read */
export function createCollectorClient({
  url,
  headers,
  timeout,
  isCompressed,
  files,
}: CollectorConfig): CollectorClient {
  const library = url.startsWith('https:') ? https : http;
  const certificates = Object.fromEntries(
    Object.entries(files).flatMap(([name, path]) => (path === undefined ? [] : [[name, readCertificate(path)]])),
  );
  const agent = new library.Agent({ keepAlive: true, ...certificates });
  const closing = new AbortController();
  const fixed = {
    ...headers,
    'content-type': 'application/x-protobuf',
    'user-agent': 'Waymark',
    ...(isCompressed && { 'content-encoding': 'gzip' }),
  };

  /** Sends a message once. The time counts until the response has ended, so that one that drips ends, too. */
  function post(body: Uint8Array, milliseconds: number): Promise<{ response: IncomingMessage; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(Math.ceil(milliseconds))]);
      const request = library.request(url, {
        method: 'POST',
        agent,
        signal,
        headers: { ...fixed, 'content-length': body.byteLength },
      });
      request.on('error', reject);
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size > maxResponse) response.destroy(new Error(`The response has more than ${maxResponse} bytes.`));
        });
        response.on('error', reject);
        response.on('end', () => resolve({ response, body: Buffer.concat(parts) }));
      });
      request.end(body);
    });
  }

  async function attempt(message: Uint8Array, milliseconds: number): Promise<Buffer> {
    const { response, body } = await post(message, milliseconds).catch((error: unknown) => {
      if (closing.signal.aborted) throw new CollectorError('Sending was ended before the collector responded.', false);
      throw unreachable(error);
    });
    const { statusCode: status = 0, headers } = response;
    if (status >= 200 && status < 300) return body;
    const reason = `The collector responds with ${status}${saidIn(body)}.`;
    throw new CollectorError(reason, retryable.has(status), retryAfterOf(headers['retry-after']));
  }

  return {
    async send(message) {
      const body = isCompressed ? await promisify(gzip)(message) : message;
      let deadline = performance.now() + timeout;
      let pause = pauses.first;
      for (let attempts = 1; ; attempts += 1) {
        try {
          return await attempt(body, Math.max(1, deadline - performance.now()));
        } catch (error) {
          if (!(error instanceof CollectorError && error.isRetryable) || attempts === maxAttempts) throw error;
          const wait = error.retryAfter ?? pause * (0.8 + Math.random() * 0.4);
          // What the collector asks for does not count: what is sent too early is lost.
          if (error.retryAfter !== null) deadline += wait;
          if (performance.now() + wait >= deadline) throw error;
          pause *= pauses.factor;
          await sleep(wait, undefined, { ref: false, signal: closing.signal }).catch(() => {
            throw error;
          });
        }
      }
    },
    close() {
      closing.abort();
      agent.destroy();
    },
  };
}

function readCertificate(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = `${path} cannot be read (${code}). Check the variables of certificates, OTEL_EXPORTER_OTLP_….`;
    throw new CollectorError(message, false);
  }
}

/** Errors of TLS and of the address stay as they are; what is broken or late can be tried again. */
function unreachable(error: unknown): CollectorError {
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError')
    return new CollectorError('The collector did not respond in time.', true);
  // A name with several addresses has an error of each.
  const isOfNetwork = /^(E(CONN|HOST|NET)\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/.test(code ?? '');
  return new CollectorError(`The collector cannot be reached (${message || code}).`, isOfNetwork);
}

/** The first words of a body, if it is a text. */
function saidIn(body: Buffer): string {
  const said = body
    .toString('utf8')
    .replaceAll(/[\p{Cc}\s\uFFFD]+/gu, ' ')
    .trim();
  return said === '' ? '' : `: ${said.slice(0, maxReason)}`;
}

/** What Retry-After asks for, in milliseconds, a minute at most. Null if it asks for nothing. */
function retryAfterOf(header: string | undefined): number | null {
  const wait = /^\d{1,9}$/.test(header ?? '') ? Number(header) * 1_000 : Date.parse(header ?? '') - Date.now();
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), pauses.asked);
}
