import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import {
  chosenId,
  date,
  idOf,
  idsOf,
  line,
  number,
  optional,
  prose,
  target,
} from '../../../platform/validation/input-rules.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';

export const kinds = ['OBJECTIVE', 'KEY_RESULT', 'PROJECT', 'HABIT'] as const;
export const statuses = ['PLANNED', 'ACTIVE', 'ACHIEVED', 'ABANDONED'] as const;
export type Status = (typeof statuses)[number];
/** An object and not a list, so that the schemas of goals and of check-ins can both refer to its GraphQL type by it. */
export const healths = { ON_TRACK: 'ON_TRACK', AT_RISK: 'AT_RISK', OFF_TRACK: 'OFF_TRACK' } as const;
export const directions = ['INCREASE', 'DECREASE'] as const;

/** A goal that may still be reached. */
const openStatuses: Status[] = ['PLANNED', 'ACTIVE'];

/** What a metric counts stays well within the whole numbers that a double holds exactly. */
const farthest = 1e15;
export const metricValue = number(-farthest, farthest);

/** Where a metric starts and where it is to arrive; which way that is may be said, and then has to be so. */
const metric = z
  .object({
    start: metricValue,
    target: metricValue,
    unit: line(40)
      .nullish()
      .transform((unit) => unit ?? ''),
    direction: z.enum(directions).nullish(),
  })
  .refine(({ start, target }) => start !== target, { path: ['target'], message: 'must not be where it starts' })
  .refine(({ start, target, direction }) => !direction || direction === directionOf(start, target), {
    path: ['direction'],
    message: 'must be the way from start to target',
  });

const directionOf = (start: number, target: number): (typeof directions)[number] =>
  target > start ? 'INCREASE' : 'DECREASE';

/** The columns that a metric fills; null: the goal is not measured. Where it is now is for the check-ins to say. */
export function metricColumns(given: z.output<typeof metric> | null) {
  if (!given) return { metricStart: null, metricTarget: null, metricUnit: null, metricDirection: null };
  const { start, target, unit } = given;
  return { metricStart: start, metricTarget: target, metricUnit: unit, metricDirection: directionOf(start, target) };
}

/** What a goal is measured by, and where that is now. */
export interface Metric {
  start: number;
  target: number;
  current: number;
  unit: string;
  direction: (typeof directions)[number];
}

/** The metric of a goal; null when it is not measured. */
export function metricOf(goal: Row<'goal'>): Metric | null {
  const { metricStart: start, metricTarget: target, metricCurrent: current, metricUnit, metricDirection } = goal;
  if (start === null || target === null || current === null) return null;
  return { start, target, current, unit: metricUnit ?? '', direction: metricDirection ?? directionOf(start, target) };
}

const fields = (calendar: Calendar) => ({
  title: line(300),
  description: prose(20_000),
  kind: z.enum(kinds, { error: 'must be a kind' }),
  status: z.enum(statuses, { error: 'must be a status' }),
  metric: metric.nullable(),
  startsOn: date(calendar).nullable(),
  dueOn: date(calendar).nullable(),
  parentId: idOf('Goal').nullable(),
  labelIds: idsOf('Label', maxLabels),
});

export const createGoalInput = (calendar: Calendar) => {
  const { title, kind, ...rest } = fields(calendar);
  return z.object({
    id: chosenId('Goal').nullish(),
    title,
    kind,
    ...optional(rest),
    status: rest.status.nullish().transform((status) => status ?? 'ACTIVE'),
  });
};

export const updateGoalInput = (calendar: Calendar) => z.object({ ...optional(fields(calendar)), ...target('Goal') });

/** @throws InvalidInputError when a goal would be due before it starts */
export function requireOrderOfDates(goal: {
  startsOn?: string | null | undefined;
  dueOn?: string | null | undefined;
}): void {
  if (!goal.startsOn || !goal.dueOn || goal.startsOn <= goal.dueOn) return;
  throw new InvalidInputError([{ path: ['input', 'dueOn'], message: 'must not be before startsOn' }]);
}

/** What a change of status sets besides: a goal has a moment of closing for just as long as it is closed. */
export function withStatus(goal: Pick<Row<'goal'>, 'status' | 'closedAt'>, status: Status, now: Date) {
  if (openStatuses.includes(status)) return { status, closedAt: null };
  return { status, closedAt: goal.status === status ? goal.closedAt : now };
}

/** What reopening makes of a status: only what was achieved or abandoned becomes active again. */
export const reopened = (status: Status): Status => (openStatuses.includes(status) ? status : 'ACTIVE');

/** What a goal's health and metric are by its check-ins: the latest says, and of its value the latest that has one. */
export function standing(
  goal: Pick<Row<'goal'>, 'metricStart'>,
  latest: Pick<Row<'goalCheckIn'>, 'health'> | null,
  latestMeasured: Pick<Row<'goalCheckIn'>, 'value'> | null,
) {
  const metricCurrent = goal.metricStart === null ? null : (latestMeasured?.value ?? goal.metricStart);
  return { health: latest?.health ?? null, metricCurrent };
}

