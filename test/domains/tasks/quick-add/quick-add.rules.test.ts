import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTask } from '../../../../src/domains/tasks/quick-add/quick-add.rules.ts';
import { createTaskInput } from '../../../../src/domains/tasks/tasks/tasks.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';
import { parseInput } from '../../../../src/platform/validation/input-rules.ts';
import '../../../support/properties.ts';

/** Monday, 23 November 2026, 10:00 in Berlin. */
const calendarAt = (now = '2026-11-23T09:00:00Z') =>
  createCalendar(new Date(now), { timeZone: 'Europe/Berlin', dayStartsAt: '04:00', weekStartsOn: 'MONDAY' });

/** What a text says about a task: the title, and all that is not null. */
function read(text: string, now?: string) {
  const { understood: _, notUnderstood: __, labelNames, scheduledAt, ...task } = readTask(text, calendarAt(now));
  const said = Object.entries(task).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(said),
    ...(scheduledAt && { at: scheduledAt.toISOString().slice(0, 16) }),
    ...(labelNames.length > 0 && { labelNames }),
  };
}

test('a text says when to do a task, how long it takes, its labels and its priority', () => {
  expect(readTask('Prepare review fri 14:00 45m #work !high', calendarAt())).toEqual({
    title: 'Prepare review',
    scheduledOn: null,
    scheduledAt: new Date('2026-11-27T13:00:00Z'),
    dueOn: null,
    estimateMinutes: 45,
    labelNames: ['work'],
    priority: 3,
    rule: null,
    notUnderstood: [],
    understood: [
      { part: 'SCHEDULE', offset: 15, text: 'fri 14:00' },
      { part: 'ESTIMATE', offset: 25, text: '45m' },
      { part: 'LABEL', offset: 29, text: '#work' },
      { part: 'PRIORITY', offset: 35, text: '!high' },
    ],
  });
});

test.each([
  ['x tomorrow', { scheduledOn: '2026-11-24' }],
  ['übermorgen x', { scheduledOn: '2026-11-25' }],
  ['x day after tomorrow at 9', { at: '2026-11-25T08:00' }],
  ['x on monday', { scheduledOn: '2026-11-23' }],
  ['x nächsten Montag', { scheduledOn: '2026-11-30' }],
  ['x in 2 weeks', { scheduledOn: '2026-12-07' }],
  ['x 3 dec', { scheduledOn: '2026-12-03' }],
  ['x am 3. Januar', { scheduledOn: '2027-01-03' }],
  ['x 3.12.', { scheduledOn: '2026-12-03' }],
  ['x 3.1. um 9:30 Uhr', { at: '2027-01-03T08:30' }],
  ['x 2026-12-03', { scheduledOn: '2026-12-03' }],
  // Days and times can be apart.
  ['friday x 14:00', { at: '2026-11-27T13:00' }],
  ['x Fr 14 Uhr', { at: '2026-11-27T13:00' }],
  ['x tomorrow morning', { at: '2026-11-24T08:00' }],
  ['x this morning', { at: '2026-11-23T08:00' }],
  ['x heute Abend', { at: '2026-11-23T17:00' }],
  ['x in 2 hours', { at: '2026-11-23T11:00' }],
  ['x in 30 Minuten', { at: '2026-11-23T09:30' }],
  // Neither a time nor that of a day of the week is past.
  ['x 11:00', { at: '2026-11-23T10:00' }],
  ['x 9:00', { at: '2026-11-24T08:00' }],
  ['x mon 11:00', { at: '2026-11-23T10:00' }],
  ['x mon 9:00', { at: '2026-11-30T08:00' }],
  // Until the day starts at four, it is the night of the day before.
  ['x tomorrow 01:00', { at: '2026-11-25T00:00' }],
  ['x at 2:30 tonight', { at: '2026-11-24T01:30' }],
  ['x heute Nacht um 2', { at: '2026-11-24T01:00' }],
  ['x tonight at 8', { at: '2026-11-23T19:00' }],
  ['x 3:30 this afternoon', { at: '2026-11-23T14:30' }],
  ['x 29 feb', { scheduledOn: '2028-02-29' }],
  ['x am 29.2. 9:30', { at: '2028-02-29T08:30' }],
  ['x fri 14:00-15:30', { at: '2026-11-27T13:00', estimateMinutes: 90 }],
])('%s', (text, said) => {
  expect(read(text)).toEqual({ title: 'x', ...said });
});

test('today is the day of the person', () => {
  expect(read('x today', '2026-11-24T02:59:00Z')).toEqual({ title: 'x', scheduledOn: '2026-11-23' });
  expect(read('x morgen', '2026-11-24T03:00:00Z')).toEqual({ title: 'x', scheduledOn: '2026-11-25' });
});

