import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import {
  closeDayInput,
  nextWorkingDay,
  reopenDayInput,
  setDailyFocusInput,
} from '../../../../src/domains/tasks/daily-focus/daily-focus.rules.ts';
import { createCalendar, dayOfWeek, daysOfWeek } from '../../../../src/platform/time/calendar.ts';
import { parsedBy } from '../../../../src/platform/validation/current-calendar.ts';

// Half past one in the night of the 24th in Berlin: for who starts the day at four, still the 23rd.
const calendar = createCalendar(new Date('2026-11-24T00:30:00Z'), {
  timeZone: 'Europe/Berlin',
  dayStartsAt: '04:00',
  weekStartsOn: 'MONDAY',
});
const taskId = (index: number) => `01920000-0000-7000-8000-${String(index).padStart(12, '0')}`;
const ids = (count: number) => Array.from({ length: count }, (_, index) => taskId(index));
const safeParse = <S extends z.ZodType>(rules: S, input: object) => parsedBy(calendar, () => rules.safeParse(input));
const parse = <S extends z.ZodType>(rules: S, input: object): z.output<S> =>
  parsedBy(calendar, () => rules.parse(input));
const places = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(({ path }) => path.join('.')) ?? [];

test('the default day is today, which lasts until the next day starts', () => {
  for (const input of [{}, { date: null }, { date: 'TODAY' }]) {
    expect(parse(setDailyFocusInput, input).date).toBe('2026-11-23');
    expect(parse(closeDayInput, input)).toMatchObject({ date: '2026-11-23', carryOverTo: null });
    expect(parse(reopenDayInput, input).date).toBe('2026-11-23');
  }
});

test('fields that are left out stay out, and null is no intention', () => {
  expect(parse(setDailyFocusInput, {})).toEqual({ date: '2026-11-23' });
  expect(parse(setDailyFocusInput, { intention: '', taskIds: [] })).toMatchObject({
    intention: '',
    taskIds: [],
  });
  expect(places(safeParse(setDailyFocusInput, { intention: null, taskIds: null }))).toEqual(['intention', 'taskIds']);
});

test('five tasks are a focus, six are a list', () => {
  expect(parse(setDailyFocusInput, { taskIds: ids(5) }).taskIds).toHaveLength(5);
  expect(places(safeParse(setDailyFocusInput, { taskIds: ids(6) }))).toEqual(['taskIds']);
  expect(places(safeParse(setDailyFocusInput, { taskIds: [taskId(1), taskId(1)] }))).toEqual(['taskIds']);
});

test('tasks are carried over to a day after the one that is closed, which is not past, and no day to come is closed', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 40 }), fc.option(fc.integer({ min: -60, max: 60 })), (offset, ahead) => {
      const date = calendar.addDays('2026-11-23', offset);
      const carryOverTo = ahead === null ? null : calendar.addDays(date, ahead);
      const parsed = safeParse(closeDayInput, { date, carryOverTo, carryOverIds: [taskId(1)] });
      const isLate = ahead === null || ahead > 0;
      const isPast = ahead !== null && offset + ahead < 0;
      const isFine = offset <= 0 && isLate && !isPast;
      expect(parsed.success).toBe(isFine);
      expect(parsed.data?.carryOverTo).toBe(isFine ? carryOverTo : undefined);
      expect(places(parsed)).toEqual(isFine ? [] : [offset > 0 ? 'date' : 'carryOverTo']);
    }),
    { numRuns: 200 },
  );
});

test('the next working day is the first that is after a day, not past, and worked on', () => {
  const next = (day: string, ...workingDays: string[]) => nextWorkingDay(day, workingDays, calendar);
  const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
  expect(next('2026-11-23', ...week)).toBe('2026-11-24');
  expect(next('2026-11-20', ...week)).toBe('2026-11-23');
  // Long ago: today, a Monday.
  expect(next('2026-09-01', ...week)).toBe('2026-11-23');
  expect(next('2026-09-01', 'SUNDAY')).toBe('2026-11-29');
  expect(next('2026-11-23', 'MONDAY')).toBe('2026-11-30');
  expect(next('2026-11-23')).toBe('2026-11-24');
  const days = fc.subarray([...daysOfWeek]);
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 0 }), days, (offset, workingDays) => {
      const day = calendar.addDays(calendar.today, offset);
      const found = next(day, ...workingDays);
      const between = calendar.datesBetween(calendar.today, found).filter((one) => one > day);
      const works = (one: string) => workingDays.length === 0 || workingDays.includes(dayOfWeek(one));
      expect(between.map(works)).toEqual(between.map((one) => one === found));
    }),
  );
});

test('closing a day carries over up to a hundred tasks, and reports the path of a wrong id', () => {
  expect(parse(closeDayInput, { carryOverIds: ids(100) }).carryOverIds).toHaveLength(100);
  expect(places(safeParse(closeDayInput, { carryOverIds: ids(101) }))).toEqual(['carryOverIds']);
  const global = `Task:${taskId(2)}`;
  expect(places(safeParse(closeDayInput, { carryOverIds: [taskId(1), global, 'x'] }))).toEqual([
    'carryOverIds.1',
    'carryOverIds.2',
  ]);
});
