import { describe, expect, test } from 'vitest';
import { maxSteps } from '../../../src/integrations/ics/budget.ts';
import { readCalendar } from '../../../src/integrations/ics/read-calendar.ts';
import { leaveToCI } from '../../support/services.ts';
import { calendar, event, fixture, read, rejectionOf, year } from './calendars.ts';

const start = 'DTSTART:20260302T080000Z';
const one = (...lines: string[]) => rejectionOf(calendar(event(...lines)));

describe('a text that is not a calendar', () => {
  test.each([
    ['', ['line 1', 'not a calendar']],
    ['\n\n{"a": 1}', ['line 3', 'no property name']],
    ['BEGIN:VEVENT\nEND:VEVENT', ['line 1', 'must start with BEGIN:VCALENDAR']],
    [`${calendar(event(start))}SUMMARY:after`, ['line 8', 'must start with BEGIN:VCALENDAR']],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', ['line 3', 'END:VCALENDAR does not match: VEVENT is open.']],
    [calendar(event(start, 'no property')), ['line 6', 'no property name']],
    [calendar(event(start, 'SUMMARY;LANGUAGE="de:open')), ['event 1, line 3', 'quote']],
    [calendar(event(start, `SUMMARY;${'X-A=B;'.repeat(2_000)}X-C=D:x`)), ['line 6', 'The parameters are too long.']],
  ])('%#', (text, parts) => {
    for (const part of parts) expect(rejectionOf(text)).toContain(part);
  });

  test('a text that is cut off anywhere', () => {
    const text = fixture('google-recurring-with-exceptions').trimEnd();
    for (let length = text.length - 1; length > 0; length -= 37) {
      expect(rejectionOf(text.slice(0, length))).not.toBe('accepted');
    }
    expect(rejectionOf(text.slice(0, text.indexOf('END:VEVENT')))).toBe('line 26: The text ends before END:VEVENT.');
  });
});

describe('an event that is not valid', () => {
  test.each([
    [['UID: ', start], 'event 1, line 3: UID is missing.'],
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
    [[start, 'DURATION:P999999999W'], 'Cannot be read'],
    [[start, 'RDATE;VALUE=PERIOD:20260302T080000Z/20260301T080000Z'], 'The event ends before it starts.'],
    [[start, 'ATTENDEE:mailto:a@example.org', 'ATTENDEE;CN="":mailto:'], 'Attendee 2 has neither a name nor an email'],
    [
      ['DTSTART;TZID=Atlantis/Poseidonis:20260302T080000'],
      'The time zone Atlantis/Poseidonis is unknown, and the file has no definition.',
    ],
    [
      ['DTSTART;TZID=constructor:20260302T080000'],
      'The time zone constructor is unknown, and the file has no definition.',
    ],
    [['DTSTART;TZID="+01:00":20260302T080000'], 'The time zone +01:00 is unknown, and the file has no definition.'],
    [[start, 'RECURRENCE-ID:never'], 'RECURRENCE-ID is not a valid date or time.'],
    [[start, 'RRULE:FREQ=DAILY', 'EXDATE:'], 'EXDATE is not a valid date or time.'],
  ])('%j', (lines, message) => {
    expect(one(...lines)).toContain(message);
    expect(one(...lines)).toMatch(/^event 1( \(UID 1@example\.org\))?, line 3: /);
  });

  test.each([
    ['FREQ=FORTNIGHTLY', 'invalid frequency'],
    ['COUNT=3', 'has no FREQ'],
    ['FREQ=DAILY;INTERVAL=many', 'Cannot be read'],
    ['FREQ=DAILY;COUNT=0', 'has a COUNT below 1'],
    ['FREQ=DAILY;COUNT=many', 'Cannot be read'],
    ['FREQ=WEEKLY;BYDAY=MO,XX', 'BYDAY'],
    ['FREQ=DAILY;BYHOUR=24', 'BYHOUR'],
    ['FREQ=DAILY;UNTIL=never', 'UNTIL'],
    ['FREQ=DAILY;UNTIL=20261399', 'event 1'],
    ['FREQ=YEARLY;RSCALE=HEBREW', 'a calendar other than the Gregorian'],
    [
      `FREQ=DAILY;BYSETPOS=${Array.from({ length: 366 }, (_, index) => `${index + 1},${-1 - index}`).join(',')}`,
      'more than 2000 characters',
    ],
  ])('the rule %s', (rule, message) => {
    expect(one(start, `RRULE:${rule}`)).toContain(message);
    expect(one(start, `RRULE:${rule}`)).toContain('event 1');
  });

  test('the error says which of several events is not valid', () => {
    const text = calendar(
      event('UID:a', start),
      event('UID:b', start),
      event('UID:c', start, 'DTEND:20260301T080000Z'),
    );
    expect(rejectionOf(text)).toBe('event 3 (UID c), line 11: The event ends before it starts.');
  });
});

