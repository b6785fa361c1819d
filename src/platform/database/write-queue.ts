import { setImmediate } from 'node:timers';
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
   * @param work may call `endTurn` before it ends, from when on others are no longer in its way
   * @throws UnavailableError if too many writes wait, or this one waited too long
   */
  run<T>(owner: string | null, work: (endTurn: () => void) => Promise<T>): Promise<T>;
  /** How many writes run, and how many wait for their turn. */
  load(): { running: number; waiting: number };
  /** Resolves once no write runs or waits. */
  idle(): Promise<void>;
}

interface Waiting {
  start(): void;
}

/**
 * @param concurrency how many writes of different owners run at once
 * @param settle called when writes have had their turns and none follows at once; no write begins before it is done
 */
export function createWriteQueue(concurrency: number, settle: () => Promise<void> = async () => {}): WriteQueue {
  // In the order in which the owners take turns.
  const owners = new Map<string | null, Set<Waiting>>();
  const active = new Set<string | null>();
  let waiting = 0;
  const idlers: (() => void)[] = [];
  let state: 'open' | 'scheduled' | 'settling' | 'settled' = 'settled';

  function startNext(): void {
    if (state === 'settling') return;
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
      if (state === 'settled') state = 'open';
      next.start();
    }
    if (active.size > 0 || waiting > 0) return;
    if (state === 'settled') for (const resolve of idlers.splice(0)) resolve();
    if (state !== 'open') return;
    state = 'scheduled';
    setImmediate(() => void settleUnlessMore());
  }

  async function settleUnlessMore(): Promise<void> {
    state = 'open';
    // What has begun since then comes back here.
    if (active.size > 0 || waiting > 0) return;
    state = 'settling';
    await settle();
    state = 'settled';
    startNext();
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
      let isOver = false;
      const endTurn = () => {
        if (isOver) return;
        isOver = true;
        active.delete(owner);
        const line = owners.get(owner);
        // To the end: it is the turn of the others.
        if (line && owners.delete(owner)) owners.set(owner, line);
        startNext();
      };
      try {
        return await work(endTurn);
      } finally {
        endTurn();
      }
    },
    load: () => ({ running: active.size, waiting }),
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        startNext();
      }),
  };
}
