import { describe, expect, test } from 'vitest';
import { calendar, event, read, readCalendar, readMessages, startsOf, warningsOf, year } from './calendars.ts';

/* What programs make of the formats, and what is meant. */

describe('a zone whose definition cannot be used is as if it were not defined, and the result says so', () => {
  const zone = (...parts: string[]) => ['BEGIN:VTIMEZONE', 'TZID:Ours', ...parts, 'END:VTIMEZONE'].join('\n');
  const standard = (...lines: string[]) => ['BEGIN:STANDARD', ...lines, 'END:STANDARD'].join('\n');
  const sound = ['DTSTART:19700101T000000', 'TZOFFSETFROM:+0500', 'TZOFFSETTO:+0500'];
  const at = 'DTSTART;TZID=Ours:20260302T090000';

  test('a sound one counts', () => {
    const text = calendar(zone(standard(...sound)), event(at));
    expect(startsOf(readCalendar(text, year))).toEqual(['2026-03-02T04:00:00.000Z']);
    expect(warningsOf(text)).toEqual([]);
  });

  test.each([
    ['no parts', zone()],
    ['a part without offsets', zone(standard('DTSTART:19700101T000000'))],
    ['an offset that is none', zone(standard(...sound.slice(0, 2), 'TZOFFSETTO:east'))],
    ['an offset of days', zone(standard(...sound.slice(0, 2), 'TZOFFSETTO:+9900'))],
    ['a part without a start', zone(standard(...sound.slice(1)))],
    ['a start that is none', zone(standard('DTSTART:once', ...sound.slice(1)))],
    ['a rule that is none', zone(standard(...sound, 'RRULE:FREQ=SOMETIMES'))],
    ['a rule of weeks', zone(standard(...sound, 'RRULE:FREQ=WEEKLY'))],
    ['a rule in another calendar', zone(standard(...sound, 'RRULE:RSCALE=HEBREW;FREQ=YEARLY'))],
    ['a definition of another zone', zone(standard(...sound)).replace('Ours', 'Theirs')],
  ])('%s', (_what, definition) => {
    const text = calendar(definition, event(at));
    expect(startsOf(readCalendar(text, year))).toEqual(['2026-03-02T08:00:00.000Z']);
    expect(warningsOf(text)).toEqual([
      expect.stringMatching(
        /^The time zone "Ours" is neither known nor defined in the file: 1 event .* read in Europe\/Berlin\.$/,
      ),
    ]);
    // A name that is known needs no definition.
    const known = text.replaceAll('Ours', 'America/New_York');
    expect(startsOf(readCalendar(known, year))).toEqual(['2026-03-02T14:00:00.000Z']);
    expect(warningsOf(known)).toEqual([]);
  });
});

test('control characters that an encoding has hidden are left out', () => {
  const [found] = read(
    'UID;ENCODING=QUOTED-PRINTABLE:a=00b',
    'DTSTART:20260105T080000Z',
    'SUMMARY;ENCODING=QUOTED-PRINTABLE:a=07b=3Dc=0D=0Ad=zz',
    'ATTENDEE;CN=Ada:mailto:ada%00@example.org?subject=x',
  );
  expect(found).toMatchObject({ uid: 'ab', title: 'ab=c\nd=zz', attendees: [{ email: 'ada@example.org' }] });
});

describe('vCalendar 1.0', () => {
  test.each([
    ['D1 #3', ['05', '06', '07']],
    ['D2', ['05', '07']],
    ['W1 MO WE #4', ['05', '07', '12', '14']],
    ['W2 MO 20260202T230000Z', ['05', '19', '02']],
    ['MP1 1+ MO #3', ['05', '02', '02']],
    ['MP1 1- FR #3', ['05', '30', '27']],
    ['MD1 5+ LD #3', ['05', '31', '05']],
    ['YM1 1 3 #2', ['05', '05']],
    ['YD1 5 100 #2', ['05', '10']],
  ])('the rule %s', (rule, days) => {
    const starts = startsOf(read('DTSTART:20260105T080000Z', `RRULE:${rule}`));
    expect(starts.map((start) => start?.slice(8, 10))).toEqual(days);
  });

  test('texts in quoted-printable are in their charset, or else in Windows-1252', () => {
    const titleOf = (line: string) => read('DTSTART:20260105T080000Z', line)[0]?.title;
    expect(titleOf('SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Z=C3=BCrich 100 %')).toBe('Zürich 100 %');
    expect(titleOf('SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Z=FCrich')).toBe('Zürich');
    expect(titleOf('SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1252:=80 5')).toBe('€ 5');
    expect(titleOf('SUMMARY;ENCODING=QUOTED-PRINTABLE:Z=FCrich')).toBe('Zürich');
    expect(titleOf('SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=EBCDIC:Z=FCrich, ü')).toContain('Z');
  });
});

test('several calendars in one file keep their methods and zones, and share definitions', () => {
  const text = [
    [
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'X-WR-TIMEZONE:Asia/Tokyo',
      event('UID:a', 'DTSTART:20260302T090000'),
      'END:VCALENDAR',
    ],
    ['BEGIN:VCALENDAR', 'METHOD:CANCEL', event('UID:b', 'DTSTART:20260302T090000'), 'END:VCALENDAR'],
  ].map((lines) => lines.join('\n'));
  const { messages } = readMessages(text.join('\n'), year);
  expect(messages.map(({ uid, method }) => [uid, method])).toEqual([
    ['a', 'REQUEST'],
    ['b', 'CANCEL'],
  ]);
  expect(startsOf(readCalendar(text.join('\n'), year))).toEqual([
    '2026-03-02T00:00:00.000Z',
    '2026-03-02T08:00:00.000Z',
  ]);
});

test('EXRULE leaves occurrences out, as EXDATE does', () => {
  const series = ['DTSTART:20260105T080000Z', 'RRULE:FREQ=DAILY;COUNT=7', 'EXRULE:FREQ=WEEKLY;BYDAY=SA,SU'];
  expect(startsOf(read(...series)).map((start) => start?.slice(8, 10))).toEqual(['05', '06', '07', '08', '09']);
  // It counts from the start of the series, too.
  const every = startsOf(read('DTSTART:20260105T080000Z', 'RRULE:FREQ=DAILY;COUNT=6', 'EXRULE:FREQ=DAILY;INTERVAL=2'));
  expect(every.map((start) => start?.slice(8, 10))).toEqual(['06', '08', '10']);
});

test.each([
  ['a byte order mark', '\ufeffBEGIN:VCALENDAR'],
  ['marks of UTF-16 that was read as UTF-8', '\ufffd\ufffdBEGIN:VCALENDAR'],
])('%s in front of the calendar', (_what, first) => {
  const text = calendar(event('DTSTART:20260302T080000Z')).replace('BEGIN:VCALENDAR', `${first}\nMETHOD:CANCEL`);
  expect(readMessages(text, year).messages).toMatchObject([{ method: 'CANCEL' }]);
});

test.each([
  ['DTSTART:20260302T090000T', '2026-03-02T08:00:00.000Z'],
  ['DTSTART:2026-03-02 09:00', '2026-03-02T08:00:00.000Z'],
  ['DTSTART:20260302T0900+0500', '2026-03-02T04:00:00.000Z'],
  ['DTSTART;VALUE=DATE-TIME:20260302', '2026-03-02'],
  ['dtstart;tzid="Europe/London":20260302t090000', '2026-03-02T09:00:00.000Z'],
])('%s', (line, start) => {
  expect(startsOf(read(line))).toEqual([start]);
});
