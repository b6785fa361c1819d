import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { date } from '../../../platform/validation/input-rules.ts';
import { taskFilter } from '../tasks/tasks.rules.ts';

/*
 * The plan ledger: a plan for each task and each day that it was planned for, with how it ended. A task is planned for the day
 * that it is scheduled for, or of the time. At most one plan of a task is its present one.
 */

/** The part of a task that its plans follow from. */
export type PlannedTask = Pick<Row<'task'>, 'status' | 'scheduledOn' | 'scheduledAt' | 'carryOverCount'>;

type Schedule = Pick<PlannedTask, 'scheduledOn' | 'scheduledAt'>;

/** A plan of one task. */
export type Plan = Pick<Row<'taskPlan'>, 'plannedOn' | 'outcome' | 'endedAt' | 'isReplanned'>;

type DayOf = Pick<Calendar, 'dayOf' | 'startOfDay'>;

/** The day that a task is planned for. Null if it is not scheduled. */
export const plannedDay = ({ scheduledOn, scheduledAt }: Schedule, calendar: Pick<Calendar, 'dayOf'>) =>
  scheduledOn ?? (scheduledAt ? calendar.dayOf(scheduledAt) : null);

/** Whether a plan is the present one of its task: the task has not been scheduled otherwise since. */
export const isPresent = ({ outcome }: Pick<Plan, 'outcome'>) => outcome !== 'CARRIED' && outcome !== 'MOVED';

const isSame = (a: PlannedTask, b: PlannedTask) =>
  a.scheduledOn === b.scheduledOn && a.scheduledAt?.getTime() === b.scheduledAt?.getTime();

/** Whether a change of a task can change its plans. @param before null if the task is new */
export const concernsPlans = (before: PlannedTask | null, after: PlannedTask) =>
  before === null
    ? after.scheduledOn !== null || after.scheduledAt !== null
    : !isSame(before, after) || before.status !== after.status;

/**
 * The plans of a task after a change of it.
 *
 * - The present plan is for the day of the schedule, and has the outcome of the status: OPEN, DONE or CANCELLED.
 * - A plan that is left for another day ends as CARRIED if the change counts a carry-over, and else as MOVED. It `isReplanned` if
 *   its day has not begun: then it never was a plan of that day.
 * - A task that comes back to a day has its old plan of that day again.
 * - The day of a time stays the one it had when the task was scheduled, also if the time zone changes later.
 * @param before the task before the change; null if it is new
 */
export function nextPlans(
  plans: readonly Plan[],
  before: PlannedTask | null,
  after: PlannedTask,
  now: Date,
  calendar: DayOf,
): Plan[] {
  const known = [...plans];
  let present = known.find(isPresent);
  if (!present && before) {
    // The plan from before there was a ledger.
    const day = plannedDay(before, calendar);
    if (day !== null) {
      present = known.find(({ plannedOn }) => plannedOn === day) ?? planFor(day, before, null);
      if (!known.includes(present)) known.push(present);
    }
  }
  const day = present && before && isSame(before, after) ? present.plannedOn : plannedDay(after, calendar);
  const next = known.map((plan): Plan => {
    if (plan !== present || plan.plannedOn === day) return plan;
    const isCarried = before !== null && after.carryOverCount > before.carryOverCount;
    const isReplanned = !isCarried && now < calendar.startOfDay(plan.plannedOn);
    return { ...plan, outcome: isCarried ? 'CARRIED' : 'MOVED', endedAt: now, isReplanned };
  });
  if (day === null) return next;
  const last = next.find(({ plannedOn }) => plannedOn === day);
  const outcome = outcomeOf(after);
  if (last && last.outcome === outcome) return next;
  return [...next.filter((plan) => plan !== last), planFor(day, after, outcome === 'OPEN' ? null : now)];
}

const outcomeOf = ({ status }: PlannedTask): Plan['outcome'] =>
  status === 'DONE' || status === 'CANCELLED' ? status : 'OPEN';

const planFor = (plannedOn: string, task: PlannedTask, endedAt: Date | null): Plan => ({
  plannedOn,
  outcome: outcomeOf(task),
  endedAt,
  isReplanned: false,
});

/** A change of a task in the log. */
export interface TaskChange {
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly before: unknown;
  readonly after: unknown;
  readonly at: Date;
}

/**
 * The plans of a task by its history, as far as that is kept.
 * @param changes all that are in the log, in order
 */
export function plansFromHistory(task: PlannedTask, changes: readonly TaskChange[], calendar: DayOf): Plan[] {
  let state = changes.reduceRight<PlannedTask | null>(
    (later, { action, before }) => (action === 'CREATE' ? null : withFields(later ?? task, before)),
    task,
  );
  const day = state && plannedDay(state, calendar);
  let plans: Plan[] = state && day !== null ? [planFor(day, state, null)] : [];
  for (const { action, after, at } of changes) {
    if (action === 'DELETE') continue;
    const next = withFields(state ?? task, after);
    if (concernsPlans(state, next)) plans = nextPlans(plans, state, next, at, calendar);
    state = next;
  }
  return plans;
}

/** A task with the fields of one side of a change in the log. */
function withFields(task: PlannedTask, side: unknown): PlannedTask {
  const { status, scheduledOn, scheduledAt, carryOverCount } = { ...task, ...(side as Partial<PlannedTask> | null) };
  return { status, scheduledOn, scheduledAt: scheduledAt && new Date(scheduledAt), carryOverCount };
}

/** The rules of a plan as it is stored. */
export const taskPlanRecord = z.object({ plannedOn: date });

export const taskPlanFilter = defineFilter('TaskPlan', {
  id: { kind: 'id', type: 'TaskPlan', description: 'The id.' },
  taskId: { kind: 'id', type: 'Task', description: 'The id of the task.' },
  task: { kind: 'one', filter: () => taskFilter, among: active('task'), description: 'The task.' },
  plannedOn: { kind: 'date', description: 'The day that the task was planned for.' },
  outcome: { kind: 'enum', name: 'TaskPlanOutcome', description: 'How the plan ended.' },
  endedAt: { kind: 'instant', nullable: true, description: 'When the plan ended.' },
  isReplanned: { kind: 'boolean', description: 'Whether the task was moved before the day began.' },
});

export const taskPlanOrder: OrderSpec = {
  name: 'TaskPlan',
  fields: { PLANNED_ON: { column: 'plannedOn', description: 'The day that the task was planned for.' } },
};
