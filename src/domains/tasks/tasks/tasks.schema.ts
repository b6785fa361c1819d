import { selectionOfNodes } from '../../../graphql/fields/selections.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { labelsThrough } from '../../across/labels/labels.schema.ts';
import { taskList, taskStats, visibleTo } from './tasks.access.ts';
import { type SubtaskProgress, subtaskProgressByTask } from './tasks.loaders.ts';
import { type Status, taskFilter, taskOrder } from './tasks.rules.ts';
import * as tasks from './tasks.service.ts';

/** Tasks: what is to be done, when, in which order, and what became of it. */
export function defineTasks(builder: Builder, shared: Shared): void {
  const TaskStatus = builder.enumType('TaskStatus', {
    description: 'How far a task is.',
    values: {
      TODO: { description: 'Not begun.' },
      IN_PROGRESS: { description: 'Begun, not finished.' },
      DONE: { description: 'Finished.' },
      CANCELLED: { description: 'Given up; neither open nor done.' },
    } satisfies Record<Status, { description: string }>,
  });
  const TaskPriority = builder.enumType('TaskPriority', {
    description: 'How much a task matters. Can be compared: NONE is the lowest.',
    values: {
      NONE: { value: 0, description: 'Nobody has said.' },
      LOW: { value: 1, description: 'When there is time.' },
      MEDIUM: { value: 2, description: 'In its turn.' },
      HIGH: { value: 3, description: 'Before the others.' },
      URGENT: { value: 4, description: 'Now.' },
    },
  });
  const Progress = builder.objectRef<SubtaskProgress>('SubtaskProgress').implement({
    description: 'How far the subtasks of a task are. Cancelled ones do not count.',
    fields: (t) => ({
      doneCount: t.exposeInt('doneCount', { description: 'How many are done.' }),
      totalCount: t.exposeInt('totalCount', { description: 'How many there are.' }),
    }),
  });

  const Task = builder.prismaNode('Task', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      description: t.exposeString('description'),
      status: t.expose('status', { type: TaskStatus, description: 'How far it is.' }),
      priority: t.field({
        type: TaskPriority,
        description: 'How much it matters.',
        resolve: ({ priority }) => priority as (typeof TaskPriority)['$inferType'],
      }),
      scheduledOn: t.expose('scheduledOn', { type: 'Date', nullable: true }),
      scheduledAt: t.expose('scheduledAt', { type: 'DateTime', nullable: true }),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
      estimateMinutes: t.exposeInt('estimateMinutes', { nullable: true }),
      completedAt: t.expose('completedAt', { type: 'DateTime', nullable: true }),
      carryOverCount: t.exposeInt('carryOverCount'),
      position: t.exposeFloat('position'),
      parent: t.relation('parent', {
        nullable: true,
        description: 'The task that it is part of; null when it is part of none.',
      }),
      meeting: t.relation('meeting', {
        nullable: true,
        description: 'The meeting it is an action item of; null when it is of none.',
      }),
      goal: t.relation('goal', { nullable: true, description: 'The goal that it serves; null when it serves none.' }),
      labels: t.manyToMany('Label', labelsThrough('taskLabels')),
      skills: t.field(
        shared.joined(
          'Skill',
          'taskSkills',
          'skill',
          { nameNormalized: 'asc' },
          'The skills that it is practice for, by name.',
        ),
      ),
      subtaskProgress: t.loadable({
        type: Progress,
        description: 'How far its subtasks are.',
        load: (ids: string[], ctx) => subtaskProgressByTask(ctx, ids),
        resolve: (task) => task.id,
      }),
    }),
  });
  const TaskConnection = shared.connectionOf(Task);

  shared.listBelow(
    'Task',
    'subtasks',
    taskList,
    'parentId',
    'The tasks that are part of it, in your order unless asked otherwise.',
  );
  shared.listBelow(
    'Skill',
    'tasks',
    taskList,
    { joins: 'taskSkill', through: 'taskSkills', parent: 'skillId', row: 'task' },
    'The tasks that are practice for it, in your order unless asked otherwise.',
  );

  shared.listBelow(
    'Meeting',
    'actionItems',
    taskList,
    'meetingId',
    'The tasks that came of it, in your order unless asked otherwise.',
  );
  shared.listBelow(
    'Goal',
    'tasks',
    taskList,
    'goalId',
    'The tasks that serve it, in your order unless asked otherwise.',
  );

  shared.stats(taskStats);
  builder.queryFields((t) => ({
    task: shared.oneById(t, Task, 'task', tasks.getTask),
    tasks: shared.list(t, taskList, 'Your tasks, in your order unless asked otherwise.', tasks.listTasks),
    tasksOn: t.connection(
      {
        type: Task,
        description: 'The tasks planned for a day, or for a moment of it, in your order unless asked otherwise.',
        args: {
          date: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
          ...shared.listArguments(taskFilter, taskOrder),
        },
        resolve: (_root, { date, ...args }, ctx, info) =>
          tasks.listTasksOn(ctx, { ...args, date: date ?? 'TODAY' }, selectionOfNodes(ctx, info)),
      },
      TaskConnection,
    ),
  }));

  const details = (t: InputFields) => ({
    description: t.string({ description: 'More about it, in Markdown, at most 20,000 characters.' }),
    priority: t.field({
      type: TaskPriority,
      description: 'How much it matters; a new task has NONE when nothing is said.',
    }),
    scheduledOn: t.field({
      type: 'Date',
      description: 'The day to plan it for, in place of any moment. Not together with `scheduledAt`.',
    }),
    scheduledAt: t.field({
      type: 'DateTime',
      description: 'The moment to plan it for, in place of any day. Not together with `scheduledOn`.',
    }),
    dueOn: t.field({ type: 'Date', description: 'The last day on which finishing it still counts.' }),
    estimateMinutes: t.int({ description: 'How long it should take: 1 to 43,200 minutes.' }),
    parentId: t.id({ description: 'The task that it is part of.' }),
    meetingId: t.id({ description: 'The meeting it is an action item of.' }),
    goalId: t.id({ description: 'The goal that it serves.' }),
    labelIds: t.idList({ description: 'All its labels, at most 20.' }),
    skillIds: t.idList({ description: 'All the skills that it is practice for, at most 20.' }),
  });
  const CreateTaskInput = builder.inputType('CreateTaskInput', {
    description: 'A task to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'What is to be done, in one line of 1 to 300 characters.' }),
      ...details(t),
    }),
  });
  const UpdateTaskInput = builder.inputType('UpdateTaskInput', {
    description: 'Changes to a task; what is left out stays as it is, and null empties what may be empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which task.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What is to be done, in one line of 1 to 300 characters.' }),
      status: t.field({ type: TaskStatus, description: 'How far it is.' }),
      ...details(t),
    }),
  });
  const RescheduleTaskInput = builder.inputType('RescheduleTaskInput', {
    description: 'When to do a task: on a day, at a moment, or, when neither is given, at no time in particular.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which task.' }),
      ifVersion: t.int(shared.ifVersion),
      scheduledOn: t.field({ type: 'Date', description: 'The day.' }),
      scheduledAt: t.field({ type: 'DateTime', description: 'The moment.' }),
    }),
  });
  const ReorderTaskInput = builder.inputType('ReorderTaskInput', {
    description: 'Where to put a task in your order.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which task.' }),
      ifVersion: t.int({ description: 'Move it only if it is at this version.' }),
      afterId: t.id({
        description: 'The task that it comes right after; the start of the order when nothing is said.',
      }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createTask: mutation(t, Task, CreateTaskInput, 'Makes a task, at the end of your order.', tasks.createTask),
    updateTask: mutation(t, Task, UpdateTaskInput, 'Changes a task.', tasks.updateTask),
    rescheduleTask: mutation(
      t,
      Task,
      RescheduleTaskInput,
      'Plans a task for a day, a moment, or no time in particular.',
      tasks.rescheduleTask,
    ),
    reorderTask: mutation(t, Task, ReorderTaskInput, 'Moves a task within your order.', tasks.reorderTask),
    completeTask: mutation(t, Task, TargetInput, 'Finishes a task.', tasks.completeTask),
    reopenTask: mutation(
      t,
      Task,
      TargetInput,
      'Puts a task that was done or cancelled back among those to do.',
      tasks.reopenTask,
    ),
    cancelTask: mutation(t, Task, TargetInput, 'Gives a task up.', tasks.cancelTask),
    trashTask: mutation(t, Task, TargetInput, 'Puts a task in the trash, and its subtasks with it.', tasks.trashTask),
    restoreTask: mutation(
      t,
      Task,
      TargetInput,
      'Takes a task out of the trash, and the subtasks that went there with it.',
      tasks.restoreTask,
    ),
  }));
}
