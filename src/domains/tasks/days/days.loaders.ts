import type { ViewerContext } from '../../../platform/context.ts';
import { recordsOf } from '../../../platform/database/delegates.ts';
import type { OwnedKey, Row, Where } from '../../../platform/database/models.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import { foundOtherwise, type ListArguments, type Selection, whereOf } from '../../../platform/queries/lists.ts';
import { paginateEach } from '../../../platform/queries/nested-pagination.ts';
import { toOrderTerms } from '../../../platform/queries/sort-order.ts';
import {
  type DayList,
  duePromptsOfDay,
  dueReviewsOfDay,
  energyOfDay,
  meetingsOfDay,
  remindersOfDay,
  tasksOfDay,
} from './days.access.ts';
import { toRanges } from './days.rules.ts';

/** Returns the same page of the list of each of some days, in the order of the days. */
type ByDay<K extends OwnedKey> = (
  ctx: ViewerContext,
  dates: readonly string[],
  args: ListArguments,
  selection: Selection<K>,
) => Promise<Page<Row<K>>[]>;

export const tasksByDay = byDay(tasksOfDay);
export const meetingsByDay = byDay(meetingsOfDay);
export const dueReviewsByDay = byDay(dueReviewsOfDay);
export const duePromptsByDay = byDay(duePromptsOfDay);
export const energyEntriesByDay = byDay(energyOfDay);
export const remindersByDay = byDay(remindersOfDay);

/** Loads a list for each of some days. The days are read together, as `paginateEach` does it. */
function byDay<K extends OwnedKey>({ list, columns, within, daysOf }: DayList<K>): ByDay<K> {
  return async (ctx, dates, args, selection) => {
    const { calendar } = ctx;
    const records = recordsOf(ctx.db, list.model);
    const whereOn = (days: readonly string[]) => {
      // Each alternative has the owner, so that an index on the owner and a time finds its records.
      const alternatives = toRanges(days, calendar)
        .map(({ from, to }) => within(calendar, from, to))
        .flatMap((condition) => (condition as { OR?: object[] }).OR ?? [condition])
        .map((alternative) => ({ AND: [list.visibleTo(ctx.viewer), alternative] }));
      return whereOf(ctx, foundOtherwise(list), args, { OR: alternatives } as Where<K>);
    };
    const daysWith = (record: Row<K>, days: readonly string[]) => {
      const { from, to } = daysOf(record, calendar);
      return days.filter((day) => from <= day && day <= to);
    };
    return paginateEach<Row<K>>(
      ctx.responseSize,
      dates,
      args,
      toOrderTerms(list.order, args.orderBy, list.defaultOrder),
      {
        async find(query, days) {
          const where = { AND: [whereOn(days), query.where] };
          const found = await records.findMany({ ...selection, ...query, where });
          return found.map((record) => ({ record, parentIds: daysWith(record, days) }));
        },
        async counts(days) {
          const groups = await records.groupBy({ by: columns, where: whereOn(days), _count: { _all: true } });
          const counts = new Map<string, number>();
          for (const group of groups) {
            const { _all: count } = group._count as { _all: number };
            for (const day of daysWith(group as Row<K>, days)) counts.set(day, (counts.get(day) ?? 0) + count);
          }
          return counts;
        },
      },
    );
  };
}
