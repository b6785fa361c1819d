import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EnergyProfileCell } from '../../../../src/domains/energy/energy-profile/energy-profile.rules.ts';
import { merged, type Span } from '../../../../src/domains/meetings/meeting-load/meeting-load.rules.ts';
import { planOf } from '../../../../src/domains/tasks/day-plans/day-plans.plans.ts';
import {
  bestHoursOf,
  type DayPlan,
  type PlanFacts,
  type PlannableTask,
  startOfPlan,
} from '../../../../src/domains/tasks/day-plans/day-plans.rules.ts';
import { createCalendar, type DayOfWeek } from '../../../../src/platform/time/calendar.ts';
import '../../../support/properties.ts';

const day = '2026-11-23';
const calendarAt = (now: string, timeZone = 'UTC') =>
  createCalendar(new Date(now), { timeZone, dayStartsAt: '04:00', weekStartsOn: 'MONDAY' });
const calendar = calendarAt(`${day}T08:00:00Z`);
const minute = 60_000;
const at = (time: string) => Date.parse(`${day}T${time}:00Z`);
const span = (from: string, to: string): Span => ({ start: at(from), end: at(to) });

const task = (id: string, changes: Partial<PlannableTask> = {}): PlannableTask => ({
  ...{ id, dueOn: null, priority: 0, carryOverCount: 0, estimateMinutes: 60, isBlocked: false, snoozedUntil: null },
  ...changes,
});
const options = {
  ...{ date: day, bufferMinutes: 0, capMinutes: 480, defaultEstimateMinutes: 30, includeOverdue: false },
};
const facts = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  ...{ options, from: at('09:00'), working: span('09:00', '17:00'), meetings: [], kept: [], bestHours: [], tasks: [] },
  ...changes,
});
const plan = (changes: Partial<PlanFacts>): DayPlan => planOf(facts(changes), calendar);
const clock = (time: number) => new Date(time).toISOString().slice(11, 16);
const shown = ({ placements }: DayPlan) =>
  placements.map(({ taskId, start, end }) => `${taskId} ${clock(start)}-${clock(end)}`);
const left = ({ leftovers }: DayPlan) => leftovers.map(({ taskId, cause }) => `${taskId} ${cause}`);

test('the order is by days to the due date, priority, times carried, the longest, and id', () => {
  const tasks = [
    task('f'),
    task('e'),
    task('d', { estimateMinutes: 61 }),
    task('c', { carryOverCount: 1 }),
    task('b', { priority: 1 }),
    task('a2', { dueOn: '2026-11-25', priority: 4 }),
    task('a1', { dueOn: '2026-11-24' }),
  ];
  expect(plan({ tasks }).placements.map(({ taskId }) => taskId)).toEqual(['a1', 'a2', 'b', 'c', 'd', 'e', 'f']);
});

test('meetings take their time with their buffers, which reach in from outside of the working hours', () => {
  const meetings = [span('08:00', '09:00'), span('10:00', '11:00'), span('17:05', '18:00'), span('13:00', '13:00')];
  const { gaps } = plan({ meetings, options: { ...options, bufferMinutes: 10 } });
  expect(gaps).toEqual([span('09:10', '09:50'), span('11:10', '16:55')]);
});

test('a task that exceeds the cap is passed over, and smaller ones go on', () => {
  const tasks = [task('a', { priority: 3 }), task('b', { priority: 2, estimateMinutes: 90 }), task('c')];
  const found = plan({ tasks, options: { ...options, capMinutes: 120 } });
  expect(shown(found)).toEqual(['a 09:00-10:00', 'c 10:00-11:00']);
  expect(found.leftovers).toEqual([
    { taskId: 'b', cause: 'NO_ROOM', explanation: 'It takes 90 minutes, and 60 of the cap of 120 were left.' },
  ]);
});

