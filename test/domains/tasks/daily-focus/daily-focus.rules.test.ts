import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import {
  closeDayInput,
  reopenDayInput,
  setDailyFocusInput,
} from '../../../../src/domains/tasks/daily-focus/daily-focus.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';
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
    expect(parse(closeDayInput, input)).toMatchObject({ date: '2026-11-23', carryOverTo: '2026-11-24' });
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

test('tasks are carried over to the day after the one that is closed, or to any later one', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.option(fc.integer({ min: -30, max: 30 })), (offset, ahead) => {
      const date = calendar.addDays('2026-11-23', offset);
      const carryOverTo = ahead === null ? null : calendar.addDays(date, ahead);
      const parsed = safeParse(closeDayInput, { date, carryOverTo, carryOverIds: [taskId(1)] });
      const isLate = ahead === null || ahead > 0;
      expect(places(parsed)).toEqual(isLate ? [] : ['carryOverTo']);
      expect(parsed.data?.carryOverTo).toBe(isLate ? (carryOverTo ?? calendar.addDays(date, 1)) : undefined);
    }),
    { numRuns: 60 },
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
