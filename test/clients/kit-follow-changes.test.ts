import { createClient } from 'graphql-sse';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createAuthorizedFetch } from '../../clients/kit/authorized-fetch.ts';
import { type ChangesObserver, followChanges } from '../../clients/kit/follow-changes.ts';
import { createLiveFetch } from '../../clients/kit/live-fetch.ts';
import { createMemoryStore, createSession } from '../../clients/kit/session.ts';
import { pruneHistory } from '../../src/domains/history/changes/changes.service.ts';
import type { SignedInPerson } from '../support/app.ts';
import { listening } from '../support/listening.ts';
import { createListeningApp, createTasks, type ListeningApp } from './listening.ts';

interface Page {
  __typename: 'ChangePage';
  cursor: string;
  changes: { nodeId: string }[];
}

type Result = Page | { __typename: 'CursorExpiredError' | 'InvalidInputError' };

const query = `subscription ($after: String) { changed(after: $after, types: [TASK]) {
  __typename ... on ChangePage { cursor changes { nodeId } }
} }`;

/** Follows as a page does, and notes what it is told. */
function follow(app: ListeningApp, { accessToken, refreshToken }: SignedInPerson, after: string | null = null) {
  const session = createSession(app.endpoint, createMemoryStore({ accessToken, refreshToken }));
  const seen = { cursors: [] as string[], ids: [] as string[], startedOver: 0, signedOut: 0 };
  const fetchFn = createAuthorizedFetch(session, () => {
    seen.signedOut += 1;
  });
  const events = createClient({ url: app.endpoint, fetchFn, retryAttempts: 0 });
  const subscribe = (from: string | null, observer: ChangesObserver<Result>) =>
    events.subscribe<{ changed: Result }>(
      { query, variables: { after: from } },
      {
        next: ({ data }) => (data ? observer.next(data.changed) : observer.error()),
        error: () => observer.error(),
        complete: () => observer.complete(),
      },
    );
  const { stop, tryNow } = followChanges<Result>({
    after,
    subscribe,
    onPage({ cursor, changes }) {
      seen.cursors.push(cursor);
      seen.ids.push(...changes.map(({ nodeId }) => nodeId));
    },
    onStartOver() {
      seen.startedOver += 1;
    },
  });
  onTestFinished(stop);
  return { seen, stop, tryNow };
}

test('changes are followed through broken connections and an expired session, each once and in order', async () => {
  const app = await createListeningApp({}, { pollInterval: 50 });
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'Phone', scopes: ['READ', 'WRITE'] }, 'token');
  const phone = { ...ada, ...app.as({ authorization: `Bearer ${token}` }) };
  const { seen, stop } = follow(app, ada);
  await expect.poll(() => seen.cursors.length).toBe(1);
  const ids = await createTasks(phone, 2);
  await expect.poll(() => seen.ids).toEqual(ids);
  app.cut();
  ids.push(...(await createTasks(phone, 2)));
  await expect.poll(() => seen.ids).toEqual(ids);
  app.clock.advance(16 * 60_000);
  ids.push(...(await createTasks(phone, 1)));
  await expect.poll(() => seen.ids).toEqual(ids);
  expect([seen.startedOver, seen.signedOut]).toEqual([0, 0]);
  stop();
  await expect.poll(() => app.streams.size).toBe(0);
});

test('a cursor that is too old, or is none, starts over: the page is told, and followed from then on', async () => {
  const app = await createListeningApp({}, { pollInterval: 50 });
  const ada = await app.person();
  const first = follow(app, ada);
  await expect.poll(() => first.seen.cursors.length).toBe(1);
  first.stop();
  await createTasks(ada, 1);
  await pruneHistory(app.systemContext(), new Date('2030-01-01'));
  for (const after of [first.seen.cursors[0] ?? '', 'none']) {
    const { seen, stop } = follow(app, ada, after);
    await expect.poll(() => [seen.startedOver, seen.cursors.length]).toEqual([1, 1]);
    const [id] = await createTasks(ada, 1);
    await expect.poll(() => seen.ids).toEqual([id]);
    stop();
  }
});

test('a session that was ended elsewhere is over, and the page is told', async () => {
  const app = await createListeningApp({}, { pollInterval: 50 });
  const ada = await app.person();
  const { seen } = follow(app, ada);
  await expect.poll(() => seen.cursors.length).toBe(1);
  await ada.query('mutation { signOutEverywhere { __typename } }');
  await expect.poll(() => seen.signedOut).toBeGreaterThan(0);
  expect(seen.startedOver).toBe(0);
});

test('a connection that is gone without a word is noticed by its silence, and followed anew from the last cursor', async () => {
  const asked: unknown[] = [];
  const { url } = await listening((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const { variables } = JSON.parse(body) as { variables: { after: string | null } };
      asked.push(variables.after);
      const page = { data: { changed: { __typename: 'ChangePage', cursor: `cursor ${asked.length}`, changes: [] } } };
      // One event, and then nothing, not even a comment.
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`event: next\ndata: ${JSON.stringify(page)}\n\n`);
    });
  });
  const fetchFn = createLiveFetch(fetch, 1000);
  const events = createClient({ url, fetchFn, retryAttempts: 0 });
  const { stop } = followChanges<Result>({
    after: null,
    subscribe: (after, observer) =>
      events.subscribe<{ changed: Result }>(
        { query, variables: { after } },
        {
          next: ({ data }) => (data ? observer.next(data.changed) : observer.error()),
          error: () => observer.error(),
          complete: () => observer.complete(),
        },
      ),
    onPage: () => {},
    onStartOver: () => {},
  });
  onTestFinished(stop);
  await expect.poll(() => asked.some((after) => after !== null), { timeout: 20_000 }).toBe(true);
  expect(asked[0]).toBeNull();
});

test('the page is told of a stream that stays away, and can end the wait before the next attempt', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  let observers: ChangesObserver<Result>[] = [];
  let left = 0;
  const delays: boolean[] = [];
  const { stop, tryNow } = followChanges<Result>({
    after: null,
    subscribe(_after, observer) {
      observers = [...observers, observer];
      return () => {
        left += 1;
      };
    },
    onPage: () => {},
    onStartOver: () => {},
    onDelay: (isDelayed) => void delays.push(isDelayed),
  });
  onTestFinished(stop);
  const page: Page = { __typename: 'ChangePage', cursor: 'one', changes: [] };
  observers[0]?.next(page);
  // One that comes back at once is not worth a word.
  observers[0]?.error();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([observers.length, delays]).toEqual([2, []]);
  for (let times = 1; times < 8; times += 1) {
    observers[times]?.error();
    await vi.advanceTimersByTimeAsync(0);
    tryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(observers).toHaveLength(times + 2);
  }
  expect(delays).toEqual([true]);
  // An attempt to which a server says nothing is given up, and a stream that is there is not.
  const count = observers.length;
  for (const isSilent of [true, false]) {
    if (!isSilent) observers.at(-1)?.next(page);
    tryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect([observers.length, left]).toEqual([count + 1, count]);
  }
  expect(delays).toEqual([true, false]);
});