test('tasks with a time stay, and take their time and their part of the cap', () => {
  const kept = [
    { id: 'k', start: at('10:00'), estimateMinutes: null },
    { id: 'l', start: at('20:00'), estimateMinutes: 60 },
  ];
  const found = plan({ kept, tasks: [task('a', { estimateMinutes: 90 })], options: { ...options, capMinutes: 180 } });
  expect(found.kept).toMatchObject([
    { taskId: 'k', ...span('10:00', '10:30'), reason: 'ALREADY_PLACED', isEstimated: false },
    { taskId: 'l', ...span('20:00', '21:00'), isEstimated: true },
  ]);
  expect(shown(found)).toEqual(['a 10:30-12:00']);
  expect(left(plan({ kept, tasks: [task('a')], options: { ...options, capMinutes: 149 } }))).toEqual(['a NO_ROOM']);
});

test('a task without an estimate is taken to need 30 minutes, which is told, or is left out if that is asked for', () => {
  const tasks = [task('a', { estimateMinutes: null })];
  const [placement] = plan({ tasks }).placements;
  expect(placement).toMatchObject({ ...span('09:00', '09:30'), isEstimated: false });
  expect(placement?.explanation).toContain('no estimate: 30 minutes are assumed');
  expect(left(plan({ tasks, options: { ...options, defaultEstimateMinutes: null } }))).toEqual(['a NO_ESTIMATE']);
});

test('what cannot be planned has its cause', () => {
  const tasks = [
    task('blocked', { isBlocked: true }),
    task('late', { dueOn: '2026-11-22' }),
    task('long', { estimateMinutes: 481 }),
    task('snoozed', { snoozedUntil: new Date(at('09:01')), isBlocked: true }),
    task('back', { snoozedUntil: new Date(at('09:00')) }),
    task('due', { dueOn: day }),
  ];
  const wide = { ...options, capMinutes: 1_000 };
  const found = plan({ tasks, options: wide });
  expect(left(found)).toEqual(['blocked BLOCKED', 'late AFTER_DEADLINE', 'snoozed SNOOZED', 'long NO_ROOM']);
  expect(shown(found)).toEqual(['due 09:00-10:00', 'back 10:00-11:00']);
  expect(found.leftovers[3]?.explanation).toBe('It takes 481 minutes, and the longest gap that was left had 420.');
  const overdue = plan({ tasks: tasks.slice(1, 2), options: { ...wide, includeOverdue: true } });
  expect(overdue.placements[0]?.explanation).toContain('Overdue since 2026-11-22');
});

test('a day without working hours, or whose hours are over, has no room', () => {
  const none = plan({ working: null, tasks: [task('a')] });
  expect(none.leftovers[0]?.explanation).toBe('There are no working hours on the day.');
  const over = plan({ from: at('17:00'), tasks: [task('a')] });
  expect(over.leftovers[0]?.explanation).toBe('The working hours of the day are over.');
  expect([none.gaps, over.gaps]).toEqual([[], []]);
});

test('a task longer than any gap is split only if that is asked for, and as a whole if it can be', () => {
  const meetings = [span('10:00', '12:00'), span('13:30', '16:40')];
  const tasks = [task('a', { estimateMinutes: 150 })];
  expect(left(plan({ meetings, tasks }))).toEqual(['a NO_ROOM']);
  const found = plan({ meetings, tasks, options: { ...options, splitOver: 60 } });
  expect(shown(found)).toEqual(['a 09:00-10:00', 'a 12:00-13:00', 'a 13:00-13:30']);
  expect(found.placements.map(({ part, partCount }) => [part, partCount])).toEqual([1, 2, 3].map((part) => [part, 3]));
  const whole = plan({ tasks, options: { ...options, splitOver: 60 } });
  expect(shown(whole)).toEqual(['a 09:00-11:30']);
});

