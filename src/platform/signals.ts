import { EventEmitter } from 'node:events';

/**
 * Tells, after a commit, that an owner's change log has grown. A signal says nothing of what changed: who hears it reads that
 * from the log, from where they were. So one that is lost or comes twice delays or repeats a look, and loses nothing.
 */
export interface Signals {
  /** The owner's log has grown. */
  send(ownerId: string): void;
  /** Hears of one owner's log. @returns stops it */
  listen(ownerId: string, heard: () => void): () => void;
  /** Hears of everybody's. @returns stops it */
  listenToAll(heard: (ownerId: string) => void): () => void;
  close(): Promise<void>;
}

/** Signals within this process. */
export function createSignals(): Signals {
  const owners = new EventEmitter().setMaxListeners(0);
  const all = new EventEmitter().setMaxListeners(0);
  const subscribe = <A extends unknown[]>(to: EventEmitter, event: string, heard: (...args: A) => void) => {
    to.on(event, heard);
    return () => void to.off(event, heard);
  };
  return {
    send(ownerId) {
      // An owner's id is a UUID, and so none of the names that mean something to an emitter.
      owners.emit(ownerId);
      all.emit('signal', ownerId);
    },
    listen: (ownerId, heard) => subscribe(owners, ownerId, heard),
    listenToAll: (heard) => subscribe(all, 'signal', heard),
    async close() {
      owners.removeAllListeners();
      all.removeAllListeners();
    },
  };
}
