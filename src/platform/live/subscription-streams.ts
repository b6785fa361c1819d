import { RateLimitedError } from '../errors.ts';
import type { ChangeNotifications } from './change-notifications.ts';

/** An account may have as many streams open on one server: many windows of many devices, and no flood. */
export const maxStreams = 50;

/** An answer that goes on for as long as somebody listens, about what happens in their change log. */
export interface SubscriptionStream<C> {
  /** Whether nobody listens any more: the client has gone, or the server stops. */
  readonly ended: boolean;
  /** Waits until the owner's log may have grown since the last time this was asked for, or the stream has ended. */
  pause(): Promise<void>;
  /**
   * The context of what comes next: whoever opened the stream, as they are now.
   * @throws UnauthenticatedError when what they opened it with is no longer good
   */
  renew(): Promise<C>;
  /** Ends it. What waits goes on at once, to see that it has ended. */
  end(): void;
}

/** The streams that are open. */
export interface SubscriptionStreams {
  /**
   * Opens one, to be ended by whoever opens it.
   * @param renew answers the context of what comes next
   * @throws RateLimitedError when the account has too many open
   */
  open<C>(ownerId: string, renew: () => Promise<C>): SubscriptionStream<C>;
  /** How many are open. */
  readonly size: number;
  /** Ends all that are open, and any that is opened from now on. */
  close(): void;
}

/**
 * @param pollInterval how long a stream waits for a signal before it looks without one, in milliseconds: as long as a change by
 *   another process can take to be seen, where no signal comes from there, and as an ended session can go on to listen
 */
export function createSubscriptionStreams(
  changeNotifications: Pick<ChangeNotifications, 'listen'>,
  pollInterval: number,
): SubscriptionStreams {
  const open = new Map<string, Set<{ end(): void }>>();
  let closed = false;

  function openStream<C>(ownerId: string, renew: () => Promise<C>): SubscriptionStream<C> {
    const streams = open.get(ownerId) ?? new Set();
    if (streams.size >= maxStreams) {
      const message = `At most ${maxStreams} subscriptions can be open at once for one account. End some of them.`;
      throw new RateLimitedError(Math.ceil(pollInterval / 1000), message);
    }
    let ended = false;
    // A flag and no queue: however often it is signalled while nobody waits, that is one more look.
    let signalled = false;
    let goOn = () => {};
    const wake = () => {
      signalled = true;
      goOn();
    };
    const stopListening = changeNotifications.listen(ownerId, wake);

    const stream: SubscriptionStream<C> = {
      get ended() {
        return ended;
      },
      async pause() {
        if (!signalled) {
          const { promise, resolve } = Promise.withResolvers<void>();
          goOn = resolve;
          const timer = setTimeout(resolve, pollInterval);
          await promise;
          clearTimeout(timer);
        }
        // Once ended, nothing waits any more.
        signalled = ended;
      },
      renew,
      end() {
        if (ended) return;
        ended = true;
        stopListening();
        streams.delete(stream);
        if (streams.size === 0) open.delete(ownerId);
        wake();
      },
    };
    open.set(ownerId, streams.add(stream));
    if (closed) stream.end();
    return stream;
  }

  return {
    open: openStream,
    get size() {
      return open.values().reduce((total, streams) => total + streams.size, 0);
    },
    close() {
      closed = true;
      for (const streams of [...open.values()]) for (const stream of [...streams]) stream.end();
    },
  };
}
