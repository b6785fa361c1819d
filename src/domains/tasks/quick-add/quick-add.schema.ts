import type { Builder } from '../../../graphql/types.ts';
import { ruleInWords } from '../recurrences/recurrences.rules.ts';
import { taskPriorityType } from '../tasks/tasks.schema.ts';
import type { UnderstoodPart } from './quick-add.rules.ts';
import * as quickAdd from './quick-add.service.ts';

/** Quick add: what a line of text says about a new task. */
export function defineQuickAdd(builder: Builder): void {
  const TaskPriority = taskPriorityType(builder);
  const Part = builder.enumType('TaskTextPart', {
    description: 'What a part of a text says about a task.',
    values: {
      SCHEDULE: { description: 'The day or the time to do it. They can be apart.' },
      DUE_ON: { description: 'The due date.' },
      ESTIMATE: { description: 'The estimated effort.' },
      LABEL: { description: 'A label.' },
      PRIORITY: { description: 'The priority.' },
      RECURRENCE: { description: 'How it repeats.' },
    },
  });
  const Understood = builder.objectRef<UnderstoodPart>('UnderstoodTaskText').implement({
    description: 'A part of a text that was understood, and is not in the title.',
    fields: (t) => ({
      part: t.field({ type: Part, description: 'What it says.', resolve: ({ part }) => part }),
      text: t.exposeString('text', { description: 'The part as it is written.' }),
      offset: t.exposeInt('offset', {
        description:
          'Where it starts in the text, from 0, in UTF-16 code units, as JavaScript, Java and C# count them.',
      }),
      length: t.int({ description: 'Its length, in UTF-16 code units.', resolve: ({ text }) => text.length }),
    }),
  });
  const NamedLabel = builder.objectRef<quickAdd.NamedLabel>('NamedLabel').implement({
    description: 'A label that a text names.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name as it is written.' }),
      label: t.field({
        type: builder.modelRef('Label'),
        nullable: true,
        description:
          'Your label of this name, regardless of case. Null if there is none: `createLabel` makes it. One in the trash has a ' +
          '`trashedAt`, and must be restored before it can be used.',
        resolve: ({ label }) => label,
      }),
    }),
  });
  const Preview = builder.objectRef<quickAdd.TaskPreview>('TaskPreview').implement({
    description: 'What a text says about a task, as `createTask` takes it.',
    fields: (t) => ({
      title: t.exposeString('title', {
        description: 'The text without what was understood. The whole text if nothing else is left.',
      }),
      scheduledOn: t.expose('scheduledOn', {
        type: 'Date',
        nullable: true,
        description: 'The day to do the task on. Null if the text says none, or a time as well.',
      }),
      scheduledAt: t.expose('scheduledAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time to do the task at, by your clock. Null if the text says none.',
      }),
      dueOn: t.expose('dueOn', {
        type: 'Date',
        nullable: true,
        description: 'The due date. Null if the text says none.',
      }),
      estimateMinutes: t.exposeInt('estimateMinutes', {
        nullable: true,
        description: 'The estimated effort, in minutes. Null if the text says none.',
      }),
      labels: t.field({
        type: [NamedLabel],
        description: 'The labels, in the order of the text.',
        resolve: ({ labels }) => [...labels],
      }),
      priority: t.field({
        type: TaskPriority,
        nullable: true,
        description: 'The priority. Null if the text says none.',
        resolve: ({ priority }) => priority as (typeof TaskPriority)['$inferType'] | null,
      }),
      recurrenceRule: t.exposeString('rule', {
        nullable: true,
        description: 'The `rule` of the `recurrence`, a rule of RFC 5545. Null if the text says none.',
      }),
      recurrenceText: t.string({
        nullable: true,
        description: 'The rule in English, such as `every other Monday`. Null if the text says none.',
        resolve: ({ rule }) => rule && ruleInWords(rule),
      }),
      understood: t.field({
        type: [Understood],
        description: 'The parts of the text that were understood, in order. They do not overlap.',
        resolve: ({ understood }) => [...understood],
      }),
      notUnderstood: t.stringList({
        description:
          'The parts of the title that say how it repeats, but were not understood, such as `every first monday`: they have several ' +
          'readings, or one that is not known here.',
        resolve: ({ notUnderstood }) => [...notUnderstood],
      }),
    }),
  });

  builder.queryFields((t) => ({
    parseTask: t.field({
      type: Preview,
      description:
        'What a line of text in English or German says about a new task, such as `Prepare review fri 14:00 45m #work !high`. ' +
        'Nothing is written.',
      args: { text: t.arg.string({ required: true, description: 'The text.' }) },
      resolve: (_root, input, ctx) => quickAdd.parseTask(ctx, input),
    }),
  }));
}
