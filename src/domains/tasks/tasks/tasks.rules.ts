import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter, type FilterSpec } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  chosenId,
  date,
  idOf,
  idsOf,
  instant,
  integer,
  line,
  optional,
  pastInstant,
  prose,
  requiring,
  target,
} from '../../../platform/validation/input-rules.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';
import { goalFilter } from '../../goals/goals/goals.rules.ts';
import { meetingFilter } from '../../meetings/meetings/meetings.rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';
import { occurrenceScopes } from '../occurrences/occurrences.rules.ts';
import { recurrenceFilter, recurrenceInput } from '../recurrences/recurrences.rules.ts';
import { available, blocked, maxBlockers, snoozed } from '../task-blockers/task-blockers.rules.ts';

/** The maximum number of skills that a task can practice. */
const maxSkills = 20;

/** The many-to-many relations of a task, by the input fields that list their ids. */
export const taskRelations = {
  labelIds: { model: 'taskLabel', row: 'taskId', other: 'label', max: maxLabels },
  skillIds: { model: 'taskSkill', row: 'taskId', other: 'skill', max: maxSkills },
} as const;

/** The states of a task. */
export type Status = Row<'task'>['status'];

/** The states of a task that is still to be done. */
export const openStatuses: Status[] = ['TODO', 'IN_PROGRESS'];

/** The priorities by name. Their indexes are what the database stores, so that it can sort and compare them. */
export const priorityNames = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const;

/** The maximum length of a title. */
export const maxTitleLength = 300;

/** The maximum estimate, in minutes: 30 days. Anything longer is a project with tasks of its own. */
export const maxEstimateMinutes = 30 * 24 * 60;

const fields = {
  title: line(maxTitleLength),
  description: prose(20_000),
  priority: z
    .int()
    .min(0)
    .max(priorityNames.length - 1),
  scheduledOn: date.nullable(),
  scheduledAt: instant.nullable(),
  dueOn: date.nullable(),
  estimateMinutes: integer(1, maxEstimateMinutes).nullable(),
  parentId: idOf('Task').nullable(),
  goalId: idOf('Goal').nullable(),
  meetingId: idOf('Meeting').nullable(),
  labelIds: idsOf('Label', maxLabels),
  skillIds: idsOf('Skill', maxSkills),
  blockedByIds: idsOf('Task', maxBlockers),
};

/** When to do a task: on a day or at a time, never both. */
interface Schedule {
  scheduledOn?: string | null | undefined;
  scheduledAt?: Date | null | undefined;
}

const scheduledOnce = <R extends z.ZodObject>(rules: R): R =>
  rules.refine(({ scheduledOn, scheduledAt }: Schedule) => !(scheduledOn && scheduledAt), {
    path: ['scheduledAt'],
    message: 'must not be given together with scheduledOn',
    // Reported together with the issues of other fields, not only after those are fixed.
    when: () => true,
  });

export const createTaskInput = scheduledOnce(
  z.object({ id: chosenId('Task').nullish(), ...requiring(fields, 'title'), recurrence: recurrenceInput.nullish() }),
);

const changes = { ...target('Task'), ...optional(fields), status: enumOf('TaskStatus').optional() };

/** The rules of a task as it is stored. */
export const taskRecord = scheduledOnce(
  z.object({
    ...changes,
    snoozedUntil: instant.nullable().optional(),
    occursOn: date.nullable().optional(),
    occurrenceNumber: integer(1, 1_000_000).nullable().optional(),
  }),
);

export const updateTaskInput = scheduledOnce(
  z.object({
    ...changes,
    occurrences: z.enum(occurrenceScopes).optional(),
  }),
);

export const completeTaskInput = z.object({ ...target('Task'), completedAt: pastInstant.nullish() });

export const rescheduleTaskInput = scheduledOnce(
  z.object({
    ...target('Task'),
    scheduledOn: date.nullish(),
    scheduledAt: instant.nullish(),
  }),
);

export const reorderTaskInput = z.object({
  ...target('Task'),
  afterId: idOf('Task').nullish(),
});

/** The columns that a change of schedule sets. A day replaces a time, and a time replaces a day. */
export function schedule({
  scheduledOn,
  scheduledAt,
}: Schedule): Partial<Pick<Row<'task'>, 'scheduledOn' | 'scheduledAt'>> {
  if (scheduledOn) return { scheduledOn, scheduledAt: null };
  if (scheduledAt) return { scheduledOn: null, scheduledAt };
  return {
    ...(scheduledOn === null && { scheduledOn }),
    ...(scheduledAt === null && { scheduledAt }),
  };
}

/**
 * The columns that a change of status sets. A task has a `completedAt` exactly while it is done, and keeps the first. One that is done
 * or cancelled is not snoozed.
 * @param now when it was done, if it is now
 */
