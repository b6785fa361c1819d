import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createLog } from '../../src/platform/runtime/log.ts';
import { createTestApp } from '../support/app.ts';
import { listening } from '../support/listening.ts';
import { createMemoryLog } from '../support/memory-log.ts';

/** An application that listens and writes an access log. */
async function logged(variables: Record<string, string> = { ACCESS_LOG: 'on' }) {
  const { log, lines } = createMemoryLog();
  log.level = 'info';
  const app = await createTestApp(variables, { log });
  const { url, port } = await listening(app.handler);
  const ada = await app.person();
  lines.length = 0;
  const headers = { authorization: `Bearer ${ada.accessToken}`, 'content-type': 'application/json' };
  const post = (query: string, more: Record<string, string> = {}) =>
    fetch(`${url}/graphql`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify({ query }) });
  const responded = () => lines.filter(({ msg }) => msg === 'responded');
  return { app, ada, url, port, headers, post, lines, responded };
}

test('a request is one line, with what was asked, by whom and from where', async () => {
  const { ada, post, responded } = await logged();
  const response = await post('query ListTasks { tasks(first: 1) { totalCount } }', { 'x-forwarded-for': '192.0.2.7' });
  const body = await response.text();
  await expect.poll(() => responded().length).toBe(1);
  expect(responded()[0]).toEqual({
    level: 30,
    time: expect.any(Number),
    msg: 'responded',
    method: 'POST',
    path: '/graphql',
    status: 200,
    bytes: Buffer.byteLength(body),
    milliseconds: expect.any(Number),
    operation: 'ListTasks',
    operationType: 'query',
    account: ada.id.split(':')[1],
    client: '192.0.2.7',
    requestId: response.headers.get('x-request-id'),
  });
});

test('nothing is logged of requests unless it is asked for', async () => {
  const { post, lines } = await logged({});
  await post('{ viewer { name } }');
  expect(lines).toEqual([]);
});

test('a kept response has its operation, a subscription and a mutation theirs, and what is not valid has none', async () => {
  const { app, post, responded } = await logged({ ACCESS_LOG: 'on', RESPONSE_CACHE_MB: '1' });
  await post('query Kept { viewer { name } }');
  await post('query Kept { viewer { name } }');
  await post('mutation Add { createTask(input: { title: "Call" }) { __typename } }');
  await post('query Wrong { nothing }');
  const events = await post('subscription Follow { changed { ... on ChangePage { cursor } } }', {
    accept: 'text/event-stream',
  });
  app.streams.close();
  await events.text();
  await expect.poll(() => responded().length).toBe(5);
  expect(responded().map(({ operation, operationType, status }) => [operation, operationType, status])).toEqual([
    ['Kept', 'query', 200],
    ['Kept', 'query', 200],
    ['Add', 'mutation', 200],
    [undefined, undefined, expect.any(Number)],
    ['Follow', 'subscription', 200],
  ]);
});

test('no line has a secret: not the token of a link, the path of a feed, an email or a query', async () => {
  const { ada, url, headers, responded, lines } = await logged();
  const secret = 'Secret_0123456789-0123456789-0123456789-012';
  const paths = [
    `/sign-in?token=${secret}`,
    `/calendar/${secret}.ics`,
    `/feedback/${secret}`,
    `//feedback/${secret}`,
    `/Calendar/${secret}.ics`,
    `/wrong/${secret}/more`,
    `/graphql?query=${encodeURIComponent('{ viewer { name } }')}&token=${secret}`,
    `/?email=${encodeURIComponent(ada.email)}`,
  ];
  for (const path of paths) await fetch(url + path, { headers, redirect: 'manual' });
  await expect.poll(() => responded().length).toBe(paths.length);
  expect(responded().map(({ path }) => path)).toEqual([
    '/sign-in',
    '/calendar/…',
    '/feedback/…',
    '/feedback/…',
    '/Calendar/…',
    '/wrong/…/more',
    '/graphql',
    '/',
  ]);
  const text = JSON.stringify(lines);
  for (const hidden of [secret, ada.email, ada.accessToken, ada.password]) expect(text).not.toContain(hidden);
});

test('bytes are those of the body as it was sent: compressed, streamed, or none', async () => {
  const { port, headers, responded } = await logged();
  const sizes: number[] = [];
  for (const [method, path] of [
    ['GET', '/schema.graphql'],
    ['GET', '/export'],
    ['HEAD', '/schema.graphql'],
    ['GET', '/health'],
  ] as const) {
    const more = { ...headers, 'accept-encoding': 'gzip' };
    const body = await new Promise<Buffer>((resolve, reject) => {
      request({ host: '127.0.0.1', port, method, path, headers: more }, (response) => resolve(buffer(response)))
        .on('error', reject)
        .end();
    });
    sizes.push(body.length);
  }
  await expect.poll(() => responded().length).toBe(4);
  expect(responded().map(({ bytes }) => bytes)).toEqual(sizes);
  expect(sizes.map((size) => size > 0)).toEqual([true, true, false, true]);
});

test('a client that leaves before the end of its response is told apart', async () => {
  const { post, responded } = await logged();
  const events = await post('subscription { changed { ... on ChangePage { cursor } } }', {
    accept: 'text/event-stream',
  });
  await events.body?.cancel();
  await expect.poll(() => responded().length).toBe(1);
  expect(responded()[0]).toMatchObject({ cut: true, operationType: 'subscription' });
});

test('what a client makes up is cut, and forges no line', async () => {
  const { post, url, responded } = await logged();
  const name = 'N'.repeat(5_000);
  await post(`query ${name} { viewer { name } }`, { 'x-forwarded-for': `"level":60 ${'1'.repeat(3_000)}` });
  await fetch(`${url}/a%0A%7B%22level%22:60%7D/${'b/'.repeat(1_000)}`);
  await expect.poll(() => responded().length).toBe(2);
  const [first, second] = responded() as Record<string, string>[];
  expect([first?.operation?.length, first?.client?.length]).toEqual([100, 64]);
  expect(second?.path?.length).toBe(200);

  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  const log = createLog('info', { isTTY: true, write: write as typeof process.stderr.write });
  const app = await createTestApp({ ACCESS_LOG: 'on' }, { log });
  await app.as({ 'x-forwarded-for': '1.2.3.4\u0085\u009b31m error forged' }).ask('{ viewer { name } }');
  expect(written.join('')).toMatch(/^[^\n]+ info {2}responded [^\n]+\n$/);
  // Those of colors are the log's own.
  expect(written.join('').replaceAll(/\p{Cc}\[\d+m/gu, '')).not.toMatch(/(?!\n)\p{Cc}/u);
});
