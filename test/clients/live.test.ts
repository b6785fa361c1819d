import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ApolloClient, type ApolloLink, InMemoryCache } from '@apollo/client';
import { Client, cacheExchange, type Exchange, fetchExchange } from '@urql/core';
import { createClient } from 'graphql-sse';
import { expect, onTestFinished, test } from 'vitest';
import possibleTypes from '../../schema/possible-types.json' with { type: 'json' };
import type { SignedInPerson } from '../support/app.ts';
import { TaskList, TasksChanged } from './documents.ts';
import { createListeningApp, createTasks } from './listening.ts';

/* Subscriptions as the clients read them that people have: with the code that docs/LIVE.md says to use. */

interface Settings {
  url: string;
  headers: Record<string, string>;
}

/** A block of docs/LIVE.md as a file that can be run or imported, where it finds its packages. */
async function blockOf(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-live-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await symlink(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
  const docs = await readFile(join(import.meta.dirname, '../../docs/LIVE.md'), 'utf8');
  const blocks = [...docs.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code);
  const file = join(folder, name);
  await writeFile(file, blocks.find((code) => code.startsWith(`// ${name}\n`)) ?? 'throw new Error("no such block")');
  return file;
}

const importBlock = async <T>(name: string): Promise<T> =>
  (await import(/* @vite-ignore */ pathToFileURL(await blockOf(name)).href)) as T;

const settingsOf = ({ endpoint: url }: { endpoint: string }, { accessToken }: SignedInPerson): Settings => ({
  url,
  headers: { authorization: `Bearer ${accessToken}` },
});

test('graphql-sse goes on where a broken connection left off, with nothing lost and nothing doubled', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  let connections = 0;
  const client = createClient({
    ...settingsOf(app, ada),
    retry: async () => {},
    retryAttempts: 100,
    fetchFn: (...request: Parameters<typeof fetch>) => {
      connections += 1;
      return fetch(...request);
    },
  });
  let cursor: string | null = null;
  const variables = {
    get after() {
      return cursor;
    },
  };
  const query = `subscription ($after: String) { changed(after: $after, first: 3) { ... on ChangePage {
    cursor changes { nodeId }
  } } }`;
  const seen: string[] = [];
  const ends: unknown[] = [];
  const leave = client.subscribe<{ changed: { cursor: string; changes: { nodeId: string }[] } }>(
    { query, variables },
    {
      next({ data }) {
        if (!data) return;
        cursor = data.changed.cursor;
        seen.push(...data.changed.changes.map(({ nodeId }) => nodeId));
      },
      error: (error) => ends.push(error),
      complete: () => ends.push('complete'),
    },
  );
  await expect.poll(() => cursor).not.toBeNull();
  const ids: string[] = [];
  for (let round = 1; round <= 4; round += 1) {
    ids.push(...(await createTasks(ada, 4)));
    app.cut();
    ids.push(...(await createTasks(ada, 2)));
    await expect.poll(() => seen).toEqual(ids);
  }
  expect(connections).toBeGreaterThan(3);
  expect(ends).toEqual([]);
  leave();
});

test('the script of docs/LIVE.md prints what is done to tasks, and says why when there is no more', async () => {
  const app = await createListeningApp({}, { pollInterval: 50 });
  const ada = await app.person();
  const made = await ada.mutate('createAccessToken', { name: 'Follows', scopes: ['READ'] }, 'token accessToken { id }');
  const env = { ...process.env, WAYMARK_URL: app.origin, WAYMARK_TOKEN: made.token };
  const child = spawn(process.execPath, [await blockOf('follow.mjs')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const closed = new Promise((resolve) => child.once('close', resolve));
  const prints = (text: string) => expect.poll(() => printed).toBe(text);
  await prints('Following.\n');
  const { id } = await ada.mutate('createTask', { title: 'Rake' });
  await prints('Following.\nCREATE Rake (TODO)\n');
  await ada.mutate('createLabel', { name: 'No task' });
  await ada.mutate('completeTask', { id });
  await prints('Following.\nCREATE Rake (TODO)\nUPDATE Rake (DONE)\n');
  await ada.mutate('revokeAccessToken', { id: made.accessToken.id });
  expect(await closed).toBe(1);
  expect(printed.split('\n').at(-2)).toBe('The token is unknown, expired or revoked.');
});

test('Apollo shows what was done elsewhere without asking again', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [, id = ''] = await createTasks(ada, 3);
  const { createLink } = await importBlock<{ createLink: (settings: Settings) => ApolloLink }>('apollo.mjs');
  const cache = new InMemoryCache({ possibleTypes });
  const client = new ApolloClient({ link: createLink(settingsOf(app, ada)), cache });
  onTestFinished(() => client.stop());
  const shown: string[][] = [];
  const list = client.watchQuery({ query: TaskList, variables: { first: 3 }, notifyOnNetworkStatusChange: false });
  const watching = list.subscribe(({ data }) => {
    if (data?.tasks?.edges) shown.push(data.tasks.edges.map((edge) => edge?.node?.status ?? ''));
  });
  const cursors: string[] = [];
  const { changes } = await ada.query('{ changes { ... on ChangePage { cursor } } }');
  const following = client
    .subscribe({ query: TasksChanged, variables: { after: changes.cursor } })
    .subscribe(({ data }) => {
      const page = data?.changed;
      if (page?.__typename === 'ChangePage' && page.changes?.length) cursors.push(page.cursor ?? '');
    });
  await expect.poll(() => shown).toEqual([['TODO', 'TODO', 'TODO']]);
  await ada.mutate('completeTask', { id });
  await expect.poll(() => shown.slice(1)).toEqual([['TODO', 'DONE', 'TODO']]);
  expect(cursors).toHaveLength(1);
  following.unsubscribe();
  watching.unsubscribe();
  await expect.poll(() => app.streams.size).toBe(0);
});

test('urql is told of each change, and of a cursor that is none as data', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { createLiveExchange } = await importBlock<{ createLiveExchange: (settings: Settings) => Exchange }>(
    'urql.mjs',
  );
  const settings = settingsOf(app, ada);
  const exchanges = [cacheExchange, createLiveExchange(settings), fetchExchange];
  const client = new Client({ url: settings.url, exchanges, fetchOptions: { headers: settings.headers } });
  const { changes } = await ada.query('{ changes { ... on ChangePage { cursor } } }');
  const seen: string[] = [];
  const following = client.subscription(TasksChanged, { after: changes.cursor }).subscribe(({ data }) => {
    if (data?.changed.__typename !== 'ChangePage') return;
    for (const { node } of data.changed.changes) if (node?.__typename === 'Task') seen.push(node.title);
  });
  await createTasks(ada, 2);
  await expect.poll(() => seen).toEqual(['Task 1', 'Task 2']);
  following.unsubscribe();
  await expect.poll(() => app.streams.size).toBe(0);

  // urql tells the last event once more when the stream is complete.
  const codes = new Set<string>();
  const refused = client.subscription(TasksChanged, { after: 'none' }).subscribe(({ data, error }) => {
    expect(error).toBeUndefined();
    if (data?.changed.__typename === 'InvalidInputError') codes.add(data.changed.code);
  });
  await expect.poll(() => [...codes]).toEqual(['INVALID_INPUT']);
  refused.unsubscribe();
});
