import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { onTestFinished } from 'vitest';
import type { SignedInPerson } from '../support/app.ts';
import { AbstractTypes } from './documents.ts';
import { createRecorder, type ListeningApp } from './listening.ts';

/** What is behind each interface and union, asked of the server as Apollo's documentation has it. */
export async function possibleTypesOf({ endpoint }: ListeningApp): Promise<Record<string, string[]>> {
  const client = new ApolloClient({ link: new HttpLink({ uri: endpoint }), cache: new InMemoryCache() });
  const { data } = await client.query({ query: AbstractTypes, fetchPolicy: 'no-cache' });
  const types = data?.__schema.types ?? [];
  return Object.fromEntries(
    types.flatMap(({ name, possibleTypes }) =>
      name && possibleTypes ? [[name, possibleTypes.flatMap((type) => type.name ?? [])]] : [],
    ),
  );
}

/** A client as a frontend sets it up: a cache that knows the schema's abstract types and its connections. */
export async function createApolloClient(app: ListeningApp, person: SignedInPerson) {
  const recorder = createRecorder();
  const authorization = `Bearer ${person.accessToken}`;
  const client = new ApolloClient({
    link: new HttpLink({ uri: app.endpoint, headers: { authorization }, fetch: recorder.fetch }),
    cache: new InMemoryCache({
      possibleTypes: await possibleTypesOf(app),
      typePolicies: {
        Query: {
          fields: {
            tasks: relayStylePagination(['filter', 'orderBy', 'trashed']),
            // Ids are the rows' own in the whole graph, so what a list brought serves a detail view too.
            task: (_existing, { args, toReference }) => toReference({ __typename: 'Task', id: args?.id }),
          },
        },
      },
    }),
  });
  onTestFinished(() => client.stop());
  return { client, sent: recorder.sent };
}
