import { ApolloClient, ApolloLink, HttpLink, Observable } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { print } from 'graphql';
import { createClient } from 'graphql-sse';
import { createAuthLink } from '../../../kit/apollo-auth-link.ts';
import { createCache } from '../../../kit/apollo-cache.ts';
import { createAuthorizedFetch } from '../../../kit/authorized-fetch.ts';
import { createLiveFetch } from '../../../kit/live-fetch.ts';
import { createPatientFetch } from '../../../kit/patient-fetch.ts';
import { BoardColumn } from '../documents.ts';
import type { BoardColumnQuery, BoardColumnQueryVariables } from '../generated/graphql.ts';
import { type Status, statuses } from '../tasks.ts';
import { type Column, createTurns, type Data, type DataOptions, maxPageSize, pageSize } from './data.ts';

/** The data layer by Apollo Client: a normalized cache, in which the pages of a list are joined. */
export function createApolloData({ endpoint, session, onSignedOut, fetch }: DataOptions): Data {
  const fetchFn = createPatientFetch(createLiveFetch(createAuthorizedFetch(session, onSignedOut)));
  const events = createClient({ url: endpoint, fetchFn, retryAttempts: 0 });
  const live = new ApolloLink(
    ({ query, variables, operationName }) =>
      new Observable((observer) => events.subscribe({ query: print(query), variables, operationName }, observer)),
  );
  const http = new HttpLink({ uri: endpoint, fetch: createPatientFetch(createLiveFetch(fetch)) });
  const transport = ApolloLink.split(({ operationType }) => operationType === 'subscription', live, http);
  const client = new ApolloClient({
    link: createAuthLink(session, onSignedOut).concat(transport),
    cache: createCache(),
  });

  const inTurn = createTurns();
  const readColumn = (status: Status) =>
    client.readQuery({ query: BoardColumn, variables: { status, first: pageSize } })?.tasks;

  async function askForPage(variables: BoardColumnQueryVariables, fetchPolicy: 'network-only' | 'no-cache') {
    const { data } = await client.query({ query: BoardColumn, variables, fetchPolicy }).catch((error: unknown) => {
      if (!ServerError.is(error)) throw error;
      throw new Error(`The server has failed (status ${error.statusCode}).`);
    });
    if (!data) throw new Error('The response has no data.');
    return data;
  }

  // biome-ignore lint/correctness/noComponentHookFactories: A data layer is made once for an account, and lasts as long as its page.
  function useColumn(status: Status): Column {
    // Lists are asked for by `refresh`, which says if they do not come.
    const { data } = useQuery(BoardColumn, { variables: { status, first: pageSize }, fetchPolicy: 'cache-only' });
    const list = data?.tasks;
    return {
      tasks: list?.edges.map(({ node }) => node) ?? [],
      totalCount: list?.totalCount ?? 0,
      hasMore: list?.pageInfo.hasNextPage ?? false,
      isLoaded: list !== undefined,
      loadMore: () =>
        inTurn(status, async () => {
          // Not as it was shown: the list may end elsewhere by now.
          const { hasNextPage, endCursor } = readColumn(status)?.pageInfo ?? {};
          // In the cache, it joins the list.
          if (hasNextPage) await askForPage({ status, first: pageSize, after: endCursor }, 'network-only');
        }),
    };
  }

  /** Asks for as many tasks as are loaded. They take the place of the list all at once, so that no card goes and comes back. */
  async function refreshColumn(status: Status): Promise<void> {
    let missing = Math.max(readColumn(status)?.edges.length ?? 0, pageSize);
    let after: string | null | undefined;
    const edges: BoardColumnQuery['tasks']['edges'] = [];
    while (missing > 0) {
      const first = Math.min(missing, maxPageSize);
      const { tasks } = await askForPage({ status, first, after }, 'no-cache');
      edges.push(...tasks.edges);
      after = tasks.pageInfo.endCursor;
      missing = tasks.pageInfo.hasNextPage ? missing - first : 0;
      if (missing > 0) continue;
      const variables = { status, first: edges.length };
      client.writeQuery({ query: BoardColumn, variables, data: { tasks: { ...tasks, edges } } });
    }
  }

  return {
    // biome-ignore lint/correctness/noComponentHookFactories: A data layer is made once for an account, and lasts as long as its page.
    Provider: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
    useColumn,
    async refresh() {
      await Promise.all(statuses.map((status) => inTurn(status, () => refreshColumn(status))));
    },
    subscribe(query, variables, observer) {
      const subscription = client.subscribe({ query, variables }).subscribe({
        next: ({ data, error }) => (data && !error ? observer.next(data) : observer.error()),
        error: () => observer.error(),
        complete: () => observer.complete(),
      });
      return () => subscription.unsubscribe();
    },
    stop() {
      client.stop();
      events.dispose();
    },
  };
}
