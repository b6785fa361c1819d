import { ApolloClient, HttpLink } from '@apollo/client';
import { onTestFinished } from 'vitest';
import { createCache } from '../../clients/kit/apollo-cache.ts';
import type { SignedInPerson } from '../support/app.ts';
import { createRecorder, type ListeningApp } from './listening.ts';

/** A client as a frontend sets it up: a cache that knows the schema's abstract types and its connections. */
export function createApolloClient(app: ListeningApp, person: SignedInPerson) {
  const recorder = createRecorder();
  const authorization = `Bearer ${person.accessToken}`;
  const client = new ApolloClient({
    link: new HttpLink({ uri: app.endpoint, headers: { authorization }, fetch: recorder.fetch }),
    cache: createCache(),
  });
  onTestFinished(() => client.stop());
  return { client, sent: recorder.sent };
}
