/* Calendar files that no calendar writes: one event each, with one line that is hostile. */

const times = ['00010101T000000Z', '00010101T000000', '00000101T000000Z', '99991231T235959Z', '99991231', '00010101'];
const rules = [
  ...[
    'FREQ=DAILY',
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;BYSECOND=60',
    'FREQ=YEARLY;UNTIL=99991231',
    'FREQ=DAILY;COUNT=999999999',
  ],
  ...[
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=2147483648',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYYEARDAY=-366',
  ],
  ...[
    'FREQ=MONTHLY;BYDAY=99MO',
    'FREQ=YEARLY;BYWEEKNO=53;BYSETPOS=-366',
    'FREQ=DAILY;UNTIL=00010101',
    'FREQ',
    '',
    'COUNT=1',
  ],
];
const lines: readonly string[] = [
  ...times.flatMap((time) => [
    `DTSTART:${time}`,
    `DTEND:${time}`,
    `RECURRENCE-ID:${time}`,
    `EXDATE:${time}`,
    `RDATE:${time}`,
  ]),
  ...rules.map((rule) => `RRULE:${rule}`),
  ...['a\0b', 'a%00b', '\ud800', 'x'.repeat(100_000), '', '\\n', '__proto__'].flatMap((text) => [
    ...[`UID:${text}`, `SUMMARY:${text}`, `LOCATION:${text}`, `DESCRIPTION:${text}`, `URL:https://zoom.us/j/${text}`],
    ...[
      `ATTENDEE;CN=n:mailto:${text}@example.org`,
      `ATTENDEE;CN="${text}":mailto:a@example.org`,
      `ORGANIZER;EMAIL=${text}:urn:x`,
    ],
    ...[
      `DTSTART;TZID=${text}:20261126T100000`,
      `CONFERENCE:https://example.org/${text}`,
      `STATUS:${text}`,
      `X-${text}:1`,
    ],
  ]),
  ...['0', '-1', '2147483647', '2147483648', '1e999', '99999999999999999999'].map((number) => `SEQUENCE:${number}`),
  ...['P99999999D', '-P1D', 'PT0S', 'P1W', `P${'9'.repeat(400)}D`, 'P'].map((duration) => `DURATION:${duration}`),
  `ATTENDEE:mailto:${'%41'.repeat(200)}@example.org`,
  `EXDATE:${Array(20_000).fill('20261126T100000Z').join(',')}`,
];

/** The calendar files. */
export const hostileCalendars: readonly string[] = lines.map((line) => {
  const name = /^[\w-]+/.exec(line)?.[0] ?? '';
  const usual = [
    'UID:1',
    'DTSTAMP:20261126T000000Z',
    'DTSTART:20261126T100000Z',
    'DTEND:20261126T110000Z',
    'SUMMARY:plain',
  ];
  const without = [name, ...(name === 'DURATION' ? ['DTEND'] : [])];
  const event = [...usual.filter((one) => !without.some((other) => one.startsWith(`${other}:`))), line];
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR'];
  return all.map((one) => `${one}\r\n`).join('');
});
