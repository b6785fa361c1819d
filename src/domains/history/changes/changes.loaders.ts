import type { ViewerContext } from '../../../platform/context.ts';
import { childModels, isChildModel } from '../../../platform/database/model-relations.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Page, PageArguments } from '../../../platform/queries/keyset-pagination.ts';
import { paginateEach, type SourceOfEach } from '../../../platform/queries/nested-pagination.ts';
import { ownedAmong } from '../../../platform/records/ownership.ts';
import { visibleTo } from './changes.access.ts';
import { type Change, type FieldChange, fieldsOf, partsOf, syncedTypes } from './changes.rules.ts';

/** A change with its change set. */
export type ChangeInSet = Change & { changeSet: Row<'changeSet'> };

/** The viewer's change sets at some sequence numbers, by sequence number. Those that were pruned are missing. */
export async function changeSetsAt(
  ctx: ViewerContext,
  sequences: readonly number[],
): Promise<Map<number, Row<'changeSet'>>> {
  const found = await ctx.db.changeSet.findMany({
    where: { ...visibleTo(ctx.viewer), sequence: { in: [...new Set(sequences)] } },
  });
  return new Map(found.map((changeSet) => [changeSet.sequence, changeSet]));
}

/** Changes with their change sets, without those that were pruned since they were read. */
export function withChangeSets(
  changes: readonly Change[],
  changeSets: ReadonlyMap<number, Row<'changeSet'>>,
): ChangeInSet[] {
  return changes.flatMap((change) => {
    const changeSet = changeSets.get(change.sequence);
    return changeSet ? [{ ...change, changeSet }] : [];
  });
}

/** A key for a change among those of its owner. */
export const keyOfChange = ({ sequence, ordinal }: { sequence: number; ordinal: number }) => `${sequence}.${ordinal}`;

/** The changed fields of each change, with those of the parts of its record. One statement. */
export async function fieldsByChange(ctx: ViewerContext, keys: readonly string[]): Promise<FieldChange[][]> {
  const places = keys.map((key) => key.split('.').map(Number) as [number, number]);
  const found: Change[] = await ctx.db.change.findMany({
    where: {
      ...visibleTo(ctx.viewer),
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

/** The same page of the changes of each change set. */
export async function changesOfEach(
  ctx: ViewerContext,
  changeSetIds: readonly string[],
  args: PageArguments,
): Promise<Page<ChangeInSet>[]> {
  const found = await ctx.db.changeSet.findMany({ where: ownedAmong(ctx.viewer, changeSetIds) });
  const sequences = new Map(found.map(({ id, sequence }) => [id, sequence]));
  const changeSets = new Map(found.map((changeSet) => [changeSet.sequence, changeSet]));
  const whereOf = (some: readonly string[]) => ({
    ...visibleTo(ctx.viewer),
    sequence: { in: some.flatMap((id) => sequences.get(id) ?? []) },
    model: { in: [...syncedTypes] },
  });
  const source: SourceOfEach<ChangeInSet> = {
    async find(query, some) {
      const changes = await ctx.db.change.findMany({ ...query, where: { AND: [whereOf(some), query.where] } });
      return withChangeSets(changes, changeSets).map((record) => ({ record, parentIds: [record.changeSet.id] }));
    },
    async counts(some) {
      const groups = await ctx.db.change.groupBy({ by: ['sequence'], where: whereOf(some), _count: { _all: true } });
      return new Map(groups.map(({ sequence, _count }) => [changeSets.get(sequence)?.id ?? '', _count._all]));
    },
  };
  return paginateEach<ChangeInSet>(ctx.responseSize, changeSetIds, args, [], source, { field: 'ordinal', type: 'Int' });
}
