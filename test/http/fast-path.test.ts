import { request } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { expect, test } from 'vitest';
import { createAdmission } from '../../src/http/admission.ts';
import { createGraphQL } from '../../src/http/graphql-endpoint.ts';
import { mediaTypeFor } from '../../src/http/json-post.ts';
import { TextReply } from '../../src/http/text-reply.ts';
import { createSubscriptionStreams } from '../../src/platform/live/subscription-streams.ts';
import { createTestApp, type SignedInPerson, testSchema } from '../support/app.ts';
import { cookieOf, openLink, ownersLink } from '../support/browser.ts';
import { listening } from '../support/listening.ts';
import { createMemoryLog } from '../support/memory-log.ts';

/** A request to /graphql, in bytes. */
interface Sent {
  body: string | Buffer | object;
  headers?: Record<string, string>;
  method?: string;
  path?: string;
}

interface Received {
  status: number;
  message: string;
  headers: Record<string, unknown>;
  body: string;
}

/** Sends a request as a client of node:http does. */
function send(port: number, { body, headers = {}, method = 'POST', path = '/graphql' }: Sent): Promise<Received> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const all = { 'content-type': 'application/json', 'content-length': String(bytes.length), ...headers };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers: sent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, statusMessage = '', headers: received } = response;
        resolve({
          status: statusCode,
          message: statusMessage,
          headers: received,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    asking.on('error', reject);
    asking.end(bytes);
  });
}

/** The same response whenever and wherever: ids are numbered as they appear. */
function comparable({ status, message, headers, body }: Received): object {
  const ids = new Map<string, string>();
  const numbered = (text: string) =>
    text.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, `#${ids.size}`);
      return ids.get(id) as string;
    });
  const { date: _date, 'x-request-id': requestId, ...rest } = headers;
  return { status, message, headers: rest, hasRequestId: typeof requestId === 'string', body: numbered(body) };
}

/** Two servers with the same data, of which one takes the fast path, and the persons who ask them. */
async function bothWays(variables: Record<string, string> = {}) {
  const servers = await Promise.all(
    [true, false].map(async (fastPath) => {
      const { log, lines } = createMemoryLog();
      const app = await createTestApp({ PUBLIC_URL: 'https://waymark.test', ...variables }, { fastPath, log });
      const { port } = await listening(app.handler);
      return { app, port, lines, person: await app.person() };
    }),
  );
  const [short, usual] = servers as [(typeof servers)[number], (typeof servers)[number]];
  /** Sends a request to both, and expects the same response. Returns that of the fast path. */
  const expectAlike = async (name: string, sent: Sent | ((person: SignedInPerson) => Sent)): Promise<Received> => {
    const received = [];
    for (const { port, person } of servers)
      received.push(await send(port, typeof sent === 'function' ? sent(person) : sent));
    const [byShort, byUsual] = received as [Received, Received];
    expect(comparable(byShort), name).toEqual(comparable(byUsual));
    return byShort;
  };
  return { short, usual, expectAlike };
}

const bearer = ({ accessToken }: SignedInPerson, more: Record<string, string> = {}) => ({
  authorization: `Bearer ${accessToken}`,
  ...more,
});
const typename = { query: '{ __typename }' };
const create = `mutation Create($input: CreateTaskInput!) {
  createTask(input: $input) { __typename ... on CreateTaskPayload { task { id title version } } ... on Error { code message } }
}`;

