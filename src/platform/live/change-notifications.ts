import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { newId } from '../database/ids.ts';
import { connectRedis } from '../runtime/redis.ts';

/**
 * Tells, after a commit, that an owner's change log has grown. A signal says nothing of what changed: who hears it reads that
 * from the log, from where they were. So one that is lost or comes twice delays or repeats a look, and loses nothing: who
 * listens looks now and then without being told.
 */
export interface ChangeNotifications {
  /** The owner's log has grown. */
  send(ownerId: string): void;
  /** Hears of one owner's log. @returns stops it */
  listen(ownerId: string, heard: () => void): () => void;
  /** Hears of everybody's. @returns stops it */
  listenToAll(heard: (ownerId: string) => void): () => void;
  close(): Promise<void>;
}

/** Signals within this process; with a Redis, to and from all servers that share it as well. */
export async function createChangeNotifications(redisUrl: string | null): Promise<ChangeNotifications> {
  const owners = new EventEmitter().setMaxListeners(0);
  const all = new EventEmitter().setMaxListeners(0);
  const emit = (ownerId: string) => {
    // An owner's id is a UUID, and so none of the names that mean something to an emitter.
    owners.emit(ownerId);
    all.emit('signal', ownerId);
  };
  const subscribe = <A extends unknown[]>(to: EventEmitter, event: string, heard: (...args: A) => void) => {
    to.on(event, heard);
    return () => void to.off(event, heard);
  };
  const others = redisUrl === null ? null : await connectServers(redisUrl, emit);
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

/** The other servers on the same Redis. While it is away, they are not told, and find out when they look by themselves. */
async function connectServers(redisUrl: string, heard: (ownerId: string) => void) {
  const publisher = await connectRedis(redisUrl);
  // A connection that subscribes can do nothing else. It waits until it is connected, and subscribes anew whenever it was not.
  const subscriber = publisher
    .duplicate({ enableOfflineQueue: true, maxRetriesPerRequest: null })
    .on('error', () => {});
  const self = newId();
  subscriber.on('message', (_channel, message: string) => {
    const [server, ownerId] = message.split(' ');
    if (server !== self && ownerId !== undefined) heard(ownerId);
  });
  subscriber.subscribe(channel).catch(() => {});
  // Whatever the client keeps of a command is to keep nothing of the request that it was sent in.
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
