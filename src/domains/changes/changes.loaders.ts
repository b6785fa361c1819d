import type { ViewerContext } from '../../platform/context.ts';
import { paginateEach, type SourceOfEach } from '../../platform/nested-pages.ts';
import type { Page, PageArguments } from '../../platform/pagination.ts';
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
  const ticks = new Map([...ids].map(([tick, id]) => [id, tick]));
  const whereOf = (some: readonly string[]) => ({
    ...changesVisibleTo(ctx.viewer),
    tick: { in: some.flatMap((id) => ticks.get(id) ?? []) },
    model: { in: [...syncedTypes] },
  });
  const source: SourceOfEach<ChangeOfOperation> = {
    async find(query, some) {
      const where = { AND: [whereOf(some), query.where] };
      const changes = await ctx.db.change.findMany({ ...query, where, include: { operation: true } });
      return changes.map((row) => ({ row, parents: [ids.get(row.tick) ?? ''] }));
    },
    async counts(some) {
      const groups = await ctx.db.change.groupBy({ by: ['tick'], where: whereOf(some), _count: { _all: true } });
      return new Map(groups.map(({ tick, _count }) => [ids.get(tick) ?? '', _count._all]));
    },
  };
  return paginateEach<ChangeOfOperation>(ctx.answer, operationIds, args, [], source, 'ordinal');
}
