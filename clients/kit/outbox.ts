import type { KeptValue } from './kept-values.ts';
import { type BatchResponse, sendBatch } from './outbox-request.ts';
import {
  type Batch,
  type BatchItem,
  type Delay,
  type Edit,
  type FailedAttempt,
  type OutboxState,
  postpone,
  putBack,
  settleBatch,
  startBatch,
  timeLeft,
} from './outbox-state.ts';
import { backoff, createPause } from './pause.ts';

export interface OutboxView<E extends Edit = Edit> extends OutboxState<E> {
  /** Null: nothing is in the way. */
  readonly delay: Delay | null;
}

/**
 * Keeps the edits of a person until the server has them, and sends them in order: once, by one tab at a time, however often the connection
 * breaks or the page is loaded again.
 */
export interface Outbox<E extends Edit = Edit> {
  readonly view: () => OutboxView<E>;
  /** @returns a function that ends it */
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves once the edit is kept on this device, and sends it. */
  add(edit: E): Promise<void>;
  /**
   * Puts refused edits back at the end, changed or as they are. They are made anew: give the first `ifVersion` and `follows` of what the person
   * sees now, so that it is no conflict with edits that were made since it was refused.
   */
  addAgain(refusedId: string, change: (edits: readonly E[]) => readonly E[]): Promise<void>;
  /** Forgets refused edits. */
  discard(refusedId: string): Promise<void>;
  /** Sends what there is. Resolves once that is done, or the session is over. */
  send(): Promise<void>;
  /** Gives up a request that is under way, in whichever tab, and sends what there is now. */
  tryNow(): void;
  stop(): void;
}

export interface OutboxOptions<E extends Edit> {
  /** The address of the API. */
  readonly endpoint: string;
  /** A name of its own for each account: tabs with the same name take turns. */
  readonly name: string;
  /** Where it is kept. Tabs share it. */
  readonly kept: KeptValue<OutboxState<E>>;
  /** Sends the access token, and refreshes the session. */
  readonly fetch: typeof fetch;
}

/** The operations that the API takes in one batch. */
const maxOperations = 200;

/** How often the server may answer a batch with an internal error, before its edits are sent one by one, or the edit is set aside as refused. */
const maxFaults = 5;

/** What a tab tells the others whose person does not want to wait. All other messages say that there is news to read. */
const hurry = 'hurry';

/** Nothing to send. */
export const emptyOutbox = { edits: [], batch: null, refused: [] } as const;

