import { expect, test } from 'vitest';
import { momentOf, orderOf, parseDate, parseTime } from '../../../src/integrations/imports/dates.ts';
import { createCalendar } from '../../../src/platform/time/calendar.ts';
import { berlin, readText } from '../../support/imports.ts';

test.each([
  ['2026-11-05', '2026-11-05', null],
  ['2026/11/5 7:05', '2026-11-05', '07:05:00'],
  ['5.11.2026 15:05', '2026-11-05', '15:05:00'],
  ['05/11/26, 3:05\u202fPM', '2026-11-05', '15:05:00'],
  ['Thursday, November 5, 2026 12:05 a.m.', '2026-11-05', '00:05:00'],
  ['5 de noviembre de 2026', '2026-11-05', null],
  ['mar. 3 mars 2026', '2026-03-03', null],
  ['1793874300000', '2026-11-05', '10:25:00'],
  ['5. März 2026', '2026-03-05', null],
  ['5 ноября 2026 г.', '2026-11-05', null],
  ['2026年11月5日 下午3:05', '2026-11-05', '15:05:00'],
])('%s is read', (text, date, time) => {
  expect(parseDate(text, 'DMY')).toMatchObject({ date, time });
});

test('dates that stand for none are none, and what is no date is refused', () => {
  const none = [
    '',
    '0',
    'None',
    '0000-00-00',
    '0001-01-01T00:00:00Z',
    '1899-12-30',
    '1970-01-01T00:00:00Z',
    '1/1/4501',
    '0/0/00',
    '0000-00-00 00:00:00',
  ];
  expect(none.map((text) => parseDate(text, 'MDY'))).toEqual(none.map(() => null));
  for (const text of ['31/02/2026', 'tomorrow', '2026-11-05 25:00', '2026-13-01', '2026-11-05T10:00:00+99:00']) {
    expect(() => parseDate(text, 'DMY')).toThrow('is not a date that can be read.');
  }
  expect(['12:00 AM', '12:30\u202fPM', '9 pm', '13:00 PM', '24:00'].map(parseTime)).toEqual([
    '00:00:00',
    '12:30:00',
    '21:00:00',
    null,
    null,
  ]);
});

test('the order of day and month is decided by the whole file, and never guessed', () => {
  expect(orderOf(['3/4/2026', '3/14/2026'], null)).toBe('MDY');
  expect(orderOf(['3/4/2026', '14/3/2026'], null)).toBe('DMY');
  expect(orderOf(['3.4.2026'], null)).toBe('DMY');
  expect(orderOf(['3/4/2026'], 'MDY')).toBe('MDY');
  // Clocks of twelve hours stand beside days that are first as well, as in Australia.
  for (const texts of [['3/4/2026', '2026-03-04'], ['3/4/2026 9:00 AM']])
    expect(() => orderOf(texts, null)).toThrow('whether the day or the month is first');
});

