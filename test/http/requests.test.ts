import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { answerOf, fetchFrom, type HttpAnswer, sendRaw } from '../support/http.ts';
import { listening } from '../support/listening.ts';
import { createMemoryLog } from '../support/memory-log.ts';

const json = { 'content-type': 'application/json' };
const post = (body: BodyInit, headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  headers,
  body,
});
const question = JSON.stringify({ query: '{ __typename }' });

/** Expects an error response that any GraphQL client can read. */
function expectRefusal(answer: HttpAnswer, status: number, name: string) {
  expect(answer.status, name).toBe(status);
  expect(answer.headers.get('content-type'), name).toContain('application/json');
  expect(answer.errors, name).toHaveLength(1);
  expect(answer.errors[0]?.message, name).toMatch(/\S/);
  expect(answer.errors[0]?.extensions.code, name).toMatch(/^[A-Z_]+$/);
  expect(answer.headers.get('x-request-id'), name).toMatch(/^[\da-f-]{36}$/);
}

test('a body above eight megabytes is refused, with or without a declared length', async () => {
  const app = await createTestApp();
  const { url } = await listening(app.handler);
  const body = (bytes: number) => {
    const empty = JSON.stringify({ query: '{ __typename }', variables: { text: '' } }).length;
    return JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(bytes - empty) } });
  };
  const inChunks = (text: string) =>
    new ReadableStream({
      start(controller) {
        for (let start = 0; start < text.length; start += 100_000) {
          controller.enqueue(Buffer.from(text.slice(start, start + 100_000)));
        }
        controller.close();
      },
    });
  const send = async (init: object) =>
    answerOf(await fetch(`${url}/graphql`, { method: 'POST', headers: json, ...init } as RequestInit));
  expectRefusal(await send({ body: body(8_000_001) }), 413, 'declared');
  expectRefusal(await send({ body: inChunks(body(8_000_001)), duplex: 'half' }), 413, 'in chunks');
  expectRefusal(await send({ body: inChunks('x'.repeat(9_000_000)), duplex: 'half' }), 413, 'not even JSON');
  // The rest of a refused body does not disturb later requests.
  expect((await send({ body: body(8_000_000) })).status).toBe(200);
  expect((await send({ body: inChunks(body(8_000_000)), duplex: 'half' })).status).toBe(200);
});

test('a body that is not a GraphQL request is a client error in JSON', async () => {
  const { log, lines } = createMemoryLog();
  const app = await createTestApp({}, { log });
  const bodies = [
    '{"query":',
    '',
    'null',
    '5',
    '"{ __typename }"',
    '[]',
    `[${question}]`,
    '{}',
    '{"query": null}',
    '{"query": 5}',
    '{"query": {}}',
    '{"query": "{ __typename }", "variables": 5}',
    '{"query": "{ __typename }", "variables": "{}}"}',
    '{"query": "{ __typename }", "variables": []}',
    '{"query": "{ __typename }", "extensions": 5}',
    '{"query": "{ __typename }", "operationName": 5}',
    '{"query": "query A { __typename } query B { __typename }"}',
    '{"query": "query A { __typename }", "operationName": "B"}',
    '\u0000',
    '{"__proto__": {"query": "{ __typename }"}}',
  ];
  for (const body of bodies) expectRefusal(await fetchFrom(app, '/graphql', post(body)), 400, body);
  expectRefusal(await fetchFrom(app, '/graphql', post(new Uint8Array([0xff, 0xfe, 0x00]))), 400, 'no UTF-8');
  expectRefusal(await fetchFrom(app, '/graphql', post(new Uint8Array(gzipSync(question)))), 400, 'compressed');
  // None of these is logged as an error of the server.
  expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test('an invalid document returns errors without data', async () => {
  const app = await createTestApp();
  const documents = [
    '',
    '{',
    '}',
    '{ nothing }',
    'fragment F on Query { day { date } }',
    '{ viewer }',
    'subscription { x }',
    '\u0000',
  ];
  for (const query of documents) {
    const answer = await fetchFrom(app, '/graphql', post(JSON.stringify({ query })));
    expect(answer.status, query).toBeLessThan(500);
    expect(answer.errors.length, query).toBeGreaterThan(0);
    expect(answer.errors[0]?.extensions.code, query).not.toBe('INTERNAL');
    expect(JSON.parse(answer.text), query).not.toHaveProperty('data');
  }
});

test('a body of another content type than JSON is refused', async () => {
  const app = await createTestApp();
  for (const type of [
    'text/plain',
    'text/html',
    'application/xml',
    'application/jsonp',
    'multipart/form-data; boundary=x',
    'x',
  ]) {
    expectRefusal(await fetchFrom(app, '/graphql', post(question, { 'content-type': type })), 415, type);
  }
  const form = new FormData();
  form.set('operations', question);
  form.set('map', '{}');
  expectRefusal(await fetchFrom(app, '/graphql', { method: 'POST', body: form }), 415, 'an upload');
  expectRefusal(await fetchFrom(app, '/graphql', { method: 'POST', body: Buffer.from(question) }), 415, 'none');
});

test('a query may use GET, a mutation may not', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const headers = { authorization: `Bearer ${ada.accessToken}` };
  const get = (parameters: Record<string, string>) =>
    fetchFrom(app, `/graphql?${new URLSearchParams(parameters)}`, { headers });
  const found = await get({
    query: 'query ($id: ID!) { node(id: $id) { id } }',
    variables: JSON.stringify({ id: ada.id }),
  });
  expect(JSON.parse(found.text)).toEqual({ data: { node: { id: ada.id } } });

  const mutation = await get({ query: 'mutation { createTask(input: { title: "No" }) { __typename } }' });
  expectRefusal(mutation, 405, 'a mutation');
  expect(mutation.headers.get('allow')).toBe('POST');
  expect(await app.db.reads.task.count()).toBe(0);
  const named = 'query Q { __typename } mutation M { createTask(input: { title: "No" }) { __typename } }';
  expectRefusal(await get({ query: named, operationName: 'M' }), 405, 'a mutation beside a query');
  expect(await app.db.reads.task.count()).toBe(0);

  expectRefusal(await get({}), 400, 'no query');
  expectRefusal(await get({ query: '{ __typename }', variables: '{' }), 400, 'variables that are not JSON');
  expectRefusal(await get({ query: '{ __typename }', variables: '5' }), 400, 'variables that are no object');
  expectRefusal(await get({ query: '{ __typename }', extensions: 'x' }), 400, 'extensions that are not JSON');
});

test('a form with variables that are not JSON is refused', async () => {
  const app = await createTestApp();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ query: '{ __typename }', variables: '{' }).toString();
  expectRefusal(await fetchFrom(app, '/graphql', post(body, headers)), 400, body);
});

