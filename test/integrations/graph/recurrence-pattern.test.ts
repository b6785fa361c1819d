import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { expect, test } from 'vitest';
import { ruleOf } from '../../../src/integrations/graph/recurrence.ts';
import { patternOf } from '../../../src/integrations/graph/recurrence-pattern.ts';
import '../../support/properties.ts';

const start = '2026-11-24';

test('rules of RFC 5545 are recurrences of Graph; what the rule leaves to the start is said', () => {
  const patterns = (rule: string) => patternOf(rule, start);
  expect(patterns('FREQ=DAILY;INTERVAL=3')).toEqual({
    pattern: { type: 'daily', interval: 3 },
    range: { type: 'noEnd', startDate: start },
  });
  expect(patterns('FREQ=WEEKLY;UNTIL=20261231T225959Z')).toEqual({
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
    range: { type: 'endDate', startDate: start, endDate: '2026-12-31' },
  });
  expect(patterns('FREQ=MONTHLY;COUNT=4')?.pattern).toEqual({ type: 'absoluteMonthly', interval: 1, dayOfMonth: 24 });
  expect(patterns('FREQ=MONTHLY;BYDAY=-1FR')?.pattern).toEqual({
    ...{ type: 'relativeMonthly', interval: 1 },
    ...{ daysOfWeek: ['friday'], index: 'last' },
  });
  expect(patterns('FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2')?.pattern).toMatchObject({
    ...{ daysOfWeek: ['monday', 'tuesday'], index: 'second' },
  });
  expect(patterns('FREQ=YEARLY')?.pattern).toEqual({ type: 'absoluteYearly', interval: 1, month: 11, dayOfMonth: 24 });
});

test('what Graph cannot say is null, as is what is no rule', () => {
  const unsaid = [
    ...['', 'every day', 'FREQ=SOMETIMES', 'FREQ=HOURLY', 'FREQ=DAILY;BYDAY=MO', 'FREQ=DAILY;BYHOUR=9'],
    ...['FREQ=WEEKLY;BYDAY=MO;BYMONTH=1', 'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1', 'FREQ=MONTHLY;BYDAY=MO'],
    ...['FREQ=MONTHLY;BYDAY=5MO', 'FREQ=MONTHLY;BYDAY=1MO,1TU', 'FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=1'],
    ...['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=1,15', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13'],
    ...['FREQ=MONTHLY;BYSETPOS=1', 'FREQ=YEARLY;BYDAY=1MO', 'FREQ=YEARLY;BYMONTHDAY=1', 'FREQ=YEARLY;BYWEEKNO=1'],
    ...['FREQ=YEARLY;BYYEARDAY=1', 'FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=1', 'FREQ=DAILY;COUNT=1;UNTIL=20270101'],
  ];
  for (const rule of unsaid) expect(patternOf(rule, start), rule).toBeNull();
});

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const daysOfWeek = fc.subarray(days, { minLength: 1 });
const index = fc.constantFrom('first', 'second', 'third', 'fourth', 'last');
const [dayOfMonth, month] = [fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 })];
const pattern = fc
  .oneof(
    fc.record({ type: fc.constant('daily') }),
    fc.record({ type: fc.constant('weekly'), daysOfWeek, firstDayOfWeek: fc.constantFrom(...days) }),
    fc.record({ type: fc.constant('absoluteMonthly'), dayOfMonth }),
    fc.record({ type: fc.constant('relativeMonthly'), daysOfWeek, index }),
    fc.record({ type: fc.constant('absoluteYearly'), month, dayOfMonth }),
    fc.record({ type: fc.constant('relativeYearly'), month, daysOfWeek, index }),
  )
  .chain((one) => fc.integer({ min: 1, max: 5 }).map((interval) => ({ ...one, interval })));
const range = fc.oneof(
  fc.constant({ type: 'noEnd' }),
  fc.integer({ min: 1, max: 30 }).map((numberOfOccurrences) => ({ type: 'numbered', numberOfOccurrences })),
  fc.constant({ type: 'endDate', endDate: '2027-06-30' }),
);

test('every recurrence of Graph is a rule that is the same recurrence again', () => {
  fc.assert(
    fc.property(pattern, range, (one, end) => {
      const again = patternOf(ruleOf({ pattern: one, range: end }), start);
      expect(again).toEqual({ pattern: one, range: { ...end, startDate: start } });
    }),
  );
});

const list = (items: readonly string[]) => fc.subarray([...items], { minLength: 1, maxLength: 3 }).map(String);
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const part = (name: string, value: fc.Arbitrary<string | number>) =>
  fc.option(value, { nil: null, freq: 2 }).map((one) => (one === null ? '' : `;${name}=${one}`));
const anyRule = fc
  .tuple(
    fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    part('INTERVAL', fc.integer({ min: 1, max: 4 })),
    part(
      'BYDAY',
      fc.oneof(list(weekdays), list(weekdays.map((day) => `2${day}`)), list(weekdays.map((day) => `-1${day}`))),
    ),
    part('BYMONTH', month),
    part('BYMONTHDAY', dayOfMonth),
    part('BYSETPOS', fc.constantFrom(1, 2, -1)),
    part('COUNT', fc.integer({ min: 1, max: 20 })),
  )
  .map(([freq, ...parts]) => `FREQ=${freq}${parts.join('')}`);

const dates = (rule: string) =>
  new RRuleTemporal({ rruleString: `DTSTART:20261124T000000Z\nRRULE:${rule}`, maxIterations: 10_000 })
    .between(new Date('2026-11-01'), new Date('2030-01-01'), true)
    .map(({ epochMilliseconds }) => epochMilliseconds);

test('a rule that Graph can say has the same days afterwards', () => {
  fc.assert(
    fc.property(anyRule, (rule) => {
      const said = patternOf(rule, start);
      fc.pre(said !== null);
      expect(dates(ruleOf(said)), rule).toEqual(dates(rule));
    }),
    { numRuns: 300 },
  );
});
