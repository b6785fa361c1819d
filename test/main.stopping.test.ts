import { connect } from 'node:net';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '../src/platform/ids.ts';
import { freePort, type Running, startCommand, temporaryFolder } from './support/command.ts';
import { databaseName, engine, onServer, postgresqlUrl } from './support/databases.ts';

const linkPattern = /http:\/\/127\.0\.0\.1:\d+\/sign-in\?token=[\w-]{43}/;

interface Served extends Running {
  cwd: string;
  variables: Record<string, string>;
  port: number;
  /** Sends a mutation or query as the owner. */
  ask(query: string, variables?: object): Promise<{ data?: Record<string, { __typename: string }>; errors?: unknown }>;
  /** The same as the bytes of a request. */
  request(query: string, more?: Record<string, string>): string;
}

/** A server on a database of its own, with the owner signed in. */
async function serve(): Promise<Served> {
  const port = await freePort();
  const cwd = temporaryFolder();
  const variables: Record<string, string> = { PORT: String(port), LOG_LEVEL: 'silent' };
  if (engine === 'postgresql') {
    const name = databaseName();
    await onServer(`CREATE DATABASE ${name}`);
    onTestFinished(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
    variables.DATABASE_URL = postgresqlUrl(name);
  }
  const running = startCommand(['start'], variables, { cwd });
  const [link] = await running.prints(linkPattern);
  const cookie = (await fetch(link, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { 'content-type': 'application/json', 'x-waymark-csrf': '1', cookie };
  return {
    ...running,
    cwd,
    variables,
    port,
    async ask(query, variables = {}) {
      const init = { method: 'POST', headers, body: JSON.stringify({ query, variables }) };
      return (await fetch(`http://127.0.0.1:${port}/graphql`, init)).json() as never;
    },
    request(query, more = {}) {
      const body = JSON.stringify({ query });
      const length = { 'content-length': String(body.length) };
      const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers, ...more, ...length });
      return `POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
    },
  };
}

const createTask =
  'mutation ($id: ID, $title: String!) { createTask(input: { id: $id, title: $title }) { __typename } }';

test('told to stop while a request is under way, it finishes that one, takes no other, and ends well', async () => {
  const server = await serve();
  const request = server.request('mutation { createTask(input: { title: "At the last moment" }) { __typename } }');
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  // Half of the request is there when it is told to stop, the other half comes after.
  socket.write(request.slice(0, -20));
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.child.kill('SIGTERM');
  await expect.poll(() => isRefused(server.port), { timeout: 5000 }).toBe(true);
  socket.write(request.slice(-20));
  const whole = performance.now();
  await closed;
  // It does not wait for the client to let go of the connection.
  expect(performance.now() - whole).toBeLessThan(3000);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('"__typename":"Task"');
  expect(await server.finished).toMatchObject({ code: 0, signal: null, stderr: '' });

  const again = startCommand(['start'], server.variables, { cwd: server.cwd });
  await again.prints(/Waymark is at/);
  const { data } = await server.ask('{ tasks { nodes { title } } }');
  expect(data).toEqual({ tasks: { nodes: [{ title: 'At the last moment' }] } });
});

test('a connection that is only kept alive does not keep it from stopping', async () => {
  const server = await serve();
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  const started = performance.now();
  server.child.kill('SIGTERM');
  expect((await server.finished).code).toBe(0);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('subscriptions do not keep it from stopping: they are ended first', async () => {
  const server = await serve();
  const subscription = 'subscription { changed { ... on ChangePage { cursor } } }';
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(server.request(subscription, { accept: 'text/event-stream' }));
  await expect.poll(() => answer, { timeout: 5000 }).toContain('"cursor"');
  const started = performance.now();
  server.child.kill('SIGTERM');
  expect(await server.finished).toMatchObject({ code: 0, signal: null, stderr: '' });
  expect(performance.now() - started).toBeLessThan(5000);
  await closed;
  expect(answer).toMatch(/event: complete\n/);
});

test('killed in the middle of writing, it has lost nothing that it acknowledged', async () => {
  const server = await serve();
  const acknowledged: string[] = [];
  let sent = 0;
  const write = async () => {
    for (;;) {
      const id = newId();
      sent += 1;
      const answer = await server.ask(createTask, { id, title: `Task ${sent}` });
      if (answer.data?.createTask?.__typename === 'Task') acknowledged.push(id);
    }
  };
  const writers = Promise.allSettled(Array.from({ length: 8 }, write));
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(100);
  server.child.kill('SIGKILL');
  expect((await server.finished).signal).toBe('SIGKILL');
  await writers;
  // Some were under way: what came of those is open, but whole either way.
  expect(sent).toBeGreaterThan(acknowledged.length);

  const again = startCommand(['start'], server.variables, { cwd: server.cwd });
  await again.prints(/Waymark is at/);
  const missing: string[] = [];
  for (let start = 0; start < acknowledged.length; start += 100) {
    const ids = acknowledged.slice(start, start + 100).map((id) => `Task:${id}`);
    const { data } = (await server.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })) as unknown as {
      data: { nodes: ({ id: string } | null)[] };
    };
    missing.push(...ids.filter((_id, index) => data.nodes[index] === null));
  }
  expect(missing).toEqual([]);
  again.child.kill('SIGTERM');
  expect((await again.finished).code).toBe(0);
  expect(engine === 'sqlite' ? faultsIn(join(server.cwd, 'data/waymark.db')) : []).toEqual([]);
});

/** Whether nobody takes a connection there. */
function isRefused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}

/** What is wrong with a SQLite file: with its pages, its references, or the history that its rows must have. */
function faultsIn(path: string): unknown[] {
  const file = new BetterSqlite3(path, { readonly: true });
  const count = (sql: string) => file.prepare(sql).pluck().get() as number;
  try {
    const faults = (file.pragma('integrity_check') as { integrity_check: string }[])
      .map(({ integrity_check }) => integrity_check)
      .filter((fault) => fault !== 'ok');
    const references = file.pragma('foreign_key_check') as unknown[];
    const ticks = count('SELECT tick FROM OwnerClock') - count('SELECT count(*) FROM Operation');
    const tasks = count('SELECT count(*) FROM Task') - count(`SELECT count(*) FROM Change WHERE model = 'Task'`);
    return [...faults, ...references, ...(ticks === 0 ? [] : [{ ticks }]), ...(tasks === 0 ? [] : [{ tasks }])];
  } finally {
    file.close();
  }
}
