import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { onTestFinished } from 'vitest';
import possibleTypes from '../../schema/possible-types.json' with { type: 'json' };
import type { SignedInPerson } from '../support/app.ts';
import { createRecorder, type ListeningApp } from './listening.ts';

/** A client as a frontend sets it up: a cache that knows the schema's abstract types and its connections. */
export function createApolloClient(app: ListeningApp, person: SignedInPerson) {
  const recorder = createRecorder();
  const authorization = `Bearer ${person.accessToken}`;
  const client = new ApolloClient({
    link: new HttpLink({ uri: app.endpoint, headers: { authorization }, fetch: recorder.fetch }),
    cache: new InMemoryCache({
      possibleTypes,
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
