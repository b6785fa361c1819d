import { expect, test } from 'vitest';
import { windowsZones } from '../../../src/integrations/ics/windows-zones.ts';
import { isTimeZone } from '../../../src/platform/time/calendar.ts';
import { calendar, event, fixture, readCalendar, startsOf, year } from './calendars.ts';

const summary = (name: string) =>
  readCalendar(fixture(name), year).map((one) => [
    one.startsAt?.toISOString() ?? one.startsOn,
    one.endsAt?.toISOString() ?? one.endsOn,
    one.title,
    one.status,
    one.recurrenceId,
  ]);

test('a series from Outlook: Windows zones, a Teams link, a moved and an excluded occurrence, a clock change', () => {
  const events = readCalendar(fixture('outlook-teams-series'), year);
  const series = events.filter(({ isRecurring }) => isRecurring);
  expect(startsOf(series).slice(0, 4)).toEqual([
    '2026-03-09T08:00:00.000Z',
    '2026-03-24T13:00:00.000Z',
    // 6 April is excluded, and daylight saving time has begun.
    '2026-04-20T07:00:00.000Z',
    '2026-05-04T07:00:00.000Z',
  ]);
  expect(startsOf(series).slice(-3)).toEqual([
    '2026-11-02T08:00:00.000Z',
    '2026-11-16T08:00:00.000Z',
    '2026-11-30T08:00:00.000Z',
  ]);
  expect(series[0]).toEqual({
    uid: '040000008200E00074C5B7101A82E00800000000A0A1B2C3D4E5DA01000000000000000010000000AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    recurrenceId: '2026-03-09T08:00:00.000Z',
    isRecurring: true,
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20261130T080000Z',
    sequence: 2,
    stamp: new Date('2026-01-05T08:30:00Z'),
    line: 36,
    isInWindow: true,
    isFree: false,
    title: 'Planning',
    description: expect.stringMatching(/^Weekly planning, with notes\.\n\n_+\nMicrosoft Teams meeting\nJoin: </),
    location: 'Microsoft Teams Meeting',
    joinUrl:
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_AAAA%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d',
    status: 'CONFIRMED',
    isAllDay: false,
    startsAt: new Date('2026-03-09T08:00:00Z'),
    endsAt: new Date('2026-03-09T09:00:00Z'),
    startsOn: null,
    endsOn: null,
    timeZone: 'Europe/Berlin',
    organizer: { name: 'Keller, Ada', email: 'ada.keller@example.org' },
    attendees: [
      { name: 'Lindqvist, Björn', email: 'bjorn.lindqvist@example.org', response: 'ACCEPTED' },
      { name: 'cleo@example.org', email: 'cleo@example.org', response: 'NEEDS_ACTION' },
    ],
  });
  expect(series[1]).toMatchObject({ title: 'Planning, moved', recurrenceId: '2026-03-23T08:00:00.000Z', sequence: 3 });
});

test('an unknown time zone follows its own definition, and takes the name of the reader’s zone', () => {
  const [own] = readCalendar(fixture('outlook-teams-series'), year).filter(({ isRecurring }) => !isRecurring);
  expect(own).toMatchObject({
    // Daylight saving time there is six hours ahead.
    startsAt: new Date('2026-07-01T03:00:00Z'),
    endsAt: new Date('2026-07-01T03:45:00Z'),
    timeZone: 'Europe/Berlin',
    recurrenceId: '',
    rule: '',
  });
});

