import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { leaveToCI } from '../../../support/services.ts';

/* Calendar files of the kinds that programs really write. `name.ics` is imported once; `name-1.ics` and so on, one after another. */

const folder = join(import.meta.dirname, '../../../fixtures/calendars');
const files = globSync('*.ics', { cwd: folder }).sort();
const stems = [...new Set(files.map((name) => name.replace(/(-\d)?\.ics$/, '')))];
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

const fields =
  'createdCount updatedCount unchangedCount cancelledCount skippedCount skipped { uid line reason } warnings';

async function importAll(who: SignedInPerson, stem: string, window: object = {}) {
  const results = [];
  for (const name of files.filter((file) => file === `${stem}.ics` || new RegExp(`^${stem}-\\d\\.ics$`).test(file))) {
    results.push(await who.mutate('importMeetings', { ics: textOf(name), ...window }, fields));
  }
  return results;
}

/** The meetings as texts: `2026-12-02T09:00Z–10:00Z title`, with the status unless it is confirmed. */
async function meetingsOf(who: SignedInPerson): Promise<string[]> {
  const { meetings } = await who.query(
    '{ meetings(first: 100) { nodes { title startsAt endsAt startsOn endsOn status } } }',
  );
  const minute = (time: string) => time.replace(/:00\.000Z$/, 'Z');
  return meetings.nodes.map(
    ({ title, startsAt, endsAt, startsOn, endsOn, status }: Record<string, string>) =>
      `${startsOn ?? minute(startsAt ?? '')} ${endsOn ?? minute(endsAt ?? '')} ${title}${status === 'CONFIRMED' ? '' : ` ${status}`}`,
  );
}

const zurich = async () => (await createTestApp()).person('Ada', 'Europe/Zurich');

const single: Record<string, string[]> = {
  'zone-gmt-defined-as-british-time': ['2026-07-23T09:20Z 2026-07-23T09:50Z c10 x'],
  'zone-customized-undefined': ['2026-12-10T09:00Z 2026-12-10T10:00Z c11 x'],
  'zone-shown-name-escaped': ['2026-07-08T07:00Z 2026-07-08T08:00Z c13 x'],
  'zone-shown-name-of-bangkok': ['2026-12-02T02:00Z 2026-12-02T03:00Z n13'],
  'zone-with-equals-sign': ['2026-09-08T18:00Z 2026-09-08T18:30Z c18 x'],
  'zone-of-lotus': ['2026-12-02T14:00Z 2026-12-02T15:00Z n2'],
  'one-without-uid': ['2026-12-01 2026-12-01 c65 no uid', '2026-12-02T09:00Z 2026-12-02T10:00Z c65 fine'],
  'continued-without-a-space': ['2026-12-02T09:00Z 2026-12-02T10:00Z c68 x'],
  'attendee-of-empty-mailto': ['2026-12-02T09:00Z 2026-12-02T10:00Z c70b x'],
  'attendee-of-a-principal-path': ['2026-12-02T09:00Z 2026-12-02T10:00Z c70c x'],
  'rule-in-small-letters': ['2026-12-02T09:00Z 2026-12-02T10:00Z c82 x', '2026-12-03T09:00Z 2026-12-03T10:00Z c82 x'],
  'longer-than-a-month': ['2026-12-01 2027-01-31 c86 x'],
  'line-without-a-colon': ['2026-12-02T09:00Z 2026-12-02T10:00Z n4'],
  'empty-rule': ['2026-12-02 2026-12-02 n5'],
  'event-without-a-calendar': ['2026-12-02T09:00Z 2026-12-02T10:00Z n7'],
  'date-that-is-a-time': ['2026-12-02T19:00Z 2026-12-02T21:00Z n8'],
  'empty-properties': ['2026-12-02T09:00Z 2026-12-02T09:00Z n11'],
};

test.each(Object.entries(single))('%s', async (stem, meetings) => {
  const ada = await zurich();
  const [result] = await importAll(ada, stem);
  expect(await meetingsOf(ada)).toEqual(meetings);
  expect(result).toMatchObject({ createdCount: meetings.length, skipped: [] });
  expect(result.warnings).toEqual(
    stem === 'zone-customized-undefined'
      ? [
          'The time zone "Customized Time Zone" is neither known nor defined in the file: ' +
            '1 event (line 5) read in Europe/Zurich.',
        ]
      : [],
  );
  // The same file again changes nothing.
  const [again] = await importAll(ada, stem);
  expect(again).toMatchObject({ createdCount: 0, updatedCount: 0, cancelledCount: 0, unchangedCount: meetings.length });
});

test.each([
  ['rule-in-the-chinese-calendar', 'c51@example.org', 'The RRULE uses a calendar other than the Gregorian.'],
  ['ends-before-it-starts', 'c64@example.org', 'The event ends before it starts.'],
])('%s: left out and named', async (stem, uid, reason) => {
  const ada = await zurich();
  const [result] = await importAll(ada, stem);
  expect(result).toMatchObject({ createdCount: 0, skippedCount: 1, skipped: [{ uid, line: 5, reason }] });
});

test('floating-in-the-calendars-zone: whatever the zone of the viewer', async () => {
  const ada = await (await createTestApp()).person('Ada', 'America/New_York');
  await importAll(ada, 'floating-in-the-calendars-zone');
  expect(await meetingsOf(ada)).toEqual(['2026-05-19T16:00Z 2026-05-19T17:30Z c20 ice']);
});

test('ten-daily-series: taken, here in the range of a month', async () => {
  const ada = await zurich();
  const [result] = await importAll(ada, 'ten-daily-series', { from: '2026-11-24', to: '2026-12-23' });
  expect(result).toMatchObject({ createdCount: 300, skippedCount: 0 });
});

