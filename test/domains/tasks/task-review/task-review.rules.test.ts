import { expect, test } from 'vitest';
import { everyDay } from '../../../../src/domains/tasks/task-review/task-review.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';

const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), {
  ...{ timeZone: 'Europe/Berlin', dayStartsAt: '04:00', weekStartsOn: 'MONDAY' },
});

test('days without any are included, in order', () => {
  const known = [
    { date: '2026-10-25', count: 1 },
    { date: '2026-10-23', count: 2 },
  ];
  expect(everyDay(known, '2026-10-23', '2026-10-26', calendar)).toEqual([
    { date: '2026-10-23', count: 2 },
    { date: '2026-10-24', count: 0 },
    { date: '2026-10-25', count: 1 },
    { date: '2026-10-26', count: 0 },
  ]);
  expect(everyDay([], '9999-12-31', '9999-12-31', calendar)).toEqual([{ date: '9999-12-31', count: 0 }]);
});
