import { describe, expect, test } from 'vitest';
import { maxSteps } from '../../../src/integrations/ics/budget.ts';
import { readCalendar as readInTurns } from '../../../src/integrations/ics/read-calendar.ts';
import { leaveToCI } from '../../support/services.ts';
import {
  calendar,
  event,
  fixture,
  read,
  readCalendar,
  readMessages,
  rejectionOf,
  startsOf,
  warningsOf,
  year,
} from './calendars.ts';

const start = 'DTSTART:20260302T080000Z';
const one = (...lines: string[]) => rejectionOf(calendar(event(...lines)));

test.each([
  ['nothing', ''],
  ['JSON', '\n\n{"a": 1}'],
  ['a letter', 'Dear all,\nsee you on Monday: BEGIN:VEVENT.'],
  ['a page', '<!doctype html>\n<title>Sign in</title>'],
  ['a contact', 'BEGIN:VCARD\nFN:Ada\nEND:VCARD'],
])('%s is refused as no calendar', (_name, text) => {
  expect(rejectionOf(text)).toBe(
    'refused: The file is not a calendar: it has neither BEGIN:VCALENDAR nor BEGIN:VEVENT.',
  );
});

test('a text that is cut off anywhere has no event that is not complete, and says so', () => {
  const text = fixture('google-recurring-with-exceptions').trimEnd();
  for (let length = text.length - 1; length > 0; length -= 37) {
    expect(rejectionOf(text.slice(0, length))).not.toBe('accepted');
  }
  const cut = text.slice(0, text.indexOf('END:VEVENT'));
  expect(rejectionOf(cut)).toBe('line 26, UID 1a2b3c4d5e6f7g8h9i0j@google.com: The file ends before END:VEVENT.');
  expect(warningsOf(cut)).toEqual(['The file ends before END:VCALENDAR, so it may not be complete.']);
});

describe('an event that cannot be read is left out and named', () => {
  test.each([
    [['SUMMARY:x'], 'DTSTART is missing.'],
    [['DTSTART:20260230T080000Z'], 'DTSTART is not a valid date or time.'],
    [['DTSTART:tomorrow'], 'DTSTART is not a valid date or time.'],
    [['DTSTART:20260302T250000'], 'DTSTART is not a valid date or time.'],
    [[start, 'DTEND:soon'], 'DTEND is not a valid date or time.'],
    [[start, 'DTEND:20260302T075959Z'], 'The event ends before it starts.'],
    [[start, 'DTEND;VALUE=DATE:20260303'], 'DTSTART and DTEND must both be dates, or both be times.'],
    [['DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260301'], 'The event ends before it starts.'],
    [[start, 'DURATION:-PT1H'], 'DURATION is not a valid duration, or is negative.'],
    [[start, 'DURATION:long'], 'DURATION is not a valid duration, or is negative.'],
    [[start, 'DURATION:P1M'], 'DURATION is not a valid duration, or is negative.'],
    [[start, 'DURATION:P999999999W'], 'It has a date or time out of range'],
    [[start, 'RECURRENCE-ID:never'], 'RECURRENCE-ID is not a valid date or time.'],
    [['UID:', 'RECURRENCE-ID:20260302T080000Z', start], 'UID is missing, and an occurrence of a series needs it.'],
  ])('%j', (lines, message) => {
    expect(one(...lines)).toContain(message);
    expect(one(...lines)).toMatch(/^line 3, UID (1@example\.org|content:DTSTART:20260302T080000Z): /);
    const others = [event('UID:a', start), event(...lines), event('UID:b', start)];
    expect(readCalendar(calendar(...others), year).map(({ uid }) => uid)).toEqual(['a', 'b']);
  });

  test.each([
    ['FREQ=FORTNIGHTLY', 'has no valid FREQ'],
    ['COUNT=3', 'has no valid FREQ'],
    ['FREQ=DAILY;INTERVAL=many', 'has an invalid INTERVAL'],
    ['FREQ=DAILY;COUNT=0', 'has a COUNT below 1'],
    ['FREQ=DAILY;COUNT=many', 'has an invalid COUNT'],
    ['FREQ=WEEKLY;BYDAY=MO,XX', 'has an invalid BYDAY'],
    ['FREQ=DAILY;BYHOUR=24', 'has an invalid BYHOUR'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'has an invalid BYMONTHDAY'],
    ['FREQ=DAILY;UNTIL=never', 'has an UNTIL that is not a valid date or time'],
    ['FREQ=DAILY;UNTIL=20261399', 'has an UNTIL that is not a valid date or time'],
    ['FREQ=YEARLY;RSCALE=HEBREW', 'uses a calendar other than the Gregorian'],
    ['RSCALE=CHINESE;FREQ=YEARLY', 'uses a calendar other than the Gregorian'],
    [
      `FREQ=DAILY;BYSETPOS=${Array.from({ length: 366 }, (_, index) => `${index + 1},${-1 - index}`).join(',')}`,
      'has more than 2000 characters',
    ],
  ])('the rule %s', (rule, message) => {
    expect(one(start, `RRULE:${rule}`)).toContain(`The RRULE ${message}.`);
  });

  test('each with its line and UID, also where an occurrence of a series cannot be read', () => {
    const text = calendar(
      event('UID:a', start, 'RRULE:FREQ=DAILY;COUNT=3'),
      event('UID:a', 'RECURRENCE-ID:20260303T080000Z', 'DTSTART:never', 'SUMMARY:Unclear'),
      event('UID:c', start, 'DTEND:20260301T080000Z'),
    );
    expect(readMessages(text, year).skipped).toEqual([
      { uid: 'a', summary: 'Unclear', line: 8, reason: 'DTSTART is not a valid date or time.' },
      { uid: 'c', summary: '', line: 14, reason: 'The event ends before it starts.' },
    ]);
    // Nothing is known of the second occurrence, so it is not at its usual time either.
    expect(startsOf(readCalendar(text, year))).toEqual(['2026-03-02T08:00:00.000Z', '2026-03-04T08:00:00.000Z']);
  });
});

