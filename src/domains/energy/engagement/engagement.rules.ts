import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { date, ifVersion, integer, prose } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';

/** A pulse is about the week that contains the given day. A week without a pulse has version 0. */
export const recordEngagementPulseInput = z.object({
  week: describeRule(
    date.refine((day) => {
      const calendar = currentCalendar();
      return calendar.startOfWeek(day) <= calendar.today;
    }, 'must not be in a week to come'),
    { limits: 'Not in a week to come.' },
  )
    .nullish()
    .transform((day) => day ?? currentCalendar().today),
  ifVersion: ifVersion(),
  score: describeRule(integer(1, 5), { limits: '1 (indifferent) to 5 (eager).' }),
  notes: prose(2_000).optional(),
});

export const engagementFilter = defineFilter('EngagementPulse', {
  id: { kind: 'id', type: 'EngagementPulse', description: 'The id.' },
  week: { kind: 'date', description: 'The first day of the week.' },
  score: { kind: 'integer', description: 'The score.' },
  createdAt: { kind: 'instant', description: 'When the pulse was created.' },
  updatedAt: { kind: 'instant', description: 'When the pulse was last changed.' },
});

export const engagementOrder: OrderSpec = {
  name: 'EngagementPulse',
  fields: {
    WEEK: { column: 'week', description: 'The first day of the week.' },
    SCORE: { column: 'score', description: 'The score.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the pulse was last changed.' },
  },
};