test('a task is not split for hours of the best energy while a gap holds it, nor into parts that are no focus work', () => {
  const tasks = [task('a', { estimateMinutes: 90 })];
  const bestHours = [span('10:00', '11:00'), span('14:00', '15:00')];
  const meetings = [span('09:00', '10:00'), span('11:00', '14:00'), span('15:00', '15:30')];
  const reasons = (splitOver: number, most: readonly Span[]) =>
    plan({ tasks, bestHours, meetings: most, options: { ...options, splitOver } }).placements.map(
      ({ reason, start, end }) => `${reason} ${clock(start)}-${clock(end)}`,
    );
  expect(reasons(45, [])).toEqual(['FIRST_GAP 09:00-10:30']);
  // 15:30 to 17:00 holds it whole.
  expect(reasons(45, meetings)).toEqual(['FIRST_GAP 15:30-17:00']);
  const full = [...meetings, span('15:30', '16:00')];
  expect(reasons(45, full)).toEqual(['BEST_ENERGY 10:00-10:45', 'BEST_ENERGY 14:00-14:45']);
  expect(reasons(60, full)).toEqual(['FIRST_GAP 10:00-11:00', 'FIRST_GAP 14:00-14:30']);
});

test('focus work goes into the hours of the best energy first, in order, and the rest around it', () => {
  const tasks = [
    task('short', { priority: 4, estimateMinutes: 44 }),
    task('first', { priority: 3, estimateMinutes: 45 }),
    task('second', { priority: 2, estimateMinutes: 60 }),
    task('third', { priority: 1, estimateMinutes: 60 }),
  ];
  const found = plan({ tasks, bestHours: [span('14:00', '15:00'), span('15:00', '16:00')] });
  expect(found.placements.map(({ taskId, reason, start }) => [taskId, reason, clock(start)])).toEqual([
    ['short', 'FIRST_GAP', '09:00'],
    ['third', 'FIRST_GAP', '09:44'],
    ['first', 'BEST_ENERGY', '14:00'],
    ['second', 'BEST_ENERGY', '14:45'],
  ]);
});

const cell = (weekday: DayOfWeek, hour: number, value: number | null): EnergyProfileCell => ({
  ...{ weekday, hour },
  energy: { value, low: null, high: null, n: value === null ? 4 : 5, state: 'OK', missing: null },
});

test('the best hours are the third of cells with enough ratings that has the highest means', () => {
  const cells = [
    cell('MONDAY', 9, 3),
    cell('MONDAY', 10, 4),
    cell('MONDAY', 11, null),
    cell('MONDAY', 16, 4),
    cell('TUESDAY', 9, 5),
    cell('TUESDAY', 10, 2),
  ];
  // Two of five, and one that is equal to the second.
  expect(bestHoursOf(cells, span('09:30', '16:30'), calendar)).toEqual([
    span('10:00', '11:00'),
    span('16:00', '16:30'),
  ]);
  expect(bestHoursOf([cell('MONDAY', 11, null)], span('09:00', '17:00'), calendar)).toEqual([]);
  expect(bestHoursOf(cells, null, calendar)).toEqual([]);
});

test('best hours are those of the clock, also where clocks change', () => {
  const berlin = calendarAt('2026-10-24T08:00:00Z', 'Europe/Berlin');
  const night = { start: Date.parse('2026-10-25T00:00:00Z'), end: Date.parse('2026-10-25T02:00:00Z') };
  // The hour from two to three is there twice, and belongs to the day before.
  expect(bestHoursOf([cell('SATURDAY', 2, 4)], night, berlin)).toEqual([
    { start: Date.parse('2026-10-25T00:00:00Z'), end: Date.parse('2026-10-25T01:00:00Z') },
    { start: Date.parse('2026-10-25T01:00:00Z'), end: Date.parse('2026-10-25T02:00:00Z') },
  ]);
});

test('today is planned from now on, rounded up to five minutes, and another day from its working hours', () => {
  const working = span('09:00', '17:00');
  const from = (now: string) => clock(startOfPlan(day, working, calendarAt(`${day}T${now}Z`)));
  expect(['08:59:59', '09:00:00', '09:00:01', '12:34:56', '18:00:00'].map(from)).toEqual([
    ...['09:00', '09:00', '09:05', '12:35', '18:00'],
  ]);
  expect(clock(startOfPlan(day, working, calendarAt('2026-11-22T12:00:00Z')))).toBe('09:00');
});

