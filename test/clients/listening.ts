import type { Overrides } from '../../src/app.ts';
import { createTestApp, type SignedInPerson, type TestApp } from '../support/app.ts';
import { listening } from '../support/listening.ts';

export interface ListeningApp extends TestApp {
  /** Where it is reached, without a slash at the end. */
  origin: string;
  endpoint: string;
  /** What was answered so far, in order: `GET /graphql 200`. */
  answered: string[];
  /** Cuts the connections of all clients, as a network does. */
  cut(): void;
}

/** An application of its own that listens on a free port of this machine, for clients that want a real one. */
export async function createListeningApp(
  variables: Record<string, string> = {},
  overrides: Overrides = {},
): Promise<ListeningApp> {
  const app = await createTestApp(variables, overrides);
  const { server, url: origin } = await listening(app.handler);
  const answered: string[] = [];
  server.on('request', ({ method, url = '' }, response) => {
    response.on('finish', () => answered.push(`${method} ${url.split('?')[0]} ${response.statusCode}`));
  });
  return { ...app, origin, endpoint: `${origin}/graphql`, answered, cut: () => server.closeAllConnections() };
}

export interface Recorder {
  fetch: typeof globalThis.fetch;
  /** The names of the change sets that went to the server so far, in order. */
  sent: string[];
}

/** A fetch that notes which change sets really went to the server. */
export function createRecorder(): Recorder {
  const sent: string[] = [];
  return {
    sent,
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const text = typeof init?.body === 'string' ? init.body : JSON.stringify(Object.fromEntries(url.searchParams));
      sent.push((JSON.parse(text) as { operationName?: string }).operationName ?? '');
      return fetch(input, init);
    },
  };
}

/** Makes somebody some tasks, "Task 1" and so on, and answers their ids in order. */
export async function createTasks(person: SignedInPerson, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    ids.push((await person.mutate('createTask', { title: `Task ${number}` })).id);
  }
  return ids;
}
