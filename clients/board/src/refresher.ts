import { backoff, createPause } from '../../kit/pause.ts';
import { RequestError } from '../../kit/request-error.ts';

/** What came of asking for the lists again. */
export interface RefreshView {
  /** How often they have come. 0: they are asked for the first time. */
  readonly count: number;
  /** Why they did not come the last time, in a sentence. Null: they came. */
  readonly failure: string | null;
}

/** Asks for lists again, until they come; while a server asks to wait, not before that. */
export interface Refresher {
  readonly view: () => RefreshView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves once the lists have come that were asked for after this call. */
  readonly refresh: () => Promise<void>;
  /** Ends the wait before the next attempt. */
  readonly wake: () => void;
  /** Gives up a request that is under way, and asks anew now. */
  readonly tryNow: () => void;
  readonly stop: () => void;
}

/**
 * @param ask asks for all lists once. One request is under way at a time, and all calls during it share the next one.
 * @param giveUp makes what is asked for now fail
 */
export function createRefresher(ask: () => Promise<void>, giveUp: () => void): Refresher {
  const listeners = new Set<() => void>();
  const pause = createPause();
  let view: RefreshView = { count: 0, failure: null };
  let waiting: (() => void)[] = [];
  let isRunning = false;
  let isGivenUp = false;
  let isStopped = false;

  function show(next: RefreshView): void {
    view = next;
    for (const listener of listeners) listener();
  }

  async function run(): Promise<void> {
    let failures = 0;
    try {
      while (waiting.length > 0 && !isStopped) {
        const served = waiting;
        waiting = [];
        isGivenUp = false;
        try {
          await ask();
          failures = 0;
          show({ count: view.count + 1, failure: null });
          for (const resolve of served) resolve();
        } catch (error) {
          waiting = [...served, ...waiting];
          if (isGivenUp) continue;
          failures += 1;
          show({ ...view, failure: sentenceOf(error) });
          const asked = error instanceof RequestError ? (error.seconds ?? 0) * 1000 : 0;
          await pause.sleep(Math.max(backoff(failures), asked));
        }
      }
    } finally {
      // Together with the end of the loop: who comes next starts it again.
      isRunning = false;
    }
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (isRunning) return;
        isRunning = true;
        void run();
      }),
    wake: () => pause.wake(),
    tryNow() {
      isGivenUp = true;
      giveUp();
      pause.wake();
    },
    stop() {
      isStopped = true;
      pause.wake();
    },
  };
}

/** What a browser throws if there is no response says nothing to people. */
export function sentenceOf(error: unknown): string {
  if (error instanceof TypeError) return 'The server cannot be reached.';
  return error instanceof Error ? error.message : String(error);
}
