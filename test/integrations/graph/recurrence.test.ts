import { expect, test } from 'vitest';
import { readGraphEvent } from '../../../src/integrations/graph/events.ts';
import { ruleOf } from '../../../src/integrations/graph/recurrence.ts';

const noEnd = { type: 'noEnd', endDate: '0001-01-01', numberOfOccurrences: 0 };

test('recurrences of Graph are rules of RFC 5545; what cannot be said is empty', () => {
  const rules = [
    ruleOf({ pattern: { type: 'daily', interval: 2 }, range: noEnd }),
    ruleOf({
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday', 'friday'], firstDayOfWeek: 'monday' },
      range: { type: 'endDate', endDate: '2026-12-31' },
    }),
    ruleOf({
      pattern: { type: 'absoluteMonthly', dayOfMonth: 31 },
      range: { type: 'numbered', numberOfOccurrences: 4 },
    }),
    ruleOf({ pattern: { type: 'relativeMonthly', daysOfWeek: ['tuesday'], index: 'last' }, range: noEnd }),
    ruleOf({ pattern: { type: 'absoluteYearly', month: 2, dayOfMonth: 29 }, range: noEnd }),
    ruleOf({ pattern: { type: 'relativeYearly', month: 11, daysOfWeek: ['thursday'], index: 'fourth' }, range: noEnd }),
    ruleOf({ pattern: { type: 'lunar' }, range: noEnd }),
    ruleOf({ pattern: { type: 'weekly' }, range: noEnd }),
  ];
  expect(rules).toEqual([
    'FREQ=DAILY;INTERVAL=2',
    'FREQ=WEEKLY;BYDAY=MO,FR;WKST=MO;UNTIL=20261231T235959Z',
    'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4',
    'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=4',
    '',
    '',
  ]);
});

test('what lacks an id, a type, its times or its series is no event', () => {
  const time = { dateTime: '2026-11-24T10:00:00.0000000', timeZone: 'UTC' };
  const event = { id: '1', type: 'singleInstance', start: time, end: time };
  expect(readGraphEvent(event)).toMatchObject({ id: '1', details: { subject: '', attendees: [] } });
  const broken = [
    null,
    'x',
    { ...event, id: 7 },
    { ...event, type: 'other' },
    { ...event, start: null },
    { ...event, end: { dateTime: '2026-02-30T10:00:00', timeZone: 'UTC' } },
    { ...event, type: 'occurrence' },
  ];
  for (const value of broken) expect(readGraphEvent(value)).toBeNull();
});
