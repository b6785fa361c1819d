import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { ownerInBrowser } from '../support/browser.ts';
import { fetchFrom } from '../support/http.ts';

const send = (app: TestApp, headers: Record<string, string>, body: BodyInit, method = 'POST') =>
  fetchFrom(app, '/import', {
    method,
    headers: { 'content-type': 'application/jsonl', ...headers },
    ...(method === 'POST' && { body, duplex: 'half' }),
  } as RequestInit);

test('an export is imported as a whole, and a second time without a difference', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Hers' });
  const headers = { authorization: `Bearer ${ada.accessToken}` };
  const exported = await (await app.fetch(new Request('http://waymark.test/export', { headers }))).text();
  const there = await createTestApp();
  const owner = await ownerInBrowser(there);
  const signedIn = { cookie: owner.cookie, 'x-waymark-csrf': '1' };
  const imported = await send(there, signedIn, exported);
  expect([imported.status, JSON.parse(imported.text)]).toEqual([
    200,
    { createdCount: 1, unchangedCount: 0, includesHistory: true },
  ]);
  const titles = async () => (await owner.query('{ tasks { nodes { title } } }')).tasks.nodes;
  expect(await titles()).toEqual([{ title: 'Hers' }]);
  expect(JSON.parse((await send(there, signedIn, exported)).text)).toEqual({
    createdCount: 0,
    unchangedCount: 1,
    includesHistory: false,
  });
  // A record of somebody else stays theirs.
  const conflict = await send(app, { authorization: `Bearer ${(await app.person()).accessToken}` }, exported);
  expect([conflict.status, conflict.errors[0]?.extensions.code]).toEqual([409, 'CONFLICT']);
});

test('a file that is none is refused, and so is who may not import, and changes nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const hers = { authorization: `Bearer ${ada.accessToken}` };
  const { token } = await ada.mutate(
    'createAccessToken',
    { name: 'All', scopes: ['READ', 'WRITE', 'INTEGRATIONS'] },
    'token',
  );
  const owner = await ownerInBrowser(app);
  const statusOf = async (headers: Record<string, string>, body: BodyInit = '{}', method = 'POST') =>
    (await send(app, headers, body, method)).status;
  expect(await statusOf({})).toBe(401);
  expect(await statusOf({ cookie: owner.cookie })).toBe(403);
  expect(await statusOf({ authorization: `Bearer ${token}` })).toBe(403);
  expect(await statusOf(hers, '', 'GET')).toBe(405);
  const broken = await send(app, hers, 'not an export');
  expect([broken.status, broken.errors[0]?.message]).toEqual([400, expect.stringMatching(/^Line 1: /)]);
  expect(await statusOf(hers, '')).toBe(400);
  // Told before it is read, and while it is.
  expect(await statusOf({ ...hers, 'content-length': '20000001' }, 'x')).toBe(413);
  const chunk = new Uint8Array(1_000_000);
  let chunks = 0;
  const endless = new ReadableStream({
    pull(stream) {
      chunks += 1;
      stream.enqueue(chunk);
    },
  });
  expect(await statusOf(hers, endless)).toBe(413);
  expect(chunks).toBeLessThan(40);
  const attempts = await Promise.all(Array.from({ length: 10 }, () => statusOf(hers)));
  expect(attempts).toContain(429);
});
