import { ApolloClient, ApolloLink, HttpLink, Observable } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { print } from 'graphql';
import { createClient } from 'graphql-sse';
import { createAuthLink } from '../../../kit/apollo-auth-link.ts';
import { createCache } from '../../../kit/apollo-cache.ts';
import { createAuthorizedFetch } from '../../../kit/authorized-fetch.ts';
import { BoardColumn } from '../documents.ts';
import { type Status, statuses } from '../tasks.ts';
import { type Column, type Data, type DataOptions, maxPageSize, pageSize } from './data.ts';

/** The data layer by Apollo Client: a normalized cache, in which the pages of a list are joined. */
export function createApolloData({ endpoint, session, onSignedOut }: DataOptions): Data {
  const fetchFn = createAuthorizedFetch(session, onSignedOut);
  const events = createClient({ url: endpoint, fetchFn, retryAttempts: 0 });
  const live = new ApolloLink(
    ({ query, variables, operationName }) =>
      new Observable((observer) => events.subscribe({ query: print(query), variables, operationName }, observer)),
  );
  const http = new HttpLink({ uri: endpoint });
  const transport = ApolloLink.split(({ operationType }) => operationType === 'subscription', live, http);
  const client = new ApolloClient({
    link: createAuthLink(session, onSignedOut).concat(transport),
    cache: createCache(),
  });

  // biome-ignore lint/correctness/noComponentHookFactories: A data layer is made once for an account, and lasts as long as its page.
  function useColumn(status: Status): Column {
    const { data, fetchMore } = useQuery(BoardColumn, { variables: { status, first: pageSize } });
    const list = data?.tasks;
    return {
      tasks: list?.edges.map(({ node }) => node) ?? [],
      totalCount: list?.totalCount ?? 0,
      hasMore: list?.pageInfo.hasNextPage ?? false,
      isLoaded: list !== undefined,
      loadMore: () => fetchMore({ variables: { after: list?.pageInfo.endCursor } }),
    };
  }

  /** Asks for as many tasks as are loaded. A first page takes the place of the list, and further ones join it. */
  async function refreshColumn(status: Status): Promise<void> {
    const list = client.readQuery({ query: BoardColumn, variables: { status, first: pageSize } });
    let missing = Math.max(list?.tasks.edges.length ?? 0, pageSize);
    let after: string | null | undefined;
    while (missing > 0) {
      const variables = { status, first: Math.min(missing, maxPageSize), after };
      const { data } = await client.query({ query: BoardColumn, variables, fetchPolicy: 'network-only' });
      missing = data?.tasks.pageInfo.hasNextPage ? missing - variables.first : 0;
      after = data?.tasks.pageInfo.endCursor;
    }
  }

  return {
    // biome-ignore lint/correctness/noComponentHookFactories: A data layer is made once for an account, and lasts as long as its page.
    Provider: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
    useColumn,
    async refresh() {
      await Promise.all(statuses.map(refreshColumn));
    },
    async mutate(mutation, variables) {
      const { data } = await client.mutate({ mutation, variables });
      if (!data) throw new Error('The response has no data.');
      return data;
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
