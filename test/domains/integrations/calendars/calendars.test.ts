import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import {
  calendarOf,
  createFeed,
  event,
  feedScene,
  integrationOf,
  latestSyncOf,
  meetingsOf,
  privately,
  syncNow,
} from '../../../support/feed.ts';
import { createMemoryLog } from '../../../support/memory-log.ts';

test('a calendar is read soon after it was subscribed to, and again as often as asked', async () => {
  const scene = await feedScene(calendarOf(event('1', 'Review', 24), event('2', 'Retro', 25)));
  const { app, ada, feed, id } = scene;
  expect(await integrationOf(ada, id)).toMatchObject({ state: 'CONNECTED', lastSyncedAt: null, isSyncing: false });
  await app.worker.work();
  expect(await integrationOf(ada, id)).toMatchObject({
    state: 'CONNECTED',
    connectedTo: new URL(feed.url).host,
    refreshMinutes: 60,
    lastSyncedAt: '2026-11-23T09:00:00.000Z',
    nextSyncAt: '2026-11-23T10:00:00.000Z',
    syncRuns: { totalCount: 1, nodes: [{ outcome: 'SUCCEEDED', createdCount: 2, problem: null, warnings: [] }] },
  });
  expect((await meetingsOf(ada)).map(({ title }: { title: string }) => title)).toEqual(['Review', 'Retro']);
  expect(feed.requests[0]?.headers['user-agent']).toBe('Waymark');
  app.clock.advance(59 * 60_000);
  await app.worker.work();
  expect(feed.requests).toHaveLength(1);
  app.clock.advance(60_000);
  await app.worker.work();
  await app.worker.work();
  expect(feed.requests).toHaveLength(2);
  expect(await latestSyncOf(ada, id)).toMatchObject({ outcome: 'SUCCEEDED', createdCount: 0, unchangedCount: 2 });
});

test('a server that knows ETag or Last-Modified sends the calendar only if it has changed, and all of it once a day', async () => {
  let isChanged = true;
  const scene = await feedScene((response, request) => {
    const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
    if (!isChanged && etag === '"a"' && since === 'Mon, 23 Nov 2026 08:00:00 GMT') return response.writeHead(304).end();
    response.writeHead(200, { etag: '"a"', 'last-modified': 'Mon, 23 Nov 2026 08:00:00 GMT' });
    return response.end(calendarOf(event('1', 'Review', 24)));
  });
  await scene.app.worker.work();
  isChanged = false;
  expect(await syncNow(scene)).toMatchObject({ outcome: 'UNCHANGED', unchangedCount: 0, problem: null });
  scene.app.clock.advance(24 * 60 * 60_000);
  expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', unchangedCount: 1 });
});

test('a calendar that was not asked for whether it has changed cannot be unchanged', async () => {
  const scene = await feedScene((response) => void response.writeHead(304).end());
  await scene.app.worker.work();
  const { state, problem } = await integrationOf(scene.ada, scene.id);
  expect([state, problem]).toEqual(['BACKING_OFF', 'The server of the calendar responded with 304.']);
});

test('what the owner wrote is kept, and a meeting that the calendar no longer has is cancelled until it has it again', async () => {
  const [past, next, later] = [event('1', 'Kick-off', 20), event('2', 'Review', 24), event('3', 'Retro', 25)];
  const scene = await feedScene(calendarOf(past, next, later));
  const { app, ada, feed } = scene;
  await app.worker.work();
  const [, review] = await meetingsOf(ada);
  await ada.mutate('updateMeeting', { id: review.id, notes: 'Bring the numbers.' });
  feed.answer = calendarOf(event('2', 'Review of the year', 24));
  expect(await syncNow(scene)).toMatchObject({ updatedCount: 1, cancelledCount: 1 });
  const statuses = async () =>
    (await meetingsOf(ada)).map(({ title, status }: Record<string, string>) => [title, status]);
  expect(await statuses()).toEqual([
    ['Kick-off', 'CONFIRMED'],
    ['Review of the year', 'CONFIRMED'],
    ['Retro', 'CANCELLED'],
  ]);
  expect((await meetingsOf(ada))[1]).toMatchObject({ id: review.id, notes: 'Bring the numbers.' });
  expect(await syncNow(scene)).toMatchObject({ cancelledCount: 0 });
  feed.answer = calendarOf(next, later);
  expect(await syncNow(scene)).toMatchObject({ updatedCount: 2, createdCount: 0 });
  expect((await statuses())[2]).toEqual(['Retro', 'CONFIRMED']);
});