export function withStatus(task: Pick<Row<'task'>, 'status' | 'completedAt'>, status: Status, now: Date) {
  const completedAt = status === 'DONE' ? (task.status === 'DONE' ? task.completedAt : now) : null;
  return { status, completedAt, ...(!openStatuses.includes(status) && { snoozedUntil: null }) };
}

/** The status of a reopened task: TODO if it was done or cancelled. An open task keeps its status. */
export const reopened = (status: Status): Status => (openStatuses.includes(status) ? status : 'TODO');

/** The distance between the positions of new tasks. A power of two, so that halving it is exact. */
export const positionStep = 1024;

export const taskFilter: FilterSpec = defineFilter('Task', {
  id: { kind: 'id', type: 'Task', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  status: { kind: 'enum', name: 'TaskStatus', description: 'The status.' },
  priority: { kind: 'enum', name: 'TaskPriority', ordered: priorityNames, description: 'The priority.' },
  scheduledOn: { kind: 'date', nullable: true, description: 'The day to do the task on.' },
  scheduledAt: { kind: 'instant', nullable: true, description: 'The time to do the task at.' },
  dueOn: { kind: 'date', nullable: true, description: 'The due date.' },
  estimateMinutes: { kind: 'integer', nullable: true, description: 'The estimated effort, in minutes.' },
  completedAt: { kind: 'instant', nullable: true, description: 'When the task was finished.' },
  carryOverCount: { kind: 'integer', description: 'The number of times the task was carried over.' },
  snoozedUntil: { kind: 'instant', nullable: true, description: 'Until when the task is snoozed.' },
  isSnoozed: { kind: 'condition', where: snoozed, description: 'Whether the task is snoozed now.' },
  isBlocked: { kind: 'condition', where: () => blocked, description: 'Whether the task waits for another one.' },
  isAvailable: {
    kind: 'condition',
    where: available,
    description: 'Whether the task can be worked on now: open, not snoozed, and waiting for no other one.',
  },
  parentId: { kind: 'id', type: 'Task', nullable: true, description: 'The id of the parent task.' },
  goalId: { kind: 'id', type: 'Goal', nullable: true, description: 'The id of the goal.' },
  meetingId: { kind: 'id', type: 'Meeting', nullable: true, description: 'The id of the meeting.' },
  recurrenceId: { kind: 'id', type: 'Recurrence', nullable: true, description: 'The id of the recurrence.' },
  occursOn: { kind: 'date', nullable: true, description: 'The day of the occurrence by its recurrence.' },
  createdAt: { kind: 'instant', description: 'When the task was created.' },
  updatedAt: { kind: 'instant', description: 'When the task was last changed.' },
  parent: { kind: 'one', filter: () => taskFilter, among: active('task'), description: 'The parent task.' },
  goal: { kind: 'one', filter: () => goalFilter, among: active('goal'), description: 'The goal of the task.' },
  meeting: {
    kind: 'one',
    filter: () => meetingFilter,
    among: active('meeting'),
    description: 'The meeting that the task is an action item of.',
  },
  recurrence: {
    kind: 'one',
    filter: () => recurrenceFilter,
    among: active('recurrence'),
    description: 'How the task repeats.',
  },
  labels: {
    kind: 'some',
    path: ['taskLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'The labels.',
  },
  skills: {
    kind: 'some',
    path: ['taskSkills', 'skill'],
    filter: () => skillFilter,
    among: active('skill'),
    description: 'The skills that the task practices.',
  },
  blockedBy: {
    kind: 'some',
    path: ['blockedBy', 'blocker'],
    filter: () => taskFilter,
    among: active('task'),
    description: 'The tasks that the task waits for, whether they are done or not.',
  },
  subtasks: {
    kind: 'some',
    path: ['subtasks'],
    filter: () => taskFilter,
    among: active('task'),
    description: 'The subtasks.',
  },
});

export const taskOrder: OrderSpec = {
  name: 'Task',
  fields: {
    POSITION: { column: 'position', description: 'Your order, which `reorderTask` changes.' },
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    PRIORITY: { column: 'priority', description: 'The priority, from NONE to URGENT.' },
    SCHEDULED_ON: { column: 'scheduledOn', nullable: true, description: 'The day to do the task on.' },
    SCHEDULED_AT: { column: 'scheduledAt', nullable: true, description: 'The time to do the task at.' },
    DUE_ON: { column: 'dueOn', nullable: true, description: 'The due date.' },
    ESTIMATE_MINUTES: { column: 'estimateMinutes', nullable: true, description: 'The estimated effort.' },
    COMPLETED_AT: { column: 'completedAt', nullable: true, description: 'When the task was finished.' },
    CARRY_OVER_COUNT: { column: 'carryOverCount', description: 'The number of times the task was carried over.' },
    CREATED_AT: { column: 'createdAt', description: 'When the task was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the task was last changed.' },
  },
};
