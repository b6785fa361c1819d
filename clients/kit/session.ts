import { readJson } from './read-json.ts';

/** The tokens of a session, as `signIn`, `signUp` and `refreshSession` return them. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Where tokens are kept. Several tabs may share one. */
export interface TokenStore {
  /** Null: signed out. */
  read(): Tokens | null;
  write(tokens: Tokens | null): void;
}

/** A signed-in session, which is refreshed when its access token has expired. */
export interface Session {
  /** The headers of a request. Empty while signed out. */
  headers(): { authorization?: string };
  /**
   * Refreshes the session after a request was refused with UNAUTHENTICATED. Requests that are refused together refresh it once, and tabs do so one after
   * another: one that does not see the new tokens yet refreshes it once more, which the server takes within half a minute. A session that cannot be refreshed is over, and its tokens are removed.
   * @param authorization the header that was refused
   * @returns whether to send the request again
   * @throws if the server cannot be reached; the session stays
   */
  refresh(authorization: string | undefined): Promise<boolean>;
}

/** Keeps tokens in memory: they are gone when the page is loaded again. */
export function createMemoryStore(tokens: Tokens | null = null): TokenStore {
  let kept = tokens;
  return {
    read: () => kept,
    write: (next) => {
      kept = next;
    },
  };
}

/**
 * Keeps tokens in a storage of the browser, such as `localStorage`. Scripts of the page can read it: a page of the same site does better
 * with the cookie (docs/FRONTENDS.md).
 */
export const createBrowserStore = (
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  key = 'waymark-session',
): TokenStore => ({
  read: () => JSON.parse(storage.getItem(key) ?? 'null') as Tokens | null,
  write: (tokens) => (tokens ? storage.setItem(key, JSON.stringify(tokens)) : storage.removeItem(key)),
});

const query = `mutation RefreshSession($input: RefreshSessionInput!) {
  refreshSession(input: $input) { __typename ... on RefreshSessionPayload { accessToken refreshToken } }
}`;

interface Refreshed {
  data?: { refreshSession: ({ __typename: 'RefreshSessionPayload' } & Tokens) | { __typename: string } } | null;
}

const isTokens = (result: { __typename: string }): result is Tokens & { __typename: string } =>
  result.__typename === 'RefreshSessionPayload';

/** @param endpoint the address of the API, such as `https://waymark.example.org/graphql` */
export function createSession(
  endpoint: string,
  store: TokenStore,
  send: typeof globalThis.fetch = (...request) => fetch(...request),
): Session {
  let underWay: Promise<boolean> | null = null;
  const headerOf = (tokens: Tokens | null) => (tokens ? `Bearer ${tokens.accessToken}` : undefined);

  async function refreshOnce(refused: string | undefined): Promise<boolean> {
    const tokens = store.read();
    if (!tokens) return false;
    // Another tab, or a request before this one, has refreshed it meanwhile.
    if (headerOf(tokens) !== refused) return true;
    const response = await send(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input: { refreshToken: tokens.refreshToken } } }),
      // A server that does not answer must not keep the other tabs waiting.
      signal: AbortSignal.timeout(30_000),
    });
    const { data } = ((await readJson(response)) ?? {}) as Refreshed;
    // A server that is busy is no reason to sign out.
    if (!data) throw new Error(`The session could not be refreshed (status ${response.status}).`);
    // Somebody has signed out meanwhile, or in again: that session is another one.
    if (store.read()?.refreshToken !== tokens.refreshToken) return store.read() !== null;
    const { refreshSession: result } = data;
    const { accessToken, refreshToken } = isTokens(result) ? result : { accessToken: '', refreshToken: '' };
    store.write(accessToken ? { accessToken, refreshToken } : null);
    return accessToken !== '';
  }

  /** One tab at a time, where the browser has locks. Without them, the server takes a refresh token twice within half a minute. */
  function inTurn(work: () => Promise<boolean>): Promise<boolean> {
    const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
    return locks ? locks.request('waymark-session', work) : work();
  }

  return {
    headers() {
      const authorization = headerOf(store.read());
      return authorization ? { authorization } : {};
    },
    refresh(refused) {
      underWay ??= inTurn(() => refreshOnce(refused)).finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
}
