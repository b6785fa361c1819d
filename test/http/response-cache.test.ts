import { request } from 'node:http';
import { expect, test } from 'vitest';
import { createTestApp, type Person, secondApp, type TestApp } from '../support/app.ts';
import { engine } from '../support/databases.ts';
import { listening } from '../support/listening.ts';

const tasks = '{ tasks { nodes { id title } } }';

async function adaWithTask(variables: Record<string, string> = { RESPONSE_CACHE_MB: '16' }) {
  const app = await createTestApp(variables);
  const ada = await app.person();
  const task: string = (await ada.mutate('createTask', { title: 'One', scheduledOn: 'TODAY' })).id;
  return { app, ada, task };
}

/** Whether a query that was asked before is answered without a statement. */
async function isKept(app: TestApp, person: Person, query: string): Promise<boolean> {
  await person.query(query);
  return (await app.counting(() => person.query(query))) === 0;
}

/** Whether other tests end what is kept: on PostgreSQL, by their commits on the same server. */
const isDisturbed = engine === 'postgresql';

test.skipIf(isDisturbed)('a query that is asked again costs no statement until something is written', async () => {
  const { app, ada, task } = await adaWithTask();
  const first = await ada.ask(tasks);
  expect(await isKept(app, ada, tasks)).toBe(true);
  const again = await ada.ask(tasks);
  expect(again.data).toEqual(first.data);
  for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'vary'])
    expect(again.headers.get(name), name).toBe(first.headers.get(name));
  expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));

  await ada.mutate('updateTask', { id: task, title: 'Two' });
  const { data, headers } = await ada.ask(tasks);
  expect(data.tasks.nodes).toEqual([{ id: task, title: 'Two' }]);
  expect(headers.get('etag')).not.toBe(first.headers.get('etag'));
});

test('a client that has a response gets 304 without a body, by POST and by GET', async () => {
  const { app, ada } = await adaWithTask();
  const { port } = await listening(app.handler);
  function send(method: string, headers: Record<string, string>) {
    const body = method === 'POST' ? JSON.stringify({ query: tasks }) : '';
    const path = method === 'POST' ? '/graphql' : `/graphql?query=${encodeURIComponent(tasks)}`;
    const authorization = `Bearer ${ada.accessToken}`;
    const type = body === '' ? {} : { 'content-type': 'application/json', 'content-length': String(body.length) };
    const all = { authorization, accept: 'application/json', ...type, ...headers };
    return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path, method, headers: all }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      asking.on('error', reject);
      asking.end(body);
    });
  }
  for (const method of ['POST', 'GET']) {
    const { status, headers, text } = await send(method, {});
    expect([status, JSON.parse(text).data.tasks.nodes.length], method).toEqual([200, 1]);
    const etag = String(headers.etag);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'Authorization, Cookie, Accept' });
    for (const asked of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const has = await send(method, { 'if-none-match': asked });
      expect([has.status, has.text], asked).toEqual([304, '']);
      expect(has.headers).toMatchObject({ etag, 'cache-control': 'private, no-cache' });
      expect(has.headers).not.toHaveProperty('content-length');
      expect(has.headers).not.toHaveProperty('content-type');
    }
    expect((await send(method, { 'if-none-match': '"other"' })).status).toBe(200);
  }
  // The tag is that of the body: it is the same after a write that the response does not show.
  const { headers } = await send('POST', {});
  await ada.mutate('createLabel', { name: 'A' });
  expect((await send('POST', { 'if-none-match': String(headers.etag) })).status).toBe(304);
});

