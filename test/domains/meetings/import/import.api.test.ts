import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, `../../../fixtures/ics/${name}.ics`), 'utf8');
const counts = 'createdCount updatedCount unchangedCount cancelledCount';
const take = (who: SignedInPerson, ics: string, more: object = {}) =>
  who.mutate('importMeetings', { ics, ...more }, counts);

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const weekly = (...more: string[]) =>
  event(
    'UID:weekly@example.org',
    'SUMMARY:Weekly',
    'DTSTART;TZID=Europe/Berlin:20261019T090000',
    'DTEND;TZID=Europe/Berlin:20261019T100000',
    'RRULE:FREQ=WEEKLY;COUNT=3',
    'ORGANIZER;CN=Mara:mailto:mara@example.org',
    'ATTENDEE;CN=Ben;PARTSTAT=ACCEPTED:mailto:ben@example.org',
    ...more,
  );

const read = async (ada: SignedInPerson) =>
  (
    await ada.query(`{ meetings { nodes { id title startsAt status notes series { title rule } organizer { name }
      attendees { person { name } response } } } }`)
  ).meetings.nodes;

test('a UID of any length names the same meeting each time, on both engines', async () => {
  const ada = await (await createTestApp()).person();
  // No two pages of an index would have room for one that cannot be compressed.
  const uid = Array.from({ length: 400 }, (_, i) => createHash('sha256').update(String(i)).digest('hex')).join('');
  const long = (title: string) =>
    calendar(event(`UID:${uid}`, `SUMMARY:${title}`, 'DTSTART:20261020T090000Z', 'DTEND:20261020T100000Z'));
  expect(await take(ada, long('First'))).toMatchObject({ createdCount: 1 });
  expect(await take(ada, long('Second'))).toMatchObject({ createdCount: 0, updatedCount: 1 });
  expect(await read(ada)).toMatchObject([{ title: 'Second' }]);
});

test('a series keeps its time of day across clock changes, and its people are created', async () => {
  const ada = await (await createTestApp()).person();
  expect(await take(ada, calendar(weekly()))).toMatchObject({
    createdCount: 3,
    updatedCount: 0,
    unchangedCount: 0,
    cancelledCount: 0,
  });
  const meetings = await read(ada);
  expect(meetings.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual([
    '2026-10-19T07:00:00.000Z',
    '2026-10-26T08:00:00.000Z',
    '2026-11-02T08:00:00.000Z',
  ]);
  expect(meetings[0]).toMatchObject({
    series: { title: 'Weekly', rule: expect.stringContaining('FREQ=WEEKLY') },
    organizer: { name: 'Mara' },
    attendees: [
      { person: { name: 'Ben' }, response: 'ACCEPTED' },
      { person: { name: 'Mara' }, response: 'ACCEPTED' },
    ],
  });
  expect((await ada.query('{ people { totalCount } meetingSeriesList { totalCount } }')).people.totalCount).toBe(2);
});

test('an attendee whose address has nothing before the at-sign keeps no calendar from being imported', async () => {
  const ada = await (await createTestApp()).person();
  const odd = ['ATTENDEE:mailto:@Example.org', 'ORGANIZER;CN=" ":mailto:@@'];
  const text = calendar(event('UID:1', 'DTSTART:20261020T090000Z', 'DTEND:20261020T100000Z', ...odd));
  expect(await take(ada, text)).toMatchObject({ createdCount: 1 });
  const names = (await read(ada))[0].attendees.map(({ person }: { person: { name: string } }) => person.name);
  expect(names.sort()).toEqual(['@@', '@example.org']);
});

test('a repeated import changes only what has changed, and keeps what the owner wrote', async () => {
  const ada = await (await createTestApp()).person();
  await take(ada, calendar(weekly()));
  expect(await take(ada, calendar(weekly()))).toMatchObject({
    createdCount: 0,
    updatedCount: 0,
    unchangedCount: 3,
    cancelledCount: 0,
  });
  const [first, second] = await read(ada);
  await ada.mutate('updateMeeting', { id: first.id, notes: 'Mine' });
  await ada.mutate('trash', { id: second.id });
  const changed = calendar(weekly('SEQUENCE:1', 'LOCATION:Room 2'));
  expect(await take(ada, changed)).toMatchObject({ createdCount: 0, updatedCount: 2, unchangedCount: 1 });
  expect((await read(ada))[0]).toMatchObject({ id: first.id, notes: 'Mine' });
  // An older version of the calendar changes nothing.
  expect(await take(ada, calendar(weekly()))).toMatchObject({ updatedCount: 0, unchangedCount: 3 });
  // An occurrence that the series no longer has is cancelled.
  expect(await take(ada, calendar(weekly('SEQUENCE:2', 'EXDATE;TZID=Europe/Berlin:20261102T090000')))).toMatchObject({
    cancelledCount: 1,
  });
  expect((await read(ada)).map(({ status }: { status: string }) => status)).toEqual(['CONFIRMED', 'CANCELLED']);
});

test.each(['outlook-teams-series', 'google-recurring-with-exceptions', 'apple-all-day-and-travel', 'cancellation'])(
  'importing the export %s twice creates its meetings once',
  async (name) => {
    const ada = await (await createTestApp()).person();
    const window = { from: '2025-06-01', to: '2027-12-31' };
    const first = await take(ada, fixture(name), window);
    expect(first.__typename).toBe('ImportMeetingsPayload');
    expect(first.createdCount).toBeGreaterThan(0);
    expect(await take(ada, fixture(name), window)).toMatchObject({
      createdCount: 0,
      updatedCount: 0,
      unchangedCount: first.createdCount,
    });
    expect((await ada.query('{ meetings { totalCount } }')).meetings.totalCount).toBe(first.createdCount);
  },
);

test('two people who import the same calendar get meetings of their own', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  await take(ada, calendar(weekly()));
  expect(await take(bob, calendar(weekly()))).toMatchObject({ createdCount: 3 });
  expect((await ada.query('{ meetings { totalCount } }')).meetings.totalCount).toBe(3);
});