describe('limits', () => {
  const many = (count: number, ...lines: string[]) =>
    calendar(...Array.from({ length: count }, (_, index) => event(`UID:${index}`, ...lines)));

  test('a text larger than 5 MB is refused before it is parsed', () => {
    expect(rejectionOf('ä'.repeat(2.5 * 1024 * 1024))).toContain('neither BEGIN:VCALENDAR');
    expect(rejectionOf(`${'ä'.repeat(2.5 * 1024 * 1024)}a`)).toBe(
      'refused: The file is larger than 5 MB. Export fewer days, and import one file after another.',
    );
  });

  test('a series takes place 5,000 times in the window; one that takes place more often is left out, with what to do', () => {
    expect(read('DTSTART:20260101T000000Z', 'RRULE:FREQ=MINUTELY;COUNT=5000')).toHaveLength(5_000);
    const more = ['DTSTART:20260101T000000Z', 'RRULE:FREQ=MINUTELY;COUNT=5001'];
    expect(one(...more)).toBe(
      'line 3, UID 1@example.org: It takes place more than 5000 times in these days. ' +
        'Import fewer days at a time, by `from` and `to`.',
    );
  });

  test('a file has 20,000 meetings in the window; the events behind are left out, with what to do', (context) => {
    leaveToCI(context);
    expect(rejectionOf(many(20_000, start))).toBe('accepted');
    expect(rejectionOf(many(20_001, start))).toMatch(
      /^line 80003, UID 20000: The file has more than 20000 meetings in these days\. Import fewer days/,
    );
  });

  test('a file of twelve daily series is read as a whole', () => {
    expect(rejectionOf(many(12, 'DTSTART:20250101T080000Z', 'RRULE:FREQ=DAILY'))).toBe('accepted');
  });

  const yearOne = 'DTSTART;TZID=Europe/Berlin:00010101T023000';
  test.each([
    ['a year of seconds', [start, 'RRULE:FREQ=SECONDLY']],
    ['seconds from year 1', [yearOne, 'RRULE:FREQ=SECONDLY']],
    ['a million days counted from year 1', [yearOne, 'RRULE:FREQ=DAILY;COUNT=1000000']],
    ['minutes that never occur', [start, 'RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30']],
    [
      'all minutes of all days, of which one is selected',
      [start, `RRULE:FREQ=DAILY;BYSETPOS=1;BYHOUR=${range(24)};BYMINUTE=${range(60)}`],
    ],
    ['a hundred thousand dates', [start, `EXDATE:${Array(100_000).fill('20260302T080000Z').join(',')}`]],
  ])('%s: rejected for the number of steps', (_name, lines) => {
    expect(one(...lines)).toContain(`takes more than ${maxSteps} steps`);
  });

  test.each([
    ['weeks from year 1', [yearOne, 'RRULE:FREQ=WEEKLY'], 52],
    ['a million occurrences that ended long ago', [yearOne, 'RRULE:FREQ=HOURLY;COUNT=1000000'], 0],
    ['days that never occur', [yearOne, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=10'], 0],
    ['a series that starts later', ['DTSTART:20270201T080000Z', 'RRULE:FREQ=SECONDLY'], 0],
  ])('%s: expanded within the limit of steps', (_name, lines, count) => {
    expect(read(...lines)).toHaveLength(count);
  });

  test('days counted from long ago, just within the limit of steps', (context) => {
    leaveToCI(context);
    const lines = ['DTSTART;TZID=Europe/Berlin:19750101T023000', 'RRULE:FREQ=DAILY;COUNT=99999'];
    expect(read(...lines)).toHaveLength(364);
  });

  // With a parser whose time grows faster than the text, this would take hours instead of seconds.
  test('a long text of any form is accepted or rejected', (context) => {
    leaveToCI(context);
    const long = 1_200_000;
    const texts = [
      calendar(event(start, `DESCRIPTION:${'a\n '.repeat(long)}`)),
      calendar(event(start, `ATTENDEE;${'A=B;'.repeat(long)}X=Y:mailto:a@example.org`)),
      calendar(event(start, `ATTENDEE;MEMBER=${'"a",'.repeat(long)}"b":mailto:a@example.org`)),
      calendar(event(start, `X-A${'"'.repeat(4_000_000)}:`)),
      calendar(event(start, `LOCATION:${'https://'.repeat(500_000)}`)),
      calendar('BEGIN:X\n'.repeat(500_000)),
      `BEGIN:VCALENDAR\n${'A:\n'.repeat(long)}END:VCALENDAR`,
      '\n'.repeat(5_000_000),
      calendar(event(start, 'URL:\n'.repeat(800_000))),
      calendar(event(start, 'ATTENDEE:mailto:a@example.org\n'.repeat(160_000))),
      calendar(event(start, `ATTENDEE:mailto:${'@'.repeat(4_000_000)}`)),
      calendar(event(start, `DESCRIPTION:https://${','.repeat(4_000_000)}a`)),
      calendar(event(start, `DESCRIPTION;ENCODING=QUOTED-PRINTABLE:${'a=\n'.repeat(1_500_000)}`)),
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${'BEGIN:VALARM\n'.repeat(200_000)}${'END:X\n'.repeat(200_000)}`,
      `${'BEGIN:VCALENDAR\nEND:VCALENDAR\n'.repeat(150_000)}${calendar(event(start))}`,
      `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nDTSTART;TZID=q:20261201T09\n'.repeat(130_000)}`,
    ];
    for (const text of texts) expect(rejectionOf(text)).not.toBe('');
  });

  test('a definition of a zone is parsed once, however many calendars use it', () => {
    const part = (index: number) =>
      `BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0${index % 9}00\n` +
      `RRULE:FREQ=YEARLY;BYMONTH=${(index % 12) + 1};BYDAY=1SU\nEND:STANDARD`;
    const parts = Array.from({ length: 400 }, (_, index) => part(index));
    const definition = calendar(['BEGIN:VTIMEZONE', 'TZID:Q', ...parts, 'END:VTIMEZONE'].join('\n'));
    const using = (uid: number) => calendar(event(`UID:${uid}`, 'DTSTART;TZID=Q:20260302T090000'));
    const calendars = Array.from({ length: 200 }, (_, index) => using(index));
    expect(readCalendar([definition, ...calendars].join(''), year)).toHaveLength(200);
  });

  test('long lines are joined in turns', () => {
    const reading = readInTurns(calendar(event(start, `SUMMARY:${'a\n '.repeat(20_000)}`)), year);
    let turns = 0;
    while (!reading.next().done) turns += 1;
    expect(turns).toBeGreaterThanOrEqual(4);
  });

  test('a property that is not read may have any form', () => {
    expect(read(start, `ATTACH;ENCODING=BASE64;VALUE=BINARY:${'A'.repeat(4_000_000)}`, 'X-WEIRD;A:')).toHaveLength(1);
  });
});

function range(length: number): string {
  return Array.from({ length }, (_, index) => index).join(',');
}