test.each([
  ['x by friday', '2026-11-27'],
  ['x due 3 dec', '2026-12-03'],
  ['x due tomorrow', '2026-11-24'],
  ['x bis Freitag', '2026-11-27'],
  ['x bis Fr', null],
  ['x bis zum 3.12.', '2026-12-03'],
  ['fällig am 3. Dezember x', '2026-12-03'],
])('due: %s', (text, dueOn) => {
  expect(read(text)).toEqual(dueOn ? { title: 'x', dueOn } : { title: text });
});

test.each([
  ['x 45m', 45],
  ['x for 1h', 60],
  ['x 1.5h', 90],
  ['x 1,5 Stunden', 90],
  ['x 1h 30m', 90],
  ['x 90 min', 90],
  ['x 2 Std', 120],
])('estimate: %s', (text, estimateMinutes) => {
  expect(read(text)).toEqual({ title: 'x', estimateMinutes });
});

test.each([
  ['x daily', 'FREQ=DAILY', '2026-11-23'],
  ['x täglich', 'FREQ=DAILY', '2026-11-23'],
  ['x weekly', 'FREQ=WEEKLY', '2026-11-23'],
  ['x every 2 weeks', 'FREQ=WEEKLY;INTERVAL=2', '2026-11-23'],
  ['x jeden zweiten Monat', 'FREQ=MONTHLY;INTERVAL=2', '2026-11-23'],
  ['x jährlich 3. Dezember', 'FREQ=YEARLY', '2026-12-03'],
  ['x every tuesday', 'FREQ=WEEKLY;BYDAY=TU', '2026-11-24'],
  ['x jeden Freitag und Mittwoch', 'FREQ=WEEKLY;BYDAY=WE,FR', '2026-11-25'],
  ['x every other thu', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-11-26'],
  ['x sonntags', 'FREQ=WEEKLY;BYDAY=SU', '2026-11-29'],
  ['x every 2nd tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2026-11-24'],
  ['x alle 2 Wochen mittwochs', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '2026-11-25'],
  ['x montags und freitags', 'FREQ=WEEKLY;BYDAY=MO,FR', '2026-11-23'],
  ['x weekly on friday', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27'],
  ['x monatlich am 15.', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15'],
  ['x on the 1st and 15th of every month', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-12-01'],
  ['x every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-23'],
])('recurrence: %s', (text, rule, scheduledOn) => {
  expect(read(text)).toEqual({ title: 'x', rule, scheduledOn });
});

test('a task that repeats at a time starts on the first day of its rule', () => {
  expect(read('x every wed 9:30')).toEqual({ title: 'x', rule: 'FREQ=WEEKLY;BYDAY=WE', at: '2026-11-25T08:30' });
});

test.each([
  ['x !urgent', 4],
  ['x !1', 4],
  ['x !4', 1],
  ['x !none', 0],
  ['x !Mittel', 2],
])('priority: %s', (text, priority) => {
  expect(read(text)).toEqual({ title: 'x', priority });
});

test('labels are words or in quotes, each once, and at most 20', () => {
  expect(read('x #Work #"deep focus" #work')).toEqual({ title: 'x', labelNames: ['Work', 'deep focus'] });
  const many = Array.from({ length: 21 }, (_, index) => `#l${index}`);
  expect(read(`x ${many.join(' ')} #L3`)).toEqual({
    title: 'x #l20',
    labelNames: many.slice(0, 20).map((name) => name.slice(1)),
  });
  expect(read(`x #${'a'.repeat(61)}`)).toEqual({ title: `x #${'a'.repeat(61)}` });
});

test('the first of a kind counts, others stay in the title', () => {
  expect(read('x 1h 2h !1 !2 fri mon')).toEqual({
    ...{ title: 'x 2h !2 mon', estimateMinutes: 60, priority: 4, scheduledOn: '2026-11-27' },
  });
});

test.each([
  ['Call "Fri 14:00" about "x #work !high 45m daily"'],
  ['Read „bis Freitag“'],
  ['Fix #17'],
  ['Do laundry'],
  ['so what'],
  ['Morning run'],
  ['May I ask'],
  ['3/12 of it'],
  ['Trip mon - wed'],
  ['by friday 14:00'],
  ['14:00 UTC'],
  ['2 days ago'],
  ['last friday'],
  ['Put in a box'],
  ['the day of 10 people'],
  ['Update to 2.10.3'],
  ['every 0 days'],
  ['31 feb'],
  ['29 feb 2027'],
  ['this evening at 3'],
  ['31 dec 9999'],
  ['0m 99999m'],
  ['!1!'.repeat(3)],
])('stays in the title: %s', (text) => {
  expect(read(text)).toEqual({ title: text });
});

test.each([
  ...[
    'every first monday',
    'jeden letzten Freitag',
    'every 3rd thursday',
    'monthly on the first monday',
    'every weekend',
  ],
  ...[
    'first monday of every month',
    'daily on monday',
    'yearly on the 15th',
    'every friday the 13th',
    'every 100 days',
  ],
])('half of it is not taken, and it is named as not understood: %s', (text) => {
  expect(readTask(`x ${text} 9:30`, calendarAt())).toMatchObject({
    ...{ title: `x ${text}`, rule: null, notUnderstood: [text], scheduledAt: new Date('2026-11-24T08:30:00Z') },
  });
});

test('a text of which nothing else is left is the title', () => {
  expect(read('#work  tomorrow')).toEqual({
    ...{ title: '#work tomorrow', scheduledOn: '2026-11-24', labelNames: ['work'] },
  });
});

const fragments = fc.constantFrom(
  ...[
    'fri 14:00',
    'tomorrow',
    'by friday',
    'due 3 dec',
    'bis Freitag',
    'fällig am',
    '3.12.',
    '31.',
    'in 2 hours',
    'in 3',
  ],
  ...[
    '45m',
    '1h',
    '1.5h',
    '90 min',
    '2 Std',
    '#work',
    '#"deep work"',
    '#',
    '!high',
    '!1',
    '!',
    '"',
    '„',
    '“',
    '14:00-15',
  ],
  ...[
    'every monday',
    'jeden Montag',
    'daily',
    'täglich',
    'every 2',
    'months',
    'and',
    'until',
    '29 feb',
    '2028',
    'um',
    '9',
  ],
);
const plain = fc.constantFrom('Alpha', 'Bravo', 'Übung', '東京', '👩‍💻', 'Zulu?');
const texts = fc
  .array(fc.oneof(fragments, plain, fc.string({ unit: 'grapheme', maxLength: 4 })), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(' ').slice(0, 300))
  .filter((text) => text.trim() !== '' && text.isWellFormed() && !/\p{Cc}|[\u2028\u2029]/u.test(text));
const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

test('any text is read: what was understood is where it says, and all else is the title, in order', () => {
  fc.assert(
    fc.property(texts, moments, (text, now) => {
      const { title, understood } = readTask(text, calendarAt(now.toISOString()));
      let end = 0;
      let rest = '';
      for (const part of understood) {
        expect(part.offset).toBeGreaterThanOrEqual(end);
        expect(text.slice(part.offset, part.offset + part.text.length)).toBe(part.text);
        rest += `${text.slice(end, part.offset)} `;
        end = part.offset + part.text.length;
      }
      const words = (some: string) => some.split(/\s+/).filter(Boolean);
      const left = words(rest + text.slice(end));
      expect(words(title)).toEqual(left.length > 0 ? left : words(text));
    }),
    { numRuns: 300 },
  );
});

test('words that say nothing are all in the title', () => {
  const known = ['Alpha', 'Bravo', 'Übung', '東京', '👩‍💻', 'Zulu?'];
  const parts = fc.array(fc.oneof(fragments, plain), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(parts, (some) => {
      const { title, labelNames } = readTask(some.join(' '), calendarAt());
      // Between quotes, they can be part of a label's name.
      const kept = `${title} ${labelNames.join(' ')}`.split(/[\s"„“]+/).filter((word) => known.includes(word));
      expect(kept.sort()).toEqual(some.filter((word) => known.includes(word)).sort());
    }),
    { numRuns: 300 },
  );
});

test('createTask takes whatever a text says', () => {
  fc.assert(
    fc.property(texts, moments, (text, now) => {
      const calendar = calendarAt(now.toISOString());
      const { title, scheduledOn, scheduledAt, dueOn, estimateMinutes, priority, rule } = readTask(text, calendar);
      const input = {
        ...{ title, scheduledOn, dueOn, estimateMinutes, recurrence: rule ? { rule } : null },
        scheduledAt: scheduledAt?.toISOString() ?? null,
        ...(priority !== null && { priority }),
      };
      expect(parseInput({ calendar }, createTaskInput, input)).toMatchObject({ title, dueOn, scheduledOn });
      // Days are today or later, and one that repeats has a day.
      expect([scheduledOn, dueOn].every((day) => day === null || day >= calendar.today)).toBe(true);
      expect(rule === null || scheduledOn !== null || scheduledAt !== null).toBe(true);
    }),
    { numRuns: 300 },
  );
});
