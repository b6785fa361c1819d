import { OverloadedError } from '../platform/errors.ts';
import { type AdmissionLimits, defaultLimits, type LaneLimits } from './admission-limits.ts';
import type { RequestHead } from './json-post.ts';

/** Lets as many operations run as the server can serve at once. The others wait for their turn, or are refused. */
export interface Admission {
  /**
   * Waits until a request may begin: be read, authenticated and validated, after which its cost is known.
   * @param address who sends it
   * @param request whose signal aborts when the client is gone, and nobody waits anymore
   * @returns a promise only if the request has to wait
   */
  begin(address: string, request?: Abortable): Promise<void> | undefined;
  /**
   * Waits for the turn of an operation.
   * @param owner who asks. Owners take turns, however many operations each of them has
   * @param cost what the operation costs
   * @param request whose signal aborts when the client is gone, and nobody waits anymore
   * @returns a function that ends the operation's turn; a promise of it if the operation has to wait
   * @throws OverloadedError if too much waits, or the turn does not come in time
   */
  enter(owner: string, cost: number, request?: Abortable): EndTurn | Promise<EndTurn>;
  /** What runs and waits at present, by lane. */
  load(): Readonly<Record<keyof AdmissionLimits['lanes'], LaneLoad>>;
}

/** What one lane does. */
interface LaneLoad {
  /** The cost of what runs. */
  readonly running: number;
  /** The cost of what waits. */
  readonly waiting: number;
  /** How many operations were refused since the start, because too much waited or their turn did not come. */
  readonly refused: number;
}

/** Ends the turn of an operation. */
type EndTurn = () => void;

/** A request, of which the signal is made only if it has to wait. */
type Abortable = Pick<RequestHead, 'signal'>;

/** For how many milliseconds, at most, requests only arrive before the next ones begin, if many arrive. */
const rest = 5;

/** Creates the admission of an application. */
export function createAdmission({ light, lanes, wait, pause }: AdmissionLimits = defaultLimits): Admission {
  // A turn of the event loop accepts one connection. While they keep coming, the next requests begin a little later.
  const requests = createLane(lanes.requests, wait, (idle, isQuiet) => isQuiet || idle > rest);
  const lightLane = createLane(lanes.light, wait);
  // What is refused should be refused soon: requests begin before heavy operations do, if these do not starve.
  const heavyLane = createLane(lanes.heavy, wait, (idle) => requests.wasQuiet() || idle > pause);
  return {
    begin(address, request) {
      const end = requests.enter(address, 1, request);
      if (end instanceof Promise) return end.then((endLater) => endLater());
      end();
      return undefined;
    },
    enter: (owner, cost, request) => (cost <= light ? lightLane : heavyLane).enter(owner, cost, request),
    load: () => ({ requests: requests.load(), light: lightLane.load(), heavy: heavyLane.load() }),
  };
}

interface Waiting {
  readonly cost: number;
  /** Lets the operation in, or refuses it. It does not wait anymore. */
  settle(error?: Error): void;
}

/** What one owner waits for, in the order in which it came. */
interface Queue {
  readonly waiting: Set<Waiting>;
  cost: number;
}

interface Lane extends Pick<Admission, 'enter'> {
  /** Whether nothing waits, and nothing has arrived since this was asked before, a turn of the event loop ago. */
  wasQuiet(): boolean;
  load(): LaneLoad;
}

/**
 * Whether another operation may start.
 * @param idle the milliseconds since the last one started
 * @param isQuiet whether none has arrived in the last turn of the event loop
 */
type MayStart = (idle: number, isQuiet: boolean) => boolean;

