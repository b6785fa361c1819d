import { createAuthorizedFetch } from '../../kit/authorized-fetch.ts';
import { followChanges } from '../../kit/follow-changes.ts';
import { type KeptValue, openKeptValues } from '../../kit/kept-values.ts';
import { createOutbox, emptyOutbox, type Outbox } from '../../kit/outbox.ts';
import type { OutboxState } from '../../kit/outbox-state.ts';
import { request } from '../../kit/request.ts';
import { createBrowserStore, createMemoryStore, createSession } from '../../kit/session.ts';
import type { CreateData, Data } from './data/data.ts';
import { BoardChanged, BoardSignOut, BoardTrash } from './documents.ts';
import type { BoardTrashQuery } from './generated/graphql.ts';
import type { Person } from './person.ts';
import { createRefresher, type Refresher } from './refresher.ts';
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
  readonly lists: Refresher;
  readonly copy: KeptValue<Copy>;
  /** The copy as it was when the page was opened. */
  readonly copyAtStart: Copy;
  /** The tasks in the trash. */
  readTrash(): Promise<BoardTrashQuery['trash']>;
  /**
   * Removes what is kept on this device, also edits that were not sent, and ends the session. Nothing here depends on the server: without a
   * connection, the session ends by itself some day.
   */
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
  const lists = createRefresher(() => data.refresh());
  const shownEdits = createShownEdits(outbox, lists.refresh);

  /** Brings the lists up to a cursor, and keeps it. */
  async function catchUp(cursor: string): Promise<void> {
    await lists.refresh();
    await copy.update((before) => ({ ...before, cursor }));
  }

  const leave = followChanges({
    after: copyAtStart.cursor,
    subscribe: (after, observer) =>
      data.subscribe(BoardChanged, { after }, { ...observer, next: ({ changed }) => observer.next(changed) }),
    onPage: ({ cursor }) => void catchUp(cursor).catch(console.error),
    onStartOver: () => void copy.update(() => ({ cursor: null, lists: null })).catch(console.error),
  });
  globalThis.addEventListener('online', lists.tryNow);
  void lists.refresh();
  void outbox.send().catch(console.error);

  function stop(): void {
    globalThis.removeEventListener('online', lists.tryNow);
    lists.stop();
    leave();
    outbox.stop();
    data.stop();
    values.close();
  }

  async function signOut(): Promise<void> {
    const last = createMemoryStore(tokens.read());
    tokens.write(null);
    const removed = values.remove();
    stop();
    const send = createAuthorizedFetch(createSession(endpoint, last));
    await Promise.allSettled([removed, request(endpoint, BoardSignOut, {}, { fetch: send, timeout: 5_000 })]);
  }

  const readTrash = async () => (await request(endpoint, BoardTrash, {}, { fetch: authorized })).trash;
  return { data, outbox, shownEdits, lists, copy, copyAtStart, readTrash, signOut, stop };
}
