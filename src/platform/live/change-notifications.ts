import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { newId } from '../database/ids.ts';
import type { Log } from '../runtime/log.ts';
import { connectRedis } from '../runtime/redis.ts';

/**
 * Announces, after a commit, that an owner's change log has grown. A notification has no content: a listener reads the log from
 * its own position. Listeners also poll, so that a lost notification only delays them.
 */
export interface ChangeNotifications {
  /** Announces that an owner's change log has grown. */
  send(ownerId: string): void;
  /** Listens for one owner. @returns a function that stops listening */
  listen(ownerId: string, heard: () => void): () => void;
  /** Listens for all owners. @returns a function that stops listening */
  listenToAll(heard: (ownerId: string) => void): () => void;
  close(): Promise<void>;
}

/** Notifications within this process; with Redis, among all servers that share it. */
export async function createChangeNotifications(redisUrl: string | null, log: Log): Promise<ChangeNotifications> {
  const owners = new EventEmitter().setMaxListeners(0);
  const all = new EventEmitter().setMaxListeners(0);
  const emit = (ownerId: string) => {
    // An owner's id is a UUID, so it is none of the event names that an emitter treats specially.
    owners.emit(ownerId);
    all.emit('signal', ownerId);
  };
  const subscribe = <A extends unknown[]>(to: EventEmitter, event: string, heard: (...args: A) => void) => {
    to.on(event, heard);
    return () => void to.off(event, heard);
  };
  const others = redisUrl === null ? null : await connectServers(redisUrl, log, emit);
  return {
    send(ownerId) {
      emit(ownerId);
      others?.send(ownerId);
    },
    listen: (ownerId, heard) => subscribe(owners, ownerId, heard),
    listenToAll: (heard) => subscribe(all, 'signal', heard),
    async close() {
      others?.close();
      owners.removeAllListeners();
      all.removeAllListeners();
    },
  };
}

const channel = 'waymark:signals';

/** Connects to the other servers on the same Redis. While Redis is away, they find changes by polling. */
async function connectServers(redisUrl: string, log: Log, heard: (ownerId: string) => void) {
  const publisher = await connectRedis(redisUrl, log);
  // A subscribing connection can do nothing else. It queues commands while it connects, and subscribes again afterwards.
  const subscriber = publisher
    .duplicate({ enableOfflineQueue: true, maxRetriesPerRequest: null, commandTimeout: undefined })
    .on('error', () => {});
  const self = newId();
  subscriber.on('message', (_channel, message: string) => {
    const [server, ownerId] = message.split(' ');
    if (server !== self && ownerId !== undefined) heard(ownerId);
  });
  subscriber.subscribe(channel).catch(() => {});
  // Outside the async context of the request: the client keeps commands, which would keep the request in memory.
  const outsideRequests = AsyncLocalStorage.snapshot();
  return {
    send(ownerId: string) {
      outsideRequests(() => publisher.publish(channel, `${self} ${ownerId}`)).catch(() => {});
    },
    close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
