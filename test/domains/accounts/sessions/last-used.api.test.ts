import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../support/app.ts';
import { ownerInBrowser } from '../../../support/browser.ts';
import { failWrites } from '../../../support/failing-writes.ts';
import { createMemoryLog } from '../../../support/memory-log.ts';
import { lockWrites } from '../../../support/write-lock.ts';

const minute = 60_000;
const viewer = '{ viewer { id } }';
const isWrite = (sql: string) => /^\s*(INSERT|UPDATE|DELETE)\b/i.test(sql);

/** Somebody with a credential of each kind, all of them last used some minutes ago. */
async function everyCredential(app: TestApp) {
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'script', scopes: ['READ'] }, 'token');
  const { url } = await ada.mutate('createCalendarFeed', { name: 'Phone' }, 'url');
  const script = app.as({ authorization: `Bearer ${token}` });
  const browser = await ownerInBrowser(app);
  const feed = () => app.fetch(new Request(url));
  const exported = () =>
    app.fetch(new Request('http://waymark.test/export', { headers: { authorization: `Bearer ${token}` } }));
  await app.deferredWrites.flush();
  app.clock.advance(5 * minute);
  return { ada, script, browser, feed, exported };
}

async function lastUses(app: TestApp): Promise<(string | undefined)[]> {
  const { session, accessToken, calendarFeed } = app.db.reads;
  const all = [await session.findMany(), await accessToken.findMany(), await calendarFeed.findMany()].flat();
  return all.map(({ lastUsedAt }) => lastUsedAt?.toISOString());
}

test('reads, exports and streams write nothing; when credentials were used is written later, in one transaction', async () => {
  const app = await createTestApp();
  const { ada, script, browser, feed, exported } = await everyCredential(app);
  const before = app.statements.length;
  for (const person of [ada, script, browser]) expect((await person.ask(viewer)).status).toBe(200);
  expect((await feed()).status).toBe(200);
  expect(await (await exported()).text()).toContain('"end"');
  const events = await ada.follow('subscription { changed { ... on ChangePage { cursor } } }');
  expect((await events.next())?.errors).toBeUndefined();
  events.close();
  expect(app.statements.slice(before).filter(isWrite)).toEqual([]);

  const later = app.statements.length;
  await app.deferredWrites.flush();
  expect(await lastUses(app)).toEqual(Array(4).fill('2026-11-23T09:05:00.000Z'));
  const flushed = app.statements.slice(later);
  expect(flushed.filter((sql) => /^COMMIT/i.test(sql)).length).toBeLessThanOrEqual(1);
  // Within the same minute nothing is written again.
  app.clock.advance(minute - 1);
  for (const person of [ada, script, browser]) await person.query(viewer);
  const nothing = await app.counting(() => app.deferredWrites.flush());
  expect(nothing).toBe(0);
});

test('while another connection holds the lock, reads, exports and streams go on, and uses are written once it is gone', async () => {
  const app = await createTestApp();
  const { ada, script, browser, feed, exported } = await everyCredential(app);
  const unlock = await lockWrites(app, 'Session', 'AccessToken', 'CalendarFeed');
  let flushed = Promise.resolve();
  try {
    for (const person of [ada, script, browser]) expect((await person.ask(viewer)).status).toBe(200);
    // This waits for the lock, or fails.
    flushed = app.deferredWrites.flush();
    expect((await feed()).status).toBe(200);
    expect(await (await exported()).text()).toContain('"end"');
    const events = await ada.follow('subscription { changed { ... on ChangePage { cursor } } }');
    expect((await events.next())?.errors).toBeUndefined();
    events.close();
  } finally {
    await unlock();
  }
  await flushed;
  await app.deferredWrites.flush();
  expect(await lastUses(app)).toEqual(Array(4).fill('2026-11-23T09:05:00.000Z'));
});

test('a database that cannot be written is logged once, and what is deferred is written when it can be', async () => {
  const { log, lines } = createMemoryLog();
  const app = await createTestApp({}, { log });
  const { script } = await everyCredential(app);
  const recover = failWrites(app);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect((await script.ask(viewer)).status).toBe(200);
    await app.deferredWrites.flush();
  }
  recover();
  const warnings = lines.filter(({ level }) => Number(level) >= 40);
  expect(warnings).toMatchObject([{ msg: 'deferred writes failed', err: { message: 'database or disk is full' } }]);
  await app.deferredWrites.flush();
  expect(await lastUses(app)).toContain('2026-11-23T09:05:00.000Z');
});
