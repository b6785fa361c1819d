import { createClient } from 'graphql-sse';
import { useEffect, useState } from 'react';
import { Client, cacheExchange, createRequest, fetchExchange, Provider, subscriptionExchange, useClient } from 'urql';
import { filter, fromValue, map, pipe, type Source, subscribe, switchMap } from 'wonka';
import { createAuthorizedFetch } from '../../../kit/authorized-fetch.ts';
import { createAuthExchange } from '../../../kit/urql-auth-exchange.ts';
import { BoardColumn } from '../documents.ts';
import { type Status, statuses } from '../tasks.ts';
import { type Column, type Data, type DataOptions, pageSize } from './data.ts';

type Page = Omit<Column, 'loadMore'>;

const notLoaded: Page = { tasks: [], totalCount: 0, hasMore: false, isLoaded: false };

/** The pages of a column, each after the end of the one before. If one changes, those behind it follow. */
function pagesOf(client: Client, status: Status, count: number, after: string | null = null): Source<Page> {
  return pipe(
    client.executeQuery(createRequest(BoardColumn, { status, first: pageSize, after })),
    map(({ data }) => data?.tasks),
    filter((list) => list !== undefined),
    switchMap(({ edges, totalCount, pageInfo }) => {
      const page = { tasks: edges.map(({ node }) => node), totalCount, hasMore: pageInfo.hasNextPage, isLoaded: true };
      if (count === 1 || !page.hasMore) return fromValue(page);
      const rest = pagesOf(client, status, count - 1, pageInfo.endCursor);
      return map((next: Page) => ({ ...next, tasks: [...page.tasks, ...next.tasks] }))(rest);
    }),
  );
}

/** The data layer by urql: a cache of documents, in which each page is one. */
export function createUrqlData({ endpoint, session, onSignedOut }: DataOptions): Data {
  const fetchFn = createAuthorizedFetch(session, onSignedOut);
  const events = createClient({ url: endpoint, fetchFn, retryAttempts: 0 });
  const live = subscriptionExchange({
    forwardSubscription: ({ query = '', variables, operationName }) => ({
      subscribe: (observer) => ({ unsubscribe: events.subscribe({ query, variables, operationName }, observer) }),
    }),
  });
  const exchanges = [cacheExchange, createAuthExchange(session, onSignedOut), live, fetchExchange];
  const client = new Client({ url: endpoint, exchanges, preferGetMethod: false });
  /** How many pages of each column are shown. */
  const counts: Record<Status, number> = { TODO: 1, IN_PROGRESS: 1, DONE: 1 };

  // biome-ignore lint/correctness/noComponentHookFactories: A data layer is made once for an account, and lasts as long as its page.
  function useColumn(status: Status): Column {
    const [count, setCount] = useState(counts[status]);
    const [page, setPage] = useState(notLoaded);
    const shared = useClient();
    useEffect(() => {
      counts[status] = count;
      const following = pipe(pagesOf(shared, status, count), subscribe(setPage));
      return () => following.unsubscribe();
    }, [shared, status, count]);
    return { ...page, loadMore: async () => setCount(count + 1) };
  }

  async function refreshColumn(status: Status): Promise<void> {
    let after: string | null | undefined = null;
    for (let page = 0; page < counts[status] && after !== undefined; page += 1) {
      const variables: { status: Status; first: number; after: string | null } = { status, first: pageSize, after };
      const { data, error } = await client.query(BoardColumn, variables, { requestPolicy: 'network-only' }).toPromise();
      if (error) throw error;
      after = data?.tasks.pageInfo.hasNextPage ? data.tasks.pageInfo.endCursor : undefined;
    }
  }

  return {
    // biome-ignore lint/correctness/noComponentHookFactories: A data layer is made once for an account, and lasts as long as its page.
    Provider: ({ children }) => <Provider value={client}>{children}</Provider>,
    useColumn,
    async refresh() {
      await Promise.all(statuses.map(refreshColumn));
    },
    async mutate(document, variables) {
      const { data, error } = await client.mutation(document, variables).toPromise();
      if (error || !data) throw error ?? new Error('The response has no data.');
      return data;
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
