import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accuracyOf,
  minutesByDay,
  minutesByTask,
} from '../../../../src/domains/tasks/time-report/time-report.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';
import '../../../support/properties.ts';

const calendarIn = (timeZone: string, dayStartsAt = '00:00') =>
  createCalendar(new Date('2026-11-23T09:00:00Z'), { timeZone, dayStartsAt, weekStartsOn: 'MONDAY' });
const spent = (taskId: string, startedAt: string, endedAt: string) => ({
  ...{ taskId, startedAt: new Date(startedAt), endedAt: new Date(endedAt) },
});

test('time across midnight is split, by the owner’s zone and start of the day', () => {
  const dates = ['2026-11-22', '2026-11-23'];
  const night = [spent('a', '2026-11-22T22:30:00Z', '2026-11-23T03:30:00Z')];
  const minutes = (zone: string, start?: string) =>
    minutesByDay(night, dates, calendarIn(zone, start)).map((day) => day.minutes);
  expect(minutes('UTC')).toEqual([90, 210]);
  expect(minutes('Europe/Berlin')).toEqual([30, 270]);
  expect(minutes('Europe/Berlin', '04:00')).toEqual([270, 30]);
});

test('the minutes of a day are by task, the most first, and days without any are there', () => {
  const entries = [
    spent('a', '2026-11-22T10:00:00Z', '2026-11-22T10:10:00Z'),
    spent('b', '2026-11-22T11:00:00Z', '2026-11-22T11:15:00Z'),
    spent('a', '2026-11-22T12:00:00Z', '2026-11-22T12:06:00Z'),
  ];
  const days = minutesByDay(entries, ['2026-11-22', '2026-11-23'], calendarIn('UTC'));
  expect(days).toEqual([
    {
      date: '2026-11-22',
      minutes: 31,
      tasks: [
        { taskId: 'a', minutes: 16 },
        { taskId: 'b', minutes: 15 },
      ],
    },
    { date: '2026-11-23', minutes: 0, tasks: [] },
  ]);
});

test('over all days, no minute is lost or counted twice, also where clocks change', () => {
  const start = Date.parse('2026-10-20T00:00:00Z');
  const entry = fc.tuple(fc.nat(8 * 1_440), fc.nat(1_440), fc.constantFrom('a', 'b', 'c'));
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 10 }),
      fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu'),
      (all, zone) => {
        const calendar = calendarIn(zone, '04:00');
        const entries = all.map(([from, length, taskId]) => ({
          ...{
            taskId,
            startedAt: new Date(start + from * 60_000),
            endedAt: new Date(start + (from + length) * 60_000),
          },
        }));
        const days = minutesByDay(entries, calendar.datesBetween('2026-10-19', '2026-10-30'), calendar);
        const byTask = minutesByTask(days.flatMap(({ tasks }) => tasks));
        for (const taskId of ['a', 'b', 'c']) {
          const total = all.filter(([, , of]) => of === taskId).reduce((sum, [, length]) => sum + length, 0);
          expect(byTask.find((one) => one.taskId === taskId)?.minutes ?? 0).toBeCloseTo(total);
        }
      },
    ),
  );
});

test('the accuracy of estimates is the median with its quartiles, of five tasks or more', () => {
  expect(accuracyOf([1, 2, 3, 4])).toMatchObject({
    ...{ value: null, low: null, high: null, n: 4, state: 'NOT_ENOUGH_DATA' },
    missing: expect.stringContaining('There are 4.'),
  });
  expect(accuracyOf([5, 1, 2, 0.5, 1.5])).toMatchObject({ value: 1.5, low: 1, high: 2, n: 5, state: 'OK' });
  expect(accuracyOf([1, 2, 3, 4, 5, 6])).toMatchObject({ value: 3.5, low: 2.25, high: 4.75 });
});
