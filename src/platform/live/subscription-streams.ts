import { RateLimitedError } from '../errors.ts';
import type { ChangeNotifications } from './change-notifications.ts';

/** The maximum number of open streams of one account on one server. */
export const maxStreams = 50;

/** The response to a subscription: open until the client leaves, and woken when the owner's change log grows. */
export interface SubscriptionStream<C> {
  /** Whether the stream has ended: the client has left, or the server stops. */
  readonly ended: boolean;
  /** Waits until the owner's log may have grown since the last call, or the stream has ended. */
  pause(): Promise<void>;
  /**
   * The context of the next event, with the viewer authenticated anew.
   * @throws UnauthenticatedError if the credential has ended
   */
  renew(): Promise<C>;
  /** Ends the stream. A `pause` returns at once. */
  end(): void;
}

/** The open streams of one server. */
export interface SubscriptionStreams {
  /**
   * Opens a stream. The caller ends it.
   * @param renew returns the context of the next event
   * @throws RateLimitedError if the account has 50 open streams
   */
  open<C>(ownerId: string, renew: () => Promise<C>): SubscriptionStream<C>;
  /** The number of open streams. */
  readonly size: number;
  /** The number of streams that were opened since the start. */
  readonly opened: number;
  /** Ends all streams, also those that are opened later. */
  close(): void;
}

/**
 * @param pollInterval how long a stream waits without a notification, in milliseconds. It bounds how late a change by another
 *   process is seen without Redis, and how long a stream outlives its session.
 */
export function createSubscriptionStreams(
  changeNotifications: Pick<ChangeNotifications, 'listen'>,
  pollInterval: number,
): SubscriptionStreams {
  const open = new Map<string, Set<{ end(): void }>>();
  let closed = false;
  let opened = 0;

  function openStream<C>(ownerId: string, renew: () => Promise<C>): SubscriptionStream<C> {
    const streams = open.get(ownerId) ?? new Set();
    if (streams.size >= maxStreams) {
      const message = `At most ${maxStreams} subscriptions can be open at once for one account. End some of them.`;
      throw new RateLimitedError(Math.ceil(pollInterval / 1000), message);
    }
    let ended = false;
    // A flag, not a queue: any number of notifications is one reason to read the log.
    let notified = false;
    let resume = () => {};
    const wake = () => {
      notified = true;
      resume();
    };
    const stopListening = changeNotifications.listen(ownerId, wake);

    const stream: SubscriptionStream<C> = {
      get ended() {
        return ended;
      },
      async pause() {
        if (!notified) {
          const { promise, resolve } = Promise.withResolvers<void>();
          resume = resolve;
          const timer = setTimeout(resolve, pollInterval);
          await promise;
          clearTimeout(timer);
        }
        // After the end, no pause waits.
        notified = ended;
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
    opened += 1;
    if (closed) stream.end();
    return stream;
  }

  return {
    open: openStream,
    get size() {
      return open.values().reduce((total, streams) => total + streams.size, 0);
    },
    get opened() {
      return opened;
    },
    close() {
      closed = true;
      for (const streams of [...open.values()]) for (const stream of [...streams]) stream.end();
    },
  };
}
