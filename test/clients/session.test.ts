import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { expect, onTestFinished, test } from 'vitest';
import { createAuthLink } from '../../clients/kit/apollo-auth-link.ts';
import { createCache } from '../../clients/kit/apollo-cache.ts';
import { createBrowserStore, createMemoryStore, createSession } from '../../clients/kit/session.ts';
import { createAuthExchange } from '../../clients/kit/urql-auth-exchange.ts';
import type { SignedInPerson } from '../support/app.ts';
import { TaskDetail, TaskList } from './documents.ts';
import { createListeningApp, createRecorder, createTasks, type ListeningApp } from './listening.ts';

/** What `localStorage` does, for several tabs. */
function createStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

/** A tab of a page: a session in the storage that tabs share, and what lists tasks by either client. */
function createTab(app: ListeningApp, storage: ReturnType<typeof createStorage>, refreshBy?: typeof fetch) {
  const recorder = createRecorder();
  const store = createBrowserStore(storage);
  const session = createSession(app.endpoint, store, refreshBy ?? recorder.fetch);
  const state = { signedOut: 0 };
  const noteEnd = () => {
    state.signedOut += 1;
  };
  const apollo = new ApolloClient({
    link: createAuthLink(session, noteEnd).concat(new HttpLink({ uri: app.endpoint, fetch: recorder.fetch })),
    cache: createCache(),
  });
  const urql = new Client({
    url: app.endpoint,
    exchanges: [cacheExchange, createAuthExchange(session, noteEnd), fetchExchange],
    fetch: recorder.fetch,
    preferGetMethod: false,
  });
  onTestFinished(() => apollo.stop());
  const variables = { first: 5 };
  const clients = {
    apollo: async () =>
      (await apollo.query({ query: TaskList, variables, fetchPolicy: 'no-cache' })).data?.tasks.totalCount,
    urql: async () => {
      const { data, error } = await urql.query(TaskList, variables, { requestPolicy: 'network-only' }).toPromise();
      if (error) throw error;
      return data?.tasks.totalCount;
    },
  };
  return { ...clients, client: urql, session, store, state, sent: recorder.sent };
}

async function signedIn() {
  const app = await createListeningApp();
  const ada: SignedInPerson = await app.person();
  const [id = ''] = await createTasks(ada, 1);
  const storage = createStorage();
  createBrowserStore(storage).write({ accessToken: ada.accessToken, refreshToken: ada.refreshToken });
  return { app, ada, id, storage };
}

test('a session whose access token ran out is refreshed once for all that asks, in all tabs, and goes on', async () => {
  const { app, storage, id } = await signedIn();
  const [tab, other] = [createTab(app, storage), createTab(app, storage)];
  expect([await tab.apollo(), await tab.urql()]).toEqual([1, 1]);
  expect(tab.sent).toEqual(['TaskList', 'TaskList']);
  for (let times = 0; times < 2; times += 1) {
    app.clock.advance(16 * 60_000);
    const before = tab.store.read();
    tab.sent.length = 0;
    const detail = tab.client.query(TaskDetail, { id }, { requestPolicy: 'network-only' }).toPromise();
    expect(await Promise.all([tab.apollo(), tab.urql(), tab.apollo()])).toEqual([1, 1, 1]);
    expect((await detail).data?.task?.title).toBe('Task 1');
    expect(tab.sent.filter((name) => name === '')).toHaveLength(1);
    expect(tab.store.read()?.refreshToken).not.toBe(before?.refreshToken);
    // The other tab finds the new tokens, and has nothing to refresh.
    expect([await other.urql(), await other.apollo()]).toEqual([1, 1]);
    expect(await other.session.refresh(`Bearer ${before?.accessToken}`)).toBe(true);
    expect(other.sent).not.toContain('');
  }
  expect([tab.state.signedOut, other.state.signedOut]).toEqual([0, 0]);
});

