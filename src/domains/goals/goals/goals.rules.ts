import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter, type FilterSpec } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  areInOrder,
  chosenId,
  date,
  idOf,
  idsOf,
  integer,
  line,
  lineOrEmpty,
  number,
  optional,
  prose,
  requiring,
  target,
} from '../../../platform/validation/input-rules.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';

/** The states of a goal. */
export type Status = Row<'goal'>['status'];

/** The states of a goal that may still be reached. */
const openStatuses: Status[] = ['PLANNED', 'ACTIVE'];

/** The range of metric values: within the integers that a double holds exactly. */
const maxMetricValue = 1e15;
export const metricValue = number(-maxMetricValue, maxMetricValue);

/** The metric of a goal. Its direction follows from start and target; if it is given, it must match. */
export const goalMetricInput = z
  .object({
    start: metricValue,
    target: metricValue,
    unit: lineOrEmpty(40)
      .nullish()
      .transform((unit) => unit ?? ''),
    direction: enumOf('GoalMetricDirection').nullish(),
  })
  .refine(({ start, target }) => start !== target, { path: ['target'], message: 'must not be equal to start' })
  .refine(({ start, target, direction }) => !direction || direction === directionOf(start, target), {
    path: ['direction'],
    message: 'must be the direction from start to target',
  });

type Direction = NonNullable<Row<'goal'>['metricDirection']>;

const directionOf = (start: number, target: number): Direction => (target > start ? 'INCREASE' : 'DECREASE');

/** The columns of a metric, all null without one. The current value is left out: it follows from the check-ins. */
export function metricColumns(given: z.output<typeof goalMetricInput> | null) {
  if (!given) return { metricStart: null, metricTarget: null, metricUnit: null, metricDirection: null };
  const { start, target, unit } = given;
  return { metricStart: start, metricTarget: target, metricUnit: unit, metricDirection: directionOf(start, target) };
}

/** The metric of a goal, with its current value. */
export interface Metric {
  start: number;
  target: number;
  current: number;
  /** The unit, such as `%`. May be empty. */
  unit: string;
  direction: Direction;
}

/** The metric of a goal. Null if it has none. */
export function metricOf(
  goal: Pick<Row<'goal'>, 'metricStart' | 'metricTarget' | 'metricCurrent' | 'metricUnit' | 'metricDirection'>,
): Metric | null {
  const { metricStart: start, metricTarget: target, metricCurrent: current, metricUnit, metricDirection } = goal;
  if (start === null || target === null || current === null) return null;
  return { start, target, current, unit: metricUnit ?? '', direction: metricDirection ?? directionOf(start, target) };
}

/** The weight of a part of a goal. */
export const partWeight = integer(0, 100);

const fields = {
  title: line(300),
  description: prose(20_000),
  kind: enumOf('GoalKind'),
  status: enumOf('GoalStatus'),
  metric: goalMetricInput.nullable(),
  startsOn: date.nullable(),
  dueOn: date.nullable(),
  parentId: idOf('Goal').nullable(),
  weight: partWeight,
  checkInEveryDays: integer(1, 366),
  labelIds: idsOf('Label', maxLabels),
};

export const createGoalInput = z.object({
  id: chosenId('Goal').nullish(),
  ...requiring(fields, 'title', 'kind'),
  status: fields.status.nullish().transform((status) => status ?? 'ACTIVE'),
});

export const updateGoalInput = z.object({ ...optional(fields), ...target('Goal') });

const isDueInTime = ({
  startsOn,
  dueOn,
}: {
  startsOn?: string | null | undefined;
  dueOn?: string | null | undefined;
}) => areInOrder(startsOn, dueOn);
// Copied where it is given to zod, which takes the message out of it.
const dueTooEarly = { path: ['dueOn'], message: 'must not be before startsOn' };

/** The rules of a goal as it is stored, whose columns of a metric are one field of an input. */
export const goalRecord = z.preprocess(
  (row: Row<'goal'>) => {
    const metric = { start: row.metricStart, target: row.metricTarget, unit: row.metricUnit };
    return { ...row, metric: Object.values(metric).every((value) => value === null) ? null : metric };
  },
  updateGoalInput.refine(isDueInTime, { ...dueTooEarly }),
);

/** @throws InvalidInputError if the goal would be due before it starts */
export function requireOrderOfDates(goal: Parameters<typeof isDueInTime>[0]): void {
  if (!isDueInTime(goal)) throw new InvalidInputError([{ ...dueTooEarly, path: ['input', 'dueOn'] }]);
}

/** The columns of a status: `closedAt` is set as long as the goal is achieved or abandoned. */
export function withStatus(goal: Pick<Row<'goal'>, 'status' | 'closedAt'>, status: Status, now: Date) {
  if (openStatuses.includes(status)) return { status, closedAt: null };
  return { status, closedAt: goal.status === status ? goal.closedAt : now };
}

/** The status after reopening: an achieved or abandoned goal becomes active, an open one stays as it is. */
export const reopened = (status: Status): Status => (openStatuses.includes(status) ? status : 'ACTIVE');

/**
 * Requires that a weight leaves a goal something that counts.
 * @param others the weights of the other parts of the kind
 * @throws InvalidInputError if they would all be 0
 */
export function requireWeight(weight: number, others: readonly number[]): void {
  if (weight > 0 || others.some((one) => one > 0)) return;
  throw new InvalidInputError([
    { path: ['input', 'weight'], message: 'must not be 0: the weights of all parts of the goal would be 0' },
  ]);
}

export const goalFilter: FilterSpec = defineFilter('Goal', {
  id: { kind: 'id', type: 'Goal', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  kind: { kind: 'enum', name: 'GoalKind', description: 'The kind.' },
  status: { kind: 'enum', name: 'GoalStatus', description: 'The status.' },
  health: { kind: 'enum', name: 'GoalHealth', nullable: true, description: 'The health at the last check-in.' },
  metricStart: { kind: 'number', nullable: true, description: 'The value that the metric starts from.' },
  metricTarget: { kind: 'number', nullable: true, description: 'The value that the metric should reach.' },
  metricCurrent: { kind: 'number', nullable: true, description: 'The current value of the metric.' },
  metricDirection: {
    kind: 'enum',
    name: 'GoalMetricDirection',
    nullable: true,
    description: 'The direction in which the metric should move.',
  },
  startsOn: { kind: 'date', nullable: true, description: 'The first day of work on the goal.' },
  dueOn: { kind: 'date', nullable: true, description: 'The day to reach the goal by.' },
  closedAt: { kind: 'instant', nullable: true, description: 'When the goal was achieved or abandoned.' },
  parentId: { kind: 'id', type: 'Goal', nullable: true, description: 'The id of the parent goal.' },
  parent: { kind: 'one', filter: () => goalFilter, among: active('goal'), description: 'The parent goal.' },
  createdAt: { kind: 'instant', description: 'When the goal was created.' },
  updatedAt: { kind: 'instant', description: 'When the goal was last changed.' },
  labels: {
    kind: 'some',
    path: ['goalLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'The labels of the goal.',
  },
});

export const goalOrder: OrderSpec = {
  name: 'Goal',
  isShort: true,
  fields: {
    DUE_ON: { column: 'dueOn', nullable: true, description: 'The day to reach the goal by.' },
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    STARTS_ON: { column: 'startsOn', nullable: true, description: 'The first day of work on the goal.' },
    CREATED_AT: { column: 'createdAt', description: 'When the goal was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the goal was last changed.' },
  },
};