function createLane(limits: LaneLimits, wait: number, mayStart: MayStart = () => true): Lane {
  /** The queues of owners. Whose turn it is comes first. */
  const queues = new Map<string, Queue>();
  let running = 0;
  let waiting = 0;
  let refused = 0;
  let lastStart = performance.now();
  let isScheduled = false;
  let lastArrival = 0;
  let hasArrived = false;
  let isQuiet = true;
  /** How many have started at once since some moment. */
  const atOnce = { since: 0, count: 0 };

  /** Whether an operation that arrives now may start at once. If many do, those that arrive take turns with what else there is to do. */
  function startsAtOnce(cost: number): boolean {
    if (queues.size > 0 || !fits(cost)) return false;
    if (lastArrival - atOnce.since > rest) Object.assign(atOnce, { since: lastArrival, count: 0 });
    if (atOnce.count >= limits.atOnce) return false;
    atOnce.count += 1;
    return true;
  }

  const fits = (cost: number) => running === 0 || running + cost <= limits.running;

  function start(cost: number, now = performance.now()): EndTurn {
    let ended = false;
    running += cost;
    lastStart = now;
    return () => {
      if (ended) return;
      ended = true;
      running -= cost;
      schedule();
    };
  }

  /** Lets in who comes next in the next turn of the event loop, in which others are served, too. */
  function schedule(): void {
    if (isScheduled || queues.size === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const isReady = mayStart(performance.now() - lastStart, isQuiet);
      isQuiet = true;
      if (!isReady) return schedule();
      for (let left = limits.perTurn; left > 0 && admitNext(); left -= 1);
    });
  }

  /** Lets in the next one: one of each owner after the other. @returns whether there was one, and it fits */
  function admitNext(): boolean {
    const [first] = queues;
    if (!first) return false;
    const [owner, queue] = first;
    const [next] = queue.waiting;
    // Others that would fit wait, too: otherwise the turn of a large one would never come.
    if (!next || !fits(next.cost)) return false;
    schedule();
    queues.delete(owner);
    queues.set(owner, queue);
    next.settle();
    return true;
  }

  /** Makes room for an operation, at the expense of the owner of whom most is waiting. */
  function makeRoom(owner: string, cost: number): void {
    while (waiting + cost > limits.waiting && waiting > 0) {
      const largest = [...queues.values()].reduce((most, queue) => (queue.cost > most.cost ? queue : most));
      if (largest.cost <= (queues.get(owner)?.cost ?? 0) + cost) {
        refused += 1;
        throw new OverloadedError();
      }
      [...largest.waiting].at(-1)?.settle(new OverloadedError());
    }
  }

  function join(owner: string, operation: Waiting): void {
    const queue = queues.get(owner) ?? { waiting: new Set(), cost: 0 };
    queues.set(owner, queue);
    queue.waiting.add(operation);
    queue.cost += operation.cost;
    waiting += operation.cost;
  }

  function leave(owner: string, operation: Waiting): void {
    const queue = queues.get(owner);
    if (!queue?.waiting.delete(operation)) return;
    queue.cost -= operation.cost;
    waiting -= operation.cost;
    if (queue.waiting.size === 0) queues.delete(owner);
  }

  return {
    load: () => ({ running, waiting, refused }),
    wasQuiet() {
      const isQuietNow = queues.size === 0 && !hasArrived;
      hasArrived = false;
      return isQuietNow;
    },
    enter(owner, cost, request) {
      hasArrived = true;
      lastArrival = performance.now();
      if (startsAtOnce(cost)) return start(cost, lastArrival);
      isQuiet = false;
      makeRoom(owner, cost);
      return new Promise((resolve, reject) => {
        const giveUp = () => operation.settle(new OverloadedError());
        const timer = setTimeout(giveUp, wait);
        const signal = request?.signal;
        signal?.addEventListener('abort', giveUp, { once: true });
        const operation: Waiting = {
          cost,
          settle(error) {
            clearTimeout(timer);
            signal?.removeEventListener('abort', giveUp);
            leave(owner, operation);
            if (!error) return resolve(start(cost));
            refused += 1;
            reject(error);
          },
        };
        join(owner, operation);
        if (signal?.aborted) giveUp();
        schedule();
      });
    },
  };
}
