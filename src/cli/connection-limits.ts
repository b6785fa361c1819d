import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../platform/security/client-networks.ts';

/** How many connections may be open, in all and without a complete request from one network. */
export interface ConnectionLimits {
  readonly open: number;
  readonly idle: number;
}

/** Far more than browsers and scripts keep open, and so few that their memory stays below some 20 MB for each network. */
const defaultLimits: ConnectionLimits = { open: 8_000, idle: 1_000 };

/** An open connection. */
interface Connection {
  readonly socket: Socket;
  /** The response to its last request, until that is sent. */
  response: ServerResponse | null;
  /** Larger than that of all that were used before it. */
  use: number;
}

/** A network that has connections. */
interface Network {
  readonly connections: Set<Connection>;
  /** How many more may become idle before those that are have to be counted. */
  slack: number;
}

const isIdle = ({ response }: Connection) => response === null || !response.req.complete;

/**
 * Bounds the connections of a server. Where one network has too many that carry no complete request, those that were used longest
 * ago are closed, so that a client that only opens connections, or begins requests, loses its own. Those above the limit of all are
 * not accepted.
 *
 * What is idle is counted only when it may have become too many: each request notes no more than itself.
 * @param isProxied whether all connections come from a proxy, whose idle ones belong to many clients: only all are bounded then
 */
export function limitConnections(server: Server, isProxied: boolean, limits: ConnectionLimits = defaultLimits): void {
  server.maxConnections = limits.open;
  if (isProxied) return;
  const networks = new Map<string, Network>();
  const connections = new WeakMap<Socket, { connection: Connection; onClose: (this: ServerResponse) => void }>();
  let uses = 0;

  /** Notes that one more connection may be idle. If there are too many, some more than that are closed, so that not each one is counted for. */
  function noteIdle(network: Network): void {
    network.slack -= 1;
    if (network.slack >= 0) return;
    const idle = [...network.connections].filter(isIdle);
    if (idle.length > limits.idle) {
      idle.sort((a, b) => a.use - b.use);
      const surplus = idle.splice(0, idle.length - limits.idle + Math.floor(limits.idle / 20));
      for (const { socket } of surplus) socket.destroy();
    }
    network.slack = limits.idle - idle.length;
  }

  server.on('connection', (socket) => {
    const name = networkOf(socket.remoteAddress ?? '');
    const network = networks.get(name) ?? { connections: new Set(), slack: limits.idle };
    networks.set(name, network);
    const connection: Connection = { socket, response: null, use: ++uses };
    network.connections.add(connection);
    function onClose(this: ServerResponse): void {
      // A client may have sent its next request before.
      if (connection.response === this) connection.response = null;
      connection.use = ++uses;
      noteIdle(network);
    }
    connections.set(socket, { connection, onClose });
    socket.once('close', () => {
      network.connections.delete(connection);
      if (network.connections.size === 0) networks.delete(name);
    });
    noteIdle(network);
  });
  server.prependListener('request', ({ socket }, response) => {
    const known = connections.get(socket);
    if (!known) return;
    known.connection.response = response;
    known.connection.use = ++uses;
    response.on('close', known.onClose);
  });
}