test('other methods are refused', async () => {
  const app = await createTestApp();
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const answer = await fetchFrom(app, '/graphql', { method });
    expectRefusal(answer, 405, method);
    expect(answer.headers.get('allow')).toBe('GET, POST');
  }
});

test('an unknown path is not found', async () => {
  const app = await createTestApp();
  const paths = [
    '/nothing',
    '/graphql/',
    '/graphql/health',
    '/GraphQL',
    '/__proto__',
    '/constructor',
    '/..%2fgraphql',
    '/%',
    '//',
  ];
  for (const path of paths) expectRefusal(await fetchFrom(app, path), 404, path);
  expectRefusal(await fetchFrom(app, '/nothing', post(question)), 404, 'POST');
});

test('a malformed URL or Host is a bad request, and the error has no details of the server', async () => {
  const app = await createTestApp();
  const { port } = await listening(app.handler);
  for (const [path, headers] of [
    ['/health', { host: 'not a host' }],
    ['/health', { host: '[' }],
    ['http://[bad/', {}],
    ['*', {}],
  ] as const) {
    const { status, text } = await sendRaw(port, path, headers);
    expect(status, text).toBe(400);
    expect(JSON.parse(text).errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect(text).not.toMatch(/\.ts|\.js|node:|at \w+ \(/);
  }
});

test('the health check does not use the database, the readiness check does', async () => {
  const app = await createTestApp();
  expect(await app.counting(() => fetchFrom(app, '/health'))).toBe(0);
  expect(await fetchFrom(app, '/health')).toMatchObject({ status: 200, text: 'ok\n' });
  expect(await fetchFrom(app, '/ready')).toMatchObject({ status: 200, text: 'ready\n' });
  // A path that only ends like the health check is another one.
  expect((await fetchFrom(app, '/graphql?x=/health')).status).toBe(400);
});

test('the root redirects to the API', async () => {
  const app = await createTestApp();
  const answer = await fetchFrom(app, '/', { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/graphql']);
});

test('requests per address are limited if configured, with Retry-After', async () => {
  const app = await createTestApp({ REQUESTS_PER_MINUTE: '3' });
  const from = (address: string) => fetchFrom(app, '/graphql', post(question, { ...json, 'x-forwarded-for': address }));
  for (let index = 0; index < 3; index += 1) expect((await from('10.0.0.1')).status).toBe(200);
  const refused = await from('10.0.0.1');
  expectRefusal(refused, 429, 'the fourth');
  expect(refused.errors[0]?.extensions.code).toBe('RATE_LIMITED');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await from('10.0.0.2')).status).toBe(200);
});