const spans = (max: number) =>
  fc.array(
    fc.tuple(fc.nat(900), fc.nat(120)).map(([start, length]) => {
      const from = at('05:00') + start * minute;
      return { start: from, end: from + length * minute };
    }),
    { maxLength: max },
  );
const someTask = fc.record({
  dueOn: fc.constantFrom(null, '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-30'),
  priority: fc.nat(4),
  carryOverCount: fc.nat(2),
  estimateMinutes: fc.option(fc.integer({ min: 1, max: 200 })),
  isBlocked: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  snoozedUntil: fc.constantFrom(null, null, null, new Date(at('12:00'))),
});
const someFacts = fc
  .record({
    meetings: spans(8),
    kept: fc.array(fc.tuple(fc.nat(480), fc.option(fc.integer({ min: 1, max: 90 }))), { maxLength: 3 }),
    bestHours: spans(3),
    tasks: fc.array(someTask, { maxLength: 25 }),
    from: fc.integer({ min: 0, max: 110 }),
    bufferMinutes: fc.nat(30),
    capMinutes: fc.nat(600),
    splitOver: fc.option(fc.integer({ min: 5, max: 90 })),
    defaultEstimateMinutes: fc.option(fc.constant(30)),
  })
  .map(
    ({ meetings, kept, bestHours, tasks, from, ...given }): PlanFacts =>
      facts({
        ...{ meetings, bestHours: bestHours.flatMap(inWork), options: { ...options, ...given } },
        from: at('09:00') + from * 5 * minute,
        kept: kept.map(([start, estimateMinutes], index) => ({
          ...{ id: `k${index}`, estimateMinutes, start: at('09:00') + start * minute },
        })),
        tasks: tasks.map((one, index) => task(`t${String(index).padStart(2, '0')}`, one)),
      }),
  );
const inWork = ({ start, end }: Span): Span[] => {
  const cut = { start: Math.max(start, at('09:00')), end: Math.min(end, at('17:00')) };
  return cut.end > cut.start ? [cut] : [];
};
const lengthOf = ({ start, end }: Span) => (end - start) / minute;
const sum = (all: readonly Span[]) => all.reduce((total, one) => total + lengthOf(one), 0);

/** The free minutes of a plan, one by one: an account of it that shares nothing with how it is made. */
function freeMinutes(
  { from, meetings, kept, options: { bufferMinutes, defaultEstimateMinutes } }: PlanFacts,
  placed: readonly Span[],
) {
  const isTaken = (time: number) =>
    meetings.some(
      ({ start, end }) => end > start && start - bufferMinutes * minute <= time && time < end + bufferMinutes * minute,
    ) ||
    kept.some(
      ({ start, estimateMinutes }) =>
        start <= time && time < start + (estimateMinutes ?? defaultEstimateMinutes ?? 30) * minute,
    ) ||
    placed.some(({ start, end }) => start <= time && time < end);
  const free: number[] = [];
  for (let time = from; time < at('17:00'); time += minute) if (!isTaken(time)) free.push(time);
  return free;
}

