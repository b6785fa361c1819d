import { createAbortableFetch } from '../../kit/abortable-fetch.ts';
import { createAuthorizedFetch } from '../../kit/authorized-fetch.ts';
import { followChanges } from '../../kit/follow-changes.ts';
import { type KeptValue, openKeptValues } from '../../kit/kept-values.ts';
import { createOutbox, emptyOutbox, type Outbox } from '../../kit/outbox.ts';
import type { OutboxState } from '../../kit/outbox-state.ts';
import { createPatientFetch } from '../../kit/patient-fetch.ts';
import { request } from '../../kit/request.ts';
import { createBrowserStore, createMemoryStore, createSession } from '../../kit/session.ts';
import type { CreateData, Data } from './data/data.ts';
import { BoardChanged, BoardSignOut, BoardTrash } from './documents.ts';
import type { Drafts } from './drafts.ts';
import type { BoardTrashQueryVariables } from './generated/graphql.ts';
import { createLiveState, type LiveState } from './live-state.ts';
import type { Person } from './person.ts';
import { createRefresher, type Refresher } from './refresher.ts';
import { createShownEdits, type ShownEdits } from './shown-edits.ts';
import type { Status, Task, TaskEdit } from './tasks.ts';
import { createTrashList, type TrashList } from './trash-list.ts';

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
  readonly drafts: Drafts;
  readonly lists: Refresher;
  readonly copy: KeptValue<Copy>;
  /** The copy as it was when the page was opened. */
  readonly copyAtStart: Copy;
  /** Whether changes that are made elsewhere arrive. */
  readonly live: LiveState;
  /** The tasks in the trash, to ask for. */
  readonly createTrash: () => TrashList;
  /** Ends all waits, for a response and before the next attempt: of the lists, of edits, and of the stream of changes. */
  readonly tryNow: () => void;
  /**
   * Removes what is kept on this device, also edits that were not sent, and ends the session. Nothing here depends on the server: without a
   * connection, the session ends by itself some day.
   */
  signOut(): Promise<void>;
  /** Removes the lists that are kept on this device once the session is over. Edits that were not sent stay, for the same person. */
  end(): Promise<void>;
  stop(): void;
}

/** Where the tokens of a person are. They have a place of their own, so that no edit is ever sent by another person. */
export const tokensOf = (personId: string) => createBrowserStore(localStorage, `waymark-session ${personId}`);

/** Opens what is kept of a person, sends what waits, and follows what changes. */
export async function openAccount(
  person: Person,
  options: { endpoint: string; createData: CreateData; drafts: Drafts; onSignedOut: () => void },
): Promise<Account> {
  const { endpoint, createData, drafts, onSignedOut } = options;
  const name = `waymark-board ${person.id}`;
  const tokens = tokensOf(person.id);
  const requests = createAbortableFetch();
  const session = createSession(endpoint, tokens, createPatientFetch(requests.fetch));
  const values = await openKeptValues(name);
  // A database of its own: it goes when the session is over, from under other tabs as well, and the edits stay.
  const copies = await openKeptValues(`waymark-board-lists ${person.id}`);
  const copy = copies.value<Copy>('copy', { cursor: null, lists: null });
  const copyAtStart = await copy.read();
  const kept = values.value<OutboxState<TaskEdit>>('outbox', emptyOutbox);
  const authorized = createAuthorizedFetch(session, onSignedOut);
  const outbox = await createOutbox({ endpoint, name, kept, fetch: authorized });
  const data = createData({ endpoint, session, onSignedOut, fetch: requests.fetch });
  const lists = createRefresher(() => data.refresh(), requests.giveUp);
  const shownEdits = createShownEdits(outbox, lists.refresh);

  /** Brings the lists up to a cursor, and keeps it. */
  async function catchUp(cursor: string): Promise<void> {
    await lists.refresh();
    await copy.update((before) => ({ ...before, cursor }));
  }

  const live = createLiveState();
  const following = followChanges({
    after: copyAtStart.cursor,
    subscribe: (after, observer) =>
      data.subscribe(BoardChanged, { after }, { ...observer, next: ({ changed }) => observer.next(changed) }),
    onPage: ({ cursor }) => void catchUp(cursor).catch(console.error),
    // The lists stay until those come that take their place.
    onStartOver: () => void copy.update((before) => ({ ...before, cursor: null })).catch(console.error),
    onDelay: live.setDelayed,
  });
  globalThis.addEventListener('online', lists.wake);
  void lists.refresh();
  void outbox.send().catch(console.error);

  function tryNow(): void {
    lists.tryNow();
    following.tryNow();
    outbox.tryNow();
  }

  function stop(): void {
    globalThis.removeEventListener('online', lists.wake);
    lists.stop();
    following.stop();
    outbox.stop();
    data.stop();
    values.close();
    copies.close();
  }

  async function end(): Promise<void> {
    const removed = copies.remove();
    stop();
    await removed;
  }

  async function signOut(): Promise<void> {
    const last = createMemoryStore(tokens.read());
    tokens.write(null);
    const removed = Promise.all([values.remove(), copies.remove()]);
    stop();
    const send = createAuthorizedFetch(createSession(endpoint, last));
    await Promise.allSettled([removed, request(endpoint, BoardSignOut, {}, { fetch: send, timeout: 5_000 })]);
  }

  const pages = createAbortableFetch();
  const patient = createPatientFetch(createAuthorizedFetch(session, onSignedOut, pages.fetch));
  const readTrash = async (variables: BoardTrashQueryVariables) =>
    (await request(endpoint, BoardTrash, variables, { fetch: patient })).trash;
  const createTrash = () => createTrashList(readTrash, pages.giveUp);
  const shown = { data, outbox, shownEdits, drafts, lists, live, copy, copyAtStart };
  return { ...shown, createTrash, tryNow, signOut, end, stop };
}