export const progressRules = ['ACHIEVED', 'METRIC', 'SUBGOALS', 'MILESTONES', 'TASKS'] as const;

/** How far a goal is, from 0 to 1, by which rule, and of what that was counted; a metric and an achievement have no parts. */
export interface Progress {
  fraction: number;
  rule: (typeof progressRules)[number];
  doneCount: number | null;
  totalCount: number | null;
}

/** How many there are of something, and how many of them are done. */
export interface Tally {
  doneCount: number;
  totalCount: number;
}

/** What there is of a goal to measure it by. */
export interface Parts {
  /** How far each of its subgoals is, of those neither abandoned nor in the trash; null: nothing to measure it by. */
  subgoals: (Progress | null)[];
  /** Its milestones, but for those in the trash. */
  milestones: Tally;
  /** Its tasks, but for those cancelled or in the trash. */
  tasks: Tally;
}

/**
 * How far a goal is. The first of these that it has decides:
 *
 * 1. ACHIEVED: it is achieved: 1.
 * 2. METRIC: (current - start) / (target - start), no less than 0 and no more than 1.
 * 3. SUBGOALS: the mean of how far its subgoals are; one with nothing to measure it by counts as 0 until it is achieved.
 * 4. MILESTONES: reached / total.
 * 5. TASKS: done / total.
 *
 * Null says that there is nothing to measure it by. Each is a mean over equal parts, as in OKRs: what matters more than
 * the rest deserves more parts.
 */
export function progressOf(
  goal: Pick<Row<'goal'>, 'status' | 'metricStart' | 'metricTarget' | 'metricCurrent'>,
  { subgoals, milestones, tasks }: Parts,
): Progress | null {
  if (goal.status === 'ACHIEVED') return { fraction: 1, rule: 'ACHIEVED', doneCount: null, totalCount: null };
  const { metricStart: start, metricTarget: target, metricCurrent: current } = goal;
  if (start !== null && target !== null && current !== null) {
    const way = (current - start) / (target - start);
    return { fraction: Math.min(Math.max(way, 0), 1), rule: 'METRIC', doneCount: null, totalCount: null };
  }
  if (subgoals.length > 0) {
    const fractions = subgoals.map((progress) => progress?.fraction ?? 0);
    const doneCount = fractions.filter((fraction) => fraction === 1).length;
    const sum = fractions.reduce((total, fraction) => total + fraction, 0);
    return { fraction: Math.min(sum / fractions.length, 1), rule: 'SUBGOALS', doneCount, totalCount: fractions.length };
  }
  if (milestones.totalCount > 0) return ofParts(milestones, 'MILESTONES');
  return tasks.totalCount > 0 ? ofParts(tasks, 'TASKS') : null;
}

const ofParts = ({ doneCount, totalCount }: Tally, rule: Progress['rule']) => ({
  fraction: doneCount / totalCount,
  rule,
  doneCount,
  totalCount,
});

export const goalFilter = defineFilter('Goal', {
  id: { kind: 'id', type: 'Goal', description: 'By id.' },
  title: { kind: 'text', description: 'By title.' },
  kind: { kind: 'enum', name: 'GoalKind', description: 'By kind.' },
  status: { kind: 'enum', name: 'GoalStatus', description: 'By status.' },
  health: { kind: 'enum', name: 'GoalHealth', nullable: true, description: 'By how it looked at the last check-in.' },
  metricStart: { kind: 'number', nullable: true, description: 'By where its metric started.' },
  metricTarget: { kind: 'number', nullable: true, description: 'By where its metric is to arrive.' },
  metricCurrent: { kind: 'number', nullable: true, description: 'By where its metric is now.' },
  metricDirection: {
    kind: 'enum',
    name: 'GoalMetricDirection',
    nullable: true,
    description: 'By which way its metric is to go.',
  },
  startsOn: { kind: 'date', nullable: true, description: 'By the first day of work on it.' },
  dueOn: { kind: 'date', nullable: true, description: 'By the day to reach it by.' },
  closedAt: { kind: 'instant', nullable: true, description: 'By when it was achieved or abandoned.' },
  parentId: { kind: 'id', type: 'Goal', nullable: true, description: 'By the goal it is part of.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
  labels: {
    kind: 'some',
    path: ['goalLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'By its labels.',
  },
});

export const goalOrder: OrderSpec = {
  name: 'Goal',
  fields: {
    DUE_ON: { column: 'dueOn', nullable: true, description: 'By the day to reach it by.' },
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    STARTS_ON: { column: 'startsOn', nullable: true, description: 'By the first day of work on it.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