test('a session that was ended elsewhere is over: the page is told, and the error has its code', async () => {
  const { app, ada, storage } = await signedIn();
  const tab = createTab(app, storage);
  await ada.query('mutation { signOutEverywhere { __typename } }');
  const codes = (error: { errors?: readonly object[]; graphQLErrors?: readonly object[] }) =>
    (error.errors ?? error.graphQLErrors ?? []).map((one) => (one as { extensions: { code: string } }).extensions.code);
  for (const client of ['apollo', 'urql'] as const) {
    createBrowserStore(storage).write({ accessToken: ada.accessToken, refreshToken: ada.refreshToken });
    const error: unknown = await tab[client]().catch((reason: unknown) => reason);
    expect(codes(error as object), client).toEqual(['UNAUTHENTICATED']);
    expect(tab.store.read()).toBeNull();
  }
  expect(tab.state.signedOut).toBe(2);
  const plain = new ApolloClient({ link: new HttpLink({ uri: app.endpoint }), cache: new InMemoryCache() });
  const error: unknown = await plain
    .query({ query: TaskList, variables: { first: 5 } })
    .catch((reason: unknown) => reason);
  expect(CombinedGraphQLErrors.is(error)).toBe(true);
});

test('a server that cannot be reached signs nobody out', async () => {
  const { app, storage } = await signedIn();
  const tab = createTab(app, storage);
  const away = createSession(app.endpoint, tab.store, () => Promise.reject(new TypeError('fetch failed')));
  const busy = createSession(app.endpoint, tab.store, async () =>
    Response.json({ errors: [{ message: 'Later.' }] }, { status: 503 }),
  );
  const hotel = createSession(app.endpoint, tab.store, async () => new Response('<h1>Welcome to the hotel</h1>'));
  const refused = away.headers().authorization;
  await expect(hotel.refresh(refused)).rejects.toThrow('The session could not be refreshed (status 200).');
  await expect(away.refresh(refused)).rejects.toThrow('fetch failed');
  await expect(busy.refresh(refused)).rejects.toThrow('status 503');
  expect(tab.store.read()).not.toBeNull();
  const inMemory = createMemoryStore(tab.store.read());
  expect(await createSession(app.endpoint, inMemory).refresh(refused)).toBe(true);
  // Within half a minute the server gives the same answer once more, as to a second tab.
  expect(await tab.session.refresh(refused)).toBe(true);
  expect([tab.store.read()?.refreshToken, await tab.urql()]).toEqual([inMemory.read()?.refreshToken, 1]);
});

test.each(['apollo', 'urql'] as const)(
  'a request by %s whose session cannot be refreshed now says why, and not that nobody is signed in',
  async (client) => {
    const { app, storage } = await signedIn();
    const isRefresh = (init?: RequestInit) => typeof init?.body === 'string' && init.body.includes('RefreshSession');
    const tab = createTab(app, storage, (input, init) =>
      isRefresh(init) ? Promise.reject(new TypeError('fetch failed')) : fetch(input, init),
    );
    app.clock.advance(16 * 60_000);
    const error: unknown = await tab[client]().catch((reason: unknown) => reason);
    expect(String(error)).toContain('fetch failed');
    expect([tab.store.read() === null, tab.state.signedOut]).toEqual([false, 0]);
  },
);

test('a session that was signed out while it was refreshed stays signed out', async () => {
  const { app, storage } = await signedIn();
  const store = createBrowserStore(storage);
  const session = createSession(app.endpoint, store, async (...request) => {
    const response = await fetch(...request);
    store.write(null);
    return response;
  });
  expect(await session.refresh(session.headers().authorization)).toBe(false);
  expect(store.read()).toBeNull();
});

test.each(['is refreshed', 'is refused'])(
  'a session that is signed in anew stays while the one before it %s',
  async (how) => {
    const { app, ada, storage } = await signedIn();
    const store = createBrowserStore(storage);
    const { accessToken, refreshToken } = await app.person();
    const session = createSession(app.endpoint, store, async (...request) => {
      if (how === 'is refused') await ada.query('mutation { signOutEverywhere { __typename } }');
      const response = await fetch(...request);
      store.write({ accessToken, refreshToken });
      return response;
    });
    expect(await session.refresh(session.headers().authorization)).toBe(true);
    expect(store.read()).toEqual({ accessToken, refreshToken });
  },
);
