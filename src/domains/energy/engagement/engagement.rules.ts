import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { date, integer, prose } from '../../../platform/validation/input-rules.ts';

/** A pulse is about the week that the given day is in. */
export const recordEngagementInput = (calendar: Calendar) =>
  z.object({
    week: date(calendar)
      .nullish()
      .transform((day) => day ?? calendar.today),
    ifVersion: z.int().nullish(),
    score: integer(1, 5),
    notes: prose(2_000).optional(),
  });

export const engagementFilter = defineFilter('EngagementPulse', {
  id: { kind: 'id', type: 'EngagementPulse', description: 'By id.' },
  week: { kind: 'date', description: 'By the first day of the week.' },
  score: { kind: 'integer', description: 'By score.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
});

export const engagementOrder: OrderSpec = {
  name: 'EngagementPulse',
  fields: {
    WEEK: { column: 'week', description: 'By week.' },
    SCORE: { column: 'score', description: 'By score.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
