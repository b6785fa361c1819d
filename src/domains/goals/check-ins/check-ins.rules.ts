import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { chosenId, idOf, pastDate, prose } from '../../../platform/validation/input-rules.ts';
import { healths, metricValue } from '../goals/goals.rules.ts';

export const createGoalCheckInInput = (calendar: Calendar) =>
  z.object({
    id: chosenId('GoalCheckIn').nullish(),
    goalId: idOf('Goal'),
    value: metricValue.nullish(),
    health: z.enum(healths, { error: 'must be a health' }),
    notes: prose(10_000).optional(),
    checkedOn: pastDate(calendar)
      .nullish()
      .transform((day) => day ?? calendar.today),
  });

export const goalCheckInFilter = defineFilter('GoalCheckIn', {
  id: { kind: 'id', type: 'GoalCheckIn', description: 'By id.' },
  goalId: { kind: 'id', type: 'Goal', description: 'By the goal it is about.' },
  value: { kind: 'number', nullable: true, description: 'By where the metric was.' },
  health: { kind: 'enum', name: 'GoalHealth', description: 'By how the goal looked.' },
  notes: { kind: 'text', description: 'By notes.' },
  checkedOn: { kind: 'date', description: 'By the day it stood like this.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
});

export const goalCheckInOrder: OrderSpec = {
  name: 'GoalCheckIn',
  fields: {
    CHECKED_ON: { column: 'checkedOn', description: 'By the day it stood like this.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
