import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
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