test('a meeting that another calendar of the owner has, too, is one, and stays as long as one of them has it', async () => {
  const scene = await feedScene(calendarOf(event('1', 'Review', 24), event('2', 'Retro', 25)));
  const { app, ada, feed } = scene;
  const other = await createFeed(calendarOf(event('2', 'Retro', 25)));
  await ada.mutate('subscribeToCalendar', { url: other.url });
  await app.worker.work();
  expect(await meetingsOf(ada)).toHaveLength(2);
  feed.answer = calendarOf(event('1', 'Review', 24));
  expect(await syncNow(scene)).toMatchObject({ cancelledCount: 0 });
  other.answer = calendarOf();
  app.clock.advance(60 * 60_000);
  await app.worker.work();
  expect((await meetingsOf(ada)).map(({ status }: { status: string }) => status)).toEqual(['CONFIRMED', 'CANCELLED']);
});

test('a file that breaks off cancels nothing, and says so', async () => {
  const whole = calendarOf(event('1', 'Review', 24), event('2', 'Retro', 25));
  const scene = await feedScene(whole);
  await scene.app.worker.work();
  scene.feed.answer = whole.slice(0, whole.indexOf('UID:2'));
  const sync = await syncNow(scene);
  expect(sync).toMatchObject({ outcome: 'SUCCEEDED', cancelledCount: 0 });
  expect(sync.warnings.join()).toContain('it may not be complete');
  expect((await meetingsOf(scene.ada)).map(({ status }: { status: string }) => status)).toEqual([
    'CONFIRMED',
    'CONFIRMED',
  ]);
});

test('events that cannot be read are left out and named', async () => {
  const scene = await feedScene(
    calendarOf(event('1', 'Review', 24), event('2', 'Broken', 25, 'RRULE:FREQ=SOMETIMES\n')),
  );
  await scene.app.worker.work();
  const sync = await latestSyncOf(scene.ada, scene.id);
  expect(sync).toMatchObject({ createdCount: 1, skippedCount: 1 });
  expect(sync.warnings).toEqual([expect.stringMatching(/^Broken \(line \d+\) was left out: /)]);
});

test('what is no calendar is told, and costs no meeting', async () => {
  const scene = await feedScene(calendarOf(event('1', 'Review', 24)));
  const { app, ada, feed, id } = scene;
  await app.worker.work();
  const large = 'x'.repeat(6 * 1024 ** 2);
  const answers: [Parameters<typeof feedScene>[0], string][] = [
    ['<!doctype html><title>Sign in</title>', 'The calendar cannot be read: The file is not a calendar'],
    ['', 'The calendar cannot be read: The file is not a calendar'],
    [(response) => void response.writeHead(404).end('no'), 'responded with 404. Check whether the address'],
    [(response) => void response.writeHead(500).end('no'), 'responded with 500.'],
    [(response) => void response.writeHead(200).end(large), 'more than 5 MB'],
    [(response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large)), 'more than 5 MB'],
    [(response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'), 'cannot be read'],
    [(response) => void response.writeHead(200, { 'content-encoding': 'zzz' }).end('x'), 'is not known'],
    [(response) => void response.writeHead(200, { 'content-length': '99' }).end('BEGIN:'), 'cannot be read'],
    [(response) => void response.destroy(), 'does not accept the connection'],
    [(response) => void response.writeHead(302, { location: 'ftp://x/' }).end(), 'no web address'],
    [(response) => void response.writeHead(302, { location: '/again' }).end(), 'more than 5 redirects'],
  ];
  for (const [index, [answer, problem]] of answers.entries()) {
    feed.answer = answer;
    expect(await syncNow(scene)).toMatchObject({ outcome: 'FAILED', problem: expect.stringContaining(problem) });
    expect(await integrationOf(ada, id)).toMatchObject({
      state: 'BACKING_OFF',
      failureCount: index + 1,
      problem: expect.stringContaining(problem),
    });
  }
  expect(await meetingsOf(ada)).toMatchObject([{ title: 'Review', status: 'CONFIRMED' }]);
  feed.answer = (response) =>
    void response
      .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/calendar;charset=iso-8859-1' })
      .end(gzipSync(Buffer.from(calendarOf(event('1', 'Rückblick', 24)), 'latin1')));
  expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', updatedCount: 1 });
  expect(await integrationOf(ada, id)).toMatchObject({ state: 'CONNECTED', failureCount: 0, problem: null });
  expect(await meetingsOf(ada)).toMatchObject([{ title: 'Rückblick' }]);
});

test('addresses are http, https or webcal, and the same one is subscribed to once', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const subscribe = (input: object) => ada.mutate('subscribeToCalendar', input, 'id name connectedTo refreshMinutes');
  const first = await subscribe({ url: 'webcal://Calendar.example.org/a.ics#x', name: 'Team', refreshMinutes: 30 });
  expect(first).toMatchObject({ name: 'Team', connectedTo: 'calendar.example.org', refreshMinutes: 30 });
  expect(await subscribe({ url: ' https://calendar.example.org/a.ics ' })).toMatchObject({
    id: first.id,
    name: 'Team',
  });
  for (const url of ['file:///etc/passwd', 'webcal:', 'calendar', `https://x.example/${'a'.repeat(2_000)}`]) {
    expect((await subscribe({ url })).issues).toEqual([{ path: ['input', 'url'], message: expect.any(String) }]);
  }
  // The server reads from no address in a private network, in whichever way it is written.
  for (const url of ['http://127.0.0.1:4000/', 'http://0x7f.1/', 'https://[::1]/', 'webcal://169.254.169.254/latest']) {
    const message = expect.stringContaining('ALLOW_PRIVATE_ADDRESSES=on');
    expect((await subscribe({ url })).issues).toEqual([{ path: ['input', 'url'], message }]);
  }
  for (let count = 2; count <= 20; count++) await subscribe({ url: `https://calendar.example.org/${count}.ics` });
  expect(await subscribe({ url: 'https://calendar.example.org/21.ics' })).toMatchObject({ code: 'CONFLICT' });
});