export async function createOutbox<E extends Edit>(options: OutboxOptions<E>): Promise<Outbox<E>> {
  const { endpoint, name, kept } = options;
  const channel = new BroadcastChannel(name);
  const listeners = new Set<() => void>();
  const pause = createPause();
  const stopping = new AbortController();
  let view = viewOf(await kept.read());
  let running: Promise<void> | null = null;
  let isWanted = false;
  let giveUp = () => {};
  /** How many edits are sent one by one, because the server took none of their batch. */
  let single = 0;
  /** How many attempts have failed since the last one that did not, or since there was a reason to try again. */
  let failures = 0;

  function show(state: OutboxState<E>): void {
    view = viewOf(state);
    for (const listener of listeners) listener();
  }

  async function update(change: (state: OutboxState<E>) => OutboxState<E>): Promise<OutboxState<E>> {
    let isChanged = false;
    const state = await kept.update((before) => {
      const after = change(before);
      isChanged = after !== before;
      return after;
    });
    if (isChanged) {
      show(state);
      // The other tabs are to read it.
      if (!stopping.signal.aborted) channel.postMessage(null);
    }
    return state;
  }

  /** Changes the state by what came of a batch, unless another tab has done so. */
  const updateFor = ({ key }: Batch, change: (state: OutboxState<E>) => OutboxState<E>) =>
    update((state) => (state.batch?.key === key ? change(state) : state));

  async function settle(batch: Batch, response: Exclude<BatchResponse, { kind: 'later' }>): Promise<void> {
    failures = 0;
    const count = batch.editIds.length;
    const ofAll = (item: BatchItem) => Array<BatchItem>(count).fill(item);
    const isShared = response.kind === 'rejected' && count > 1;
    // One of them is at fault: by themselves, the others are done.
    single = isShared ? count : Math.max(single - count, 0);
    let items: readonly BatchItem[];
    if (response.kind === 'items') items = response.items;
    else if (response.kind === 'done') items = ofAll({ status: 'DONE' });
    else items = ofAll(isShared ? { status: 'NOT_DONE' } : { status: 'FAILED', refusal: response.refusal });
    await updateFor(batch, (state) => settleBatch(state, items));
  }

  /** Notes that a batch was sent in vain, and waits before the next attempt. */
  async function wait(batch: Batch, attempt: FailedAttempt): Promise<void> {
    const after = await updateFor(batch, (state) => postpone(state, attempt, Date.now()));
    if (attempt.delay === 'signed-out') return;
    failures += 1;
    if (attempt.fault && (after.batch?.wait?.faults ?? 0) >= maxFaults)
      await settle(batch, { kind: 'rejected', refusal: attempt.fault });
    // Zero, or a date that is past, asks for no wait of its own.
    else if (!attempt.seconds) await pause.sleep(backoff(failures));
  }

  async function sendAll(): Promise<void> {
    while (!stopping.signal.aborted) {
      const { batch } = await update((state) => startBatch(state, single > 0 ? 1 : maxOperations));
      if (!batch) return;
      const left = timeLeft(batch, Date.now());
      if (left > 0) {
        // Whatever ends this pause, the server has the last word on it.
        await pause.sleep(left);
        continue;
      }
      const attempt = new AbortController();
      giveUp = () => attempt.abort();
      const signal = AbortSignal.any([stopping.signal, attempt.signal]);
      const response = await sendBatch(endpoint, batch, options.fetch, signal);
      // Under its key, the batch is done once, whatever has become of that request.
      if (attempt.signal.aborted && response.kind === 'later' && response.delay === 'unreachable') continue;
      if (response.kind !== 'later') await settle(batch, response);
      else if (!stopping.signal.aborted) await wait(batch, response);
      if (response.kind === 'later' && response.delay === 'signed-out') return;
    }
  }

  async function run(): Promise<void> {
    try {
      while (isWanted && !stopping.signal.aborted) {
        isWanted = false;
        // Without locks, tabs send the same batch with the same key, and the server does it once.
        await (navigator.locks ? navigator.locks.request(name, sendAll) : sendAll());
      }
    } finally {
      // Together with the end of the loop: what is wanted next starts it again.
      running = null;
    }
  }

  function start(): Promise<void> {
    isWanted = true;
    running ??= run();
    return running;
  }

  function send(): Promise<void> {
    failures = 0;
    pause.wake();
    return start();
  }

  const wake = () => void send().catch(() => {});
  async function follow(): Promise<void> {
    show(await kept.read());
    // It takes its turn when the tab that sends now is closed.
    if (view.edits.length > 0) await start();
  }
  channel.onmessage = ({ data }) => {
    if (data === hurry) {
      giveUp();
      failures = 0;
      pause.wake();
    }
    void follow().catch(() => {});
  };
  globalThis.addEventListener?.('online', wake);

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(edit) {
      await update((state) => ({ ...state, edits: [...state.edits, edit] }));
      wake();
    },
    async addAgain(refusedId, change) {
      await update((state) => putBack(state, refusedId, change));
      wake();
    },
    async discard(refusedId) {
      await update((state) => ({ ...state, refused: state.refused.filter(({ edits }) => edits[0].id !== refusedId) }));
    },
    send,
    tryNow() {
      if (stopping.signal.aborted) return;
      giveUp();
      channel.postMessage(hurry);
      wake();
    },
    stop() {
      stopping.abort();
      pause.wake();
      globalThis.removeEventListener?.('online', wake);
      channel.close();
    },
  };
}

const viewOf = <E extends Edit>(state: OutboxState<E>): OutboxView<E> => ({
  ...state,
  delay: state.batch?.wait?.reason ?? null,
});
