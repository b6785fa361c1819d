import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { chosenId, date, idOf, line, optional, requiring, target } from '../../../platform/validation/input-rules.ts';
import { goalFilter, partWeight } from '../goals/goals.rules.ts';

/** The maximum number of milestones of a goal that are not in the trash. Moving one updates at most this many. */
export const maxMilestones = 100;

const fields = {
  title: line(300),
  dueOn: date.nullable(),
  isReached: z.boolean({ error: 'must be true or false' }),
  weight: partWeight,
};

export const createMilestoneInput = z.object({
  id: chosenId('Milestone').nullish(),
  goalId: idOf('Goal'),
  ...requiring(fields, 'title'),
});

export const updateMilestoneInput = z.object({
  ...optional(fields),
  ...target('Milestone'),
  afterId: idOf('Milestone').nullable().optional(),
});

/** The columns of `isReached`: a milestone keeps its `reachedAt` as long as it is reached. */
export const withReached = (milestone: Pick<Row<'milestone'>, 'reachedAt'>, isReached: boolean, now: Date) => ({
  reachedAt: isReached ? (milestone.reachedAt ?? now) : null,
});

export const milestoneFilter = defineFilter('Milestone', {
  id: { kind: 'id', type: 'Milestone', description: 'The id.' },
  goalId: { kind: 'id', type: 'Goal', description: 'The id of the goal.' },
  goal: { kind: 'one', filter: () => goalFilter, among: active('goal'), description: 'The goal.' },
  title: { kind: 'text', description: 'The title.' },
  dueOn: { kind: 'date', nullable: true, description: 'The day to reach the milestone by.' },
  reachedAt: { kind: 'instant', nullable: true, description: 'When the milestone was reached.' },
  position: { kind: 'integer', description: 'The position among the milestones of the goal.' },
  weight: { kind: 'integer', description: 'The weight among the milestones of the goal.' },
  createdAt: { kind: 'instant', description: 'When the milestone was created.' },
  updatedAt: { kind: 'instant', description: 'When the milestone was last changed.' },
});

export const milestoneOrder: OrderSpec = {
  name: 'Milestone',
  isShort: true,
  fields: {
    POSITION: { column: 'position', description: 'The position among the milestones of the goal.' },
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    DUE_ON: { column: 'dueOn', nullable: true, description: 'The day to reach the milestone by.' },
    REACHED_AT: { column: 'reachedAt', nullable: true, description: 'When the milestone was reached.' },
    CREATED_AT: { column: 'createdAt', description: 'When the milestone was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the milestone was last changed.' },
  },
};