test('documents, variables and errors come back alike both ways', async () => {
  const { expectAlike } = await bothWays();
  const bodies: Record<string, unknown> = {
    typename,
    tasks: { query: '{ tasks(first: 3) { totalCount nodes { id title } pageInfo { hasNextPage endCursor } } }' },
    named: { query: 'query A { __typename } query B { viewer: __typename }', operationName: 'B' },
    unnamed: { query: 'query A { __typename } query B { viewer: __typename }' },
    unknown: { query: 'query A { __typename }', operationName: 'C' },
    emptyName: { query: 'query A { __typename }', operationName: '' },
    nullName: { ...typename, operationName: null, variables: null, extensions: null },
    extensions: { ...typename, extensions: { clientLibrary: { name: 'a', version: '1' } } },
    more: { ...typename, id: 1 },
    nullMore: { ...typename, id: null },
    batch: [typename],
    noQuery: {},
    wrongQuery: { query: 5 },
    wrongVariables: { ...typename, variables: [] },
    wrongName: { ...typename, operationName: 5 },
    wrongExtensions: { ...typename, extensions: 5 },
    syntax: { query: '{' },
    empty: { query: '' },
    unknownField: { query: '{ nothing }' },
    manyUnknown: { query: '{ a b c d e f g h }' },
    subscription: { query: 'subscription { changed { cursor } }' },
    fragmentOnly: { query: 'fragment F on Query { __typename }' },
    schema: { query: '{ __schema { queryType { name fields { name } } } }' },
    expensive: {
      query:
        '{ tasks(first: 100) { nodes { subtasks(first: 100) { nodes { subtasks(first: 100) { nodes { subtasks(first: 100) { nodes { subtasks(first: 100) { nodes { subtasks(first: 100) { nodes { id } } } } } } } } } } } } }',
    },
    page: { query: 'query ($n: Int) { tasks(first: $n) { nodes { id } } }', variables: { n: 101 } },
    pageBelow: { query: 'query ($n: Int = 0) { tasks(first: $n) { nodes { id } } }' },
    bothEnds: { query: '{ tasks(first: 1, last: 1) { nodes { id } } }' },
    missing: { query: 'query ($id: ID!) { task(id: $id) { id } }' },
    wrongId: { query: 'query ($id: ID!) { task(id: $id) { id } }', variables: { id: 'x' } },
    wrongType: { query: 'query ($id: ID!) { task(id: $id) { id } }', variables: { id: {} } },
    wrongEnum: { query: '{ tasks(filter: { status: { eq: DOEN } }) { totalCount } }' },
    deepVariables: { ...typename, variables: { a: JSON.parse('['.repeat(40) + ']'.repeat(40)) } },
    skipped: { query: 'query ($on: Boolean!) { __typename @skip(if: $on) a: __typename }', variables: { on: true } },
    created: { query: create, variables: { input: { title: 'Zoë’s talk 🎉' } } },
    refused: { query: create, variables: { input: { title: '' } } },
    unknownInput: { query: create, variables: { input: { title: 'a', nothing: 1 } } },
    twice: {
      query:
        'mutation { a: createTask(input: { title: "a" }) { __typename } b: createTask(input: { title: "" }) { __typename } }',
    },
    proto: { query: '{ __proto__: __typename constructor: __typename }' },
    prototype: { ...typename, variables: JSON.parse('{"__proto__": {"a": 1}}') },
  };
  for (const [name, body] of Object.entries(bodies)) {
    await expectAlike(`${name}, signed out`, { body: body as object });
    for (const accept of ['*/*', 'application/graphql-response+json'])
      await expectAlike(`${name}, ${accept}`, (person) => ({
        body: body as object,
        headers: bearer(person, { accept }),
      }));
  }
  const texts = [
    '',
    '{',
    '\u0000',
    'null',
    '5',
    '"x"',
    '\ufeff{"query":"{ __typename }"}',
    '{"query":"{ __typename }"} ',
  ];
  for (const text of texts) await expectAlike(JSON.stringify(text), { body: text });
  await expectAlike('no UTF-8', { body: Buffer.from([0x7b, 0x22, 0xff, 0xfe]) });
  await expectAlike('no UTF-8 in a query', {
    body: Buffer.concat([Buffer.from('{"query":"{ __typename # '), Buffer.from([0xff]), Buffer.from('"}')]),
  });
});

