import { UnavailableError } from '../errors.ts';

/** How many writes may wait, in all and of one owner. More are refused: they would wait longer than a client does. */
const maxWaiting = { all: 2_000, ofOwner: 200 };

/** How long a write may wait for its turn, in milliseconds. */
const maxWait = 30_000;

/** Runs writes, so that no owner waits for all that another one has sent. */
export interface WriteQueue {
  /**
   * Runs `work` when it is its turn. The writes of one owner run one after another, in the order of the calls; owners take turns.
   * @param owner whose write it is. Null for the server's own.
   * @throws UnavailableError if too many writes wait, or this one waited too long
   */
  run<T>(owner: string | null, work: () => Promise<T>): Promise<T>;
  /** Resolves once no write runs or waits. */
  idle(): Promise<void>;
}

interface Waiting {
  start(): void;
}

/** @param concurrency how many writes of different owners run at once */
export function createWriteQueue(concurrency: number): WriteQueue {
  // In the order in which the owners take turns.
  const owners = new Map<string | null, Set<Waiting>>();
  const active = new Set<string | null>();
  let waiting = 0;
  let idlers: (() => void)[] = [];

  function startNext(): void {
    for (const [owner, line] of owners) {
      if (active.size >= concurrency) return;
      if (active.has(owner)) continue;
      const [next] = line;
      if (next === undefined) continue;
      owners.delete(owner);
      line.delete(next);
      waiting -= 1;
      if (line.size > 0) owners.set(owner, line);
      active.add(owner);
      next.start();
    }
    if (active.size > 0 || waiting > 0) return;
    for (const resolve of idlers) resolve();
    idlers = [];
  }

  function enqueue(owner: string | null): Promise<void> {
    const line = owners.get(owner) ?? new Set();
    if (waiting >= maxWaiting.all || line.size >= maxWaiting.ofOwner)
      throw new UnavailableError(
        'Too many changes are waiting to be saved. Nothing was changed. Try again in a moment.',
        1,
      );
    return new Promise((resolve, reject) => {
      const entry: Waiting = {
        start() {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        line.delete(entry);
        waiting -= 1;
        if (line.size === 0) owners.delete(owner);
        reject(new UnavailableError('The change waited too long to be saved. Nothing was changed. Try again.', 5));
      }, maxWait);
      line.add(entry);
      waiting += 1;
      owners.set(owner, line);
      startNext();
    });
  }

  return {
    async run(owner, work) {
      await enqueue(owner);
      try {
        return await work();
      } finally {
        active.delete(owner);
        const line = owners.get(owner);
        // To the end: it is the turn of the others.
        if (line && owners.delete(owner)) owners.set(owner, line);
        startNext();
      }
    },
    idle: () =>
      active.size === 0 && waiting === 0 ? Promise.resolve() : new Promise((resolve) => void idlers.push(resolve)),
  };
}
