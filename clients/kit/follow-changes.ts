import { backoff, createPause } from './pause.ts';

/** A page of `changed`. */
interface ChangePage {
  readonly __typename: 'ChangePage';
  readonly cursor: string;
}

export interface ChangesObserver<Result> {
  next(result: Result): void;
  /** The stream is broken, or was refused. */
  error(): void;
  complete(): void;
}

export interface FollowOptions<Result extends { readonly __typename: string }> {
  /** The cursor that was kept. Null: from now on. */
  readonly after: string | null;
  /** Subscribes to `changed` by the client of the page. @returns a function that ends it */
  subscribe(after: string | null, observer: ChangesObserver<Result>): () => void;
  /** Is called with each page, the first of a connection included, which may have no changes. */
  onPage(page: Extract<Result, ChangePage>): void;
  /** The cursor is too old: forget what you have, and read all of it again once the next page has come. */
  onStartOver(): void;
  /** Is called with true when the stream could not be had again at once, and with false when it is there again. */
  onDelay?(isDelayed: boolean): void;
}

const isPage = <Result extends { readonly __typename: string }>(
  result: Result,
): result is Extract<Result, ChangePage> => result.__typename === 'ChangePage';

/** What follows the changes. */
export interface ChangesFollower {
  /** Ends the wait before the next attempt, and an attempt to which no page has come yet. */
  readonly tryNow: () => void;
  readonly stop: () => void;
}

/**
 * Follows `changed` through broken connections, restarts of the server and nights: from the last cursor, so that no change is missed.
 */
export function followChanges<Result extends { readonly __typename: string }>(
  options: FollowOptions<Result>,
): ChangesFollower {
  const pause = createPause();
  let cursor = options.after;
  let failures = 0;
  let isStopped = false;
  let leave = () => {};
  let giveUp = () => {};
  let isGivenUp = false;

  const connect = () =>
    new Promise<void>((resolve) => {
      isGivenUp = false;
      giveUp = () => {
        isGivenUp = true;
        resolve();
      };
      leave = options.subscribe(cursor, {
        next(result) {
          if (isStopped) return;
          giveUp = () => {};
          if (isPage(result)) {
            if (failures > 1) options.onDelay?.(false);
            failures = 0;
            ({ cursor } = result);
            options.onPage(result);
          } else {
            cursor = null;
            options.onStartOver();
            resolve();
          }
        },
        error: resolve,
        complete: resolve,
      });
    });

  async function follow(): Promise<void> {
    while (!isStopped) {
      await connect();
      leave();
      if (isStopped) return;
      if (isGivenUp) continue;
      failures += 1;
      if (failures === 2) options.onDelay?.(true);
      await pause.sleep(backoff(failures));
    }
  }

  const wake = () => pause.wake();
  globalThis.addEventListener?.('online', wake);
  void follow();
  return {
    tryNow() {
      giveUp();
      pause.wake();
    },
    stop() {
      isStopped = true;
      globalThis.removeEventListener?.('online', wake);
      leave();
      pause.wake();
    },
  };
}