test('headers have the same effect both ways', async () => {
  const { expectAlike } = await bothWays({ CORS_ORIGINS: 'https://app.example.org,https://b.example.org' });
  const accepts = [
    'application/json, multipart/mixed',
    'application/graphql-response+json,application/json;q=0.9',
    'application/json;q=0.9, application/graphql-response+json',
    'multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json',
    'text/html,application/xhtml+xml,*/*;q=0.8',
    'text/event-stream',
    'text/event-stream, application/json',
    'multipart/mixed',
    'application/*',
    '*/json',
    'text/plain',
    'application/json;charset=utf-16, application/graphql-response+json;charset=utf-8',
    'application/json;charset=latin1',
    '',
    ',',
    'APPLICATION/JSON',
    'x',
  ];
  for (const accept of accepts)
    for (const body of [typename, { query: '{ nothing }' }, { query: '{ tasks { totalCount } }' }])
      await expectAlike(`accept ${accept}, ${JSON.stringify(body)}`, { body, headers: { accept } });
  const others: Record<string, Record<string, string>> = {
    charset: { 'content-type': 'application/json; charset=utf-8' },
    'another charset': { 'content-type': 'application/json; charset=latin1' },
    'two types': { 'content-type': 'application/json, text/plain' },
    'upper case': { 'content-type': 'Application/JSON' },
    'another type': { 'content-type': 'text/plain' },
    'no type': { 'content-type': '' },
    'graphql type': { 'content-type': 'application/graphql+json' },
    listed: { origin: 'https://app.example.org' },
    'listed, asking for headers': { origin: 'https://b.example.org', 'access-control-request-headers': 'x-a' },
    'not listed': { origin: 'https://evil.example' },
    null: { origin: 'null' },
    compressed: { 'content-encoding': 'gzip' },
    'unknown scheme': { authorization: 'Basic YTpi' },
    'unknown token': { authorization: 'Bearer wm_pat_x' },
    'no token': { authorization: 'Bearer' },
    'unknown cookie': { cookie: 'waymark_session=x' },
    host: { host: 'a b' },
    'host with a path': { host: 'a/b' },
    'host of a number': { host: '1.2.3.4.5' },
    'host with a large port': { host: 'a:99999' },
    'a key without an account': { 'idempotency-key': 'k' },
    chunked: { 'content-length': '', 'transfer-encoding': 'chunked' },
    expecting: { expect: '100-continue' },
  };
  for (const [name, headers] of Object.entries(others)) await expectAlike(name, { body: typename, headers });
  for (const path of ['/graphql?', '/graphql?query={a}', '/graphql/', '/graphql//', '/GraphQL', '//graphql', '/'])
    await expectAlike(path, { body: typename, path });
  for (const method of ['PUT', 'PATCH', 'OPTIONS', 'DELETE']) await expectAlike(method, { body: typename, method });
});

test('a browser signed in by cookie needs a header of its own both ways', async () => {
  const { expectAlike, short, usual } = await bothWays();
  const cookies = new Map<string, string>();
  for (const { app, person } of [short, usual])
    cookies.set(person.accessToken, cookieOf(await openLink(app, await ownersLink(app))));
  const browser = ({ accessToken }: SignedInPerson, more: Record<string, string> = {}) => ({
    cookie: `other=1; ${cookies.get(accessToken)}`,
    ...more,
  });
  const body = { query: '{ tasks { totalCount } }' };
  const csrf = { 'x-waymark-csrf': '1' };
  expect((await expectAlike('without', (person) => ({ body, headers: browser(person) }))).status).toBe(403);
  expect((await expectAlike('with', (person) => ({ body, headers: browser(person, csrf) }))).status).toBe(200);
});

test('a subscription that is sent like a query streams its events both ways, until its client leaves', async () => {
  const { short, usual } = await bothWays();
  const body = { query: 'subscription { changed { ... on ChangePage { changes { nodeId } } } }' };
  const first: unknown[] = [];
  for (const { app, port, person } of [short, usual]) {
    const leaving = new AbortController();
    const headers = { 'content-type': 'application/json', ...bearer(person) };
    const init = { method: 'POST', headers, body: JSON.stringify(body), signal: leaving.signal };
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, init);
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (text.includes('data:')) break;
    }
    first.push([response.status, [...response.headers.keys()].sort(), text]);
    expect(text).toContain('"changes":[]');
    leaving.abort();
    await expect.poll(() => app.streams.size).toBe(0);
  }
  expect(first[0]).toEqual(first[1]);
});

test('a mutation with a key runs once both ways, and across them', async () => {
  const { expectAlike } = await bothWays();
  const body = { query: create, variables: { input: { title: 'Once' } } };
  const asked =
    (key: string, more: object = {}) =>
    (person: SignedInPerson) => ({
      body: { ...body, ...more },
      headers: bearer(person, { 'idempotency-key': key }),
    });
  const first = await expectAlike('first', asked('k-1'));
  expect(JSON.parse(first.body).data.createTask.task.title).toBe('Once');
  const again = await expectAlike('again', asked('k-1'));
  expect([again.body, again.headers['idempotent-replayed']]).toEqual([first.body, 'true']);
  expect((await expectAlike('reused', asked('k-1', { query: `${create} ` }))).status).toBe(422);
  expect((await expectAlike('malformed', asked('a b'))).status).toBe(400);
  await expectAlike('a query', (person) => ({
    body: { query: '{ tasks { totalCount nodes { title } } }' },
    headers: bearer(person, { 'idempotency-key': 'k-1' }),
  }));
});

