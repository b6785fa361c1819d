import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter, type FilterSpec } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import {
  chosenId,
  date,
  idOf,
  idsOf,
  instant,
  integer,
  line,
  optional,
  prose,
  target,
} from '../../../platform/validation/input-rules.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';

export const statuses = ['TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;
export type Status = (typeof statuses)[number];
/** The names of the priorities, which are stored as numbers from 0 on. */
export const priorityNames = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const;

/** A task that may still get done. */
export const openStatuses: Status[] = ['TODO', 'IN_PROGRESS'];

/** A task is practice for at most this many skills: more would say nothing about it. */
export const maxSkills = 20;

const minutesInDay = 24 * 60;

const fields = (calendar: Calendar) => ({
  title: line(300),
  description: prose(20_000),
  priority: integer(0, 4),
  scheduledOn: date(calendar).nullable(),
  scheduledAt: instant(calendar).nullable(),
  dueOn: date(calendar).nullable(),
  /** A minute to 30 days: what takes longer is a project. */
  estimateMinutes: integer(1, 30 * minutesInDay).nullable(),
  parentId: idOf('Task').nullable(),
  goalId: idOf('Goal').nullable(),
  meetingId: idOf('Meeting').nullable(),
  labelIds: idsOf('Label', maxLabels),
  skillIds: idsOf('Skill', maxSkills),
});

const notBoth = { path: ['scheduledAt'], message: 'must not be given together with scheduledOn' };
const isScheduledTwice = (input: { scheduledOn?: string | null | undefined; scheduledAt?: Date | null | undefined }) =>
  Boolean(input.scheduledOn && input.scheduledAt);

export const createTaskInput = (calendar: Calendar) => {
  const { title, ...rest } = fields(calendar);
  return z
    .object({ id: chosenId('Task').nullish(), title, ...optional(rest) })
    .refine((input) => !isScheduledTwice(input), { ...notBoth, when: () => true });
};

export const updateTaskInput = (calendar: Calendar) =>
  z
    .object({
      ...optional(fields(calendar)),
      status: z.enum(statuses, { error: 'must be a status' }).optional(),
      ...target('Task'),
    })
    .refine((input) => !isScheduledTwice(input), { ...notBoth, when: () => true });

export const rescheduleTaskInput = (calendar: Calendar) =>
  z
    .object({
      ...target('Task'),
      scheduledOn: date(calendar).nullish(),
      scheduledAt: instant(calendar).nullish(),
    })
    .refine((input) => !isScheduledTwice(input), { ...notBoth, when: () => true });

export const reorderTaskInput = z.object({
  ...target('Task'),
  afterId: idOf('Task').nullish(),
});

/** What planning a task for a day or a moment sets: one of the two, the other emptied. */
export function schedule(planned: { scheduledOn?: string | null | undefined; scheduledAt?: Date | null | undefined }) {
  if (planned.scheduledOn) return { scheduledOn: planned.scheduledOn, scheduledAt: null };
  if (planned.scheduledAt) return { scheduledOn: null, scheduledAt: planned.scheduledAt };
  return {
    ...(planned.scheduledOn === null && { scheduledOn: null }),
    ...(planned.scheduledAt === null && { scheduledAt: null }),
  };
}

/** What a change of status sets besides: a task has a moment of completion for just as long as it is done. */
export function withStatus(task: Pick<Row<'task'>, 'status' | 'completedAt'>, status: Status, now: Date) {
  return { status, completedAt: status === 'DONE' ? (task.status === 'DONE' ? task.completedAt : now) : null };
}

/** What reopening makes of a status: only what was finished or given up goes back to the start. */
export const reopened = (status: Status): Status => (openStatuses.includes(status) ? status : 'TODO');

/** How far apart positions start out. A power of two, so that halving stays exact for as long as there is room. */
export const positionStep = 1024;

/**
 * A position between two others (null: no neighbour there), or null when there is no number left between them. Positions
 * are doubles: after some 40 insertions at one and the same place they have to be spread out again.
 */
export function positionBetween(before: number | null, after: number | null): number | null {
  if (before === null) return after === null ? positionStep : after - positionStep;
  if (after === null) return before + positionStep;
  const middle = before + (after - before) / 2;
  return middle > before && middle < after ? middle : null;
}

/** Whether a position is already between two others (null: no neighbour there). */
export const isBetween = (position: number, before: number | null, after: number | null) =>
  (before === null || position > before) && (after === null || position < after);

/** The least that is left between positions that are spread out: room for some 20 insertions before the next time. */
const minStep = 1;

/**
 * Positions for `count` tasks, evenly after one position and up to another (null: as far as they like), or null when
 * they would be too close to each other.
 */
export function spread(before: number, last: number | null, count: number): number[] | null {
  const step = last === null ? positionStep : (last - before) / count;
  if (step < minStep) return null;
  return Array.from({ length: count }, (_, index) => before + step * (index + 1));
}

export const taskFilter: FilterSpec = defineFilter('Task', {
  id: { kind: 'id', type: 'Task', description: 'By id.' },
  title: { kind: 'text', description: 'By title.' },
  status: { kind: 'enum', name: 'TaskStatus', description: 'By status.' },
  priority: { kind: 'enum', name: 'TaskPriority', ordered: true, description: 'By priority.' },
  scheduledOn: { kind: 'date', nullable: true, description: 'By the day it is planned for.' },
  scheduledAt: { kind: 'instant', nullable: true, description: 'By the moment it is planned for.' },
  dueOn: { kind: 'date', nullable: true, description: 'By its due date.' },
  estimateMinutes: { kind: 'integer', nullable: true, description: 'By its estimate, in minutes.' },
  completedAt: { kind: 'instant', nullable: true, description: 'By when it was finished.' },
  carryOverCount: { kind: 'integer', description: 'By how often it was carried over.' },
  parentId: { kind: 'id', type: 'Task', nullable: true, description: 'By the task it is part of.' },
  goalId: { kind: 'id', type: 'Goal', nullable: true, description: 'By the goal it serves.' },
  meetingId: { kind: 'id', type: 'Meeting', nullable: true, description: 'By the meeting it is an action item of.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
  labels: {
    kind: 'some',
    path: ['taskLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'By its labels.',
  },
  skills: {
    kind: 'some',
    path: ['taskSkills', 'skill'],
    filter: () => skillFilter,
    among: active('skill'),
    description: 'By the skills that it is practice for.',
  },
  subtasks: {
    kind: 'some',
    path: ['subtasks'],
    filter: () => taskFilter,
    among: active('task'),
    description: 'By its subtasks.',
  },
});

export const taskOrder: OrderSpec = {
  name: 'Task',
  fields: {
    POSITION: { column: 'position', description: 'By hand: the order that `reorderTask` makes.' },
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    PRIORITY: { column: 'priority', description: 'By priority, the lowest first.' },
    SCHEDULED_ON: { column: 'scheduledOn', nullable: true, description: 'By the day it is planned for.' },
    SCHEDULED_AT: { column: 'scheduledAt', nullable: true, description: 'By the moment it is planned for.' },
    DUE_ON: { column: 'dueOn', nullable: true, description: 'By due date.' },
    ESTIMATE_MINUTES: { column: 'estimateMinutes', nullable: true, description: 'By estimate.' },
    COMPLETED_AT: { column: 'completedAt', nullable: true, description: 'By when it was finished.' },
    CARRY_OVER_COUNT: { column: 'carryOverCount', description: 'By how often it was carried over.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
