import { expect, onTestFinished, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { engine } from '../support/databases.ts';
import { fetchFrom } from '../support/http.ts';

const json = { 'content-type': 'application/json' };
const question = JSON.stringify({ query: '{ __typename }' });

/** Sends a request from an address. */
const send = (
  app: TestApp,
  path = '/graphql',
  init: RequestInit = { method: 'POST', headers: json, body: question },
  address = '10.0.0.1',
) => fetchFrom(app, path, { ...init, headers: { ...(init.headers as object), 'x-forwarded-for': address } });

/** How many requests an address may still send. */
async function left(app: TestApp, address = '10.0.0.1'): Promise<number> {
  let sent = 0;
  while ((await send(app, '/graphql', undefined, address)).status === 200) sent += 1;
  return sent;
}

const body = (text: string): RequestInit => ({ method: 'POST', headers: json, body: text });
const requests: Record<string, [string, RequestInit]> = {
  'a syntax error': ['/graphql', body(JSON.stringify({ query: '{' }))],
  'an unknown field': ['/graphql', body(JSON.stringify({ query: '{ nope }' }))],
  'a document that is too large': ['/graphql', body(JSON.stringify({ query: '{a'.repeat(500) }))],
  'variables that are too large': [
    '/graphql',
    body(JSON.stringify({ query: '{ __typename }', variables: { v: Array(20_000).fill(1) } })),
  ],
  'a body that is not JSON': ['/graphql', body('{')],
  'a wrong content type': ['/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: question }],
  'a wrong token': ['/graphql', { ...body(question), headers: { ...json, authorization: 'Bearer wm_pat_x' } }],
  'a query by GET': ['/graphql?query={__typename}', {}],
  'an export': ['/export', {}],
  'a sign-in link': ['/sign-in?token=x', {}],
  'a calendar': [`/calendar/${'a'.repeat(43)}.ics`, {}],
  'keys of tokens': ['/.well-known/jwks.json', {}],
  'an unknown path': ['/nothing', {}],
};

test.each(Object.entries(requests))(
  'every request counts once, whatever becomes of it: %s',
  async (_name, [path, init]) => {
    const app = await createTestApp({ REQUESTS_PER_MINUTE: '4' });
    for (let index = 0; index < 2; index += 1) expect((await send(app, path, init)).status).not.toBe(429);
    expect(await left(app)).toBe(2);
    const refused = await send(app, path, init);
    expect(refused).toMatchObject({ status: 429, errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  },
);

test('responses tell what is left of the limit, and the refusal when to come back', async () => {
  const app = await createTestApp({ REQUESTS_PER_MINUTE: '2' });
  const told = async () => {
    const { status, headers } = await send(app);
    const [limit, remaining] = ['ratelimit-limit', 'ratelimit-remaining'].map((name) => headers.get(name));
    const reset = Number(headers.get('ratelimit-reset'));
    return { status, limit, remaining, isWithinTheMinute: reset > 0 && reset <= 60 };
  };
  const all = { limit: '2', isWithinTheMinute: true };
  expect(await told()).toEqual({ ...all, status: 200, remaining: '1' });
  expect(await told()).toEqual({ ...all, status: 200, remaining: '0' });
  expect(await told()).toEqual({ ...all, status: 429, remaining: '0' });
  const unlimited = await send(await createTestApp());
  expect(unlimited.headers.get('ratelimit-limit')).toBeNull();
});

test('a health check is not limited', async () => {
  const app = await createTestApp({ REQUESTS_PER_MINUTE: '1' });
  for (const path of ['/health', '/ready', '/health', '/ready']) expect((await send(app, path, {})).status).toBe(200);
  expect(await left(app)).toBe(1);
});

test('64 KB of a body count as a request, with or without a declared length', async () => {
  const app = await createTestApp({ REQUESTS_PER_MINUTE: '10' });
  const text = JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(200_000) } });
  const declared = { ...body(text), headers: { ...json, 'content-length': String(text.length) } };
  expect((await send(app, '/graphql', declared, '10.0.0.1')).status).toBe(200);
  expect((await send(app, '/graphql', body(text), '10.0.0.2')).status).toBe(200);
  expect([await left(app, '10.0.0.1'), await left(app, '10.0.0.2')]).toEqual([6, 6]);
});

test('a body that counts more than there is takes everything, but can be sent', async () => {
  const app = await createTestApp({ REQUESTS_PER_MINUTE: '3' });
  const text = JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(500_000) } });
  const declared = { ...body(text), headers: { ...json, 'content-length': String(text.length) } };
  expect((await send(app, '/graphql', declared)).status).toBe(200);
  expect(await left(app)).toBe(0);
});