test('times that clocks skip are moved forward, and of two the first is taken', () => {
  const at = (text: string) => momentOf(parseDate(text, null) as NonNullable<ReturnType<typeof parseDate>>, berlin);
  expect(at('2026-03-29 02:30')).toBe('2026-03-29T01:30:00.000Z');
  expect(at('2026-10-25 02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(at('2026-10-25T02:30:00+0100')).toBe('2026-10-25T01:30:00.000Z');
});

const tickTick = (...rows: string[]) => ['Title,Status,Start Date,Due Date,Timezone,Is All Day', ...rows].join('\n');

test('an all-day date is the midnight of its zone told in UTC, whenever the days of its owner begin', () => {
  const late = createCalendar(berlin.now, { timeZone: 'Europe/Berlin', dayStartsAt: '04:00', weekStartsOn: 'MONDAY' });
  const text = tickTick(
    'Berlin,0,2026-11-05T23:00:00+0000,2026-11-05T23:00:00+0000,Europe/Berlin,true',
    'New York,0,2026-11-06T05:00:00+0000,,Eastern Standard Time,true',
    'Moment,0,2026-11-05T23:30:00+0000,2026-11-05T23:30:00+0000,Europe/Berlin,false',
    'Mars,0,2026-11-05T23:30:00+0000,,Mars/Base,false',
  );
  const { records, skipped, warnings } = readText('TICKTICK', text, { calendar: late, owner: late });
  expect(records).toMatchObject([
    { scheduledOn: '2026-11-06', dueOn: '2026-11-06' },
    { scheduledOn: '2026-11-06' },
    { scheduledAt: '2026-11-05T23:30:00.000Z', dueOn: '2026-11-06' },
    { scheduledAt: '2026-11-05T23:30:00.000Z', description: 'time zone: Mars/Base' },
  ]);
  expect(skipped).toEqual([]);
  expect(warnings).toEqual([{ at: 'line 5', reason: 'The time zone cannot be read: it stands in the description.' }]);
});

test('where a day begins at 4, what is before belongs to the night after it', () => {
  const calendar = createCalendar(berlin.now, {
    timeZone: 'Europe/Berlin',
    dayStartsAt: '04:00',
    weekStartsOn: 'MONDAY',
  });
  const text = 'full_date,date,time,mood\n2026-11-05,5 November,01:30,good\n2026-11-05,5 November,04:30,good\n';
  expect(readText('DAYLIO', text, { calendar }).records).toMatchObject([
    { moment: '2026-11-06T00:30:00.000Z' },
    { moment: '2026-11-05T03:30:00.000Z' },
  ]);
});

const things = (more: object) => JSON.stringify([{ title: 'x', ...more }]);
const vikunja = (more: object) => JSON.stringify([{ title: 'P', tasks: [{ id: 1, title: 'x', ...more }] }]);
const superProductivity = (more: object) => JSON.stringify({ task: { entities: { a: { title: 'x', ...more } } } });
const tasks = { kind: 'task', columns: { title: 'Was', dueOn: 'Wann', estimateMinutes: 'Min' } };

test.each([
  ['TODOIST', JSON.stringify([{ id: 1, content: 'x', due: { date: '0000-01-01' } }]), 'due: 0000-01-01'],
  ['TODOIST', JSON.stringify([{ id: 1, content: 'x', deadline: { date: '2026-02-30' } }]), 'deadline: 2026-02-30'],
  ['TODOIST', JSON.stringify([{ id: 1, content: 'x', checked: true, completed_at: 'x' }]), 'completed_at: x'],
  [
    'TODOIST',
    JSON.stringify([{ id: 1, content: 'x', due: { date: '2026-11-05T09:00:00', timezone: 'Mars/Base' } }]),
    'time zone: Mars/Base',
  ],
  ['TODOIST', 'TYPE,CONTENT,DEADLINE\ntask,x,0000-01-01\n', 'Deadline: 0000-01-01'],
  ['TICKTICK', 'Title,Status,Due Date\nx,0,2026-13-45T00:00:00+0000\n', 'Due Date: 2026-13-45T00:00:00+0000'],
  ['TICKTICK', 'Title,Status,Completed Time\nx,1,0000-01-01\n', 'Completed Time: 0000-01-01'],
  ['VIKUNJA', vikunja({ due_date: '0000-12-31T00:00:00Z' }), 'due_date: 0000-12-31T00:00:00Z'],
  ['VIKUNJA', vikunja({ done: true, done_at: '2026-02-30T00:00:00Z' }), 'done_at: 2026-02-30T00:00:00Z'],
  ['SUPER_PRODUCTIVITY', superProductivity({ dueDay: '0000-01-01' }), 'dueDay: 0000-01-01'],
  ['THINGS', things({ deadline: '2026-02-30' }), 'deadline: 2026-02-30'],
  ['THINGS', things({ completed: true, 'completion-date': '0000-01-01' }), 'completion-date: 0000-01-01'],
  ['OUTLOOK', 'Subject,Due Date,Start Date\nx,31.02.2026,\n', 'Due Date: 31.02.2026'],
  ['OUTLOOK', 'Subject,Start Date,Start Time,End Date\nx,13.11.2026,9:00,31.02.2026\n', 'End Date: 31.02.2026'],
  ['HUNTR', 'Job Title,Company,List,Date Applied\nx,y,Applied,2026-02-30\n', 'Date Applied: 2026-02-30'],
  ['LINKEDIN', 'First Name,Last Name,Connected On\nx,y,31 Feb 2026\n', 'Connected On: 31 Feb 2026'],
  ['LINKEDIN', 'Company Name,Job Title,Application Date\nx,y,2/30/26\n', 'Application Date: 2/30/26'],
  ['LINKEDIN', 'Content Title,Content Completed At (if completed)\nx,2026-02-30\n', 'Content Completed At: 2026-02-30'],
  ['CSV', 'Was,Wann,Min\nx,0000-01-01,\n', 'dueOn: 0000-01-01', tasks],
  ['CSV', 'Was,Wann,Min\nx,,many\n', 'estimateMinutes: many', tasks],
] as const)(
  'of %s, a value that cannot be read costs no row: %s',
  (format, content, line, csvMapping: unknown = null) => {
    const { records, skipped, warnings } = readText(format, content, { csvMapping });
    expect(skipped).toEqual([]);
    const [record] = records;
    expect(record && ('notes' in record ? record.notes : 'description' in record && record.description)).toContain(
      line,
    );
    const [name = ''] = line.split(':');
    expect(
      warnings.some(({ reason }) => reason.toLowerCase().includes(`the ${name.toLowerCase()} cannot be read`)),
    ).toBe(true);
  },
);

test('what a record cannot be without still costs its row', () => {
  const { readCount, skipped } = readText('DAYLIO', 'mood,date\nrad,0000-01-01\nrad,2026-02-30\n');
  expect([readCount, skipped.map(({ at }) => at)]).toEqual([2, ['line 2', 'line 3']]);
});
