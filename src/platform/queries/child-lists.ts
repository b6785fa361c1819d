import type { ViewerContext } from '../context.ts';
import { inChunks } from '../database/chunks.ts';
import { anyRecordsOf, type Records, recordsOf } from '../database/delegates.ts';
import { isTrashableModel, parentAggregateOf } from '../database/model-relations.ts';
import { type ModelKey, modelNameOf, type OwnedKey, type Row, type Where } from '../database/models.ts';
import { active } from '../records/soft-delete.ts';
import type { Page } from './keyset-pagination.ts';
import {
  foundOtherwise,
  type ListArguments,
  type ListSpec,
  notTrashedItself,
  type Selection,
  whereOf,
} from './lists.ts';
import { paginateEach, type SourceOfEach } from './nested-pagination.ts';
import { selecting, showsNone } from './projection.ts';
import { toOrderTerms } from './sort-order.ts';

/** A relation to the parents by a join model. */
interface Joined {
  /** The join model, and the relation to it of the listed model. */
  readonly joins: ModelKey;
  readonly through: string;
  /** The column of the join model for the parent, and its relation to the listed model. */
  readonly parent: string;
  readonly row: string;
}

/** How records refer to their parents: by a column, by each of several columns, or by a join model. */
export type ParentRelation<K extends ModelKey> = (keyof Row<K> & string) | readonly (keyof Row<K> & string)[] | Joined;

/**
 * The same page of the viewer's records for each of some parents, in the order of the parents.
 * @param only a condition in addition to the client's filter
 * @throws InvalidInputError if the arguments are invalid; ResponseTooLargeError if the response becomes too large
 */
export async function listRecordsByParent<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: ListSpec<K>,
  relation: ParentRelation<K>,
  parentIds: readonly string[],
  args: ListArguments,
  selection: Selection<K> = {} as Selection<K>,
  only: Where<K> = {} as Where<K>,
): Promise<Page<Row<K>>[]> {
  const how = typeof relation === 'string' ? [relation] : relation;
  // The children of a trashed parent aggregate are shown with it: they will come back together.
  const itself = isTrashableModel(modelNameOf(spec.model)) ? notTrashedItself : {};
  const isActive = relation === parentAggregateOf(modelNameOf(spec.model))?.column ? itself : active(spec.model);
  const listed = 'joins' in how ? spec : foundOtherwise(spec);
  const whereOfParents = (parents: readonly string[]) => {
    const among = { in: [...parents] };
    const refersToThem =
      'joins' in how
        ? { [how.through]: { some: { [how.parent]: among } } }
        : { OR: how.map((column) => ({ [column]: among })) };
    return whereOf(ctx, listed, args, { AND: [refersToThem, only] } as Where<K>, isActive);
  };
  const records: Records<Row<K>> = recordsOf(ctx.db, spec.model);
  const readMany = <T>(read: () => Promise<T>) =>
    ctx.database.readMany({ model: spec.model, ownerId: ctx.viewer.accountId }, read);
  const terms = toOrderTerms(spec.order, args.orderBy, spec.defaultOrder);
  const selected = selecting(selection, [...terms.map(({ field }) => field), ...('joins' in how ? [] : how)]);
  const lists: Lists<K> = {
    whereOfParents,
    async find(query, parents) {
      if (showsNone(selection)) return [];
      const find = () =>
        records.findMany({ ...selected, ...query, where: { AND: [whereOfParents(parents), query.where] } });
      // An index has the records of a column's value in order; those of a join model are looked for among all of the owner's.
      return args.filter || 'joins' in how ? readMany(find) : find();
    },
  };
  const source = 'joins' in how ? throughJoins(ctx, how, lists) : byColumns(records, how, lists);
  return paginateEach<Row<K>>(ctx.responseSize, parentIds, args, terms, {
    ...source,
    counts: (parents) => readMany(() => source.counts(parents)),
  });
}

/** The records of some parents, and their condition. */
interface Lists<K extends OwnedKey> {
  readonly whereOfParents: (parents: readonly string[]) => object;
  readonly find: (query: { where: object }, parents: readonly string[]) => Promise<Row<K>[]>;
}

function byColumns<K extends OwnedKey>(
  records: Records<Row<K>>,
  columns: readonly (keyof Row<K> & string)[],
  { find, whereOfParents }: Lists<K>,
): SourceOfEach<Row<K>> {
  return {
    async find(query, parents) {
      const records = await find(query, parents);
      return records.map((record) => ({ record, parentIds: columns.map((column) => record[column] as string) }));
    },
    async counts(parents) {
      const counts = new Map<string, number>();
      for (const column of columns) {
        for (const [parent, count] of await countBy(records, column, whereOfParents(parents))) {
          counts.set(parent, (counts.get(parent) ?? 0) + count);
        }
      }
      return counts;
    },
  };
}

function throughJoins<K extends OwnedKey>(
  ctx: ViewerContext,
  { joins, parent, row }: Joined,
  { find, whereOfParents }: Lists<K>,
): SourceOfEach<Row<K>> {
  const pairs = anyRecordsOf(ctx.db, modelNameOf(joins));
  return {
    async find(query, parents) {
      const records = await find(query, parents);
      const found = await inChunks(records, (some) => {
        const where = { [parent]: { in: [...parents] }, [`${row}Id`]: { in: some.map(({ id }) => id) } };
        return pairs.findMany({ where });
      });
      const parentsOf = Map.groupBy(found, (pair) => pair[`${row}Id`]);
      return records.map((record) => ({
        record,
        parentIds: (parentsOf.get(record.id) ?? []).map((pair) => pair[parent] as string),
      }));
    },
    counts: (parents) => countBy(pairs, parent, { [parent]: { in: [...parents] }, [row]: whereOfParents(parents) }),
  };
}

async function countBy(
  records: Pick<Records<unknown>, 'groupBy'>,
  column: string,
  where: object,
): Promise<Map<string, number>> {
  const groups = await records.groupBy({ by: [column], where, _count: { _all: true } });
  return new Map(groups.map((group) => [String(group[column]), (group._count as { _all: number })._all]));
}
