import { nodeOf } from '../../../graphql/nodes.ts';
import { once } from '../../../graphql/registry.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { targetInput } from '../../../platform/validation/input-rules.ts';
import { labelsThrough } from '../../across/labels/labels.access.ts';
import { recurrenceInputType } from '../recurrences/recurrences.schema.ts';
import { snoozeTaskInput } from '../task-blockers/task-blockers.rules.ts';
import { taskList, taskStats } from './tasks.access.ts';
import { type SubtaskProgress, subtaskProgressByTask } from './tasks.loaders.ts';
import {
  completeTaskInput,
  createTaskInput,
  reorderTaskInput,
  rescheduleTaskInput,
  updateTaskInput,
} from './tasks.rules.ts';
import * as tasks from './tasks.service.ts';

/** The priorities of tasks. */
export const taskPriorityType = (builder: Builder) =>
  once(builder.options.registry, 'TaskPriority', () =>
    builder.enumType('TaskPriority', {
      description: 'The priority of a task. NONE is the lowest, URGENT the highest.',
      values: {
        NONE: { value: 0, description: 'Not prioritized. The lowest.' },
        LOW: { value: 1, description: 'Below MEDIUM, above NONE.' },
        MEDIUM: { value: 2, description: 'Between LOW and HIGH.' },
        HIGH: { value: 3, description: 'Above MEDIUM, below URGENT.' },
        URGENT: { value: 4, description: 'Above HIGH. The highest.' },
      },
    }),
  );

