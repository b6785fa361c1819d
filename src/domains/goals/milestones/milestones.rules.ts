import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { chosenId, date, idOf, line, optional, target } from '../../../platform/validation/input-rules.ts';

/** A goal has at most this many milestones in use: with more, it is several goals. Also bounds what moving one changes. */
export const maxMilestones = 100;

const fields = (calendar: Calendar) => ({
  title: line(300),
  dueOn: date(calendar).nullable(),
  isReached: z.boolean({ error: 'must be true or false' }),
});

export const createMilestoneInput = (calendar: Calendar) => {
  const { title, ...rest } = fields(calendar);
  return z.object({
    id: chosenId('Milestone').nullish(),
    goalId: idOf('Goal'),
    title,
    ...optional(rest),
  });
};

export const updateMilestoneInput = (calendar: Calendar) =>
  z.object({
    ...optional(fields(calendar)),
    ...target('Milestone'),
    afterId: idOf('Milestone').nullable().optional(),
  });

/** What saying whether a milestone is reached sets: it has a moment for just as long as it is. */
export const withReached = (milestone: Pick<Row<'milestone'>, 'reachedAt'>, isReached: boolean, now: Date) => ({
  reachedAt: isReached ? (milestone.reachedAt ?? now) : null,
});

export const milestoneFilter = defineFilter('Milestone', {
  id: { kind: 'id', type: 'Milestone', description: 'By id.' },
  goalId: { kind: 'id', type: 'Goal', description: 'By the goal it leads to.' },
  title: { kind: 'text', description: 'By title.' },
  dueOn: { kind: 'date', nullable: true, description: 'By the day to reach it by.' },
  reachedAt: { kind: 'instant', nullable: true, description: 'By when it was reached.' },
  position: { kind: 'integer', description: 'By where it stands among those of its goal.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
});

export const milestoneOrder: OrderSpec = {
  name: 'Milestone',
  fields: {
    POSITION: { column: 'position', description: 'By where it stands among those of its goal.' },
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    DUE_ON: { column: 'dueOn', nullable: true, description: 'By the day to reach it by.' },
    REACHED_AT: { column: 'reachedAt', nullable: true, description: 'By when it was reached.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
