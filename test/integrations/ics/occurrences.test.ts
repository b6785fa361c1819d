import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { leaveToCI, tries } from '../../support/services.ts';
import { calendar, event, fixture, read, readCalendar, startsOf, year } from './calendars.ts';

const berlin = 'DTSTART;TZID=Europe/Berlin';

describe('the times of a single event', () => {
  test('a time is in UTC, in a named zone, or in the reader’s zone', () => {
    expect(startsOf(read('DTSTART:20260701T090000Z'))).toEqual(['2026-07-01T09:00:00.000Z']);
    expect(startsOf(read('DTSTART;TZID=america/new_york:20260701T090000'))).toEqual(['2026-07-01T13:00:00.000Z']);
    expect(startsOf(read('DTSTART:20260701T090000'))).toEqual(['2026-07-01T07:00:00.000Z']);
    expect(read('DTSTART;TZID=america/new_york:20260701T090000')[0]?.timeZone).toBe('America/New_York');
  });

  test('DTEND, DURATION or neither; durations in days follow the calendar, others the clock', () => {
    const endOf = (...lines: string[]) => read(`${berlin}:20260328T120000`, ...lines)[0]?.endsAt?.toISOString();
    expect(endOf()).toBe('2026-03-28T11:00:00.000Z');
    expect(endOf('DTEND;TZID=Europe/London:20260328T120000')).toBe('2026-03-28T12:00:00.000Z');
    // Daylight saving time begins in this night.
    expect(endOf('DURATION:P1D')).toBe('2026-03-29T10:00:00.000Z');
    expect(endOf('DURATION:PT24H')).toBe('2026-03-29T11:00:00.000Z');
    const lastOf = (...lines: string[]) => read('DTSTART;VALUE=DATE:20260328', ...lines)[0]?.endsOn;
    expect(lastOf()).toBe('2026-03-28');
    expect(lastOf('DTEND;VALUE=DATE:20260328')).toBe('2026-03-28');
    expect(lastOf('DTEND;VALUE=DATE:20260331')).toBe('2026-03-30');
    expect(lastOf('DURATION:P1W')).toBe('2026-04-03');
    expect(read('DTSTART:20260328')[0]).toMatchObject({ isAllDay: true, startsOn: '2026-03-28' });
  });

  test('a time that clocks skip has the offset before; of a time they show twice, the first counts', () => {
    expect(startsOf(read(`${berlin}:20260329T023000`))).toEqual(['2026-03-29T01:30:00.000Z']);
    expect(startsOf(read(`${berlin}:20261025T023000`))).toEqual(['2026-10-25T00:30:00.000Z']);
  });

  test('the window includes its start but not its end; days start at the reader’s midnight', () => {
    const at = (start: string) => read(start).length;
    expect([at('DTSTART:20251231T225959Z'), at('DTSTART:20251231T230000Z')]).toEqual([0, 1]);
    expect([at('DTSTART:20261231T225959Z'), at('DTSTART:20261231T230000Z')]).toEqual([1, 0]);
    expect([at('DTSTART;VALUE=DATE:20251231'), at('DTSTART;VALUE=DATE:20260101')]).toEqual([0, 1]);
    expect([at('DTSTART;VALUE=DATE:20261231'), at('DTSTART;VALUE=DATE:20270101')]).toEqual([1, 0]);
  });

  test('texts are unescaped, and folded lines are joined', () => {
    const lines = [
      'DTSTART:20260701T090000Z',
      'SUMMARY:a\\, b\\; c\\\\d\\Ne',
      'DESCRIPTION:fol',
      ' ded',
      '\tand again',
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      const [one] = readCalendar(calendar(event(...lines)).replaceAll('\n', end), year);
      expect(one).toMatchObject({ title: 'a, b; c\\d\ne', description: 'foldedand again' });
    }
  });

  test('of two versions the one with the higher SEQUENCE counts, then the one changed last', () => {
    const titleOf = (...versions: string[][]) =>
      readCalendar(calendar(...versions.map((lines) => event('DTSTART:20260701T090000Z', ...lines))), year).map(
        ({ title }) => title,
      );
    expect(titleOf(['SUMMARY:new', 'SEQUENCE:10'], ['SUMMARY:old', 'SEQUENCE:9'])).toEqual(['new']);
    expect(titleOf(['SUMMARY:new', 'DTSTAMP:20260102T000000Z'], ['SUMMARY:old', 'DTSTAMP:20260101T000000Z'])).toEqual([
      'new',
    ]);
    expect(titleOf(['SUMMARY:old'], ['SUMMARY:new'])).toEqual(['new']);
  });

  test.each([
    ['3', 3],
    ['-3', 0],
    ['99999999999', 2_147_483_647],
  ])('SEQUENCE:%s counts as %i', (text, sequence) => {
    expect(read('DTSTART:20260701T090000Z', `SEQUENCE:${text}`)[0]?.sequence).toBe(sequence);
  });
});

