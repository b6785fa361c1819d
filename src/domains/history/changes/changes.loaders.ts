import type { ViewerContext } from '../../../platform/context.ts';
import { childModels, isChildModel } from '../../../platform/database/model-relations.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Page, PageArguments } from '../../../platform/queries/keyset-pagination.ts';
import { paginateEach, type SourceOfEach } from '../../../platform/queries/nested-pagination.ts';
import { changesVisibleTo, visibleTo } from './changes.access.ts';
import { type Change, type FieldChange, fieldsOf, partsOf, syncedTypes } from './changes.rules.ts';

/** A change with the operation that it is part of. */
export type ChangeOfOperation = Change & { operation: Row<'operation'> };

/** Those of the viewer's operations at some ticks that are kept, by their tick. */
export async function operationsAt(
  ctx: ViewerContext,
  ticks: readonly number[],
): Promise<Map<number, Row<'operation'>>> {
  const found = await ctx.db.operation.findMany({
    where: { ...visibleTo(ctx.viewer), tick: { in: [...new Set(ticks)] } },
  });
  return new Map(found.map((operation) => [operation.tick, operation]));
}

/** Changes with their operations, without those that were forgotten since they were read. */
export function withOperations(
  changes: readonly Change[],
  operations: ReadonlyMap<number, Row<'operation'>>,
): ChangeOfOperation[] {
  return changes.flatMap((change) => {
    const operation = operations.get(change.tick);
    return operation ? [{ ...change, operation }] : [];
  });
}

/** Names a change among those of its owner. */
export const keyOfChange = ({ tick, ordinal }: { tick: number; ordinal: number }) => `${tick}.${ordinal}`;

/** What each of some changes did to the fields of its row and to what is part of it, in one statement. */
export async function fieldsByChange(ctx: ViewerContext, keys: readonly string[]): Promise<FieldChange[][]> {
  const places = keys.map((key) => key.split('.').map(Number) as [number, number]);
  const found: Change[] = await ctx.db.change.findMany({
    where: {
      ...changesVisibleTo(ctx.viewer),
      tick: { in: [...new Set(places.map(([tick]) => tick))] },
      OR: [
        { model: { in: [...childModels] } },
        { ordinal: { in: [...new Set(places.map(([, ordinal]) => ordinal))] } },
      ],
    },
    orderBy: [{ tick: 'asc' }, { ordinal: 'asc' }],
  });
  const byKey = new Map(found.map((change) => [keyOfChange(change), change]));
  const parts = Map.groupBy(
    found.filter(({ model }) => isChildModel(model)),
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
  const found = await ctx.db.operation.findMany({ where: { id: { in: [...operationIds] }, ...visibleTo(ctx.viewer) } });
  const ticks = new Map(found.map(({ id, tick }) => [id, tick]));
  const operations = new Map(found.map((operation) => [operation.tick, operation]));
  const whereOf = (some: readonly string[]) => ({
    ...changesVisibleTo(ctx.viewer),
    tick: { in: some.flatMap((id) => ticks.get(id) ?? []) },
    model: { in: [...syncedTypes] },
  });
  const source: SourceOfEach<ChangeOfOperation> = {
    async find(query, some) {
      const changes = await ctx.db.change.findMany({ ...query, where: { AND: [whereOf(some), query.where] } });
      return withOperations(changes, operations).map((row) => ({ row, parents: [row.operation.id] }));
    },
    async counts(some) {
      const groups = await ctx.db.change.groupBy({ by: ['tick'], where: whereOf(some), _count: { _all: true } });
      return new Map(groups.map(({ tick, _count }) => [operations.get(tick)?.id ?? '', _count._all]));
    },
  };
  return paginateEach<ChangeOfOperation>(ctx.responseSize, operationIds, args, [], source, 'ordinal');
}