const single = (...lines: string[]) => calendar(event('UID:1@example.org', 'SUMMARY:One', ...lines));
const skips = `${counts} skippedCount skipped { uid summary line reason }`;

test.each([
  ['that is not one', 'Dear all, see you on Monday.', /cannot be read: The file is not a calendar/],
  ['of more than 5 MB', calendar(event('UID:1', `DESCRIPTION:${'x'.repeat(5_300_000)}`)), /5 MB/],
])('a calendar %s is rejected, and writes nothing', async (_what, ics, message) => {
  const ada = await (await createTestApp()).person();
  const refused = await take(ada, ics);
  expect(refused).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: ['input', 'ics'] }] });
  expect(refused.issues[0].message).toMatch(message);
  const { meetings, people } = await ada.query('{ meetings { totalCount } people { totalCount } }');
  expect([meetings.totalCount, people.totalCount]).toEqual([0, 0]);
});

test.each([
  ['that is cut off', calendar(weekly()).slice(0, -60), /ends before END:VEVENT/],
  ['that ends before its start', single('DTSTART:20261124T100000Z', 'DTEND:20261124T090000Z'), /ends before it starts/],
  ['with a million occurrences', single('DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY;COUNT=1000000'), /`from`/],
  ['that ends after the calendar', single('DTSTART:20261124T100000Z', 'DURATION:P3000000D'), /year 10000/],
])('an event %s is left out and named; it writes nothing, and the others are taken', async (_what, ics, reason) => {
  const ada = await (await createTestApp()).person();
  const result = await ada.mutate('importMeetings', { ics }, skips);
  expect(result).toMatchObject({ createdCount: 0, skippedCount: 1, skipped: [{ line: 4 }] });
  expect(result.skipped[0].reason).toMatch(reason);
  const { meetings, people } = await ada.query('{ meetings { totalCount } people { totalCount } }');
  expect([meetings.totalCount, people.totalCount]).toEqual([0, 0]);
  const other = event('UID:2@example.org', 'SUMMARY:Two', 'DTSTART:20261124T100000Z');
  const both = ics.replace('BEGIN:VEVENT', () => `${other}\r\nBEGIN:VEVENT`);
  expect(await ada.mutate('importMeetings', { ics: both }, skips)).toMatchObject({ createdCount: 1, skippedCount: 1 });
});

test('at most 100 of the events that were left out are named, in the order of the file', async () => {
  const ada = await (await createTestApp()).person();
  const broken = Array.from({ length: 120 }, (_, index) => event(`UID:${index}`, 'SUMMARY:No start'));
  const result = await ada.mutate('importMeetings', { ics: calendar(...broken) }, skips);
  expect([result.skippedCount, result.skipped.length, result.skipped[99].uid]).toEqual([120, 100, '99']);
});

test('the range to import is bounded', async () => {
  const ada = await (await createTestApp()).person();
  expect((await take(ada, calendar(weekly()), { from: '2020-01-01' })).issues).toEqual([
    { path: ['input', 'to'], message: 'must be within 1098 days of from' },
  ]);
  const before = await take(ada, calendar(weekly()), { from: '2026-10-20', to: '2026-10-27' });
  expect(before).toMatchObject({ createdCount: 1 });
});

test('an import writes many records with one statement', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const some = (count: number, prefix: string) =>
    calendar(
      ...Array.from({ length: count }, (_, i) =>
        event(
          `UID:${prefix}${i}@example.org`,
          `SUMMARY:M${i}`,
          'DTSTART:20261124T100000Z',
          `ATTENDEE:mailto:${prefix}${i}@example.org`,
        ),
      ),
    );
  const few = await app.counting(() => take(ada, some(3, 'a')));
  // A statement of each kind for fifty records, between which others have their turn, is all that comes to it.
  expect(await app.counting(() => take(ada, some(300, 'b')))).toBeLessThan(few + 50);
});

test('while a large file is imported, others take turns', async () => {
  const ada = await (await createTestApp()).person();
  const some = (count: number, prefix: string) =>
    calendar(
      ...Array.from({ length: count }, (_, i) => event(`UID:${prefix}${i}`, 'DTSTART:20261124T100000Z', 'SUMMARY:A')),
    );
  /** The number of turns that others take during an import. */
  async function turnsDuring(ics: string): Promise<number> {
    let [turns, isOver] = [0, false];
    const others = (async () => {
      for (; !isOver; turns++) await new Promise((resolve) => setImmediate(resolve));
    })();
    await take(ada, ics);
    isOver = true;
    await others;
    return turns;
  }
  // One between each 50 meetings that are written, and as many for their documents. Reading them takes turns by the clock.
  expect(await turnsDuring(some(600, 'a'))).toBeGreaterThanOrEqual(11 + 11);
  // One for each 50 that are updated.
  const changed = some(600, 'a').replaceAll('SUMMARY:A', 'SUMMARY:B');
  expect(await turnsDuring(changed)).toBeGreaterThanOrEqual(12 + 11);
});
