import { selectionAt } from '../../../graphql/fields/selections.ts';
import type { Builder } from '../../../graphql/types.ts';
import { type HabitOnDay, habitsByDay } from '../../goals/habits/habits.service.ts';
import { listFocusByDay } from '../daily-focus/daily-focus.service.ts';
import {
  duePromptsOfDay,
  dueReviewsOfDay,
  energyOfDay,
  meetingsOfDay,
  remindersOfDay,
  tasksOfDay,
} from './days.access.ts';
import {
  duePromptsByDay,
  dueReviewsByDay,
  energyEntriesByDay,
  meetingsByDay,
  remindersByDay,
  tasksByDay,
} from './days.loaders.ts';
import type { AgendaEntry, EntryKind } from './days.rules.ts';
import * as days from './days.service.ts';

/** Days: what is on one day, or on each day of an agenda, across all areas. */
export function defineDays(builder: Builder): void {
  const Kind = builder.enumType('AgendaEntryKind', {
    description: 'The kind of an entry of a day.',
    values: {
      ALL_DAY: { description: 'An all-day meeting.' },
      MEETING: { description: 'A meeting at a time of day.' },
      TASK: { description: 'A scheduled task.' },
      TASK_DUE: { description: 'The due date of an open task.' },
      MILESTONE: { description: 'The due date of a milestone that is not reached.' },
      GOAL: { description: 'The due date of an active goal.' },
      REVIEW: { description: 'A learning that is due for review.' },
    } satisfies Record<EntryKind, { description: string }>,
  });
  const Entry = builder.objectRef<AgendaEntry>('AgendaEntry').implement({
    description: 'Something that is on a day.',
    fields: (t) => ({
      kind: t.expose('kind', { type: Kind, description: 'The kind of the entry.' }),
      startsAt: t.expose('startsAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When the entry starts. Null if it has no time.',
      }),
      endsAt: t.expose('endsAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When the entry ends. Null if it has no time, or no end.',
      }),
      node: t.nodeOf({
        description: 'The meeting, task, milestone, goal or learning. Null if it has been deleted since.',
        resolve: ({ node }: AgendaEntry) => node,
      }),
    }),
  });

  const Habit = builder.objectRef<HabitOnDay>('HabitOnDay').implement({
    description: 'A habit on a day.',
    fields: (t) => ({
      habit: t.field({ type: builder.modelRef('Habit'), description: 'The habit.', resolve: ({ habit }) => habit }),
      mark: t.expose('mark', {
        type: builder.modelEnum('HabitMarkKind'),
        nullable: true,
        description: 'What was done. Null if nothing was marked.',
      }),
      isWanted: t.exposeBoolean('isWanted', {
        description:
          'Whether it is wanted on that day of the week. One that is wanted some times a week is wanted on any.',
      }),
    }),
  });
  const keyOf = ({ date }: days.Day) => date;
  const Day = builder.objectRef<days.Day>('Day').implement({
    description: 'One of your days, with everything on it. It starts at `dayStartsAt` of your profile.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'The date.' }),
      startsAt: t.field({
        type: 'DateTime',
        description: 'When the day starts.',
        resolve: ({ date }, _args, { calendar }) => calendar.startOfDay(date),
      }),
      endsAt: t.field({
        type: 'DateTime',
        description: 'When the next day starts.',
        resolve: ({ date }, _args, { calendar }) => calendar.endOfDay(date),
      }),
      entries: t.loadableList({
        type: Entry,
        byPath: true,
        description:
          'Everything that is on the day: meetings and scheduled tasks that are not cancelled, and due dates. Entries without ' +
          'a time come first, by kind; then by start. At most 1,000 over all days of an agenda.',
        load: (dates: string[], ctx) => days.listEntriesByDay(ctx, dates),
        resolve: keyOf,
      }),
      tasks: t.batchedConnection(tasksOfDay.list, {
        description: 'The tasks scheduled for the day, or for a time of it, except those that are snoozed now.',
        keyOf,
        load: tasksByDay,
      }),
      focus: t.loadable({
        type: builder.modelRef('DailyFocus'),
        nullable: true,
        byPath: true,
        description: 'The focus of the day. Null if it is not set.',
        load: (dates: string[], ctx, _args, info) => listFocusByDay(ctx, dates, selectionAt(ctx, info)),
        resolve(day, _args, ctx, info) {
          // Noted here as well, so that what is selected below is not loaded again.
          selectionAt(ctx, info);
          return keyOf(day);
        },
      }),
      meetings: t.batchedConnection(meetingsOfDay.list, {
        description: 'The meetings held on the day, or on a part of it.',
        keyOf,
        load: meetingsByDay,
      }),
      dueReviews: t.batchedConnection(dueReviewsOfDay.list, {
        description: 'The learnings whose review is due on the day, or has been since before.',
        keyOf,
        load: dueReviewsByDay,
      }),
      duePrompts: t.batchedConnection(duePromptsOfDay.list, {
        description:
          'The prompts whose review is due on the day, or has been since before. Suspended ones are left out.',
        keyOf,
        load: duePromptsByDay,
      }),
      habits: t.loadableList({
        type: Habit,
        description:
          'Your habits that are active on the day, by title, whether they are due on it or not. At most 100.',
        complexity: { field: 1, multiplier: 10 },
        load: (dates: string[], ctx) => habitsByDay(ctx, dates),
        resolve: keyOf,
      }),
      energy: t.batchedConnection(energyOfDay.list, {
        description: 'The energy entries about a time of the day.',
        keyOf,
        load: energyEntriesByDay,
      }),
      reminders: t.batchedConnection(remindersOfDay.list, {
        description: 'The reminders that fire on the day, or have fired then. What is due first comes first.',
        keyOf,
        load: remindersByDay,
      }),
    }),
  });

  builder.queryFields((t) => ({
    day: t.field({
      type: Day,
      description: 'One of your days, by default today.',
      args: { date: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The date.' }) },
      resolve: (_root, { date }, ctx) => days.getDay(ctx, date ?? 'TODAY'),
    }),
    agenda: t.field({
      type: [Day],
      description: 'The days from one to another, by default today and the six days after it.',
      args: {
        from: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The first day.' }),
        to: t.arg({ type: 'Date', defaultValue: 'P6D', description: 'The last day. At most 62 days in all.' }),
      },
      resolve: (_root, { from, to }, ctx) => days.listDays(ctx, { from: from ?? 'TODAY', to: to ?? 'P6D' }),
    }),
  }));
}
