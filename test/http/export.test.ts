import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { adaAndBob, markOf } from '../support/examples.ts';
import { listening } from '../support/listening.ts';
import { leaveToCI } from '../support/services.ts';
import { exportOf, signInThere } from '../support/transfer.ts';

const get = (app: TestApp, headers: Record<string, string> = {}) =>
  app.fetch(new Request('http://waymark.test/export', { headers: { 'accept-encoding': 'identity', ...headers } }));

test('the download equals the output of the command: everything the viewer owns and nothing else', async () => {
  const { app, ada, bob } = await adaAndBob();
  const response = await get(app, { authorization: `Bearer ${ada.accessToken}` });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="waymark-2026-11-23.jsonl"');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  expect(text).toBe(await exportOf(app, ada.email));
  expect(text).toContain(markOf(ada));
  expect(text).not.toContain(markOf(bob));
  const his = await (await get(app, { authorization: `Bearer ${bob.accessToken}` })).text();
  expect(his).toBe(await exportOf(app, bob.email));
  expect(his).not.toContain(markOf(ada));
});

test('a read-only token is enough, and so is the cookie of a browser', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'Nightly', scopes: ['READ'] }, 'token');
  const expected = await exportOf(app, ada.email);
  expect(await (await get(app, { authorization: `Bearer ${token}` })).text()).toBe(expected);
  const link = await signInThere(app, ada.email);
  expect(await (await get(app, { cookie: link.cookie })).text()).toBe(expected);
});

test('without valid credentials there is no export', async () => {
  const app = await createTestApp();
  for (const headers of [{}, { authorization: 'Bearer wm_pat_unknown' }, { cookie: 'waymark_session=unknown' }]) {
    const response = await get(app, headers as Record<string, string>);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  }
  const post = await app.fetch(new Request('http://waymark.test/export', { method: 'POST' }));
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('exports are limited per account and hour', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const [ada, ben] = [await app.person('Ada'), await app.person('Ben')];
  const statuses: number[] = [];
  for (let index = 0; index < 31; index++) {
    const response = await get(app, { authorization: `Bearer ${ada.accessToken}` });
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  expect(statuses).toEqual([...Array(30).fill(200), 429]);
  expect((await get(app, { authorization: `Bearer ${ben.accessToken}` })).status).toBe(200);
});

test('the export is compressed for clients that accept it, with the same content', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { url } = await listening(app.handler);
  const response = await fetch(`${url}/export`, { headers: { authorization: `Bearer ${ada.accessToken}` } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe(await exportOf(app, ada.email));
});

/** An application with an account that has far more data than the buffers of a connection. */
async function heavy() {
  const app = await createTestApp();
  const ada = await app.person();
  const ownerId = (await app.db.reads.account.findFirstOrThrow()).id;
  const now = app.clock.now();
  const notes = 'x'.repeat(10_000);
  await app.db.write((client) =>
    client.energyEntry.createMany({
      data: Array.from({ length: 2_000 }, (_, index) => {
        const id = `01a20000-0000-7000-8000-${String(index).padStart(12, '0')}`;
        return { id, ownerId, createdAt: now, updatedAt: now, at: now, energy: 3, notes, notesNormalized: '' };
      }),
    }),
  );
  const { url } = await listening(app.handler);
  const begin = () =>
    new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
      const headers = { authorization: `Bearer ${ada.accessToken}` };
      const asked = request(`${url}/export`, { headers }, resolve).on('error', reject);
      onTestFinished(() => void asked.destroy());
      asked.end();
    });
  return { app, ada, begin };
}

test('the export reads no faster than the client, and is complete', async (context) => {
  leaveToCI(context);
  const { app, ada, begin } = await heavy();
  const response = await begin();
  response.pause();
  // Changes after the start are not in the export.
  const expected = await exportOf(app, ada.email);
  await ada.mutate('createTask', { title: 'Later' });
  const hash = createHash('sha256');
  for await (const chunk of response) hash.update(chunk as Buffer);
  expect(hash.digest('hex')).toBe(createHash('sha256').update(expected).digest('hex'));
});

test('the snapshot is closed when the client disconnects or reads nothing for a minute', async (context) => {
  leaveToCI(context);
  const { app, begin } = await heavy();
  const closed: string[] = [];
  const { db } = app;
  const open = db.snapshot.bind(db);
  Object.assign(db, {
    async snapshot() {
      const snapshot = await open();
      return {
        ...snapshot,
        async close() {
          closed.push('closed');
          await snapshot.close();
        },
      };
    },
  });
  const gone = await begin();
  gone.pause();
  gone.destroy();
  await expect.poll(() => closed).toHaveLength(1);

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const stalled = await begin();
  stalled.pause();
  const cut = new Promise((resolve) => stalled.once('error', resolve).once('close', resolve));
  for (let round = 0; closed.length < 2 && round < 2_000; round++) {
    await sleep(5);
    vi.advanceTimersByTime(60_000);
  }
  vi.useRealTimers();
  expect(closed).toHaveLength(2);
  stalled.resume();
  await cut;
  expect(stalled.complete).toBe(false);
});