describe('recurrence rules', () => {
  test.each([
    ['FREQ=DAILY;COUNT=3', ['01-05', '01-06', '01-07']],
    ['FREQ=DAILY;INTERVAL=10;UNTIL=20260125T080000Z', ['01-05', '01-15', '01-25']],
    ['FREQ=DAILY;INTERVAL=10;UNTIL=20260125', ['01-05', '01-15', '01-25']],
    ['FREQ=DAILY;INTERVAL=10;UNTIL=20260125T075959Z', ['01-05', '01-15']],
    ['FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4', ['01-05', '01-07', '01-12', '01-14']],
    ['FREQ=MONTHLY;BYDAY=1MO;COUNT=3', ['01-05', '02-02', '03-02']],
    ['FREQ=MONTHLY;BYMONTHDAY=5,-1;COUNT=3', ['01-05', '01-31', '02-05']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', ['01-05', '01-30', '02-27']],
    ['FREQ=YEARLY;BYMONTH=1,3;BYDAY=MO;BYSETPOS=1,-1;UNTIL=20261231', ['01-05', '03-30']],
    ['FREQ=YEARLY;BYYEARDAY=5,100;UNTIL=20261231', ['01-05', '04-10']],
    ['FREQ=YEARLY;BYWEEKNO=2,20;BYDAY=MO;UNTIL=20261231', ['01-05', '05-11']],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,SU;COUNT=4', ['01-05', '01-18', '01-19', '02-01']],
  ])('%s', (rule, days) => {
    const starts = startsOf(read(`${berlin}:20260105T090000`, `RRULE:${rule}`));
    expect(starts.map((start) => start?.slice(5, 10))).toEqual(days);
  });

  test('the start is always the first occurrence, and counts towards COUNT', () => {
    const starts = startsOf(read('DTSTART:20260106T090000Z', 'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3'));
    expect(starts.map((start) => start?.slice(5, 10))).toEqual(['01-06', '01-12', '01-19']);
  });

  test('a time that clocks skip is left out, and does not count towards COUNT', () => {
    const starts = startsOf(read(`${berlin}:20260328T023000`, 'RRULE:FREQ=DAILY;COUNT=3'));
    expect(starts).toEqual(['2026-03-28T01:30:00.000Z', '2026-03-30T00:30:00.000Z', '2026-03-31T00:30:00.000Z']);
  });

  test('several times a day, and more often than daily', () => {
    const hours = (rule: string) =>
      startsOf(read('DTSTART:20260105T090000Z', rule)).map((start) => start?.slice(11, 16));
    expect(hours('RRULE:FREQ=DAILY;BYHOUR=9,13;BYMINUTE=0,30;COUNT=4')).toEqual(['09:00', '09:30', '13:00', '13:30']);
    expect(hours('RRULE:FREQ=HOURLY;INTERVAL=3;UNTIL=20260105T170000Z')).toEqual(['09:00', '12:00', '15:00']);
    expect(hours('RRULE:FREQ=MINUTELY;INTERVAL=15;COUNT=3')).toEqual(['09:00', '09:15', '09:30']);
  });

  test('RDATE adds occurrences, possibly with their own duration; EXDATE removes them, by time or by day', () => {
    const events = read(
      `${berlin}:20260105T090000`,
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=4',
      'RDATE:20260110T080000Z',
      'RDATE;VALUE=PERIOD:20260111T080000Z/PT15M,20260112T080000Z/20260112T083000Z',
      'EXDATE:20260106T080000Z',
      'EXDATE;VALUE=DATE:20260107',
    );
    expect(
      events.map((one) => [one.recurrenceId.slice(8, 10), (+(one.endsAt ?? 0) - +(one.startsAt ?? 0)) / 60_000]),
    ).toEqual([
      ['05', 60],
      ['08', 60],
      ['10', 60],
      ['11', 15],
      ['12', 30],
    ]);
    const listed = read('DTSTART;VALUE=DATE:20260105', 'RDATE;VALUE=DATE:20260201,20260201,20260105');
    expect(listed.map(({ recurrenceId, rule }) => [recurrenceId, rule])).toEqual([
      ['2026-01-05', ''],
      ['2026-02-01', ''],
    ]);
  });

  test('whole days recur as days, across clock changes', () => {
    const days = read(
      'DTSTART;VALUE=DATE:20260327',
      'DTEND;VALUE=DATE:20260329',
      'RRULE:FREQ=DAILY;UNTIL=20260330T235959Z',
    );
    expect(days.map(({ startsOn, endsOn, recurrenceId }) => [startsOn, endsOn, recurrenceId])).toEqual([
      ['2026-03-27', '2026-03-28', '2026-03-27'],
      ['2026-03-28', '2026-03-29', '2026-03-28'],
      ['2026-03-29', '2026-03-30', '2026-03-29'],
      ['2026-03-30', '2026-03-31', '2026-03-30'],
    ]);
  });
});

describe('overridden occurrences', () => {
  const series = [`${berlin}:20260105T090000`, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4', 'SUMMARY:as planned'];
  const withChange = (...lines: string[]) => readCalendar(calendar(event(...lines), event(...series)), year);
  const shown = (...lines: string[]) =>
    withChange(...lines).map((one) => [
      one.startsAt?.toISOString().slice(5, 16),
      one.title,
      one.recurrenceId.slice(5, 10),
    ]);

  test('an occurrence moved out of the window is left out, one moved into it is included', () => {
    expect(shown('RECURRENCE-ID:20260112T080000Z', 'DTSTART:20270112T080000Z')).toHaveLength(3);
    const january = { ...year, from: new Date('2026-01-20T00:00:00Z'), to: new Date('2026-01-22T00:00:00Z') };
    const moved = event('RECURRENCE-ID:20260112T080000Z', 'DTSTART:20260121T080000Z');
    expect(readCalendar(calendar(moved, event(...series)), january).map(({ recurrenceId }) => recurrenceId)).toEqual([
      '2026-01-12T08:00:00.000Z',
    ]);
  });

  test('RECURRENCE-ID may be a date, or a time in another zone', () => {
    for (const id of ['RECURRENCE-ID;VALUE=DATE:20260112', 'RECURRENCE-ID;TZID=Europe/London:20260112T080000']) {
      expect(shown(id, 'DTSTART:20260112T100000Z', 'SUMMARY:later')).toEqual([
        ['01-05T08:00', 'as planned', '01-05'],
        ['01-12T10:00', 'later', '01-12'],
        ['01-19T08:00', 'as planned', '01-19'],
        ['01-26T08:00', 'as planned', '01-26'],
      ]);
    }
  });

  test('THISANDFUTURE moves all later occurrences by as much, except those with overrides of their own', () => {
    const future = event(
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260112T090000',
      `${berlin}:20260113T110000`,
      'DURATION:PT2H',
      'SUMMARY:from now on',
    );
    const own = event('RECURRENCE-ID:20260119T080000Z', 'DTSTART:20260119T120000Z', 'SUMMARY:its own');
    const events = readCalendar(calendar(own, event(...series), future), year);
    expect(
      events.map(({ startsAt, endsAt, title }) => [startsAt?.toISOString(), endsAt?.toISOString(), title]),
    ).toEqual([
      ['2026-01-05T08:00:00.000Z', '2026-01-05T09:00:00.000Z', 'as planned'],
      ['2026-01-13T10:00:00.000Z', '2026-01-13T12:00:00.000Z', 'from now on'],
      ['2026-01-19T12:00:00.000Z', '2026-01-19T12:00:00.000Z', 'its own'],
      ['2026-01-27T10:00:00.000Z', '2026-01-27T12:00:00.000Z', 'from now on'],
    ]);
    expect(events.map(({ recurrenceId }) => recurrenceId.slice(5, 10))).toEqual(['01-05', '01-12', '01-19', '01-26']);
  });

  test('an override without its series is an occurrence of its own', () => {
    expect(read('RECURRENCE-ID:20260112T080000Z', 'DTSTART:20260113T080000Z')).toMatchObject([
      { recurrenceId: '2026-01-12T08:00:00.000Z', isRecurring: true, rule: '' },
    ]);
  });
});

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Africa/Casablanca',
];

test('a weekly event keeps its local time across clock changes, in any zone', () => {
  const starts = fc.record({
    zone: fc.constantFrom(...zones),
    hour: fc.integer({ min: 4, max: 22 }),
    day: fc.nat(364),
  });
  fc.assert(
    fc.property(starts, ({ zone, hour, day }) => {
      const first = Temporal.PlainDate.from('2025-01-01').add({ days: day });
      const time = `${first.toString().replaceAll('-', '')}T${String(hour).padStart(2, '0')}3000`;
      const found = readCalendar(calendar(event(`DTSTART;TZID=${zone}:${time}`, 'RRULE:FREQ=WEEKLY')), year);
      const locals = found.map(({ startsAt }) =>
        Temporal.Instant.fromEpochMilliseconds(Number(startsAt)).toZonedDateTimeISO(zone),
      );
      expect(locals.length).toBeGreaterThanOrEqual(51);
      for (const local of locals) {
        expect([local.hour, local.minute, local.dayOfWeek]).toEqual([hour, 30, first.dayOfWeek]);
      }
    }),
    { numRuns: tries(60) },
  );
});

test('a custom zone that changes as Berlin does gives the same times as Berlin', (context) => {
  leaveToCI(context);
  const definition =
    fixture('google-recurring-with-exceptions').match(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE/)?.[0] ?? '';
  const unknown = definition.replace(/X-LIC-LOCATION.*\r\n/, '').replace('TZID:Europe/Berlin', 'TZID:Ours');
  expect(unknown).toContain('TZID:Ours');
  const minutes = fc.integer({ min: 0, max: 366 * 24 * 4 - 1 }).map((quarters) => quarters * 15);
  const nearChanges = fc
    .tuple(fc.constantFrom('2026-03-29T02:00', '2026-10-25T02:00'), fc.integer({ min: -12, max: 12 }))
    .map(([change, quarters]) => Temporal.PlainDateTime.from(change).add({ minutes: quarters * 15 }));
  const walls = fc.oneof(
    minutes.map((past) => Temporal.PlainDateTime.from('2026-01-01').add({ minutes: past })),
    nearChanges,
  );
  fc.assert(
    fc.property(walls, (wall) => {
      const at = wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
      const inZone = (tzid: string, ...lines: string[]) =>
        startsOf(readCalendar(calendar(unknown, event(`DTSTART;TZID=${tzid}:${at}`, ...lines)), year));
      // A series that starts at a time that clocks skip keeps that time only in a custom zone.
      const daily = at.startsWith('20260329T02') ? [] : ['RRULE:FREQ=DAILY;UNTIL=20261231T120000Z'];
      expect(inZone('Ours')).toEqual(inZone('Europe/Berlin'));
      expect(inZone('Ours', ...daily)).toEqual(inZone('Europe/Berlin', ...daily));
    }),
    { numRuns: tries(100) },
  );
});

const rules = fc.constantFrom(
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=DAILY;COUNT=40;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=30',
  'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260930T120000Z',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYMONTHDAY=31',
  'FREQ=YEARLY;BYMONTH=2,8;BYDAY=1MO,-1SU',
);

test('occurrences do not depend on how a range is divided into windows, and reading is repeatable', () => {
  const days = fc.integer({ min: 0, max: 364 });
  const changes = fc.constantFrom(
    [],
    ['RECURRENCE-ID;VALUE=DATE:20260616', 'DTSTART:20260401T100000Z'],
    ['RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260616', 'DTSTART:20260620T100000Z'],
  );
  fc.assert(
    fc.property(rules, fc.constantFrom(...zones), changes, days, (rule, zone, change, day) => {
      const series = event(`DTSTART;TZID=${zone}:20251202T090000`, 'DURATION:PT30M', `RRULE:${rule}`);
      const text = calendar(series, ...(change.length > 0 ? [event(...change)] : []));
      const cut = new Date(Number(year.from) + day * 86_400_000 + 9 * 3_600_000);
      const whole = readCalendar(text, year);
      const parts = [readCalendar(text, { ...year, to: cut }), readCalendar(text, { ...year, from: cut })].flat();
      expect(parts).toEqual(whole);
      expect(readCalendar(text, year)).toEqual(whole);
      expect(new Set(whole.map(({ recurrenceId }) => recurrenceId)).size).toBe(whole.length);
    }),
    { numRuns: tries(60) },
  );
});