test('a host name that leads to a private network is not read, and is told as one that is not known', async () => {
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  const lookup = (host: string, _options: unknown, callback: (error: Error | null, found: never) => void) =>
    host.startsWith('unknown')
      ? callback(unknown, [] as never)
      : callback(null, [{ address: '10.0.0.1', family: 4 }] as never);
  const app = await createTestApp({}, { lookup });
  const ada = await app.person();
  for (const host of ['private.example.org', 'unknown.example.org']) {
    const { id } = await ada.mutate('subscribeToCalendar', { url: `https://${host}/a.ics` });
    await app.worker.work();
    expect(await latestSyncOf(ada, id)).toMatchObject({
      outcome: 'FAILED',
      problem: `${host} is not known, or is in a private network. The server may read it there only with ALLOW_PRIVATE_ADDRESSES=on.`,
    });
  }
});

test('the address of a calendar, which may be a secret, is in no log, export or answer, nor in plain in the database', async () => {
  const { log, lines } = createMemoryLog();
  const scene = await feedScene((response) => void response.writeHead(500).end(), { log });
  const { app, ada, id } = scene;
  await app.worker.work();
  await syncNow(scene);
  const download = await app.fetch(
    new Request('http://waymark.test/export', { headers: { authorization: `Bearer ${ada.accessToken}` } }),
  );
  const all = JSON.stringify([
    lines,
    await download.text(),
    await integrationOf(ada, id),
    await app.db.reads.integration.findMany(),
    await app.db.reads.syncRun.findMany(),
    await app.db.reads.job.findMany(),
  ]);
  expect(all).toContain('responded with 500');
  expect(all).not.toContain('secret-path');
});

test('a changed secret makes an address unreadable, unless the old one is given, which seals it anew', async () => {
  const scene = await feedScene(calendarOf(event('1', 'Review', 24)));
  const { app, ada, feed, id } = scene;
  const { startTestApp } = await import('../../../support/app.ts');
  const { database } = app.config;
  const url = database.engine === 'sqlite' ? `file:${database.file}` : database.url;
  const WAYMARK_SECRET = 'another secret of the tests, 9876543210';
  const start = async (more: object) =>
    startTestApp(url, { ...privately, WAYMARK_SECRET, ...more }, { clock: app.clock });
  const both = await start({ WAYMARK_SECRET_OLD: 'a secret for the tests only, 0123456789' });
  await both.worker.work();
  await both.close();
  expect(await latestSyncOf(ada, id)).toMatchObject({ outcome: 'SUCCEEDED' });
  app.clock.advance(60 * 60_000);
  const fresh = await start({});
  await fresh.worker.work();
  await fresh.close();
  expect(feed.requests).toHaveLength(2);
  app.clock.advance(60 * 60_000);
  await app.worker.work();
  expect(await integrationOf(ada, id)).toMatchObject({
    state: 'NEEDS_SIGN_IN',
    nextSyncAt: null,
    problem: expect.stringContaining('Subscribe to it again.'),
  });
  const refused = await ada.mutate('syncIntegration', { id });
  expect(refused).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Subscribe to it again.') });
  await ada.mutate('subscribeToCalendar', { url: feed.url });
  await app.worker.work();
  expect(await integrationOf(ada, id)).toMatchObject({ state: 'CONNECTED', problem: null });
});
