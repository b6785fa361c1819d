import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCalendar } from '../../../integrations/ics/calendars.ts';
import { createTestApp, type TestApp } from '../../../support/app.ts';

const get = (app: TestApp, url: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.fetch(new Request(url, { headers, method }));
const fields = 'url calendarFeed { id name lastUsedAt }';
const window = { from: new Date('2026-01-01'), to: new Date('2028-01-01'), timeZone: 'Europe/Berlin' };

test('anyone with the address of a feed reads meetings and scheduled tasks, but nothing private', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createMeeting', {
    title: '1:1; with, Mara',
    startsAt: '2026-11-24T09:00:00+01:00',
    endsAt: '2026-11-24T10:00:00+01:00',
    notes: 'Private',
    attendees: [{ name: 'Mara', email: 'mara@x.org', response: 'ACCEPTED' }],
  });
  await ada.mutate('createMeeting', { title: 'Offsite', startsOn: '2026-12-01', endsOn: '2026-12-02' });
  await ada.mutate('createTask', { title: 'Write', scheduledAt: '2026-11-24T11:00:00Z', estimateMinutes: 45 });
  await ada.mutate('createTask', { title: 'Some day' });
  const { id: cancelled } = await ada.mutate('createTask', { title: 'Given up', scheduledOn: 'TODAY' });
  await ada.mutate('cancelTask', { id: cancelled });
  const gone = await ada.mutate('createMeeting', { title: 'Gone', startsOn: 'TODAY' });
  await ada.mutate('trash', { id: gone.id });

  const { url, calendarFeed } = await ada.mutate('createCalendarFeed', { name: 'Phone' }, fields);
  expect(calendarFeed).toMatchObject({ name: 'Phone', lastUsedAt: null });
  const response = await get(app, url);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const text = await response.text();
  expect(text).not.toContain('Private');
  const events = readCalendar(text, window);
  expect(
    events.map(({ title, startsAt, endsAt, startsOn, endsOn }) => [
      title,
      startsAt?.toISOString() ?? startsOn,
      endsAt?.toISOString() ?? endsOn,
    ]),
  ).toEqual([
    ['1:1; with, Mara', '2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z'],
    ['Write', '2026-11-24T11:00:00.000Z', '2026-11-24T11:45:00.000Z'],
    ['Offsite', '2026-12-01', '2026-12-02'],
  ]);
  // What is published has an organizer and no attendees (RFC 5546, 3.2.1).
  expect(events[0]).toMatchObject({ attendees: [], organizer: { name: 'Ada', email: 'noreply@waymark.invalid' } });
  // Nobody learns with which address its owner signs in.
  expect(text.replaceAll('\r\n ', '')).not.toContain(ada.email);
  await app.deferredWrites.flush();
  const { calendarFeeds } = await ada.query('{ calendarFeeds { lastUsedAt } }');
  expect(calendarFeeds).toEqual([{ lastUsedAt: '2026-11-23T09:00:00.000Z' }]);
});

test('an unchanged calendar is not sent again', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { url } = await ada.mutate('createCalendarFeed', { name: 'Phone' }, fields);
  const etag = (await get(app, url)).headers.get('etag') ?? '';
  app.clock.advance(60_000);
  const again = await get(app, url, { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await ada.mutate('createTask', { title: 'New', scheduledOn: 'TODAY' });
  expect((await get(app, url, { 'if-none-match': etag })).status).toBe(200);
  const head = await get(app, url, {}, 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('an ETag is strong: each encoding has its own, and a list of them is understood', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { url } = await ada.mutate('createCalendarFeed', { name: 'Phone' }, fields);
  const plain = await get(app, url);
  const gzipped = await get(app, url, { 'accept-encoding': 'br;q=0.5, gzip' });
  expect([plain, gzipped].map(({ headers }) => [headers.get('content-encoding'), headers.get('vary')])).toEqual([
    [null, 'accept-encoding'],
    ['gzip', 'accept-encoding'],
  ]);
  expect(gunzipSync(await gzipped.arrayBuffer()).toString()).toBe(await plain.text());
  const [tag, other] = [plain, gzipped].map(({ headers }) => headers.get('etag') ?? '') as [string, string];
  expect(tag).toMatch(/^"[^"]+"$/);
  expect(other).not.toBe(tag);
  const statusFor = async (ifNoneMatch: string, encoding = 'identity') =>
    (await get(app, url, { 'if-none-match': ifNoneMatch, 'accept-encoding': encoding })).status;
  expect(await statusFor(`"a", ${tag} , "b"`)).toBe(304);
  expect(await statusFor(`W/${tag}`)).toBe(304);
  expect(await statusFor('*')).toBe(304);
  expect(await statusFor(`"a", ${other}`)).toBe(200);
  expect(await statusFor(other, 'gzip')).toBe(304);
  expect(await statusFor(tag, 'gzip;q=0')).toBe(304);
});

test('the address of a revoked or unknown feed responds like any unknown address', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { url, calendarFeed } = await ada.mutate('createCalendarFeed', { name: 'Phone' }, fields);
  expect((await get(app, url)).status).toBe(200);
  await ada.mutate('revokeCalendarFeed', { id: calendarFeed.id });
  const nothing = await get(app, 'http://waymark.test/nothing');
  const said = [nothing.status, await nothing.text()];
  const origin = new URL(url).origin;
  for (const other of [
    url,
    `${origin}/calendar/${'a'.repeat(43)}.ics`,
    `${origin}/calendar/x.ics`,
    `${origin}/calendar/`,
  ]) {
    const response = await get(app, other);
    expect([response.status, await response.text()]).toEqual(said);
  }
  expect((await get(app, url, {}, 'POST')).status).toBe(404);
  expect((await ada.query('{ calendarFeeds { id } }')).calendarFeeds).toEqual([]);
  const revoked = await ada.query('query ($id: ID!) { calendarFeed(id: $id) { name revokedAt } }', calendarFeed);
  expect(revoked.calendarFeed).toEqual({ name: 'Phone', revokedAt: '2026-11-23T09:00:00.000Z' });
  expect((await ada.mutate('revokeCalendarFeed', { id: calendarFeed.id })).__typename).toBe('NotFoundError');
});

test('a feed shows only its owner’s data, and creating one requires a session', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  await bob.mutate('createTask', { title: 'Bob’s', scheduledOn: 'TODAY' });
  const { url } = await ada.mutate('createCalendarFeed', { name: 'Phone' }, fields);
  expect(await (await get(app, url)).text()).not.toContain('Bob’s');
  const { token } = await ada.mutate('createAccessToken', { name: 'script', scopes: ['READ', 'WRITE'] }, 'token');
  const script = app.as({ authorization: `Bearer ${token}` });
  const { errors } = await script.ask('mutation { createCalendarFeed(input: { name: "A" }) { __typename } }');
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  // The address itself is not stored.
  expect(JSON.stringify(await app.db.reads.calendarFeed.findMany())).not.toContain(url.split('/').at(-1)?.slice(0, 43));
});

test('an account has at most 20 feeds in use', async () => {
  const ada = await (await createTestApp()).person();
  for (let i = 0; i < 20; i++) await ada.mutate('createCalendarFeed', { name: `F${i}` }, fields);
  expect((await ada.mutate('createCalendarFeed', { name: 'More' }, fields)).__typename).toBe('ConflictError');
});
