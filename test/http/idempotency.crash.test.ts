import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { leaveToCI } from '../support/services.ts';

const create = `mutation ($input: CreateTaskInput!) {
  createTask(input: $input) { __typename ... on CreateTaskPayload { task { title } } }
}`;

/** Sends a mutation to a server that is killed at some point. Returns functions that send it again to another server. */
async function crashing(killedAt: string) {
  const app = await createTestApp();
  const ada = await app.person();
  const variables = { input: { title: 'Once' } };
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${ada.accessToken}`,
    'idempotency-key': 'after-a-crash',
  };
  const { database } = app.config;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'killed.ts')], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'test',
      DATABASE_URL: database.engine === 'sqlite' ? `file:${database.file}` : database.url,
      WAYMARK_SECRET: 'a secret for the tests only, 0123456789',
      NOW: app.clock.now().toISOString(),
      KILLED_AT: killedAt,
      QUESTION: JSON.stringify({ headers, body: { query: create, variables } }),
    },
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  const ask = async () => {
    const { status, data, errors } = await ada.ask(create, variables, { 'idempotency-key': 'after-a-crash' });
    return { status, data, extensions: errors?.[0]?.extensions };
  };
  const titles = async () =>
    (await ada.query('{ tasks { nodes { title } } }')).tasks.nodes.map(({ title }: { title: string }) => title);
  return { app, ada, ask, titles };
}

test('a mutation is not repeated if the server is killed between commit and response', async (context) => {
  leaveToCI(context);
  const { app, ada, ask, titles } = await crashing('"field":"Mutation.createTask"');
  expect(await titles()).toEqual(['Once']);
  expect(await ask()).toMatchObject({ status: 409, extensions: { code: 'IDEMPOTENCY_KEY_IN_USE' } });
  app.clock.advance(30_000);
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id name } } }');
  expect(changeSets.nodes[0].name).toBe('createTask');
  expect(await ask()).toEqual({
    status: 409,
    extensions: { code: 'ALREADY_DONE', changeSetIds: [changeSets.nodes[0].id] },
  });
  expect(await titles()).toEqual(['Once']);
});

test('a mutation runs when it is sent again if the server was killed before the commit', async (context) => {
  leaveToCI(context);
  const { app, ask, titles } = await crashing('INSERT INTO [^(]*\\bTask\\b');
  expect(await titles()).toEqual([]);
  expect(await ask()).toMatchObject({ status: 409, extensions: { code: 'IDEMPOTENCY_KEY_IN_USE' } });
  app.clock.advance(30_000);
  expect(await ask()).toMatchObject({ status: 200, data: { createTask: { task: { title: 'Once' } } } });
  expect(await titles()).toEqual(['Once']);
});
