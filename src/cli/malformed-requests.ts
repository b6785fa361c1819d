import { type IncomingMessage, type RequestListener, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** What a client that sent no valid request was told. */
export interface Refused {
  readonly status: number;
  readonly bytes: number;
  readonly client: string;
}

/** The statuses of what Node's parser refuses. Of all else it is 400. */
const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

type Report = (refused: Refused) => void;

const refuse = (request: IncomingMessage, response: ServerResponse, status: number, report: Report): void =>
  void response.writeHead(status, { connection: 'close' }).end(() => {
    report({ status, bytes: 0, client: request.socket.remoteAddress ?? '' });
  });

/** The option of a server whose requests without a Host reach `refuseWithoutHost`. Otherwise Node refuses them in silence. */
export const takesAnyHost = { requireHostHeader: false };

/** Refuses requests of HTTP/1.1 without a Host header, as RFC 9112 asks for, and tells of them. */
export const refuseWithoutHost =
  (handler: RequestListener, report: Report): RequestListener =>
  (request, response) =>
    request.httpVersion === '1.1' && request.headers.host === undefined
      ? refuse(request, response, 400, report)
      : handler(request, response);

/**
 * Tells of what Node refuses by itself, which no route sees: what its parser does not understand, and an Expect header that it does
 * not know. The client gets what Node would send.
 * @param report is not called for a request that a route has got already
 */
export function reportMalformedRequests(server: Server, report: Report): void {
  /** The last request of each connection. */
  const last = new WeakMap<Duplex, { request: IncomingMessage; response: ServerResponse }>();
  server.prependListener('request', (request, response) => void last.set(request.socket, { request, response }));
  server.on('checkExpectation', (request, response) => refuse(request, response, 417, report));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex & { remoteAddress?: string }) => {
    const { request, response } = last.get(socket) ?? {};
    const isRouted = request?.complete === false || response?.writableFinished === false;
    if (!socket.writable || (isRouted && response?.headersSent)) return void socket.destroy(error);
    const status = statuses[error.code ?? ''] ?? 400;
    const client = socket.remoteAddress ?? '';
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`, () => socket.destroy(error));
    // Otherwise the body of a request is broken, which has a line of its own.
    if (!isRouted) report({ status, bytes: 0, client });
  });
}