describe('a time zone that is not valid', () => {
  const zone = (...lines: string[]) => ['BEGIN:VTIMEZONE', 'TZID:Ours', ...lines, 'END:VTIMEZONE'].join('\n');
  const part = (...lines: string[]) => ['BEGIN:STANDARD', ...lines, 'END:STANDARD'];
  const offsets = ['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'];
  const inZone = event('DTSTART;TZID=Ours:20260302T080000');

  test.each([
    [[], 'must have 1 to 20'],
    [Array.from({ length: 21 }, () => part('DTSTART:20260101T000000', ...offsets)).flat(), 'must have 1 to 20'],
    [part(...offsets), 'a clock change without a valid date and time'],
    [part('DTSTART:20260101T000000', 'TZOFFSETTO:+0100'), 'no valid TZOFFSETFROM'],
    [part('DTSTART:20260101T000000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:x'), 'no valid TZOFFSETTO'],
    [part('DTSTART:00010101T000000', ...offsets, 'RRULE:FREQ=SECONDLY'), 'must be yearly'],
    [part('DTSTART:00010101T000000', ...offsets, 'RRULE:FREQ=YEARLY;COUNT=9'), 'must be yearly'],
  ])('%#', (lines, message) => {
    expect(rejectionOf(calendar(zone(...lines), inZone))).toContain(message);
    expect(rejectionOf(calendar(zone(...lines), inZone))).toContain('time zone Ours, line 3');
  });

  test('a time zone that no event uses is not parsed', () => {
    expect(rejectionOf(calendar(zone(), event(start)))).toBe('accepted');
  });
});

describe('limits', () => {
  const many = (count: number, ...lines: string[]) =>
    calendar(...Array.from({ length: count }, (_, index) => event(`UID:${index}`, ...lines)));

  test('a text larger than 5 MB is rejected before it is parsed', () => {
    expect(rejectionOf('ä'.repeat(2.5 * 1024 * 1024))).toContain('line 1');
    expect(rejectionOf(`${'ä'.repeat(2.5 * 1024 * 1024)}a`)).toBe('the file: The file is larger than 5 MB.');
  });

  test('5,000 events are accepted, 5,001 are not', () => {
    expect(readCalendar(many(5_000, start), year)).toHaveLength(5_000);
    expect(rejectionOf(many(5_001, start))).toContain('There are more than 5000 events.');
  });

  test('5,000 occurrences are accepted, 5,001 are not', () => {
    expect(read('DTSTART:20260101T000000Z', 'RRULE:FREQ=MINUTELY;COUNT=5000')).toHaveLength(5_000);
    const more = ['DTSTART:20260101T000000Z', 'RRULE:FREQ=MINUTELY;COUNT=5001'];
    expect(one(...more)).toBe('event 1 (UID 1@example.org), line 3: There are more than 5000 occurrences.');
    expect(rejectionOf(many(14, start, 'RRULE:FREQ=DAILY;COUNT=300'))).toBe('accepted');
    expect(rejectionOf(many(17, start, 'RRULE:FREQ=DAILY;COUNT=300'))).toContain('event 17 (UID 16)');
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
    ];
    for (const text of texts) expect(rejectionOf(text)).not.toBe('');
  });

  test('a property that is not read may have any form', () => {
    expect(read(start, `ATTACH;ENCODING=BASE64;VALUE=BINARY:${'A'.repeat(4_000_000)}`, 'X-WEIRD;A:')).toHaveLength(1);
  });
});

function range(length: number): string {
  return Array.from({ length }, (_, index) => index).join(',');
}
