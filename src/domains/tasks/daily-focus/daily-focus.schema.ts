import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { visibleTo } from './daily-focus.access.ts';
import { closeDayInput, reopenDayInput, setDailyFocusInput } from './daily-focus.rules.ts';
import * as dailyFocus from './daily-focus.service.ts';

/** Daily focus: the intention and the tasks of one day, and how the day went. */
export function defineDailyFocus(builder: Builder): void {
  const DailyFocus = builder.prismaNode('DailyFocus', {
    ...nodeOf(visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      date: t.expose('date', { type: 'Date' }),
      intention: t.exposeString('intention'),
      reflection: t.exposeString('reflection'),
      closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
      tasks: t.field({
        type: [builder.modelRef('Task')],
        description: 'The tasks in focus, in order. At most five, not counting those in the trash.',
        args: {
          withTrashed: t.arg.boolean({ defaultValue: false, description: 'Whether to include those in the trash.' }),
        },
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

  const day = (t: InputFields) => ({
    date: t.field({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
    ifVersion: t.int({
      description:
        'Only apply if the version of the focus is still this one, 0 if it is not set. Otherwise a ConflictError.',
    }),
  });
  builder.recordMutation('setDailyFocus', {
    record: DailyFocus,
    description: 'Sets the intention and the tasks of a day. Replaces a focus in the trash.',
    keepsOmitted: true,
    rules: setDailyFocusInput,
    input: (t) => ({
      ...day(t),
      intention: t.string({ description: 'What would make the day a good one.' }),
      taskIds: t.idList({ description: 'The ids of the tasks in focus, in order.' }),
    }),
    resolve: dailyFocus.setDailyFocus,
  });
  builder.recordMutation('closeDay', {
    record: DailyFocus,
    description:
      'Closes a day with a reflection, and carries open tasks that were planned for it over to a later day. `reopenDay` allows ' +
      'changes again.',
    rules: closeDayInput,
    input: (t) => ({
      ...day(t),
      reflection: t.string({ description: 'How the day went, in Markdown.' }),
      carryOverIds: t.idList({
        description:
          'The ids of open tasks to carry over. They must be scheduled for the day. One that was carried over from it before, ' +
          'and is still where it was carried to, goes to `carryOverTo` without being counted again.',
      }),
      carryOverTo: t.field({
        type: 'Date',
        description:
          'The day to carry them over to. After the day that is closed, and not in the past. Default: the first of your ' +
          'working days from there on.',
      }),
    }),
    resolve: dailyFocus.closeDay,
  });
  builder.recordMutation('reopenDay', {
    record: DailyFocus,
    description: 'Reopens a closed day. Tasks that were carried over stay where they are.',
    rules: reopenDayInput,
    input: day,
    resolve: dailyFocus.reopenDay,
  });
}
