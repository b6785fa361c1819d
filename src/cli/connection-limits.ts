import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../platform/security/client-networks.ts';

/** How many connections may be open, in all and without a complete request from one network. */
export interface ConnectionLimits {
  readonly open: number;
  readonly idle: number;
}

/** Far more than browsers and scripts keep open, and so few that their memory stays below some 20 MB for each network. */
const defaultLimits: ConnectionLimits = { open: 8_000, idle: 1_000 };

/** Whether a request has a body, which may still be on its way. */
const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Bounds the connections of a server. Where one network has too many that carry no complete request, the one that was used longest
 * ago is closed, so that a client that only opens connections, or begins requests, loses its own. Those above the limit of all are
 * not accepted.
 * @param isProxied whether all connections come from a proxy, whose idle ones belong to many clients: only all are bounded then
 */
export function limitConnections(server: Server, isProxied: boolean, limits: ConnectionLimits = defaultLimits): void {
  server.maxConnections = limits.open;
  if (isProxied) return;
  /** The idle connections of each network, in the order of their last use. */
  const idle = new Map<string, Set<Socket>>();
  const networks = new WeakMap<Socket, string>();

  function add(socket: Socket): void {
    const network = networks.get(socket);
    if (network === undefined || socket.destroyed) return;
    const sockets = idle.get(network) ?? new Set();
    // Behind all others, also if it was among them.
    sockets.delete(socket);
    idle.set(network, sockets.add(socket));
    const [oldest] = sockets;
    if (sockets.size > limits.idle) oldest?.destroy();
  }

  function remove(socket: Socket): void {
    const network = networks.get(socket) ?? '';
    const sockets = idle.get(network);
    if (sockets?.delete(socket) && sockets.size === 0) idle.delete(network);
  }

  server.on('connection', (socket) => {
    networks.set(socket, networkOf(socket.remoteAddress ?? ''));
    socket.once('close', () => remove(socket));
    add(socket);
  });
  server.prependListener('request', (request, response) => {
    const { socket } = request;
    if (hasBody(request)) {
      add(socket);
      request.once('end', () => remove(socket));
    } else remove(socket);
    response.once('close', () => add(socket));
  });
}