/** Tasks: what to do, when, and in which order. */
export function defineTasks(builder: Builder): void {
  const TaskStatus = builder.modelEnum('TaskStatus');
  const TaskPriority = taskPriorityType(builder);
  const Progress = builder.objectRef<SubtaskProgress>('SubtaskProgress').implement({
    description: 'The progress of the subtasks of a task, without cancelled ones.',
    fields: (t) => ({
      doneCount: t.exposeInt('doneCount', { description: 'The number of subtasks that are done.' }),
      totalCount: t.exposeInt('totalCount', { description: 'The number of subtasks, without cancelled ones.' }),
    }),
  });

  const Task = builder.prismaNode('Task', {
    ...nodeOf(taskList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      description: t.exposeString('description'),
      status: t.expose('status', { type: TaskStatus }),
      priority: t.field({
        type: TaskPriority,
        description: 'The priority. Default: NONE.',
        columns: ['priority'],
        resolve: ({ priority }) => priority as (typeof TaskPriority)['$inferType'],
      }),
      scheduledOn: t.expose('scheduledOn', { type: 'Date', nullable: true }),
      scheduledAt: t.expose('scheduledAt', { type: 'DateTime', nullable: true }),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
      estimateMinutes: t.exposeInt('estimateMinutes', { nullable: true }),
      completedAt: t.expose('completedAt', { type: 'DateTime', nullable: true }),
      carryOverCount: t.exposeInt('carryOverCount'),
      snoozedUntil: t.expose('snoozedUntil', { type: 'DateTime', nullable: true }),
      position: t.exposeFloat('position'),
      parent: t.relation('parent', { nullable: true, description: 'The parent task. Null at the top level.' }),
      goal: t.relation('goal', {
        nullable: true,
        description: 'The goal that the task serves. Null if there is none.',
      }),
      meeting: t.relation('meeting', {
        nullable: true,
        description: 'The meeting that the task is an action item of. Null if there is none.',
      }),
      labels: t.manyToMany('Label', labelsThrough('taskLabels')),
      skills: t.manyToMany('Skill', {
        joins: 'taskSkills',
        relation: 'skill',
        orderBy: { nameNormalized: 'asc' },
        description: 'The skills that the task practices, by name.',
      }),
      subtasks: t.childConnection(taskList, { below: 'parentId', description: 'The subtasks, in your order.' }),
      subtaskProgress: t.loadable({
        type: Progress,
        description: 'The progress of the subtasks.',
        columns: ['id'],
        load: (ids: string[], ctx) => subtaskProgressByTask(ctx, ids),
        resolve: ({ id }) => id,
      }),
    }),
  });

  builder.objectField(builder.modelRef('Goal'), 'tasks', (t) =>
    t.childConnection(taskList, { below: 'goalId', description: 'The tasks that serve the goal, in your order.' }),
  );
  builder.objectField(builder.modelRef('Meeting'), 'actionItems', (t) =>
    t.childConnection(taskList, { below: 'meetingId', description: 'The action items, in your order of tasks.' }),
  );
  builder.objectField(builder.modelRef('Skill'), 'tasks', (t) =>
    t.childConnection(taskList, {
      below: { joins: 'taskSkill', through: 'taskSkills', parent: 'skillId', row: 'task' },
      description: 'The tasks that practice the skill, in your order.',
    }),
  );

  builder.stats(taskStats);
  builder.queryFields((t) => ({
    task: t.byId({ type: Task, resolve: tasks.getTask }),
    tasks: t.connectionOf(taskList, { description: 'Your tasks.', resolve: tasks.listTasks }),
  }));

  const details = (t: InputFields) => ({
    description: t.string({ description: 'Details, in Markdown.' }),
    priority: t.field({ type: TaskPriority, description: 'The priority. A new task has NONE by default.' }),
    scheduledOn: t.field({
      type: 'Date',
      description: 'The day to do the task on, in place of a time. Not together with `scheduledAt`.',
    }),
    scheduledAt: t.field({
      type: 'DateTime',
      description: 'The time to do the task at, in place of a day. Not together with `scheduledOn`.',
    }),
    dueOn: t.field({ type: 'Date', description: 'The last day to finish the task.' }),
    estimateMinutes: t.int({ description: 'The estimated effort, in minutes.' }),
    parentId: t.id({ description: 'The id of the parent task. Trees of tasks have at most 10 levels.' }),
    goalId: t.id({ description: 'The id of the goal that the task serves.' }),
    meetingId: t.id({ description: 'The id of the meeting that the task is an action item of.' }),
    labelIds: t.idList({ description: 'The ids of all labels of the task.' }),
    skillIds: t.idList({ description: 'The ids of all skills that the task practices.' }),
    blockedByIds: t.idList({
      description: 'The ids of all tasks that the task waits for. None may wait for the task itself.',
    }),
  });
  const OccurrenceScope = builder.enumType('OccurrenceScope', {
    description: 'The occurrences of a recurrence that an edit is about.',
    values: {
      THIS: { description: 'This one alone: the next is like it was before.' },
      FOLLOWING: { description: 'This one, later ones, and those to come.' },
      ALL: { description: 'All of them, also those that are done.' },
    },
  });
  const RecurrenceInput = recurrenceInputType(builder);
  builder.recordMutation('createTask', {
    record: Task,
    description: 'Creates a task at the end of your order.',
    rules: createTaskInput,
    input: (t) => ({
      title: t.string({ required: true, description: 'What to do.' }),
      ...details(t),
      recurrence: t.field({
        type: RecurrenceInput,
        description: 'How the task is to repeat, as by `repeatTask`. Default: it does not.',
      }),
    }),
    resolve: tasks.createTask,
  });
  builder.recordMutation('updateTask', {
    record: Task,
    description: 'Changes a task.',
    rules: updateTaskInput,
    input: (t) => ({
      title: t.string({ description: 'What to do.' }),
      status: t.field({ type: TaskStatus, description: 'The status.' }),
      ...details(t),
      occurrences: t.field({
        type: OccurrenceScope,
        description:
          'The occurrences that get the title, description, priority, estimate, goal, labels and skills that are given here. ' +
          'Only for a task that repeats. Default: FOLLOWING for its last occurrence, THIS for one before it.',
      }),
    }),
    resolve: tasks.updateTask,
  });
  builder.recordMutation('rescheduleTask', {
    record: Task,
    description: 'Schedules a task for a day or a time. Given neither, the task becomes unscheduled.',
    rules: rescheduleTaskInput,
    input: (t) => ({
      scheduledOn: t.field({
        type: 'Date',
        description: 'The day to do the task on. Not together with `scheduledAt`.',
      }),
      scheduledAt: t.field({ type: 'DateTime', description: 'The time to do the task at.' }),
    }),
    resolve: tasks.rescheduleTask,
  });
  builder.recordMutation('snoozeTask', {
    record: Task,
    description:
      'Puts an open task off until a moment, or the start of a day: until then it is not available, and on no list of a day. Given ' +
      'neither, it is there again at once. Finishing or cancelling it ends that, too.',
    rules: snoozeTaskInput,
    input: (t) => ({
      untilDate: t.field({
        type: 'Date',
        description: 'The day on which it comes back. After today, not together with `until`.',
      }),
      until: t.field({ type: 'DateTime', description: 'When it comes back. In the future.' }),
    }),
    resolve: tasks.snoozeTask,
  });
  builder.recordMutation('reorderTask', {
    record: Task,
    description: 'Moves a task within your order.',
    rules: reorderTaskInput,
    input: (t) => ({
      afterId: t.id({ description: 'The id of the task to move it after. Default: to the start of the order.' }),
    }),
    resolve: tasks.reorderTask,
  });
  builder.recordMutation('completeTask', {
    record: Task,
    description:
      'Marks a task as done. A task that is done already keeps its `completedAt`. If it repeats, the next occurrence is made, with ' +
      'its labels, skills, goal, estimate and subtasks.',
    rules: completeTaskInput,
    input: (t) => ({
      completedAt: t.field({ type: 'DateTime', description: 'When it was finished. Default: now.' }),
    }),
    resolve: tasks.completeTask,
  });
  builder.recordMutation('reopenTask', {
    record: Task,
    description:
      'Sets a task that is done or cancelled back to TODO. An open task stays as it is. If it repeats, the next occurrence is taken ' +
      'back, unless it was changed.',
    rules: targetInput('Task'),
    resolve: tasks.reopenTask,
  });
  builder.recordMutation('cancelTask', {
    record: Task,
    description: 'Marks a task as cancelled. If it repeats, that skips the occurrence: the next one is made.',
    rules: targetInput('Task'),
    resolve: tasks.cancelTask,
  });
}
