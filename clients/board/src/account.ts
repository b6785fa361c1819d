import { createAuthorizedFetch } from '../../kit/authorized-fetch.ts';
import { followChanges } from '../../kit/follow-changes.ts';
import { type KeptValue, openKeptValues } from '../../kit/kept-values.ts';
import { createOutbox, emptyOutbox, type Outbox } from '../../kit/outbox.ts';
import type { OutboxState } from '../../kit/outbox-state.ts';
import { backoff, createPause } from '../../kit/pause.ts';
import { createBrowserStore, createSession } from '../../kit/session.ts';
import type { CreateData, Data } from './data/data.ts';
import { BoardChanged, BoardSignOut } from './documents.ts';
import type { Person } from './person.ts';
import { createShownEdits, type ShownEdits } from './shown-edits.ts';
import type { Status, Task, TaskEdit } from './tasks.ts';

/** The lists that came last, to show them without a connection, and the cursor from which changes are missing. */
export interface Copy {
  readonly cursor: string | null;
  readonly lists: Readonly<Record<Status, { readonly tasks: readonly Task[]; readonly totalCount: number }>> | null;
}

/** All that a page has of a person: nothing of it is another person's. */
export interface Account {
  readonly data: Data;
  readonly outbox: Outbox<TaskEdit>;
  readonly shownEdits: ShownEdits;
  readonly copy: KeptValue<Copy>;
  /** The copy as it was when the page was opened. */
  readonly copyAtStart: Copy;
  /** Ends the session, and removes what is kept on this device, also edits that were not sent. */
  signOut(): Promise<void>;
  stop(): void;
}

/** Where the tokens of a person are. They have a place of their own, so that no edit is ever sent by another person. */
export const tokensOf = (personId: string) => createBrowserStore(localStorage, `waymark-session ${personId}`);

/** Opens what is kept of a person, sends what waits, and follows what changes. */
export async function openAccount(
  person: Person,
  options: { endpoint: string; createData: CreateData; onSignedOut: () => void },
): Promise<Account> {
  const { endpoint, createData, onSignedOut } = options;
  const name = `waymark-board ${person.id}`;
  const tokens = tokensOf(person.id);
  const session = createSession(endpoint, tokens);
  const values = await openKeptValues(name);
  const copy = values.value<Copy>('copy', { cursor: null, lists: null });
  const copyAtStart = await copy.read();
  const kept = values.value<OutboxState<TaskEdit>>('outbox', emptyOutbox);
  const authorized = createAuthorizedFetch(session, onSignedOut);
  const outbox = await createOutbox({ endpoint, name, kept, fetch: authorized });
  const data = createData({ endpoint, session, onSignedOut });
  const refresh = oneAtATime(() => data.refresh());
  const shownEdits = createShownEdits(outbox, refresh);
  const pause = createPause();
  let isStopped = false;
  let latest = '';

  /** Brings the lists up to a cursor, and keeps it. */
  async function catchUp(cursor: string): Promise<void> {
    latest = cursor;
    for (let failures = 1; latest === cursor && !isStopped; failures += 1) {
      try {
        await refresh();
        await copy.update((before) => ({ ...before, cursor }));
        return;
      } catch {
        await pause.sleep(backoff(failures));
      }
    }
  }

  const leave = followChanges({
    after: copyAtStart.cursor,
    subscribe: (after, observer) =>
      data.subscribe(BoardChanged, { after }, { ...observer, next: ({ changed }) => observer.next(changed) }),
    onPage: ({ cursor }) => void catchUp(cursor),
    onStartOver: () => void copy.update(() => ({ cursor: null, lists: null })),
  });
  void outbox.send().catch(console.error);

  function stop(): void {
    isStopped = true;
    pause.wake();
    leave();
    outbox.stop();
    data.stop();
    values.close();
  }

  async function signOut(): Promise<void> {
    isStopped = true;
    leave();
    outbox.stop();
    // First, so that no other tab sends them meanwhile.
    await values.clear();
    // Without a connection, the tokens are gone all the same.
    await data.mutate(BoardSignOut, {}).catch(() => {});
    tokens.write(null);
  }

  return { data, outbox, shownEdits, copy, copyAtStart, signOut, stop };
}

/** Work that runs once at a time. Calls during a run share the next. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= current
      .catch(() => {})
      .then(() => {
        next = null;
        current = work();
        return current;
      });
    return next;
  };
}
