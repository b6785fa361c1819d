import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { sendNodeResponse } from '@whatwg-node/server';
import type { Log } from '../platform/runtime/log.ts';
import { type HeaderReader, isJsonPost, type JsonPost } from './json-post.ts';
import type { AddHeaders } from './response-headers.ts';
import { type Reply, TextReply } from './text-reply.ts';

/** What takes the requests of node:http. */
interface Takers {
  /** Takes all requests but JSON POSTs to /graphql. */
  readonly otherwise: RequestListener;
  readonly respond: (request: JsonPost, req: IncomingMessage, res: ServerResponse) => Promise<Reply>;
  readonly addHeaders: AddHeaders;
  readonly log: Log;
}

/** Takes JSON POSTs to /graphql from node:http as they are, without a request and a response of the Fetch API. */
export function takePosts({ otherwise, respond, addHeaders, log }: Takers): RequestListener {
  const isHost = createHostCheck();

  async function answer(request: JsonPost, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const reply = await respond(request, req, res);
    addHeaders(reply.headers, request);
    if (!(reply instanceof TextReply)) return sendNodeResponse(reply, res, req, false);
    if (res.destroyed) return;
    res.writeHead(reply.status, reply.headers.list);
    if (reply.bytes) res.end(reply.bytes);
    else res.end(reply.body, reply.isAscii ? 'latin1' : 'utf8');
  }

  return (req, res) => {
    if (req.url !== '/graphql' || req.method !== 'POST' || !isHost(req.headers.host)) return otherwise(req, res);
    const request = new NodePost(req, res);
    if (!isJsonPost(request)) return otherwise(req, res);
    answer(request, req, res).catch((error: unknown) => {
      log.error({ err: error }, 'request failed');
      res.destroy();
    });
  };
}

/** Checks whether a Host header is a host, so that it makes a valid URL. Nearly all requests have the same. */
function createHostCheck(): (host: string | undefined) => boolean {
  let known: string | undefined;
  return (host) => {
    if (host === undefined) return false;
    if (host === known) return true;
    const isHost = !/[/?#@\\]/.test(host) && URL.canParse(`http://${host}`);
    if (isHost) known = host;
    return isHost;
  };
}

/** A POST to /graphql, with what is read of it. */
class NodePost implements JsonPost {
  readonly method = 'POST';
  readonly headers: HeaderReader;
  readonly #req: IncomingMessage;
  readonly #res: ServerResponse;
  #signal: AbortSignal | undefined;

  constructor(req: IncomingMessage, res: ServerResponse) {
    this.headers = new NodeHeaders(req.headers);
    this.#req = req;
    this.#res = res;
  }

  get url(): string {
    return `http://${this.#req.headers.host}${this.#req.url}`;
  }

  get allHeaders(): Record<string, string> {
    return this.#req.headers as Record<string, string>;
  }

  get signal(): AbortSignal {
    this.#signal ??= abortedWith(this.#res);
    return this.#signal;
  }

  body(): Promise<Buffer<ArrayBuffer>> {
    return readBody(this.#req);
  }
}

class NodeHeaders implements HeaderReader {
  readonly #headers: IncomingMessage['headers'];

  constructor(headers: IncomingMessage['headers']) {
    this.#headers = headers;
  }

  has(name: string): boolean {
    return this.#headers[name] !== undefined;
  }

  get(name: string): string | null {
    const value = this.#headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  }
}

/** A signal that aborts when the client leaves before its response. */
function abortedWith(res: ServerResponse): AbortSignal {
  const controller = new AbortController();
  const noteEnd = () => {
    if (!res.writableFinished) controller.abort();
  };
  if (res.closed) noteEnd();
  else res.once('close', noteEnd);
  return controller.signal;
}

const nothing = Buffer.alloc(0);

/** The body of a request. Its size is that of its Content-Length. Empty if the client left before its end. */
function readBody(req: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve) => {
    const chunks: Buffer<ArrayBuffer>[] = [];
    req.on('data', (chunk: Buffer<ArrayBuffer>) => void chunks.push(chunk));
    req.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer<ArrayBuffer>) : Buffer.concat(chunks)));
    // Comes after each end, too, when there is a body already.
    const leave = () => resolve(nothing);
    req.on('error', leave);
    req.on('close', leave);
  });
}
