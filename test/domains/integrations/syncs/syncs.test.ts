import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { secondApp } from '../../../support/app.ts';
import { failWrites } from '../../../support/failing-writes.ts';
import { calendarOf, event, feedScene, integrationOf, meetingsOf, privately } from '../../../support/feed.ts';

const busy =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end('busy');

const minutesUntil = (now: Date, moment: string | null) => (Date.parse(moment ?? '') - now.getTime()) / 60_000;

test('a calendar whose server fails is asked again after growing waits, which are stored', async () => {
  const scene = await feedScene(busy(503));
  const { app, ada, feed, id } = scene;
  const waits: number[] = [];
  for (let count = 1; count <= 12; count++) {
    await app.worker.work();
    expect(feed.requests).toHaveLength(count);
    const { state, failureCount, nextSyncAt } = await integrationOf(ada, id);
    expect([state, failureCount]).toEqual(['BACKING_OFF', count]);
    waits.push(minutesUntil(app.clock.now(), nextSyncAt));
    await app.worker.work();
    app.clock.set(nextSyncAt);
  }
  for (const [index, wait] of waits.entries()) {
    const usual = Math.min(2 ** index, 360);
    expect(wait).toBeGreaterThanOrEqual(usual * 0.75);
    expect(wait).toBeLessThanOrEqual(usual * 1.25);
  }
  feed.answer = calendarOf(event('1', 'Review', 24));
  await app.worker.work();
  expect(await integrationOf(ada, id)).toMatchObject({
    state: 'CONNECTED',
    failureCount: 0,
    syncRuns: { totalCount: 13 },
  });
});

test('a server that asks to wait, in seconds or until a date, is not asked before, by hand neither', async () => {
  const scene = await feedScene(busy(429, { 'retry-after': '1800' }));
  const { app, ada, feed, id } = scene;
  await app.worker.work();
  const first = await integrationOf(ada, id);
  expect(minutesUntil(app.clock.now(), first.nextSyncAt)).toBeGreaterThanOrEqual(30);
  expect(minutesUntil(app.clock.now(), first.nextSyncAt)).toBeLessThanOrEqual(33);
  const refused = await ada.mutate('syncIntegration', { id });
  expect(refused).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('2026-11-23T09:30:00.000Z') });
  await ada.mutate('pauseIntegration', { id });
  expect(await ada.mutate('resumeIntegration', { id }, 'nextSyncAt')).toMatchObject({
    nextSyncAt: '2026-11-23T09:30:00.000Z',
  });
  const again = await ada.mutate('subscribeToCalendar', { url: feed.url }, 'id nextSyncAt');
  expect(again).toMatchObject({ id, nextSyncAt: '2026-11-23T09:30:00.000Z' });
  await ada.mutate('updateIntegration', { id, refreshMinutes: 5 });
  app.clock.advance(6 * 60_000);
  await app.worker.work();
  expect(feed.requests).toHaveLength(1);
  app.clock.set('2026-11-23T09:30:00Z');
  feed.answer = busy(503, { 'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT' });
  await app.worker.work();
  const second = await integrationOf(ada, id);
  expect(Date.parse(second.nextSyncAt)).toBeGreaterThanOrEqual(Date.parse('2026-11-23T12:00:00Z'));
  app.clock.set(second.nextSyncAt);
  feed.answer = calendarOf();
  await app.worker.work();
  expect(await integrationOf(ada, id)).toMatchObject({ state: 'CONNECTED', problem: null });
});

