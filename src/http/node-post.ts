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
  async function answer(request: JsonPost, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const reply = await respond(request, req, res);
    addHeaders(reply.headers, request);
    if (!(reply instanceof TextReply)) return sendNodeResponse(reply, res, req, false);
    if (res.destroyed) return;
    res.writeHead(reply.status, [...reply.headers].flat());
    res.end(reply.body);
  }

  return (req, res) => {
    const request = postOf(req, res);
    if (!request) return otherwise(req, res);
    answer(request, req, res).catch((error: unknown) => {
      log.error({ err: error }, 'request failed');
      res.destroy();
    });
  };
}

/** A JSON POST to /graphql. Null if the request is another one. */
function postOf(req: IncomingMessage, res: ServerResponse): JsonPost | null {
  const { method = '', url, headers } = req;
  if (url !== '/graphql' || method !== 'POST' || !isHost(headers.host)) return null;
  const reader = readerOf(req);
  if (!isJsonPost({ method, headers: reader })) return null;
  let signal: AbortSignal | undefined;
  return {
    method,
    url: `http://${headers.host}${url}`,
    headers: reader,
    allHeaders: headers as Record<string, string>,
    get signal() {
      signal ??= abortedWith(res);
      return signal;
    },
    body: () => readBody(req),
  };
}

/** Whether a Host header is a host, so that it makes a valid URL. */
const isHost = (host: string | undefined): host is string =>
  host !== undefined && !/[/?#@\\]/.test(host) && URL.canParse(`http://${host}`);

function readerOf({ headers }: IncomingMessage): HeaderReader {
  return {
    has: (name) => headers[name] !== undefined,
    get(name) {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}

/** A signal that aborts when the client leaves before its response. */
function abortedWith(res: ServerResponse): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** The body of a request. Its size is that of its Content-Length. Empty if the client left before its end. */
function readBody(req: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve) => {
    const chunks: Buffer<ArrayBuffer>[] = [];
    req.on('data', (chunk: Buffer<ArrayBuffer>) => void chunks.push(chunk));
    req.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer<ArrayBuffer>) : Buffer.concat(chunks)));
    req.once('error', () => resolve(Buffer.alloc(0)));
    req.once('close', () => resolve(Buffer.alloc(0)));
  });
}