test.skipIf(isDisturbed)('everybody gets their own, and a credential that has ended gets nothing', async () => {
  const { app, ada } = await adaWithTask();
  const bob = await app.person('Bob');
  const made = await ada.mutate('createAccessToken', { name: 'A', scopes: ['READ'] }, 'token accessToken { id }');
  const token = app.as({ authorization: `Bearer ${made.token}` });
  expect(await isKept(app, ada, tasks)).toBe(true);
  expect((await bob.query(tasks)).tasks.nodes).toEqual([]);
  expect((await app.nobody.ask(tasks)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await isKept(app, token, tasks)).toBe(true);
  await ada.mutate('revokeAccessToken', { id: made.accessToken.id }, '__typename');
  expect((await token.ask(tasks)).status).toBe(401);
  // A cookie still needs its header.
  const { email, password } = ada;
  const signIn = await app.nobody.ask(
    'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
    { input: { email, password, cookie: true } },
    { 'x-waymark-csrf': '1' },
  );
  const cookie = (signIn.headers.get('set-cookie') ?? '').split(';')[0] as string;
  expect(await isKept(app, app.as({ cookie, 'x-waymark-csrf': '1' }), tasks)).toBe(true);
  expect((await app.as({ cookie }).ask(tasks)).status).toBe(403);
});

test.skipIf(isDisturbed)('how finely the clock is asked for says how long a response is kept', async () => {
  const { app, ada } = await adaWithTask();
  const made = await ada.mutate('createAccessToken', { name: 'A', scopes: ['READ'] }, 'token');
  const token = app.as({ authorization: `Bearer ${made.token}` });
  const costs = (query: string) => app.counting(() => token.query(query));
  const today = '{ day { date tasks { nodes { title } } } }';
  const now = '{ tasks(filter: { createdAt: { lt: NOW } }) { totalCount } }';
  const date = '{ day { date } }';
  // The last minute of the day in Berlin, where the account's day starts at four: snoozed tasks come back by the minute.
  app.clock.set('2026-11-24T02:58:59.999Z');
  for (const query of [date, today, now, tasks]) expect(await isKept(app, token, query)).toBe(true);
  app.clock.advance(1);
  await token.query('{ viewer { id } }');
  expect([await costs(date), await costs(tasks)]).toEqual([0, 0]);
  expect(await costs(today)).toBeGreaterThan(0);
  app.clock.set('2026-11-24T02:59:59.999Z');
  await token.query('{ viewer { id } }');
  expect([await costs(today), await costs(tasks)]).toEqual([0, 0]);
  expect(await costs(now)).toBeGreaterThan(0);
  app.clock.advance(1);
  const tomorrow = await token.query(today);
  expect(tomorrow.day).toEqual({ date: '2026-11-24', tasks: { nodes: [] } });
  // A clock that is set back finds what was valid then, or nothing.
  app.clock.advance(-1);
  expect((await token.query(today)).day.date).toBe('2026-11-23');
});

test('errors, mutations and what nobody is signed in for are not kept', async () => {
  const { app, ada } = await adaWithTask();
  const partial = await ada.ask('{ viewer { id } node(id: "x") { id } }');
  expect([partial.errors?.length, partial.headers.get('etag')]).toEqual([1, null]);
  const create = 'mutation { createTask(input: { title: "Again" }) { __typename } }';
  expect((await ada.ask(create)).headers.get('etag')).toBeNull();
  await ada.ask(create);
  expect((await ada.query('{ tasks { totalCount } }')).tasks.totalCount).toBe(3);
  expect((await app.nobody.ask('{ __typename }')).headers.get('etag')).toBeNull();
  expect(partial.headers.get('cache-control')).toBe('no-store');
});

test('what another server has changed of an account is seen within a second, and what was made of the old one is not kept', async () => {
  const { app, ada } = await adaWithTask();
  const other = await secondApp(app, {}, { clock: app.clock });
  const profile = '{ viewer { name } }';
  await ada.query(profile);
  await other.again(ada).mutate('updateProfile', { name: 'Augusta' }, '__typename');
  // Made of the account that the server has read within the last second.
  await ada.query(profile);
  app.clock.advance(1_000);
  expect((await ada.query(profile)).viewer.name).toBe('Augusta');
});

test('without a cache nothing is kept and nothing is tagged', async () => {
  const { app, ada } = await adaWithTask({ RESPONSE_CACHE_MB: '0' });
  expect(await isKept(app, ada, tasks)).toBe(false);
  const { headers } = await ada.ask(tasks);
  expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
});

test.skipIf(isDisturbed)('a response that would take more than an eighth of the cache is not kept', async () => {
  const { app, ada, task } = await adaWithTask({ RESPONSE_CACHE_MB: '1' });
  await ada.mutate('updateTask', { id: task, description: 'x'.repeat(8_000) });
  const times = (count: number) =>
    `{ ${Array.from({ length: count }, (_, i) => `a${i}: tasks { nodes { description } }`).join(' ')} }`;
  expect(await isKept(app, ada, times(7))).toBe(true);
  expect(await isKept(app, ada, times(8))).toBe(false);
});