test('ten-daily-series: taken in the usual range', { timeout: 180_000 }, async (context) => {
  leaveToCI(context);
  const ada = await zurich();
  const [result] = await importAll(ada, 'ten-daily-series');
  expect(result).toMatchObject({ createdCount: 7_310, skippedCount: 0 });
});

test('attendees who are nobody are left out, and the others are taken', async () => {
  const ada = await zurich();
  await importAll(ada, 'attendee-of-empty-mailto');
  await importAll(ada, 'attendee-of-a-principal-path');
  const { meetings } = await ada.query('{ meetings { nodes { attendees { person { name } } } } }');
  const ida = { attendees: [{ person: { name: 'Ida' } }] };
  expect(meetings.nodes).toEqual([ida, ida]);
});

const again: Record<string, string[]> = {
  'older-stamp': ['2026-12-02T10:00Z 2026-12-02T10:30Z u03 20261110'],
  'one-occurrence-moved': [
    '2026-12-01T13:00Z 2026-12-01T14:00Z u04 weekly',
    '2026-12-08T15:00Z 2026-12-08T16:00Z u04 moved',
    '2026-12-15T13:00Z 2026-12-15T14:00Z u04 weekly',
    '2026-12-22T13:00Z 2026-12-22T14:00Z u04 weekly',
    '2026-12-29T13:00Z 2026-12-29T14:00Z u04 weekly',
  ],
  'one-occurrence-cancelled': [
    '2026-12-01T13:00Z 2026-12-01T14:00Z u05 weekly',
    '2026-12-08T13:00Z 2026-12-08T14:00Z u05 weekly CANCELLED',
    '2026-12-15T13:00Z 2026-12-15T14:00Z u05 weekly',
    '2026-12-22T13:00Z 2026-12-22T14:00Z u05 weekly',
  ],
  'added-occurrence': [
    '2026-12-01T09:00Z 2026-12-01T09:30Z p5',
    '2026-12-03T09:00Z 2026-12-03T09:30Z p5 added',
    '2026-12-08T09:00Z 2026-12-08T09:30Z p5',
    '2026-12-15T09:00Z 2026-12-15T09:30Z p5',
  ],
  'cancelled-without-its-rule': ['01', '08', '15'].map(
    (day) => `2026-12-${day}T13:00Z 2026-12-${day}T14:00Z u06 weekly CANCELLED`,
  ),
  'moved-out-of-the-window': ['2026-12-20T09:00Z 2026-12-20T10:00Z u07 x'],
  'single-becomes-series': ['01', '02', '03'].map((day) => `2026-12-${day}T09:00Z 2026-12-${day}T10:00Z u11 a`),
  'series-moved': ['01', '08', '15'].map((day) => `2026-12-${day}T09:30Z 2026-12-${day}T11:00Z u10 w`),
};

test.each(Object.entries(again))('%s', async (stem, meetings) => {
  const ada = await zurich();
  const window = stem === 'moved-out-of-the-window' ? { from: '2026-11-25', to: '2026-12-10' } : {};
  await importAll(ada, stem, window);
  expect(await meetingsOf(ada)).toEqual(meetings);
  // The first message once more is outdated, unless it carries a version of the same age.
  const [first] = await importAll(ada, stem, window);
  expect(first).toMatchObject({ createdCount: 0, updatedCount: 0, cancelledCount: 0 });
  expect(await meetingsOf(ada)).toEqual(meetings);
});

test('cut-before-the-window: what is not in the series any more is called off', async () => {
  const ada = await zurich();
  await importAll(ada, 'cut-before-the-window', { from: '2026-11-25' });
  const meetings = await meetingsOf(ada);
  expect(meetings).toHaveLength(5);
  expect(meetings.filter((text) => !text.endsWith('CANCELLED'))).toEqual([]);
});

const attendees = async (who: SignedInPerson) => {
  const { meetings } = await who.query('{ meetings { nodes { attendees { person { name } response } } } }');
  return meetings.nodes.flatMap((meeting: { attendees: { person: { name: string }; response: string }[] }) =>
    meeting.attendees.map(({ person, response }) => `${person.name} ${response}`),
  );
};

test('answered-then-a-guest: answers and guests change without a higher SEQUENCE', async () => {
  const ada = await zurich();
  const take = (part: number) =>
    ada.mutate('importMeetings', { ics: textOf(`answered-then-a-guest-${part}.ics`) }, fields);
  await take(1);
  expect(await attendees(ada)).toEqual(['Ann NEEDS_ACTION', 'Bo ACCEPTED']);
  expect(await take(2)).toMatchObject({ updatedCount: 1 });
  expect(await attendees(ada)).toEqual(['Ann DECLINED', 'Bo ACCEPTED']);
  await take(3);
  expect(await attendees(ada)).toEqual(['Ann ACCEPTED', 'Bo ACCEPTED', 'New ACCEPTED']);
  expect(await take(2)).toMatchObject({ unchangedCount: 1 });
  expect(await attendees(ada)).toEqual(['Ann ACCEPTED', 'Bo ACCEPTED', 'New ACCEPTED']);
});

test('reply-of-one: the answer of that attendee, and of nobody else', async () => {
  const ada = await zurich();
  await importAll(ada, 'reply-of-one');
  expect(await attendees(ada)).toEqual(['Ann DECLINED', 'Bo ACCEPTED', 'Cy ACCEPTED']);
});

test('every file is among the tests', () => {
  const others = [
    ...['rule-in-the-chinese-calendar', 'ends-before-it-starts', 'floating-in-the-calendars-zone', 'ten-daily-series'],
    ...['cut-before-the-window', 'answered-then-a-guest', 'reply-of-one'],
  ];
  expect([...Object.keys(single), ...Object.keys(again), ...others].sort()).toEqual(stems);
});
