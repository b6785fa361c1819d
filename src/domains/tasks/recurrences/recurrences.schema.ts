import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { taskList } from '../tasks/tasks.access.ts';
import { recurrenceList } from './recurrences.access.ts';
import {
  exceptionsOf,
  maxPreview,
  recurrenceInput,
  repeatTaskInput,
  ruleInWords,
  updateRecurrenceInput,
} from './recurrences.rules.ts';
import * as recurrences from './recurrences.service.ts';

const texts = {
  rule:
    'A rule of RFC 5545 on dates, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`: daily or less often, with COUNT or UNTIL or neither. ' +
    'Months without the day are left out, or not by SKIP of RFC 7529.',
  words: 'The rule in English, such as `every other Monday`.',
  exceptions: 'The days that are left out.',
  first: 'How many.',
  coming: `The next occurrences, each taken as done on its day. At most ${maxPreview}.`,
};

/** The fields of an input that says how a task is to repeat, beside the rule. */
const newRecurrence = (builder: Builder) => (t: InputFields) => ({
  anchor: t.field({
    type: builder.modelEnum('RecurrenceAnchor'),
    description: 'What the days are counted from. SCHEDULE by default.',
  }),
  missed: t.field({
    type: builder.modelEnum('MissedOccurrences'),
    description: 'What becomes of missed days, for SCHEDULE. SKIP by default.',
  }),
  exceptions: t.field({ type: ['Date'], description: texts.exceptions }),
});

/** The input that says how a new task is to repeat. */
export const recurrenceInputType = (builder: Builder) =>
  builder.inputType('RecurrenceInput', {
    description: 'How a task is to repeat.',
    rules: recurrenceInput,
    fields: (t) => ({ rule: t.string({ required: true, description: texts.rule }), ...newRecurrence(builder)(t) }),
  });

/** Recurrences: how tasks repeat. */
export function defineRecurrences(builder: Builder): void {
  const Anchor = builder.modelEnum('RecurrenceAnchor');
  const Missed = builder.modelEnum('MissedOccurrences');
  const Coming = builder.objectRef<recurrences.ComingOccurrence>('ComingOccurrence').implement({
    description: 'A day that a task will be for, as things are now.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'The day.' }),
      startsAt: t.expose('startsAt', {
        type: 'DateTime',
        nullable: true,
        description:
          'The time of day on it. A time that clocks skip is moved forward by as much as they are; of one that they show ' +
          'twice, it is the first. Null if the tasks are scheduled for whole days.',
      }),
    }),
  });
  const Recurrence = builder.prismaNode('Recurrence', {
    ...nodeOf(recurrenceList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      rule: t.exposeString('rule'),
      ruleText: t.string({ description: texts.words, resolve: ({ rule }) => ruleInWords(rule) }),
      anchor: t.expose('anchor', { type: Anchor }),
      missed: t.expose('missed', { type: Missed }),
      startsOn: t.expose('startsOn', { type: 'Date' }),
      endsOn: t.expose('endsOn', { type: 'Date', nullable: true }),
      timeOfDay: t.exposeString('timeOfDay', { nullable: true }),
      exceptions: t.field({ type: ['Date'], description: texts.exceptions, resolve: exceptionsOf }),
      nextOccurrences: t.loadableList({
        type: Coming,
        byPath: true,
        description: `${texts.coming} They begin after the last task that there is.`,
        args: { first: t.arg.int({ defaultValue: 5, description: texts.first }) },
        load: (some: Row<'recurrence'>[], ctx, { first }) => recurrences.listNextOccurrences(ctx, some, first ?? 5),
        resolve: (recurrence) => recurrence,
      }),
      tasks: t.childConnection(taskList, { below: 'recurrenceId', description: 'The tasks, in your order.' }),
    }),
  });
  builder.prismaObjectFields('Task', (t) => ({
    recurrence: t.relation('recurrence', {
      nullable: true,
      description: 'How the task repeats. Null if it does not.',
    }),
    occursOn: t.expose('occursOn', { type: 'Date', nullable: true }),
    occurrenceNumber: t.exposeInt('occurrenceNumber', { nullable: true }),
  }));

  const Preview = builder.objectRef<recurrences.RecurrencePreview>('RecurrencePreview').implement({
    description: 'What a rule means. Nothing is written.',
    fields: (t) => ({
      rule: t.string({ description: 'The rule as it would be stored.', resolve: ({ series }) => series.rule }),
      ruleText: t.string({ description: texts.words, resolve: ({ series }) => ruleInWords(series.rule) }),
      endsOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'The last day that a task could be on. Null if the rule has no end.',
        resolve: ({ series }) => series.endsOn,
      }),
      nextOccurrences: t.field({
        type: [Coming],
        description: `${texts.coming} They begin with the first one, also if it is past.`,
        // Up to a hundred searches.
        complexity: { field: 100, multiplier: 5 },
        args: { first: t.arg.int({ defaultValue: 5, description: texts.first }) },
        resolve: (preview, { first }, ctx) => recurrences.listFirstOccurrences(ctx, preview, first ?? 5),
      }),
    }),
  });
  builder.queryFields((t) => ({
    recurrence: t.byId({ type: Recurrence, resolve: recurrences.getRecurrence }),
    recurrences: t.connectionOf(recurrenceList, {
      description: 'How your tasks repeat.',
      resolve: recurrences.listRecurrences,
    }),
    recurrencePreview: t.field({
      type: Preview,
      description: 'What a rule means, before a task repeats by it.',
      // A rule that nothing fits is tried for a hundred years.
      complexity: { field: 500, multiplier: 1 },
      args: {
        rule: t.arg.string({ required: true, description: texts.rule }),
        anchor: t.arg({ type: Anchor, defaultValue: 'SCHEDULE', description: 'What the days are counted from.' }),
        startsOn: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The first day that can be one.' }),
        timeOfDay: t.arg.string({ description: 'The time of day, `HH:MM`. Default: whole days.' }),
        exceptions: t.arg({ type: ['Date'], description: texts.exceptions }),
      },
      resolve: (_root, { startsOn, ...rule }, ctx) =>
        recurrences.previewRecurrence(ctx, { ...rule, missed: null, startsOn: startsOn ?? 'TODAY' }),
    }),
  }));

  const details = newRecurrence(builder);
  builder.recordMutation('repeatTask', {
    record: builder.modelRef('Task'),
    description:
      'Makes a task repeat: finishing or cancelling it makes the next one. It becomes the first occurrence, on its day if the ' +
      'rule matches that, else on the first match after it; a task without a day is taken as one of today. An occurrence starts a ' +
      'recurrence of its own, and the one that it was of ends before it: so the rule changes for this and the following ones.',
    rules: repeatTaskInput,
    input: (t) => ({ rule: t.string({ required: true, description: texts.rule }), ...details(t) }),
    resolve: recurrences.repeatTask,
  });
  builder.recordMutation('updateRecurrence', {
    record: Recurrence,
    description:
      'Changes how a task repeats, for all occurrences that are still to be done. An open one whose day is none any more moves to the ' +
      'next that is; if it was rescheduled, it stays where it is.',
    rules: updateRecurrenceInput,
    input: (t) => ({
      rule: t.string({ description: texts.rule }),
      ...details(t),
      timeOfDay: t.string({ description: 'The time of day of the tasks, by your clock.' }),
    }),
    resolve: recurrences.updateRecurrence,
  });
}
