import type { Prisma } from '../../generated/sqlite/client.ts';
import type { ViewerContext } from '../context.ts';
import { inChunks } from '../database/chunks.ts';
import { anyRecordsOf, type Records, recordsOf } from '../database/delegates.ts';
import { parentAggregateOf } from '../database/model-relations.ts';
import { type ModelKey, modelNameOf, type OwnedKey, type Row, type Where } from '../database/models.ts';
import { active } from '../records/soft-delete.ts';
import { type Filter, type FilterSpec, toWhere } from './filters.ts';
import { type Page, type PageArguments, paginate } from './keyset-pagination.ts';
import { paginateEach, type SourceOfEach } from './nested-pagination.ts';
import { type Order, type OrderSpec, toOrderTerms } from './sort-order.ts';

/** What every list can be asked for. */
export interface ListArguments extends PageArguments {
  filter?: Filter | null | undefined;
  orderBy?: Order[] | null | undefined;
  /** Rows in the trash, in place of those in use. */
  trashed?: boolean | null | undefined;
}

/** What Prisma should load along with rows: the relations that the client asked for. To be spread into a query. */
export type Selection<K extends ModelKey> = K extends ModelKey
  ? Pick<FindManyArguments<K>, 'include' & keyof FindManyArguments<K>>
  : never;
type FindManyArguments<K extends ModelKey> = Prisma.TypeMap['model'][Capitalize<K> &
  Prisma.ModelName]['operations']['findMany']['args'];

/** Rows that were not put in the trash themselves: all that matters of the parts of a row that is looked at itself. */
export const notTrashedItself = { trashedAt: null } as const;

/** How the rows of a model are listed: whose they are, what they can be filtered and sorted by, and how they usually are. */
export interface ListSpec<K extends OwnedKey> {
  readonly model: K;
  readonly visibleTo: (viewer: ViewerContext['viewer']) => Where<K>;
  readonly filter: FilterSpec;
  readonly order: OrderSpec;
  readonly defaultOrder: Order[];
}

/**
 * The condition for the viewer's rows that a list has, or that are counted. Every row is in use or in the trash: who asks for
 * both has them all.
 * @param used which ones are in use
 */
export function whereOf<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: Pick<ListSpec<K>, 'model' | 'visibleTo' | 'filter'>,
  args: Pick<ListArguments, 'filter' | 'trashed'>,
  only: Where<K>,
  used: object = active(spec.model),
) {
  const filter = toWhere<K>(spec.filter, args.filter, ctx.calendar);
  return { AND: [spec.visibleTo(ctx.viewer), args.trashed ? { NOT: used } : used, filter, only] };
}

/**
 * A page of the viewer's rows.
 * @param only what the rows must meet besides the client's own filter
 */
export async function listRecords<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: ListSpec<K>,
  args: ListArguments,
  selection: Selection<K> = {} as Selection<K>,
  only: Where<K> = {} as Where<K>,
): Promise<Page<Row<K>>> {
  const where = whereOf(ctx, spec, args, only);
  const records = recordsOf(ctx.db, spec.model);
  return paginate<Row<K>>(args, toOrderTerms(spec.order, args.orderBy, spec.defaultOrder), {
    find: (page) => records.findMany({ ...selection, ...page, where: { AND: [where, page.where] } }),
    count: () => records.count({ where }),
  });
}

/** A joining model, whose rows name both a parent and a row that is listed. */
interface Joined {
  /** The joining model, and the list of its rows on the rows that are listed. */
  readonly joins: ModelKey;
  readonly through: string;
  /** Its column for the parent, and its relation to the rows that are listed. */
  readonly parent: string;
  readonly row: string;
}

/** How rows hang below their parents: each names one in a column, or in each of several, or a joining model does. */
export type Below<K extends ModelKey> = (keyof Row<K> & string) | readonly (keyof Row<K> & string)[] | Joined;

/**
 * The same page of the viewer's rows below each of some parents, as `paginateEach` reads them.
 * @param only what the rows must meet besides the client's own filter
 */
