import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap } from 'rxjs';
import { expect, test } from 'vitest';
import possibleTypes from '../../schema/possible-types.json' with { type: 'json' };
import type { SignedInPerson } from '../support/app.ts';
import { RefreshSession, TaskList } from './documents.ts';
import { createListeningApp, createTasks, type ListeningApp } from './listening.ts';

/** A client that refreshes its session when it is unauthenticated, and repeats the request. */
function createRefreshingClient(app: ListeningApp, person: SignedInPerson) {
  const state = { accessToken: person.accessToken, refreshToken: person.refreshToken, refreshed: 0 };
  const plain = new ApolloClient({
    link: new HttpLink({ uri: app.endpoint }),
    cache: new InMemoryCache({ possibleTypes }),
  });

  async function refresh(): Promise<void> {
    const variables = { input: { refreshToken: state.refreshToken } };
    const { data } = await plain.mutate({ mutation: RefreshSession, variables });
    const result = data?.refreshSession;
    if (result?.__typename !== 'RefreshSessionPayload') throw new Error(`Signed out: ${result?.code}`);
    Object.assign(state, { accessToken: result.accessToken, refreshToken: result.refreshToken });
    state.refreshed += 1;
  }

  const onError = new ErrorLink(({ error, operation, forward }) => {
    if (!CombinedGraphQLErrors.is(error) || operation.getContext().refreshed) return;
    if (error.errors[0]?.extensions?.code !== 'UNAUTHENTICATED') return;
    operation.setContext({ refreshed: true });
    return from(refresh()).pipe(switchMap(() => forward(operation)));
  });
  const signIn = new SetContextLink(({ headers }) => ({
    headers: { ...headers, authorization: `Bearer ${state.accessToken}` },
  }));
  const link = onError.concat(signIn).concat(new HttpLink({ uri: app.endpoint }));
  return { client: new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes }) }), state };
}

test('a client whose access token ran out refreshes its session and goes on as if nothing had happened', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  await createTasks(ada, 1);
  const { client, state } = createRefreshingClient(app, ada);
  const ask = () => client.query({ query: TaskList, variables: { first: 5 }, fetchPolicy: 'no-cache' });
  await ask();
  expect(state.refreshed).toBe(0);
  for (const times of [1, 2]) {
    app.clock.advance(16 * 60 * 1000);
    const { data } = await ask();
    expect(data?.tasks.edges.map(({ node }) => node.title)).toEqual(['Task 1']);
    expect(state.refreshed).toBe(times);
  }
});

test('a client whose session was ended elsewhere is told so, as an error with a code', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { client } = createRefreshingClient(app, ada);
  await ada.query('mutation { signOutEverywhere { __typename } }');
  await expect(client.query({ query: TaskList, variables: { first: 5 } })).rejects.toThrow(
    'Signed out: INVALID_REFRESH_TOKEN',
  );
  const plain = new ApolloClient({ link: new HttpLink({ uri: app.endpoint }), cache: new InMemoryCache() });
  const error: unknown = await plain
    .query({ query: TaskList, variables: { first: 5 } })
    .catch((reason: unknown) => reason);
  if (!CombinedGraphQLErrors.is(error)) throw new Error(`Not an answer in GraphQL: ${String(error)}`);
  expect(error.errors).toMatchObject([{ path: ['tasks'], extensions: { code: 'UNAUTHENTICATED' } }]);
});
