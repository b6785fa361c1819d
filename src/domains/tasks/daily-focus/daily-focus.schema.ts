import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { visibleTo } from './daily-focus.access.ts';
import * as dailyFocus from './daily-focus.service.ts';

/** Daily focus: what one day is for, and how it went. */
export function defineDailyFocus(builder: Builder, shared: Shared): void {
  const DailyFocus = builder.prismaNode('DailyFocus', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      date: t.expose('date', { type: 'Date' }),
      intention: t.exposeString('intention'),
      reflection: t.exposeString('reflection'),
      closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
      tasks: t.field({
        type: [shared.ref('Task')],
        description: 'The tasks that the day is about, in order: at most five, but for those in the trash.',
        args: shared.joinedArguments,
        select: ({ withTrashed }, _ctx, nested) => ({
          focusTasks: {
            select: { task: nested(true) as true },
            where: withTrashed ? {} : { task: active('task') },
            orderBy: { position: 'asc' },
          },
        }),
        resolve: ({ focusTasks }) => focusTasks.map(({ task }) => task),
      }),
    }),
  });

  builder.queryFields((t) => ({
    dailyFocus: t.prismaField({
      type: 'DailyFocus',
      nullable: true,
      description: 'What you want of a day; null while you have not said.',
      args: { date: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }) },
      resolve: (query, _root, { date }, ctx) => dailyFocus.getDailyFocus(ctx, date ?? 'TODAY', query),
    }),
  }));

  const SetDailyFocusInput = builder.inputType('SetDailyFocusInput', {
    description: 'What a day is for; what is left out stays as it is.',
    fields: (t) => ({
      date: t.field({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
      ifVersion: t.int(shared.ifVersion),
      intention: t.string({ description: 'What would make it a good day, at most 1,000 characters.' }),
      taskIds: t.idList({ description: 'The tasks it is about, in order, at most five.' }),
    }),
  });
  const CloseDayInput = builder.inputType('CloseDayInput', {
    description: 'How a day went, and what moves on.',
    fields: (t) => ({
      date: t.field({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
      ifVersion: t.int({ description: 'Close it only if it is at this version.' }),
      reflection: t.string({ description: 'How it went, in Markdown, at most 10,000 characters.' }),
      carryOverIds: t.idList({ description: 'Open tasks to plan for another day, at most 100.' }),
      carryOverTo: t.field({
        type: 'Date',
        description: 'The day to plan them for; the next day when nothing is said.',
      }),
    }),
  });
  const ReopenDayInput = builder.inputType('ReopenDayInput', {
    description: 'A closed day to open again.',
    fields: (t) => ({
      date: t.field({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
      ifVersion: t.int({ description: 'Open it only if it is at this version.' }),
    }),
  });

  const { mutation } = shared;
  builder.mutationFields((t) => ({
    setDailyFocus: mutation(t, DailyFocus, SetDailyFocusInput, 'Says what a day is for.', dailyFocus.setDailyFocus),
    closeDay: mutation(
      t,
      DailyFocus,
      CloseDayInput,
      'Closes a day: how it went, and which tasks move on to another one.',
      dailyFocus.closeDay,
    ),
    reopenDay: mutation(
      t,
      DailyFocus,
      ReopenDayInput,
      'Opens a closed day again. What was carried over stays where it is.',
      dailyFocus.reopenDay,
    ),
  }));
}