export async function listRecordsOfEach<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: ListSpec<K>,
  below: Below<K>,
  parentIds: readonly string[],
  args: ListArguments,
  selection: Selection<K> = {} as Selection<K>,
  only: Where<K> = {} as Where<K>,
): Promise<Page<Row<K>>[]> {
  const how = typeof below === 'string' ? [below] : below;
  // The parts of a row are shown below it although it is in the trash: what comes back when it does.
  const used = below === parentAggregateOf(modelNameOf(spec.model))?.column ? notTrashedItself : active(spec.model);
  const whereBelow = (parents: readonly string[]) => {
    const among = { in: [...parents] };
    const isBelow =
      'joins' in how
        ? { [how.through]: { some: { [how.parent]: among } } }
        : { OR: how.map((column) => ({ [column]: among })) };
    return whereOf(ctx, spec, args, { AND: [isBelow, only] } as Where<K>, used);
  };
  const records: Records<Row<K>> = recordsOf(ctx.db, spec.model);
  const lists: Lists<K> = {
    whereBelow,
    find: (query, parents) =>
      records.findMany({ ...selection, ...query, where: { AND: [whereBelow(parents), query.where] } }),
  };
  const source = 'joins' in how ? throughJoins(ctx, how, lists) : byColumns(records, how, lists);
  return paginateEach<Row<K>>(
    ctx.responseSize,
    parentIds,
    args,
    toOrderTerms(spec.order, args.orderBy, spec.defaultOrder),
    source,
  );
}

/** The lists below some parents: the condition for their rows, and these. */
interface Lists<K extends OwnedKey> {
  readonly whereBelow: (parents: readonly string[]) => object;
  readonly find: (query: { where: object }, parents: readonly string[]) => Promise<Row<K>[]>;
}

function byColumns<K extends OwnedKey>(
  records: Records<Row<K>>,
  columns: readonly (keyof Row<K> & string)[],
  { find, whereBelow }: Lists<K>,
): SourceOfEach<Row<K>> {
  return {
    async find(query, parents) {
      const rows = await find(query, parents);
      return rows.map((row) => ({ row, parents: columns.map((column) => row[column] as string) }));
    },
    async counts(parents) {
      const counts = new Map<string, number>();
      for (const column of columns) {
        for (const [parent, count] of await countBy(records, column, whereBelow(parents))) {
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
  { find, whereBelow }: Lists<K>,
): SourceOfEach<Row<K>> {
  const pairs = anyRecordsOf(ctx.db, modelNameOf(joins));
  return {
    async find(query, parents) {
      const rows = await find(query, parents);
      const found = await inChunks(rows, (some) => {
        const where = { [parent]: { in: [...parents] }, [`${row}Id`]: { in: some.map(({ id }) => id) } };
        return pairs.findMany({ where });
      });
      const parentsOf = Map.groupBy(found, (pair) => pair[`${row}Id`]);
      return rows.map((one) => ({
        row: one,
        parents: (parentsOf.get(one.id) ?? []).map((pair) => pair[parent] as string),
      }));
    },
    counts: (parents) => countBy(pairs, parent, { [parent]: { in: [...parents] }, [row]: whereBelow(parents) }),
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

/** One of the viewer's rows, in use or in the trash; null when there is none, or it is somebody else's. */
export async function getRecord<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: Pick<ListSpec<K>, 'model' | 'visibleTo'>,
  id: string,
  selection: Selection<K> = {} as Selection<K>,
): Promise<Row<K> | null> {
  return recordsOf(ctx.db, spec.model).findFirst({
    ...selection,
    where: { AND: [{ id }, spec.visibleTo(ctx.viewer)] },
  });
}

/** The service that lists a model's rows, where a domain has nothing to add. */
export const listService =
  <K extends OwnedKey>(spec: ListSpec<K>) =>
  (ctx: ViewerContext, args: ListArguments, selection: Selection<K> = {} as Selection<K>): Promise<Page<Row<K>>> =>
    listRecords(ctx, spec, args, selection);

/** The service that answers one of a model's rows, in use or in the trash; null when there is none, or it is somebody else's. */
export const getService =
  <K extends OwnedKey>(spec: ListSpec<K>) =>
  (ctx: ViewerContext, id: string, selection: Selection<K> = {} as Selection<K>): Promise<Row<K> | null> =>
    getRecord(ctx, spec, id, selection);
