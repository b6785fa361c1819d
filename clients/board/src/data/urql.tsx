import { createClient } from 'graphql-sse';
import { useEffect, useState } from 'react';
import {
  Client,
  type CombinedError,
  cacheExchange,
  createRequest,
  fetchExchange,
  Provider,
  subscriptionExchange,
  useClient,
} from 'urql';
import { filter, fromValue, map, pipe, type Source, subscribe, switchMap } from 'wonka';
import { createAuthorizedFetch } from '../../../kit/authorized-fetch.ts';
import { createLiveFetch } from '../../../kit/live-fetch.ts';
import { createPatientFetch } from '../../../kit/patient-fetch.ts';
import { createAuthExchange } from '../../../kit/urql-auth-exchange.ts';
import { BoardColumn } from '../documents.ts';
import type { BoardColumnQuery } from '../generated/graphql.ts';
import { type Status, statuses } from '../tasks.ts';
import { type Column, createTurns, type Data, type DataOptions, pageSize } from './data.ts';

type Page = Omit<Column, 'loadMore'>;
type PageEnd = BoardColumnQuery['tasks']['pageInfo'];

const notLoaded: Page = { tasks: [], totalCount: 0, hasMore: false, isLoaded: false };

/**
 * The pages of a column in the cache, each after the end of the one before. If one changes, those behind it follow. They are asked for
 * by `refresh` and `loadMore`, which say if they do not come.
 */
function pagesOf(client: Client, status: Status, count: number, after: string | null = null): Source<Page> {
  return pipe(
    client.executeQuery(createRequest(BoardColumn, { status, first: pageSize, after }), {
      requestPolicy: 'cache-only',
    }),
    map(({ data }) => data?.tasks),
    filter((list) => list !== undefined),
    switchMap(({ edges, totalCount, pageInfo }) => {
      const { hasNextPage: hasMore, endCursor } = pageInfo;
      const page = { tasks: edges.map(({ node }) => node), totalCount, hasMore, isLoaded: true };
      if (count === 1 || !page.hasMore) return fromValue(page);
      const rest = pagesOf(client, status, count - 1, endCursor);
      return map((next: Page) => ({ ...next, tasks: [...page.tasks, ...next.tasks] }))(rest);
    }),
  );
}

/** What went wrong, as an error whose message is for people. What is no answer of the API may be a page of HTML. */
function failureOf(error: CombinedError | undefined): Error {
  const [first] = error?.graphQLErrors ?? [];
  if (first) return new Error(first.message);
  const { status } = (error?.response ?? {}) as Partial<Response>;
  if (status !== undefined) return new Error(`The server has failed (status ${status}).`);
  return error?.networkError ?? new Error('The response has no data.');
}

/** The data layer by urql: a cache of documents, in which each page is one. */
export function createUrqlData({ endpoint, session, onSignedOut, fetch: send }: DataOptions): Data {
  const fetchFn = createPatientFetch(createLiveFetch(createAuthorizedFetch(session, onSignedOut)));
  const events = createClient({ url: endpoint, fetchFn, retryAttempts: 0 });
  const live = subscriptionExchange({
    forwardSubscription: ({ query = '', variables, operationName }) => ({
      subscribe: (observer) => ({ unsubscribe: events.subscribe({ query, variables, operationName }, observer) }),
    }),
  });
  const fetch = createPatientFetch(createLiveFetch(send));
  const exchanges = [cacheExchange, createAuthExchange(session, onSignedOut), live, fetchExchange];
  const client = new Client({ url: endpoint, exchanges, preferGetMethod: false, fetch });
  const inTurn = createTurns();
  /** How many pages of each column are shown. */
  const counts: Record<Status, number> = { TODO: 1, IN_PROGRESS: 1, DONE: 1 };
  /** Where the pages of each column end. */
  const ends: Partial<Record<Status, PageEnd>> = {};

  // biome-ignore lint/correctness/noComponentHookFactories: A data layer is made once for an account, and lasts as long as its page.
  function useColumn(status: Status): Column {
    const [count, setCount] = useState(counts[status]);
    const [page, setPage] = useState(notLoaded);
    const shared = useClient();
    useEffect(() => {
      const following = pipe(pagesOf(shared, status, count), subscribe(setPage));
      return () => following.unsubscribe();
    }, [shared, status, count]);
    const loadMore = () =>
      inTurn(status, async () => {
        const { hasNextPage, endCursor } = ends[status] ?? {};
        if (!hasNextPage) return;
        ends[status] = await askForPage(status, endCursor);
        counts[status] += 1;
        setCount(counts[status]);
      });
    return { ...page, loadMore };
  }

  async function askForPage(status: Status, after: string | null | undefined): Promise<PageEnd> {
    const variables = { status, first: pageSize, after };
    const { data, error } = await client.query(BoardColumn, variables, { requestPolicy: 'network-only' }).toPromise();
    if (error || !data) throw failureOf(error);
    return data.tasks.pageInfo;
  }

  async function refreshColumn(status: Status): Promise<void> {
    let end = await askForPage(status, null);
    for (let page = 1; page < counts[status] && end.hasNextPage; page += 1)
      end = await askForPage(status, end.endCursor);
    ends[status] = end;
  }

  return {
    // biome-ignore lint/correctness/noComponentHookFactories: A data layer is made once for an account, and lasts as long as its page.
    Provider: ({ children }) => <Provider value={client}>{children}</Provider>,
    useColumn,
    async refresh() {
      await Promise.all(statuses.map((status) => inTurn(status, () => refreshColumn(status))));
    },
    subscribe(document, variables, observer) {
      const subscription = pipe(
        client.subscription(document, variables),
        subscribe(({ data, error, hasNext }) => {
          if (error) return observer.error();
          if (data) observer.next(data);
          if (!hasNext) observer.complete();
        }),
      );
      return () => subscription.unsubscribe();
    },
    stop: () => events.dispose(),
  };
}
