import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planOf } from '../../../../src/domains/tasks/day-plans/day-plans.plans.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';

/*
 * The plan of a day against another implementation of its rules, which counts single minutes and knows no gaps: the order, what is
 * passed over for the cap, and where each task goes.
 */

const day = '2026-11-23';
const midnight = Date.parse(`${day}T00:00:00Z`);
const minute = 60_000;
const calendar = createCalendar(new Date(midnight), {
  ...{ timeZone: 'UTC', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' as const },
});

type Minutes = readonly [start: number, end: number];

interface Todo {
  readonly id: string;
  /** Days until it is due. Null if it is not. */
  readonly slack: number | null;
  readonly priority: number;
  readonly carried: number;
  readonly estimate: number | null;
}

interface Given {
  readonly working: Minutes;
  readonly from: number;
  readonly meetings: readonly Minutes[];
  readonly best: readonly Minutes[];
  readonly buffer: number;
  readonly cap: number;
  readonly todos: readonly Todo[];
}

const covers = (spans: readonly Minutes[], at: number) => spans.some(([start, end]) => at >= start && at < end);

/** The minute at which each task begins that has a place. */
function planned({ working, from, meetings, best, buffer, cap, todos }: Given): Map<string, number> {
  const taken = meetings
    .filter(([start, end]) => end > start)
    .map(([start, end]): Minutes => [start - buffer, end + buffer]);
  const isFree = Array.from({ length: 1_440 }, (_, at) => at >= from && covers([working], at) && !covers(taken, at));
  const lengthOf = ({ estimate }: Todo) => estimate ?? 30;
  const keys = (todo: Todo) => [...[todo.slack ?? 1e9, -todo.priority, -todo.carried, -lengthOf(todo)]];
  const before = (a: Todo, b: Todo) => {
    const [ofA, ofB] = [keys(a), keys(b)];
    const at = ofA.findIndex((key, index) => key !== ofB[index]);
    return at < 0 ? a.id < b.id : (ofA[at] as number) < (ofB[at] as number);
  };
  // One that is due already is left out.
  const open = todos.filter(({ slack }) => slack === null || slack >= 0);
  const inOrder = open.toSorted((a, b) => (before(a, b) ? -1 : 1));
  const starts = new Map<string, number>();
  let left = cap;
  const place = (todo: Todo, isAllowed: (at: number) => boolean) => {
    const length = lengthOf(todo);
    if (starts.has(todo.id) || length > left) return;
    for (let start = 0; start + length <= 1_440; start++) {
      const minutes = Array.from({ length }, (_, index) => start + index);
      if (!minutes.every((at) => isFree[at] && isAllowed(at))) continue;
      for (const at of minutes) isFree[at] = false;
      starts.set(todo.id, start);
      left -= length;
      return;
    }
  };
  for (const todo of inOrder) if (lengthOf(todo) >= 45) place(todo, (at) => covers(best, at));
  for (const todo of inOrder) place(todo, () => true);
  return starts;
}

const span = (latest: number, longest: number) =>
  fc.tuple(fc.nat(latest), fc.nat(longest)).map(([start, length]): Minutes => [start, start + length]);

const given = fc.record({
  working: fc
    .tuple(fc.integer({ min: 360, max: 600 }), fc.integer({ min: 60, max: 540 }))
    .map(([start, length]): Minutes => [start, start + length]),
  from: fc.integer({ min: 300, max: 900 }),
  meetings: fc.array(span(1_100, 90), { maxLength: 6 }),
  best: fc.array(span(1_100, 180), { maxLength: 3 }),
  buffer: fc.constantFrom(0, 5, 10, 20),
  cap: fc.constantFrom(0, 60, 180, 360, 1_440),
  todos: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'),
      slack: fc.option(fc.integer({ min: -1, max: 3 })),
      priority: fc.nat(4),
      carried: fc.nat(2),
      estimate: fc.option(fc.integer({ min: 1, max: 150 })),
    }),
    { selector: ({ id }) => id, maxLength: 10 },
  ),
});

const toSpan = ([start, end]: Minutes) => ({ start: midnight + start * minute, end: midnight + end * minute });

test('a plan is that of the rules, counted minute by minute', () => {
  fc.assert(
    fc.property(given, (one) => {
      const from = Math.max(one.from, one.working[0]);
      const plan = planOf(
        {
          options: {
            ...{ date: day, bufferMinutes: one.buffer, capMinutes: one.cap, defaultEstimateMinutes: 30 },
            ...{ splitOver: null, includeOverdue: false },
          },
          ...{ from: midnight + from * minute, working: toSpan(one.working), kept: [] },
          ...{ meetings: one.meetings.map(toSpan), bestHours: one.best.map(toSpan) },
          tasks: one.todos.map(({ id, slack, priority, carried, estimate }) => ({
            ...{
              id,
              priority,
              carryOverCount: carried,
              estimateMinutes: estimate,
              isBlocked: false,
              snoozedUntil: null,
            },
            dueOn: slack === null ? null : calendar.addDays(day, slack),
          })),
        },
        calendar,
      );
      const starts = new Map(plan.placements.map(({ taskId, start }) => [taskId, (start - midnight) / minute]));
      expect(starts).toEqual(planned({ ...one, from }));
    }),
    { numRuns: 60 },
  );
});
