import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EventTimes, eventStatuses } from '../../../src/integrations/ics/calendar-event.ts';
import { type CalendarEntry, writeCalendar } from '../../../src/integrations/ics/write-calendar.ts';
import { readCalendar } from './calendars.ts';

const now = new Date('2026-03-01T12:00:00Z');
const meeting: CalendarEntry = {
  uid: 'meeting-1@example.org',
  title: 'Planning, with Björn; and a \\',
  description: 'First line\nSecond line',
  location: '',
  url: 'https://example.org/a,b;c?d=e',
  status: 'TENTATIVE',
  isAllDay: false,
  startsAt: new Date('2026-03-02T08:00:00Z'),
  endsAt: new Date('2026-03-02T09:00:00Z'),
  startsOn: null,
  endsOn: null,
  organizer: { name: 'Ada "the" Keller', email: 'ada@example.org' },
  updatedAt: new Date('2026-02-01T08:00:00Z'),
};
const task: CalendarEntry = {
  ...meeting,
  uid: 'task-1@example.org',
  isAllDay: true,
  startsAt: null,
  endsAt: null,
  startsOn: '2026-03-02',
  endsOn: '2026-03-03',
};
const publisher = { name: 'Ada Keller', email: 'ada@example.net' };
const write = (...entries: CalendarEntry[]) => writeCalendar({ name: 'Waymark', publisher, entries, now });

test('a calendar has its program, its name and a refresh interval of one hour', () => {
  const lines = write().split('\r\n');
  expect(lines).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waymark//Waymark//EN',
    'METHOD:PUBLISH',
    'NAME:Waymark',
    'X-WR-CALNAME:Waymark',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'END:VCALENDAR',
    '',
  ]);
});

test('an entry without a duration has no end, and one that leaves the time free says so', () => {
  expect(write({ ...meeting, endsAt: meeting.startsAt } as CalendarEntry)).not.toContain('DTEND');
  expect(write(meeting)).toContain('DTEND:');
  expect(write(meeting)).not.toContain('TRANSP');
  expect(write({ ...meeting, isFree: true })).toContain('TRANSP:TRANSPARENT\r\n');
});

test('every entry has an organizer with an address, and none has attendees', () => {
  const organizers = (organizer: CalendarEntry['organizer']) =>
    write({ ...meeting, organizer } as CalendarEntry)
      .replaceAll('\r\n ', '')
      .match(/^ORGANIZER.*(?=\r)/gm);
  expect(organizers({ name: 'Björn', email: 'bjorn@example.org' })).toEqual([
    'ORGANIZER;CN="Björn":mailto:bjorn@example.org',
  ]);
  const ours = ['ORGANIZER;CN="Ada Keller":mailto:ada@example.net'];
  expect(organizers(null)).toEqual(ours);
  expect(organizers({ name: 'Nobody to write to', email: '' })).toEqual(ours);
  expect(organizers({ name: 'A room', email: 'room 4' })).toEqual(ours);
  expect(write(meeting)).not.toContain('ATTENDEE');
});

test('times are in UTC, and the end of whole days is the day after the last', () => {
  expect(write(meeting).split('\r\n')).toEqual(
    expect.arrayContaining([
      'UID:meeting-1@example.org',
      'DTSTAMP:20260301T120000Z',
      'DTSTART:20260302T080000Z',
      'DTEND:20260302T090000Z',
      'SUMMARY:Planning\\, with Björn\\; and a \\\\',
      'DESCRIPTION:First line\\nSecond line',
      'URL;VALUE=URI:https://example.org/a%2Cb%3Bc?d=e',
      'STATUS:TENTATIVE',
      'LAST-MODIFIED:20260201T080000Z',
    ]),
  );
  expect(write(meeting)).not.toMatch(/LOCATION|VTIMEZONE|Nobody/);
  expect(write(task).split('\r\n')).toEqual(
    expect.arrayContaining(['DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260304']),
  );
});

test('an invalid link is left out, and no text can break out of its line', () => {
  const evil = 'x\r\nBEGIN:VEVENT\u0000\u2028\rEND:VEVENT';
  const person = { name: evil, email: 'a@example.org\r\nSTATUS:CANCELLED' };
  const text = writeCalendar({
    name: evil,
    publisher: person,
    now,
    entries: [
      {
        ...meeting,
        uid: evil,
        title: evil,
        description: evil,
        location: evil,
        url: evil,
        organizer: person,
      },
    ],
  });
  const lines = text.split(/\r\n|\r|\n/);
  expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('STATUS:'))).toEqual(['STATUS:TENTATIVE']);
  expect(text).not.toMatch(/URL|[^\P{Cc}\r\n]/u);
});

const texts = fc
  .oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 60 }), fc.constant('a\nb,c;d\\n"e"^n: ^'))
  // Control characters and lone surrogates cannot be written.
  .map((text) => text.replaceAll(/[^\P{Cc}\n]/gu, ' ').toWellFormed());
// Programs escape names as if they were texts, though they must not: an escape in one is resolved.
const names = texts.map((text) =>
  text
    .replaceAll('\n', ' ')
    .replaceAll(/\\(?=[,;])/g, '')
    .trim(),
);
const people = fc.record({ name: names, email: fc.emailAddress() });
const timed = fc
  .tuple(fc.integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2030, 0) / 1000 }), fc.nat(100_000))
  .map(([from, seconds]): EventTimes => {
    const [startsAt, endsAt] = [new Date(from * 1000), new Date((from + seconds) * 1000)];
    return { isAllDay: false, startsAt, endsAt, startsOn: null, endsOn: null };
  });
const days = fc.tuple(fc.integer({ min: 18_300, max: 21_900 }), fc.nat(30)).map(([from, length]): EventTimes => {
  const [startsOn, endsOn] = [from, from + length].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  return { isAllDay: true, startsAt: null, endsAt: null, startsOn: startsOn ?? '', endsOn: endsOn ?? '' };
});
const details = fc.record({
  uid: fc.uuid(),
  title: texts,
  description: texts,
  location: texts,
  url: fc.constantFrom('', 'https://teams.microsoft.com/l/meetup-join/a?b=c'),
  status: fc.constantFrom(...eventStatuses),
  organizer: fc.option(people),
  isFree: fc.boolean(),
  updatedAt: fc.constant(now),
});
const entries = fc.tuple(details, fc.oneof(timed, days)).map(([rest, when]): CalendarEntry => ({ ...rest, ...when }));

/** What is read back of a name: a comma and a semicolon lose a backslash before them, since other programs escape them so. */
const readBack = (name: string) => name.replaceAll(/\\([,;])/g, '$1').trim();

const organizerOf = ({ organizer }: Pick<CalendarEntry, 'organizer'>) =>
  organizer ? { ...organizer, name: readBack(organizer.name || organizer.email) } : publisher;

test('a written calendar is read back unchanged, and its lines have at most 75 octets', () => {
  fc.assert(
    fc.property(fc.uniqueArray(entries, { maxLength: 4, selector: ({ uid }) => uid }), (written) => {
      const text = write(...written);
      expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
      const window = { from: new Date('2019-01-01'), to: new Date('2032-01-01'), timeZone: 'Pacific/Auckland' };
      const found = new Map(readCalendar(text, window).map((one) => [one.uid, one]));
      expect(found.size).toBe(written.length);
      for (const { url, updatedAt: _, ...entry } of written) {
        expect(found.get(entry.uid)).toMatchObject({
          ...entry,
          organizer: organizerOf(entry),
          joinUrl: url,
          recurrenceId: '',
          isRecurring: false,
        });
      }
    }),
    { numRuns: 300 },
  );
});