test('requests over the limit are refused alike both ways, after the same number of them', async () => {
  const { expectAlike, short } = await bothWays({ REQUESTS_PER_MINUTE: '8', TRUST_PROXY: 'on' });
  const headers = { 'x-forwarded-for': '192.0.2.1' };
  const statuses: number[] = [];
  for (let count = 0; count < 10; count += 1)
    statuses.push((await expectAlike(String(count), { body: count % 2 ? typename : '{', headers })).status);
  expect(statuses).toEqual([400, 200, 400, 200, 400, 200, 400, 200, 429, 429]);
  // A large body counts more.
  const large = { ...typename, variables: { text: 'x'.repeat(200_000) } };
  await expectAlike('large', { body: large, headers: { 'x-forwarded-for': '192.0.2.2' } });
  for (let count = 0; count < 5; count += 1)
    await expectAlike(`after it ${count}`, { body: typename, headers: { 'x-forwarded-for': '192.0.2.2' } });
  const refusals = short.lines.filter(({ status }) => status === 429);
  expect(refusals.length).toBeGreaterThan(2);
});

test('a server without introspection hides its names both ways', async () => {
  const { expectAlike } = await bothWays({ NODE_ENV: 'production', INTROSPECTION: 'off', LOG_LEVEL: 'silent' });
  const bodies = [
    { query: '{ __schema { queryType { name } } }' },
    { query: '{ taks { id } }' },
    { query: 'query ($id: ID!) { task(id: $id) { id } }', variables: {} },
    { query: create, variables: { input: { titel: 'a' } } },
    { query: '{ tasks(filter: { status: { eq: DOEN } }) { totalCount } }' },
    { query: 'query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }', variables: { f: { status: { eq: 'X' } } } },
  ];
  for (const body of bodies) await expectAlike(JSON.stringify(body), (person) => ({ body, headers: bearer(person) }));
});

test('both ways log a request alike', async () => {
  const { expectAlike, short, usual } = await bothWays();
  for (const body of [typename, { query: '{ tasks { totalCount } }' }, { query: '{' }, '{'])
    await expectAlike(JSON.stringify(body), (person) => ({ body, headers: bearer(person) }));
  const told = (lines: Record<string, unknown>[]) =>
    lines.map(({ time: _time, milliseconds: _milliseconds, requestId, account, ...line }) => ({
      ...line,
      has: [typeof requestId, typeof account],
    }));
  expect(told(short.lines)).toEqual(told(usual.lines));
});

test('valid queries and mutations go the fast path, and nothing else does', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const open = { introspection: true, requestsPerMinute: null, responseCacheBytes: 0 };
  const streams = createSubscriptionStreams(app.changeNotifications, 1_000);
  const endpoint = createGraphQL(testSchema(), open, streams, createAdmission(), {
    fastPath: true,
    trusted: null,
    measurements: null,
  });
  const isShort = async (body: object) => {
    const headers = new Headers({ 'content-type': 'application/json', ...bearer(ada) });
    const { signal } = new AbortController();
    const head = { method: 'POST', url: 'http://waymark.test/graphql', headers, allHeaders: headers, signal };
    const post = { ...head, body: async () => Buffer.from(JSON.stringify(body)) };
    return (await endpoint.respondToPost(post, app.systemContext())) instanceof TextReply;
  };
  const input = { title: 'Call' };
  const short = [typename, { query: '{ tasks { totalCount } }' }, { query: create, variables: { input } }];
  for (const body of [...short, ...short]) expect(await isShort(body), JSON.stringify(body)).toBe(true);
  const others = [
    { query: '{' },
    { query: '{ nothing }' },
    { query: create },
    { query: create, variables: { input: { title: 5 } } },
    { ...typename, operationName: 'A' },
    { ...typename, more: 1 },
    { query: 'subscription { changed(types: [SESSION]) { __typename } }' },
  ];
  for (const body of others) expect(await isShort(body), JSON.stringify(body)).toBe(false);
});

test('a client gets the media type that Yoga would give it', async () => {
  const yoga = createYoga({ schema: testSchema(), logging: false });
  const types = [
    'application/json',
    'application/graphql-response+json',
    'application/*',
    '*/*',
    '*/json',
    'text/html',
  ];
  const parts = [...types, 'application/json;q=0.1', 'Application/JSON ; charset=utf-8', '*/*;charset=latin1', ''];
  for (const first of parts)
    for (const second of parts) {
      const accept = `${first}, ${second}`;
      const init = { method: 'POST', headers: { 'content-type': 'application/json', accept } };
      const response = await yoga.fetch('http://waymark.test/graphql', { ...init, body: JSON.stringify(typename) });
      const given = response.status === 406 ? null : response.headers.get('content-type');
      const own = mediaTypeFor(accept);
      expect(own && `${own}; charset=utf-8`, accept).toBe(given);
    }
});