test('500 nodes of a response count as a request, after it, and again if it was kept', async () => {
  const app = await createTestApp({ REQUESTS_PER_MINUTE: '10', RESPONSE_CACHE_MB: '16' });
  const ada = await app.person();
  const own = { authorization: `Bearer ${ada.accessToken}`, 'x-forwarded-for': '10.0.0.7' };
  for (let index = 0; index < 20; index += 1)
    await app
      .as({ authorization: own.authorization, 'x-forwarded-for': `10.0.1.${index}` })
      .mutate('createTask', { title: 'T' });
  const pages = `{ ${Array.from({ length: 60 }, (_, index) => `a${index}: tasks { nodes { id } }`).join(' ')} }`;
  const costs: number[] = [];
  for (let times = 0; times < 2; times += 1) {
    const cost = await app.counting(async () => expect((await app.as(own).ask(pages)).errors).toBeUndefined());
    costs.push(cost);
  }
  // On PostgreSQL the commits of other tests on the server end what is kept.
  expect(costs[0]).toBeGreaterThan(0);
  expect(costs.filter((cost) => cost === 0).length).toBeGreaterThanOrEqual(engine === 'sqlite' ? 1 : 0);
  // 60 pages with 20 tasks each: 1,260 nodes, twice.
  expect(await left(app, '10.0.0.7')).toBe(4);
});

/** Makes the thread take so much processor time for whatever is measured, in milliseconds. */
function taking(milliseconds: number): { count: number; end(): void } {
  const measured = { count: 0, end: () => spy.mockRestore() };
  // Called before and after.
  const spy = vi.spyOn(process, 'threadCpuUsage').mockImplementation(() => {
    measured.count += 0.5;
    return { user: measured.count * milliseconds * 2_000, system: 0 };
  });
  onTestFinished(measured.end);
  return measured;
}

test('50 ms of processor time for a document count as a request, also if it is invalid, but only once for a kept one', async () => {
  const app = await createTestApp({ REQUESTS_PER_MINUTE: '100' });
  const asked = async (query: string, address: string) => {
    const measured = taking(60);
    await send(app, '/graphql', body(JSON.stringify({ query })), address);
    measured.end();
    return { points: 100 - (await left(app, address)), measures: measured.count };
  };
  for (const [index, query] of ['query Mine { __typename }', '{ doesNotExist }', '{'].entries()) {
    const { points, measures } = await asked(query, `10.0.2.${index}`);
    expect(measures).toBeGreaterThan(0);
    expect(points).toBe(1 + Math.floor((measures * 60) / 50));
  }
  const again = await asked('query Mine { __typename }', '10.0.2.9');
  expect(again.measures).toBe(0);
});

test.skipIf(engine !== 'sqlite')(
  'processor time of statements counts for the request that runs them, and no other',
  async () => {
    const app = await createTestApp({ REQUESTS_PER_MINUTE: '60' });
    const ada = await app.person();
    const from = (address: string) =>
      app.as({ authorization: `Bearer ${ada.accessToken}`, 'x-forwarded-for': address });
    const tasks = '{ tasks { nodes { id } } }';
    // From here on, all documents are kept.
    await from('10.0.3.1').query(tasks);
    await send(app, '/graphql', undefined, '10.0.3.1');
    const measured = taking(100);
    await Promise.all([from('10.0.3.2').query(tasks), send(app, '/graphql', undefined, '10.0.3.3')]);
    measured.end();
    expect(measured.count).toBeGreaterThan(0);
    expect(60 - (await left(app, '10.0.3.3'))).toBe(1);
    expect(60 - (await left(app, '10.0.3.2'))).toBe(1 + 2 * measured.count);
  },
);
