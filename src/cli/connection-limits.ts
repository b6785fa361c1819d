import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../platform/security/client-networks.ts';

/** How many connections may be open, in all and without a complete request from one network. */
export interface ConnectionLimits {
  readonly open: number;
  readonly idle: number;
}

/** Far more than browsers and scripts keep open, and so few that their memory stays below some 20 MB for each network. */
const defaultLimits: ConnectionLimits = { open: 8_000, idle: 1_000 };

/** An open connection, with its last request. */
interface Connection {
  readonly socket: Socket;
  readonly network: Network;
  last: Exchange | null;
  /** Larger than that of all that were used before it. */
  use: number;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Whether its end is noted. */
  isWatched: boolean;
}

/** A network that has connections. */
interface Network {
  readonly connections: Set<Connection>;
  /** Whether its idle connections are about to be counted. */
  isDue: boolean;
}

/** Whether a connection has no request that has come to its end, or has responded to it. */
const isIdle = ({ last }: Connection) => last === null || !last.request.complete || last.response.closed;

/**
 * Bounds the connections of a server. Where one network has too many that carry no complete request, those that were used longest
 * ago are closed, so that a client that only opens connections, or begins requests, loses its own. Those above the limit of all are
 * not accepted.
 *
 * Nearly always there are few: a request is only noted. What is idle is looked at when a network has more connections than may be.
 * @param isProxied whether all connections come from a proxy, whose idle ones belong to many clients: only all are bounded then
 */
export function limitConnections(server: Server, isProxied: boolean, limits: ConnectionLimits = defaultLimits): void {
  server.maxConnections = limits.open;
  if (isProxied) return;
  const networks = new Map<string, Network>();
  const connections = new WeakMap<Socket, Connection>();
  let uses = 0;

  const hasMany = (network: Network) => network.connections.size > limits.idle;

  /** Closes what is idle beyond the limit, once for all that happens in a turn of the event loop. */
  function limit(network: Network): void {
    if (network.isDue) return;
    network.isDue = true;
    setImmediate(() => {
      network.isDue = false;
      const idle = [...network.connections].filter(isIdle);
      if (idle.length <= limits.idle) return;
      idle.sort((a, b) => a.use - b.use);
      for (const { socket } of idle.slice(0, idle.length - limits.idle)) socket.destroy();
    });
  }

  /** Notes when a connection that has a request becomes idle. */
  function watch(connection: Connection): void {
    const { last } = connection;
    if (last === null || last.isWatched) return;
    last.isWatched = true;
    last.response.once('close', () => {
      connection.use = ++uses;
      limit(connection.network);
    });
  }

  server.on('connection', (socket) => {
    const name = networkOf(socket.remoteAddress ?? '');
    const network = networks.get(name) ?? { connections: new Set(), isDue: false };
    networks.set(name, network);
    const connection: Connection = { socket, network, last: null, use: ++uses };
    connections.set(socket, connection);
    network.connections.add(connection);
    socket.once('close', () => {
      network.connections.delete(connection);
      if (network.connections.size === 0) networks.delete(name);
    });
    if (!hasMany(network)) return;
    for (const each of network.connections) watch(each);
    limit(network);
  });
  server.prependListener('request', (request, response) => {
    const connection = connections.get(request.socket);
    if (!connection) return;
    connection.last = { request, response, isWatched: false };
    connection.use = ++uses;
    if (hasMany(connection.network)) watch(connection);
  });
}
