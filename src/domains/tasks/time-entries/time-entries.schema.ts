import { selectionAt } from '../../../graphql/fields/selections.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { timeEntryList, timeEntryStats, timerVisibleTo } from './time-entries.access.ts';
import { minutesByTask } from './time-entries.loaders.ts';
import {
  createTimeEntryInput,
  maxHours,
  minutesOf,
  runsTooLong,
  startTimerInput,
  stopTimerInput,
  updateTimeEntryInput,
} from './time-entries.rules.ts';
import * as entries from './time-entries.service.ts';

/** Time entries, and the timer that makes them. */
export function defineTimeEntries(builder: Builder): void {
  const TimeEntry = builder.prismaNode('TimeEntry', {
    ...nodeOf(timeEntryList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      task: t.relation('task', { description: 'The task. May be in the trash.' }),
      startedAt: t.expose('startedAt', { type: 'DateTime' }),
      endedAt: t.expose('endedAt', { type: 'DateTime' }),
      notes: t.exposeString('notes'),
      minutes: t.float({
        description: 'The length, in minutes. 0 to 1,440.',
        columns: ['startedAt', 'endedAt'],
        resolve: minutesOf,
      }),
    }),
  });
  const Timer = builder.prismaNode('TaskTimer', {
    ...nodeOf(timerVisibleTo),
    interfaces: ['Owned'],
    fields: (t) => ({
      task: t.relation('task', { description: 'The task. May be in the trash.' }),
      startedAt: t.expose('startedAt', { type: 'DateTime' }),
      notes: t.exposeString('notes'),
      needsEnd: t.boolean({
        description: `Whether it has run for more than ${maxHours} hours: \`stopTimer\` then requires \`endedAt\`.`,
        columns: ['startedAt'],
        resolve: (timer, _args, { calendar }) => runsTooLong(timer, calendar.now),
      }),
    }),
  });
  builder.prismaObjectFields('Task', (t) => ({
    timeSpentMinutes: t.loadable({
      type: 'Float',
      description: 'The length of all time entries of the task, in minutes. A timer that runs does not count yet.',
      load: (ids: string[], ctx) => minutesByTask(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }));
  builder.objectField(builder.modelRef('Task'), 'timeEntries', (t) =>
    t.childConnection(timeEntryList, {
      below: 'taskId',
      description: 'The time entries, by default the latest first.',
    }),
  );

  builder.stats(timeEntryStats);
  builder.queryFields((t) => ({
    timeEntry: t.byId({ type: TimeEntry, resolve: entries.getTimeEntry }),
    timeEntries: t.connectionOf(timeEntryList, { description: 'Your time entries.', resolve: entries.listTimeEntries }),
    timer: t.field({
      type: Timer,
      nullable: true,
      description: 'The timer that runs. Null if none does.',
      resolve: (_root, _args, ctx, info) => entries.getTimer(ctx, selectionAt(ctx, info)),
    }),
  }));

  const times = (t: InputFields, required: boolean) => ({
    startedAt: t.field({ type: 'DateTime', required, description: 'When the work started.' }),
    endedAt: t.field({
      type: 'DateTime',
      required,
      description: `When the work ended. At most ${maxHours} hours later.`,
    }),
    notes: t.string({ description: 'What was done, in Markdown.' }),
  });
  builder.recordMutation('createTimeEntry', {
    record: TimeEntry,
    description: 'Notes time that was spent on a task. It must not overlap another entry or the timer.',
    rules: createTimeEntryInput,
    input: (t) => ({ taskId: t.id({ required: true, description: 'The id of the task.' }), ...times(t, true) }),
    resolve: entries.createTimeEntry,
  });
  builder.recordMutation('updateTimeEntry', {
    record: TimeEntry,
    description: 'Changes a time entry. It must not overlap another one or the timer.',
    rules: updateTimeEntryInput,
    input: (t) => ({ taskId: t.id({ description: 'The id of the task.' }), ...times(t, false) }),
    resolve: entries.updateTimeEntry,
  });
  builder.payloadMutation('startTimer', {
    description:
      'Starts the timer on a task. If it runs on another task, that is stopped at the same moment; if on this one, it stays.',
    rules: startTimerInput,
    input: (t) => ({
      taskId: t.id({ required: true, description: 'The id of the task.' }),
      notes: t.string({ description: 'What is being done, in Markdown.' }),
    }),
    errors: [NotFoundError, ConflictError],
    isRecorded: true,
    payload: (t) => ({
      timer: t.field({ type: Timer, description: 'The timer.', resolve: ({ timer }) => timer }),
      timeEntry: t.field({
        type: TimeEntry,
        nullable: true,
        description: 'The time entry of the timer that was stopped. Null if none was.',
        resolve: ({ timeEntry }) => timeEntry,
      }),
    }),
    nodeOf: ({ timer }) => ({ type: 'TaskTimer', id: timer.id }),
    resolve: entries.startTimer,
  });
  builder.recordMutation('stopTimer', {
    record: TimeEntry,
    description: 'Stops the timer and makes a time entry of it.',
    rules: stopTimerInput,
    input: (t) => ({
      endedAt: t.field({
        type: 'DateTime',
        description: `When it ended, at most ${maxHours} hours after its start. Default: now.`,
      }),
      notes: t.string({ description: 'What was done, in Markdown. Default: what the timer has.' }),
    }),
    resolve: entries.stopTimer,
  });
}