/** The longest run of minutes one after another. */
function longestRun(minutes: readonly number[]): number {
  let [longest, run] = [0, 0];
  for (const [index, time] of minutes.entries()) {
    run = time - (minutes[index - 1] ?? 0) === minute ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

test('a plan never overlaps anything, and never exceeds its gaps and its cap', () => {
  fc.assert(
    fc.property(someFacts, (given) => {
      const { placements, kept } = planOf(given, calendar);
      const free = new Set(freeMinutes(given, []));
      for (const { start, end } of placements) {
        for (let time = start; time < end; time += minute) expect(free.delete(time)).toBe(true);
      }
      expect(sum(merged(placements))).toBe(sum(placements));
      const isWithinCap = sum([...placements, ...kept]) <= given.options.capMinutes;
      expect(placements.length === 0 || isWithinCap).toBe(true);
    }),
  );
});

test('each task is placed in full or left over with its cause, and once', () => {
  fc.assert(
    fc.property(someFacts, (given) => {
      const { placements, leftovers } = planOf(given, calendar);
      const byTask = Map.groupBy(placements, ({ taskId }) => taskId);
      expect([...byTask.keys(), ...leftovers.map(({ taskId }) => taskId)].toSorted()).toEqual(
        given.tasks.map(({ id }) => id).toSorted(),
      );
      for (const one of given.tasks) {
        const parts = byTask.get(one.id) ?? [];
        const wanted = one.estimateMinutes ?? given.options.defaultEstimateMinutes;
        expect([0, wanted]).toContain(sum(parts));
        expect(parts.every(({ partCount }) => partCount === parts.length)).toBe(true);
        expect(parts.length <= 1 || (given.options.splitOver ?? Number.POSITIVE_INFINITY) < (wanted ?? 0)).toBe(true);
      }
    }),
  );
});

test('at the end, nothing that was left out for want of room fits anywhere', () => {
  fc.assert(
    fc.property(someFacts, (given) => {
      const { placements, leftovers, kept } = planOf(given, calendar);
      const free = freeMinutes(given, placements);
      const left = given.options.capMinutes - sum([...placements, ...kept]);
      const most = given.options.splitOver ?? null;
      for (const { taskId, cause } of leftovers) {
        const { estimateMinutes } = given.tasks.find(({ id }) => id === taskId) as PlannableTask;
        const minutes = estimateMinutes ?? given.options.defaultEstimateMinutes ?? 0;
        const isLong = minutes > left || minutes > longestRun(free);
        expect(cause !== 'NO_ROOM' || isLong).toBe(true);
        // Full parts and the rest, packed into what is free.
        const canSplit = most !== null && minutes > most && minutes <= left;
        expect(cause !== 'NO_ROOM' || !canSplit || !packs(free, minutes, most)).toBe(true);
      }
    }),
  );
});

/** Whether the parts of a task can be packed into free minutes. */
function packs(free: readonly number[], minutes: number, most: number): boolean {
  const runs: number[] = [];
  for (const [index, time] of free.entries()) {
    if (time - (free[index - 1] ?? 0) === minute) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(1);
  }
  const full = Math.floor(minutes / most);
  const rest = minutes % most;
  // The rest may be anywhere: try each run for it.
  const slots = (lengths: readonly number[]) => lengths.reduce((total, length) => total + Math.floor(length / most), 0);
  if (rest === 0) return slots(runs) >= full;
  return runs.some((run, index) => run >= rest && slots(runs.with(index, run - rest)) >= full);
}

test('the order in which anything is given changes nothing', () => {
  fc.assert(
    fc.property(
      someFacts.chain((given) =>
        fc.tuple(
          fc.constant(given),
          fc.shuffledSubarray([...given.tasks], { minLength: given.tasks.length }),
          fc.shuffledSubarray([...given.meetings], { minLength: given.meetings.length }),
          fc.shuffledSubarray([...given.kept], { minLength: given.kept.length }),
        ),
      ),
      ([given, tasks, meetings, kept]) => {
        expect(planOf({ ...given, tasks, meetings, kept }, calendar)).toEqual(planOf(given, calendar));
      },
    ),
  );
});

test('a task goes before another one of its length only if it comes first by the order', () => {
  fc.assert(
    fc.property(fc.array(someTask, { maxLength: 12 }), (some) => {
      const tasks = some.map((one, index) =>
        task(`t${index}`, {
          ...one,
          estimateMinutes: 30,
          isBlocked: false,
          snoozedUntil: null,
          dueOn: one.dueOn && day,
        }),
      );
      const ids = plan({ tasks }).placements.map(({ taskId }) => taskId);
      const rank = (id: string) => {
        const one = tasks.find((other) => other.id === id) as PlannableTask;
        return [one.dueOn === null ? 1 : 0, -one.priority, -one.carryOverCount];
      };
      const ranks = ids.map(rank).map(([a = 0, b = 0, c = 0]) => a * 100 + b * 10 + c);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }),
  );
});
