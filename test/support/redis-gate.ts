import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished, type TestContext } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { redisServer } from './databases.ts';
import { skipOrFail } from './services.ts';

/** A way to Redis that can be cut and opened again, and on which Redis can seem frozen. */
export interface RedisGate {
  url: string;
  open(): Promise<void>;
  shut(): Promise<void>;
  /** Passes on nothing anymore, with all connections open. */
  freeze(): void;
  thaw(): void;
}

export async function createRedisGate(context: TestContext): Promise<RedisGate> {
  const { hostname, port } = new URL(redisServer);
  const sockets = new Set<Socket>();
  const pairs = new Map<Socket, Socket>();
  let isFrozen = false;
  const join = (socket: Socket, redis: Socket) => void socket.pipe(redis).pipe(socket);
  const part = (socket: Socket, redis: Socket) => {
    for (const end of [socket, redis]) end.unpipe().pause();
  };
  const gate = createServer((socket) => {
    const redis = connect(Number(port || 6379), hostname);
    for (const end of [socket, redis]) {
      sockets.add(end);
      end
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(end);
          pairs.delete(socket);
          socket.destroy();
          redis.destroy();
        });
    }
    pairs.set(socket, redis);
    (isFrozen ? part : join)(socket, redis);
  });
  const place = await freePort();
  const open = () => new Promise<void>((resolve) => gate.listen(place, '127.0.0.1', resolve));
  const shut = async () => {
    const closed = new Promise((resolve) => gate.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await new Promise<void>((resolve, reject) => {
    const probe = connect(Number(port || 6379), hostname, () => resolve(void probe.destroy()));
    probe.on('error', reject);
  }).catch(() => skipOrFail(context, `There is no Redis at ${redisServer}`));
  await open();
  onTestFinished(shut);
  return {
    url: `redis://127.0.0.1:${place}`,
    open,
    shut,
    freeze() {
      isFrozen = true;
      for (const [socket, redis] of pairs) part(socket, redis);
    },
    thaw() {
      isFrozen = false;
      for (const [socket, redis] of pairs) join(socket, redis);
    },
  };
}
