import type { ViewerContext } from '../../platform/context.ts';
import { type Page, type PageArguments, paginateEach } from '../../platform/pagination.ts';
import { partModels } from '../../platform/relations.ts';
import { changesVisibleTo } from './changes.access.ts';
import { type Change, type FieldChange, fieldsOf, partsOf, syncedTypes } from './changes.rules.ts';

/** A change with the operation that it is part of. */
export type ChangeOfOperation = Change & { operation: { id: string; at: Date } };

/** Names a change among those of its owner. */
export const keyOfChange = ({ tick, ordinal }: { tick: number; ordinal: number }) => `${tick}.${ordinal}`;

/** What each of some changes did to the fields of its row and to what is part of it, in one statement. */
export async function fieldsByChange(ctx: ViewerContext, keys: readonly string[]): Promise<FieldChange[][]> {
  const places = keys.map((key) => key.split('.').map(Number) as [number, number]);
  const found: Change[] = await ctx.db.change.findMany({
    where: {
      ...changesVisibleTo(ctx.viewer),
      tick: { in: [...new Set(places.map(([tick]) => tick))] },
      OR: [{ model: { in: [...partModels] } }, { ordinal: { in: [...new Set(places.map(([, ordinal]) => ordinal))] } }],
    },
    orderBy: [{ tick: 'asc' }, { ordinal: 'asc' }],
  });
  const byKey = new Map(found.map((change) => [keyOfChange(change), change]));
  const parts = Map.groupBy(
    found.filter(({ model }) => partModels.includes(model as never)),
    ({ tick }) => tick,
  );
  return keys.map((key) => {
    const change = byKey.get(key);
    return change ? [...fieldsOf(change), ...partsOf(change, parts.get(change.tick) ?? [])] : [];
  });
}

/** The same page of the changes of each of some operations. */
export async function changesOfEach(
  ctx: ViewerContext,
  operationIds: readonly string[],
  args: PageArguments,
): Promise<Page<ChangeOfOperation>[]> {
  const operations = await ctx.db.operation.findMany({
    where: { id: { in: [...operationIds] }, ownerId: ctx.viewer.accountId },
    select: { id: true, tick: true },
  });
  const ids = new Map(operations.map(({ id, tick }) => [tick, id]));
  const where = {
    ...changesVisibleTo(ctx.viewer),
    tick: { in: [...ids.keys()] },
    model: { in: [...syncedTypes] },
  };
  const source = {
    find: (query: { where: object; orderBy: object[] }): Promise<ChangeOfOperation[]> =>
      ctx.db.change.findMany({ ...query, where: { AND: [where, query.where] }, include: { operation: true } }),
    parentsOf: ({ tick }: ChangeOfOperation) => [ids.get(tick) ?? ''],
    async counts() {
      const groups = await ctx.db.change.groupBy({ by: ['tick'], where, _count: { _all: true } });
      return new Map(groups.map(({ tick, _count }) => [ids.get(tick) ?? '', _count._all]));
    },
  };
  return paginateEach<ChangeOfOperation>(operationIds, args, [], source, 'ordinal');
}
