import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  nextPlans,
  type Plan,
  type PlannedTask,
  plansFromHistory,
  type TaskChange,
} from '../../../../src/domains/tasks/task-plans/task-plans.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';

const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), {
  timeZone: 'Europe/Berlin',
  dayStartsAt: '04:00',
  weekStartsOn: 'MONDAY',
});
const day = (offset: number) => calendar.addDays('2026-11-23', offset);
const noon = (offset: number) => new Date(`${day(offset)}T12:00:00Z`);

/** What is done to a task, on a day of the test. */
type Step =
  | { kind: 'schedule'; to: number | null; timed: boolean }
  | { kind: 'carry'; to: number }
  | { kind: 'status'; status: PlannedTask['status'] };

const unscheduled: PlannedTask = { status: 'TODO', scheduledOn: null, scheduledAt: null, carryOverCount: 0 };

function apply(task: PlannedTask, step: Step): PlannedTask {
  if (step.kind === 'status') return { ...task, status: step.status };
  const timed = step.kind === 'schedule' && step.timed;
  const when =
    step.to === null
      ? { scheduledOn: null, scheduledAt: null }
      : { scheduledOn: timed ? null : day(step.to), scheduledAt: timed ? noon(step.to) : null };
  return { ...task, ...when, carryOverCount: task.carryOverCount + (step.kind === 'carry' ? 1 : 0) };
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('schedule' as const), to: fc.option(fc.nat({ max: 6 })), timed: fc.boolean() }),
  fc.record({ kind: fc.constant('carry' as const), to: fc.nat({ max: 6 }) }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom<PlannedTask['status'][]>('TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'),
  }),
);
/** Steps, each on a day that is not before that of the one before. */
const steps = fc.array(fc.tuple(step, fc.nat({ max: 1 })), { maxLength: 14 }).map((list) => {
  let now = -1;
  return list.map(([one, later]) => {
    now += later;
    return { step: one, at: noon(now) };
  });
});

const outcome = { TODO: 'OPEN', IN_PROGRESS: 'OPEN', DONE: 'DONE', CANCELLED: 'CANCELLED' } as const;

/** The plans by a plain account of each day: what became of it last. */
function recount(made: { step: Step; at: Date }[]): Record<string, string> {
  const account: Record<string, string> = {};
  let present: number | null = null;
  let status: PlannedTask['status'] = 'TODO';
  for (const { step: one, at } of made) {
    if (one.kind === 'status') status = one.status;
    else if (one.to !== present) {
      // At noon of an earlier day, the day has not begun.
      const ended = one.kind === 'carry' ? 'CARRIED' : at < noon(present ?? 0) ? 'MOVED ahead' : 'MOVED';
      if (present !== null) account[day(present)] = ended;
      present = one.to;
    }
    if (present !== null) account[day(present)] = outcome[status];
  }
  return account;
}

const shown = (plans: readonly Plan[]) =>
  Object.fromEntries(plans.map((plan) => [plan.plannedOn, plan.isReplanned ? `${plan.outcome} ahead` : plan.outcome]));

test('the plans of any task are those of a plain account of its days', () => {
  fc.assert(
    fc.property(steps, (made) => {
      let [task, plans]: [PlannedTask, Plan[]] = [unscheduled, []];
      for (const { step: one, at } of made) {
        const next = apply(task, one);
        plans = nextPlans(plans, task, next, at, calendar);
        task = next;
        expect(plans.filter((plan) => plan.outcome === 'OPEN').every(({ endedAt }) => endedAt === null)).toBe(true);
        expect(new Set(plans.map(({ plannedOn }) => plannedOn)).size).toBe(plans.length);
      }
      expect(shown(plans)).toEqual(recount(made));
    }),
    { numRuns: 1_000 },
  );
});

test('the plans made from the history are those that were kept, also if its beginning is pruned', () => {
  fc.assert(
    fc.property(steps, fc.nat({ max: 14 }), (made, pruned) => {
      let [task, plans]: [PlannedTask, Plan[]] = [unscheduled, []];
      const log: TaskChange[] = [{ action: 'CREATE', before: null, after: unscheduled, at: noon(-2) }];
      for (const { step: one, at } of made) {
        const next = apply(task, one);
        const changed = (Object.keys(next) as (keyof PlannedTask)[]).filter(
          (name) => JSON.stringify(next[name]) !== JSON.stringify(task[name]),
        );
        const pick = (row: PlannedTask) =>
          JSON.parse(JSON.stringify(Object.fromEntries(changed.map((name) => [name, row[name]])))) as object;
        if (changed.length > 0) log.push({ action: 'UPDATE', before: pick(task), after: pick(next), at });
        plans = nextPlans(plans, task, next, at, calendar);
        task = next;
      }
      const byDay = (a: Plan, b: Plan) => (a.plannedOn < b.plannedOn ? -1 : 1);
      expect(plansFromHistory(task, log, calendar).sort(byDay)).toEqual(plans.sort(byDay));
      const kept = shown(plansFromHistory(task, log.slice(pruned), calendar));
      expect(shown(plans)).toMatchObject(kept);
    }),
    { numRuns: 500 },
  );
});

test('the day of a time stays when the time zone changes', () => {
  const late = { ...unscheduled, scheduledAt: new Date('2026-11-23T23:00:00Z') };
  const plans = nextPlans([], null, late, noon(0), calendar);
  expect(shown(plans)).toEqual({ '2026-11-23': 'OPEN' });
  const inTokyo = createCalendar(noon(0), { timeZone: 'Asia/Tokyo', dayStartsAt: '04:00', weekStartsOn: 'MONDAY' });
  const done = nextPlans(plans, late, { ...late, status: 'DONE' }, noon(0), inTokyo);
  expect(shown(done)).toEqual({ '2026-11-23': 'DONE' });
});
