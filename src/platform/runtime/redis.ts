import type { Command, Redis } from 'ioredis';
import type { Log } from './log.ts';

/** How long a command may take, in milliseconds. It delays a request by so much at most. */
const commandTimeout = 250;

/** How often a Redis that did not respond in time is asked whether it does again, in milliseconds. */
const probeInterval = 1_000;

/**
 * A connection to Redis. The server runs on while Redis is away or does not respond: commands then fail at once, callers do
 * without, and the client recovers by itself.
 */
export async function connectRedis(url: string, log: Log): Promise<Redis> {
  // Loaded on demand: most servers have no Redis.
  const { Redis } = await import('ioredis');
  const options = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout, connectTimeout: 1_000 };
  const redis = new Redis(url, options).on('error', () => {});
  return breakCircuit(redis, log);
}

/**
 * Puts a circuit breaker into a client. It opens when a command times out: all commands then fail at once, until a ping is
 * answered. Without it, each of them would wait for its own timeout.
 */
function breakCircuit(redis: Redis, log: Log): Redis {
  const send = redis.sendCommand.bind(redis);
  let timer: NodeJS.Timeout | null = null;

  function open(): void {
    if (timer) return;
    log.warn('Redis does not respond. Rate limits are kept in memory, and changes of other servers are polled for.');
    timer = setInterval(() => void probe(), probeInterval).unref();
  }

  function close(): void {
    if (timer) clearInterval(timer);
    timer = null;
  }

  async function probe(): Promise<void> {
    if (redis.status === 'end') return close();
    isProbe = true;
    const pong = redis.ping();
    isProbe = false;
    try {
      await pong;
    } catch {
      return;
    }
    if (timer) log.info('Redis responds again.');
    close();
  }

  let isProbe = false;
  redis.sendCommand = (command: Command, stream) => {
    // Before it is ready, the client sends what a connection begins with.
    if (timer && !isProbe && redis.status === 'ready') {
      command.reject(new Error('Redis does not respond.'));
      return command.promise;
    }
    command.promise.catch((error: Error) => {
      if (error.message === 'Command timed out') open();
    });
    return send(command, stream);
  };
  return redis;
}
