import type { ViewerContext } from '../../../platform/context.ts';
import { childModels, isChildModel } from '../../../platform/database/model-relations.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Page, PageArguments } from '../../../platform/queries/keyset-pagination.ts';
import { paginateEach, type SourceOfEach } from '../../../platform/queries/nested-pagination.ts';
import { changesVisibleTo, visibleTo } from './changes.access.ts';
import { type Change, type FieldChange, fieldsOf, partsOf, syncedTypes } from './changes.rules.ts';

/** A change with the change set that it is part of. */
export type ChangeOfSet = Change & { changeSet: Row<'changeSet'> };

/** Those of the viewer's change sets at some sequences that are kept, by their sequence. */
export async function changeSetsAt(
  ctx: ViewerContext,
  sequences: readonly number[],
): Promise<Map<number, Row<'changeSet'>>> {
  const found = await ctx.db.changeSet.findMany({
    where: { ...visibleTo(ctx.viewer), sequence: { in: [...new Set(sequences)] } },
  });
  return new Map(found.map((changeSet) => [changeSet.sequence, changeSet]));
}

/** Changes with their change sets, without those that were forgotten since they were read. */
export function withChangeSets(
  changes: readonly Change[],
  changeSets: ReadonlyMap<number, Row<'changeSet'>>,
): ChangeOfSet[] {
  return changes.flatMap((change) => {
    const changeSet = changeSets.get(change.sequence);
    return changeSet ? [{ ...change, changeSet }] : [];
  });
}

/** Names a change among those of its owner. */
export const keyOfChange = ({ sequence, ordinal }: { sequence: number; ordinal: number }) => `${sequence}.${ordinal}`;

/** What each of some changes did to the fields of its row and to what is part of it, in one statement. */
export async function fieldsByChange(ctx: ViewerContext, keys: readonly string[]): Promise<FieldChange[][]> {
  const places = keys.map((key) => key.split('.').map(Number) as [number, number]);
  const found: Change[] = await ctx.db.change.findMany({
    where: {
      ...changesVisibleTo(ctx.viewer),
      sequence: { in: [...new Set(places.map(([sequence]) => sequence))] },
      OR: [
        { model: { in: [...childModels] } },
        { ordinal: { in: [...new Set(places.map(([, ordinal]) => ordinal))] } },
      ],
    },
    orderBy: [{ sequence: 'asc' }, { ordinal: 'asc' }],
  });
  const byKey = new Map(found.map((change) => [keyOfChange(change), change]));
  const parts = Map.groupBy(
    found.filter(({ model }) => isChildModel(model)),
    ({ sequence }) => sequence,
  );
  return keys.map((key) => {
    const change = byKey.get(key);
    return change ? [...fieldsOf(change), ...partsOf(change, parts.get(change.sequence) ?? [])] : [];
  });
}

/** The same page of the changes of each of some change sets. */
export async function changesOfEach(
  ctx: ViewerContext,
  changeSetIds: readonly string[],
  args: PageArguments,
): Promise<Page<ChangeOfSet>[]> {
  const found = await ctx.db.changeSet.findMany({ where: { id: { in: [...changeSetIds] }, ...visibleTo(ctx.viewer) } });
  const sequences = new Map(found.map(({ id, sequence }) => [id, sequence]));
  const changeSets = new Map(found.map((changeSet) => [changeSet.sequence, changeSet]));
  const whereOf = (some: readonly string[]) => ({
    ...changesVisibleTo(ctx.viewer),
    sequence: { in: some.flatMap((id) => sequences.get(id) ?? []) },
    model: { in: [...syncedTypes] },
  });
  const source: SourceOfEach<ChangeOfSet> = {
    async find(query, some) {
      const changes = await ctx.db.change.findMany({ ...query, where: { AND: [whereOf(some), query.where] } });
      return withChangeSets(changes, changeSets).map((row) => ({ row, parents: [row.changeSet.id] }));
    },
    async counts(some) {
      const groups = await ctx.db.change.groupBy({ by: ['sequence'], where: whereOf(some), _count: { _all: true } });
      return new Map(groups.map(({ sequence, _count }) => [changeSets.get(sequence)?.id ?? '', _count._all]));
    },
  };
  return paginateEach<ChangeOfSet>(ctx.responseSize, changeSetIds, args, [], source, 'ordinal');
}
