import { selectionOfNodes } from '../../../graphql/fields/selections.ts';
import { loadNodes, nodeKey } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { energyFilter, energyOrder } from '../../energy/energy/energy.rules.ts';
import * as energy from '../../energy/energy/energy.service.ts';
import { learningFilter, learningOrder } from '../../learnings/learnings/learnings.rules.ts';
import * as learnings from '../../learnings/learnings/learnings.service.ts';
import { meetingFilter, meetingOrder } from '../../meetings/meetings/meetings.rules.ts';
import * as meetings from '../../meetings/meetings/meetings.service.ts';
import * as dailyFocus from '../daily-focus/daily-focus.service.ts';
import { taskFilter, taskOrder } from '../tasks/tasks.rules.ts';
import * as tasks from '../tasks/tasks.service.ts';
import type { AgendaDay as AgendaDayShape, Entry, EntryKind } from './days.rules.ts';
import * as days from './days.service.ts';

/** Days: what is on one of them, and on the next few, across all domains. */
export function defineDays(builder: Builder, shared: Shared): void {
  const Day = builder.objectRef<days.Day>('Day').implement({
    description: 'One of your days, with all that is on it.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'Its date.' }),
      startsAt: t.expose('startsAt', { type: 'DateTime', description: 'When it starts, by your clock.' }),
      endsAt: t.expose('endsAt', { type: 'DateTime', description: 'When the next one starts.' }),
      meetings: t.connection(
        {
          type: shared.ref('Meeting'),
          description: 'The meetings that take part of it, the earliest first unless asked otherwise.',
          args: shared.listArguments(meetingFilter, meetingOrder),
          resolve: ({ date }, args, ctx, info) =>
            meetings.listMeetingsOn(ctx, { ...args, date }, selectionOfNodes(ctx, info)),
        },
        shared.connectionOf(shared.ref('Meeting')),
      ),
      tasks: t.connection(
        {
          type: shared.ref('Task'),
          description: 'The tasks planned for it, in your order unless asked otherwise.',
          args: shared.listArguments(taskFilter, taskOrder),
          resolve: ({ date }, args, ctx, info) =>
            tasks.listTasksOn(ctx, { ...args, date }, selectionOfNodes(ctx, info)),
        },
        shared.connectionOf(shared.ref('Task')),
      ),
      focus: t.prismaField({
        type: 'DailyFocus',
        nullable: true,
        description: 'What you want of it; null while you have not said.',
        resolve: (query, { date }, _args, ctx) => dailyFocus.getDailyFocus(ctx, date, query),
      }),
      dueReviews: t.connection(
        {
          type: shared.ref('Learning'),
          description: 'What is due on it to be looked at again, or was before: what has been due the longest first.',
          args: shared.listArguments(learningFilter, learningOrder),
          resolve: ({ date }, args, ctx, info) =>
            learnings.listDueReviews(ctx, { ...args, on: date }, selectionOfNodes(ctx, info)),
        },
        shared.connectionOf(shared.ref('Learning')),
      ),
      energy: t.connection(
        {
          type: shared.ref('EnergyEntry'),
          description: 'Your energy entries of it so far, the latest first unless asked otherwise.',
          args: shared.listArguments(energyFilter, energyOrder),
          resolve: ({ date }, args, ctx, info) =>
            energy.listEnergyEntriesOn(ctx, { ...args, date }, selectionOfNodes(ctx, info)),
        },
        shared.connectionOf(shared.ref('EnergyEntry')),
      ),
    }),
  });

  const AgendaEntryKind = builder.enumType('AgendaEntryKind', {
    description: 'What an entry of an agenda is.',
    values: {
      ALL_DAY: { description: 'A meeting that takes whole days.' },
      MEETING: { description: 'A meeting by the clock.' },
      TASK: { description: 'A task that is planned.' },
      TASK_DUE: { description: 'The due date of an open task.' },
      MILESTONE: { description: 'A milestone that is due and not reached.' },
      GOAL: { description: 'A goal that is due and open.' },
      REVIEW: { description: 'A learning that is due to be looked at again.' },
    } satisfies Record<EntryKind, { description: string }>,
  });
  const AgendaEntry = builder.objectRef<Entry>('AgendaEntry').implement({
    description: 'One thing of an agenda.',
    fields: (t) => ({
      kind: t.expose('kind', { type: AgendaEntryKind, description: 'What it is.' }),
      startsAt: t.expose('startsAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it starts; null when it has no hours.',
      }),
      endsAt: t.expose('endsAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it ends; null when it has no hours, or no end.',
      }),
      node: t.loadable({
        type: builder.nodeInterfaceRef(),
        byPath: true,
        nullable: true,
        description: 'The row; null when it was removed for good meanwhile.',
        load: (ids: string[], ctx, _args, info) => loadNodes(ctx, ids, info) as Promise<never[]>,
        resolve: ({ node }, _args, ctx, info) => nodeKey(ctx, toGlobalId(node.type, node.id), info),
      }),
    }),
  });
  const AgendaDay = builder.objectRef<AgendaDayShape>('AgendaDay').implement({
    description: 'One day of an agenda.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'Its date.' }),
      entries: t.expose('entries', {
        type: [AgendaEntry],
        description: 'What is on it: first what has no hours, then by the clock.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    today: t.field({
      type: Day,
      description: 'A day of yours with all that is on it: meetings, tasks, focus, due reviews and energy.',
      args: { date: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'Which day.' }) },
      resolve: (_root, { date }, ctx) => days.today(ctx, date ?? 'TODAY'),
    }),
    agenda: t.field({
      type: [AgendaDay],
      description: 'What is on in the next days: meetings, planned tasks, and what is due; at most 1,000 entries.',
      args: {
        from: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The first day.' }),
        to: t.arg({ type: 'Date', defaultValue: 'P6D', description: 'The last day, at most 62 days in all.' }),
      },
      resolve: (_root, { from, to }, ctx) => days.agenda(ctx, { from: from ?? 'TODAY', to: to ?? 'P6D' }),
    }),
  }));
}