/** A promise, and the function that fulfills it. */
function gate(): { opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test('of many servers one reads a calendar at a time, also if it is to be read at once', async () => {
  const [asked, answered] = [gate(), gate()];
  const scene = await feedScene((response) => {
    asked.open();
    void answered.opened.then(() => response.writeHead(200).end(calendarOf(event('1', 'Review', 24))));
  });
  const { app, ada, feed, id } = scene;
  const others = [
    await secondApp(app, privately, { clock: app.clock }),
    await secondApp(app, privately, { clock: app.clock }),
  ];
  const working = app.worker.work();
  await asked.opened;
  expect((await integrationOf(ada, id)).isSyncing).toBe(true);
  await ada.mutate('syncIntegration', { id });
  for (const other of others) await other.worker.work();
  expect(feed.requests).toHaveLength(1);
  answered.open();
  await working;
  expect(await integrationOf(ada, id)).toMatchObject({ isSyncing: false, syncRuns: { totalCount: 1 } });
  app.clock.advance(60 * 60_000);
  await Promise.all([app, ...others].map((one) => one.worker.work()));
  expect(feed.requests).toHaveLength(2);
  expect(await meetingsOf(ada)).toHaveLength(1);
});

test('what another server has taken over after a minute is written once', async () => {
  const [asked, answered] = [gate(), gate()];
  let count = 0;
  const scene = await feedScene((response) => {
    count += 1;
    const respond = () => response.writeHead(200).end(calendarOf(event('1', 'Review', 24)));
    if (count > 1) return respond();
    asked.open();
    return void answered.opened.then(respond);
  });
  const { app, ada, id } = scene;
  const other = await secondApp(app, privately, { clock: app.clock });
  const stalled = app.worker.work();
  await asked.opened;
  // As if the first server had frozen: its lease is not renewed.
  app.clock.advance(61_000);
  await other.worker.work();
  answered.open();
  await stalled;
  expect((await integrationOf(ada, id)).syncRuns).toMatchObject({ totalCount: 1, nodes: [{ createdCount: 1 }] });
  expect(await meetingsOf(ada)).toHaveLength(1);
});

test('an integration that is paused or deleted while it is read stays so', async () => {
  const gates = [
    { asked: gate(), answered: gate() },
    { asked: gate(), answered: gate() },
  ];
  let count = 0;
  const scene = await feedScene((response) => {
    const now = gates[count++];
    now?.asked.open();
    void now?.answered.opened.then(() => response.writeHead(200).end(calendarOf(event('1', 'Review', 24))));
  });
  const { app, ada, id } = scene;
  const paused = app.worker.work();
  await gates[0]?.asked.opened;
  await ada.mutate('pauseIntegration', { id });
  gates[0]?.answered.open();
  await paused;
  expect(await integrationOf(ada, id)).toMatchObject({
    state: 'PAUSED',
    nextSyncAt: null,
    syncRuns: { totalCount: 1 },
  });
  expect(await ada.mutate('syncIntegration', { id })).toMatchObject({ code: 'CONFLICT' });
  await ada.mutate('resumeIntegration', { id });
  const deleted = app.worker.work();
  await gates[1]?.asked.opened;
  await ada.mutate('deleteIntegration', { id });
  gates[1]?.answered.open();
  await deleted;
  expect(await app.db.reads.syncRun.count()).toBe(0);
  expect(await meetingsOf(ada)).toHaveLength(1);
});

test('what a sync changes is one change set, which can be undone', async () => {
  const scene = await feedScene(calendarOf(event('1', 'Review', 24), event('2', 'Retro', 25)));
  const { app, ada } = scene;
  await app.worker.work();
  const { changeSets } = await ada.query('{ changeSets { nodes { id name actor } } }');
  expect(changeSets.nodes).toMatchObject([{ name: 'syncIntegration', actor: 'SERVER' }, { name: 'createAccount' }]);
  await ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id });
  expect(await meetingsOf(ada)).toEqual([]);
});

test('syncs are kept for 30 days, and seen by their owner alone', async () => {
  const scene = await feedScene(calendarOf());
  const { app, ada, id } = scene;
  await app.worker.work();
  const bob = await app.person('Bob');
  expect(await bob.mutate('syncIntegration', { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await integrationOf(bob, id)).toBeNull();
  await ada.mutate('pauseIntegration', { id });
  app.clock.advance(31 * 24 * 60 * 60_000);
  await app.worker.work();
  expect(await app.db.reads.syncRun.count()).toBe(0);
});

test('an account starts at most 30 syncs a minute by hand', async () => {
  const { ada, id } = await feedScene(calendarOf());
  const results = [];
  for (let count = 0; count < 31; count++)
    results.push(await ada.ask(`mutation { syncIntegration(input: { id: "${id}" }) { __typename } }`));
  expect(results.filter(({ errors }) => errors).map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
    'RATE_LIMITED',
  ]);
});

test('a sync that cannot be written is tried again, and told after the last attempt', async () => {
  const { app, ada, feed, id } = await feedScene(calendarOf(event('1', 'Review', 24)));
  // What is read is written in a transaction that may take longer than others.
  const repair = failWrites(
    app,
    (write) => (work, options) =>
      (options?.timeout ?? 0) > 60_000 ? Promise.reject(new Error('disk full')) : write(work, options),
  );
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect(await integrationOf(ada, id)).toMatchObject({ state: 'CONNECTED', syncRuns: { totalCount: 0 } });
    await app.worker.work();
    expect(feed.requests).toHaveLength(attempt);
    app.clock.advance(10 * 60_000);
  }
  expect(await integrationOf(ada, id)).toMatchObject({
    state: 'BACKING_OFF',
    problem: expect.stringContaining('could not be stored'),
    syncRuns: { totalCount: 1 },
  });
  repair();
  await app.worker.work();
  expect(await integrationOf(ada, id)).toMatchObject({ state: 'CONNECTED', problem: null });
  expect(await meetingsOf(ada)).toHaveLength(1);
});

test('after a clock that was ahead is right again, everything is done soon, and not only once it is that late', async () => {
  const scene = await feedScene(calendarOf(event('1', 'Review', 24)));
  const { app, ada, feed, id } = scene;
  /** Has the server work while its clock is ahead, and some minutes later by the right time. @returns the requests after that */
  const goAhead = async (days: number) => {
    const present = app.clock.now().getTime();
    app.clock.advance(days * 86_400_000);
    await app.worker.work();
    app.clock.set(new Date(present + 10 * 60_000).toISOString());
    const { length } = feed.requests;
    for (let count = 0; count < 3; count++) await app.worker.work();
    return feed.requests.length - length;
  };
  await app.worker.work();
  expect(await goAhead(30)).toBe(1);
  const { nextSyncAt, lastSyncedAt } = await integrationOf(ada, id);
  expect([minutesUntil(app.clock.now(), nextSyncAt), lastSyncedAt]).toEqual([60, app.clock.now().toISOString()]);
  feed.answer = busy(503);
  expect(await goAhead(3)).toBe(1);
  expect(minutesUntil(app.clock.now(), (await integrationOf(ada, id)).nextSyncAt)).toBeLessThan(5);
});
