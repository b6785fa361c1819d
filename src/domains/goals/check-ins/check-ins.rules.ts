import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { chosenId, idOf, pastDate, prose } from '../../../platform/validation/input-rules.ts';
import { goalFilter, metricValue } from '../goals/goals.rules.ts';

export const createGoalCheckInInput = z.object({
  id: chosenId('GoalCheckIn').nullish(),
  goalId: idOf('Goal'),
  value: metricValue.nullish(),
  health: enumOf('GoalHealth'),
  notes: prose(10_000).optional(),
  checkedOn: pastDate.nullish().transform((day) => day ?? currentCalendar().today),
});

/**
 * Summarizes the check-ins of a goal into its columns.
 * @param latest the latest check-in, which decides on the health
 * @param latestMeasured the latest check-in with a value, which decides on the current value of the metric
 */
export function summarizeCheckIns(
  goal: Pick<Row<'goal'>, 'metricStart'>,
  latest: Pick<Row<'goalCheckIn'>, 'health'> | null,
  latestMeasured: Pick<Row<'goalCheckIn'>, 'value'> | null,
) {
  const metricCurrent = goal.metricStart === null ? null : (latestMeasured?.value ?? goal.metricStart);
  return { health: latest?.health ?? null, metricCurrent };
}

/** What changed from one check-in of a goal to the next. */
export interface CheckInChange {
  /** The id of the check-in before. */
  readonly previousId: string;
  /** The days from the check-in before to this one. */
  readonly days: number;
  /** The health at the check-in before. */
  readonly healthBefore: Row<'goalCheckIn'>['health'];
  /** The value less that of the latest check-in before that has one. Null if there is none, or if this one has no value. */
  readonly valueChange: number | null;
}

type Compared = Pick<Row<'goalCheckIn'>, 'id' | 'checkedOn' | 'value' | 'health' | 'trashedAt'>;

/**
 * What changed with a check-in since the one before it that is not in the trash.
 * @param checkIns those of its goal, in order
 * @returns null if it is the first
 */
export function changeSince(checkIns: readonly Compared[], id: string, calendar: Calendar): CheckInChange | null {
  const at = checkIns.findIndex((one) => one.id === id);
  const checkIn = checkIns[at];
  const before = checkIns.slice(0, Math.max(at, 0)).filter(({ trashedAt }) => trashedAt === null);
  const previous = before.at(-1);
  if (!checkIn || !previous) return null;
  const valueBefore = before.findLast(({ value }) => value !== null)?.value ?? null;
  return {
    previousId: previous.id,
    days: calendar.daysBetween(previous.checkedOn, checkIn.checkedOn),
    healthBefore: previous.health,
    valueChange: checkIn.value === null || valueBefore === null ? null : checkIn.value - valueBefore,
  };
}

export const goalCheckInFilter = defineFilter('GoalCheckIn', {
  id: { kind: 'id', type: 'GoalCheckIn', description: 'The id.' },
  goalId: { kind: 'id', type: 'Goal', description: 'The id of the goal.' },
  goal: { kind: 'one', filter: () => goalFilter, among: active('goal'), description: 'The goal.' },
  value: { kind: 'number', nullable: true, description: 'The value of the metric.' },
  health: { kind: 'enum', name: 'GoalHealth', description: 'The health of the goal.' },
  notes: { kind: 'text', description: 'The notes.' },
  checkedOn: { kind: 'date', description: 'The day of the check-in.' },
  createdAt: { kind: 'instant', description: 'When the check-in was created.' },
  updatedAt: { kind: 'instant', description: 'When the check-in was last changed.' },
});

export const goalCheckInOrder: OrderSpec = {
  name: 'GoalCheckIn',
  fields: {
    CHECKED_ON: { column: 'checkedOn', description: 'The day of the check-in.' },
    CREATED_AT: { column: 'createdAt', description: 'When the check-in was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the check-in was last changed.' },
  },
};