test('a series from Google: an override before its series, a cancelled occurrence, a yearly day', () => {
  expect(summary('google-recurring-with-exceptions')).toEqual([
    ['2026-09-30T07:30:00.000Z', '2026-09-30T08:30:00.000Z', 'Coaching', 'CONFIRMED', '2026-09-30T07:30:00.000Z'],
    [
      '2026-10-08T12:30:00.000Z',
      '2026-10-08T13:30:00.000Z',
      'Coaching (moved)',
      'CONFIRMED',
      '2026-10-07T07:30:00.000Z',
    ],
    ['2026-10-12', '2026-10-12', 'A birthday', 'CONFIRMED', '2026-10-12'],
    ['2026-10-21T07:30:00.000Z', '2026-10-21T08:30:00.000Z', 'Coaching', 'CONFIRMED', '2026-10-21T07:30:00.000Z'],
    ['2026-10-28T08:30:00.000Z', '2026-10-28T09:30:00.000Z', 'Coaching', 'CANCELLED', '2026-10-28T08:30:00.000Z'],
    ['2026-11-04T08:30:00.000Z', '2026-11-04T09:30:00.000Z', 'Coaching', 'CONFIRMED', '2026-11-04T08:30:00.000Z'],
    ['2026-11-11T08:30:00.000Z', '2026-11-11T09:30:00.000Z', 'Coaching', 'CONFIRMED', '2026-11-11T08:30:00.000Z'],
    ['2026-11-18T08:30:00.000Z', '2026-11-18T09:30:00.000Z', 'Coaching', 'CONFIRMED', '2026-11-18T08:30:00.000Z'],
  ]);
  const [first] = readCalendar(fixture('google-recurring-with-exceptions'), year);
  expect(first).toMatchObject({ joinUrl: 'https://meet.google.com/abc-defg-hij', location: '' });
  expect(first?.attendees.map(({ response }) => response)).toEqual(['ACCEPTED', 'DECLINED']);
});

test('whole days and a talk from Apple: alarms, travel time, EMAIL parameters, a zone in a path, a Zoom link', () => {
  const [days, talk, ...rest] = readCalendar(fixture('apple-all-day-and-travel'), year);
  expect(rest).toEqual([]);
  expect(days).toMatchObject({
    title: 'Conference in Zürich',
    isAllDay: true,
    startsOn: '2026-09-03',
    endsOn: '2026-09-05',
  });
  expect(talk).toMatchObject({
    startsAt: new Date('2026-09-04T14:00:00Z'),
    timeZone: 'America/New_York',
    location: 'Hall 5; second floor\nhttps://example.zoom.us/j/123456789?pwd=abc.',
    joinUrl: 'https://example.zoom.us/j/123456789?pwd=abc',
    organizer: { name: 'Ada Keller', email: 'ada@example.org' },
    attendees: [{ name: 'Emil "the" Guest', email: 'emil@example.org', response: 'TENTATIVE' }],
  });
});

test('a cancellation applies to all its events, and may leave the start of an occurrence out', () => {
  expect(summary('cancellation')).toEqual([
    [
      '2026-03-10T08:00:00.000Z',
      '2026-03-10T08:00:00.000Z',
      'Cancelled: one of a series',
      'CANCELLED',
      '2026-03-10T08:00:00.000Z',
    ],
    ['2026-03-11T08:00:00.000Z', '2026-03-11T09:00:00.000Z', 'Cancelled: a single event', 'CANCELLED', ''],
  ]);
});

test.each([
  ['URL:https://meet.google.com/abc-defg-hij', 'https://meet.google.com/abc-defg-hij'],
  ['URL:https://example.org/agenda', ''],
  ['CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.example.org/room', 'https://video.example.org/room'],
  ['CONFERENCE;VALUE=URI:tel:+49-30-1234', ''],
  ['LOCATION:Room 4\\, https://teams.microsoft.com/l/meetup-join/x)', 'https://teams.microsoft.com/l/meetup-join/x'],
  ['DESCRIPTION:See https://example.org and https://us02web.zoom.us/j/1.', 'https://us02web.zoom.us/j/1'],
  ['DESCRIPTION:https://teams.live.com/meet/93', 'https://teams.live.com/meet/93'],
  ['DESCRIPTION:https://zoom.us.example.org/j/1 https://notzoom.us/j/1 https://zoom.us/pricing', ''],
  ['X-ALT-DESC:https://meet.google.com/abc-defg-hij', ''],
])('the join URL of %s', (line, link) => {
  const [one] = readCalendar(calendar(event('DTSTART:20260302T080000Z', line)), year);
  expect(one?.joinUrl).toBe(link);
});

test('every Windows time zone maps to an IANA zone that this machine knows', () => {
  expect(Object.keys(windowsZones).length).toBeGreaterThan(130);
  expect(Object.entries(windowsZones).filter(([, name]) => !isTimeZone(name))).toEqual([]);
});
