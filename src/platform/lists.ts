import type { Prisma } from '../generated/sqlite/client.ts';
import type { ViewerContext } from './context.ts';
import type { ModelKey } from './database.ts';
import { type Filter, type FilterSpec, toWhere } from './filters.ts';
import { type Order, type OrderSpec, toOrderTerms } from './ordering.ts';
import { type Page, type PageArguments, paginate, paginateEach } from './pagination.ts';
import type { OwnedKey } from './rows.ts';
import { columnsOf, type Row, type Where } from './writer.ts';

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

/** Which rows a list has: those in use, or those in the trash. */
export const inTrash = (trashed?: boolean | null) => ({ trashedAt: trashed ? { not: null } : null });

/** How the rows of a model are listed: whose they are, what they can be filtered and sorted by, and how they usually are. */
export interface ListSpec<K extends OwnedKey> {
  readonly model: K;
  readonly visibleTo: (viewer: ViewerContext['viewer']) => Where<K>;
  readonly filter: FilterSpec;
  readonly order: OrderSpec;
  readonly usual: Order[];
}

/** Every owned row has an id; said here because a type parameter cannot show it. */
type Listed<K extends OwnedKey> = Row<K> & { id: string };

interface Table {
  findMany(query: object): Promise<never[]>;
  findFirst(query: object): Promise<never>;
  count(query: object): Promise<number>;
  groupBy(query: object): Promise<(Record<string, unknown> & { _count: { _all: number } })[]>;
}

const tableOf = (ctx: ViewerContext, model: ModelKey) => ctx.db[model] as unknown as Table;

/** The condition for the viewer's rows that a list has, or that are counted. */
export function whereOf<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: Pick<ListSpec<K>, 'model' | 'visibleTo' | 'filter'>,
  args: Pick<ListArguments, 'filter' | 'trashed'>,
  only: Where<K>,
) {
  const filter = toWhere<K>(spec.filter, args.filter, ctx.calendar);
  const trash = columnsOf(spec.model).includes('trashedAt') ? inTrash(args.trashed) : {};
  return { AND: [spec.visibleTo(ctx.viewer), trash, filter, only] };
}

/**
 * A page of the viewer's rows.
 * @param only what the rows must meet besides the client's own filter
 */
export async function listRows<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: ListSpec<K>,
  args: ListArguments,
  selection: Selection<K> = {} as Selection<K>,
  only: Where<K> = {} as Where<K>,
): Promise<Page<Listed<K>>> {
  const where = whereOf(ctx, spec, args, only);
  const table = tableOf(ctx, spec.model);
  return paginate<Listed<K>>(args, toOrderTerms(spec.order, args.orderBy, spec.usual), {
    find: (page) => table.findMany({ ...selection, ...page, where: { AND: [where, page.where] } }),
    count: () => table.count({ where }),
  });
}

/** How rows hang below their parents: each names its one parent in a column, or a joining model names both. */
export type Below<K extends ModelKey> =
  | (keyof Row<K> & string)
  | {
      /** The joining model, and the list of its rows on the rows that are listed. */
      readonly joins: ModelKey;
      readonly through: string;
      /** Its column for the parent, and its relation to the rows that are listed. */
      readonly parent: string;
      readonly row: string;
    };

/** The same page of the viewer's rows below each of some parents, in as many statements for one parent as for all. */
export async function listRowsOfEach<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: ListSpec<K>,
  below: Below<K>,
  parentIds: readonly string[],
  args: ListArguments,
  selection: Selection<K> = {} as Selection<K>,
): Promise<Page<Listed<K>>[]> {
  const among = { in: [...parentIds] };
  const isBelow =
    typeof below === 'string' ? { [below]: among } : { [below.through]: { some: { [below.parent]: among } } };
  const where = whereOf(ctx, spec, args, isBelow as Where<K>);
  const table = tableOf(ctx, spec.model);
  const order = toOrderTerms(spec.order, args.orderBy, spec.usual);
  const find = (page: { where: object }) =>
    table.findMany({ ...selection, ...page, where: { AND: [where, page.where] } });
  if (typeof below === 'string') {
    return paginateEach<Listed<K>>(parentIds, args, order, {
      find,
      parentsOf: (row) => [(row as Record<string, unknown>)[below] as string],
      counts: () => countBy(table, below, where),
    });
  }
  const joins = tableOf(ctx, below.joins);
  const joined = { [below.parent]: among, [below.row]: where };
  const parents = new Map<string, string[]>();
  return paginateEach<Listed<K>>(parentIds, args, order, {
    async find(page) {
      const [rows, pairs] = await Promise.all([find(page), joins.findMany({ where: joined })]);
      for (const pair of pairs as Record<string, string>[]) {
        const [row, parent] = [pair[`${below.row}Id`] as string, pair[below.parent] as string];
        parents.set(row, [...(parents.get(row) ?? []), parent]);
      }
      return rows;
    },
    parentsOf: (row) => parents.get(row.id) ?? [],
    counts: () => countBy(joins, below.parent, joined),
  });
}

async function countBy(table: Table, column: string, where: object): Promise<Map<string, number>> {
  const groups = await table.groupBy({ by: [column], where, _count: { _all: true } });
  return new Map(groups.map((group) => [group[column] as string, group._count._all]));
}

/** One of the viewer's rows, in use or in the trash; null when there is none, or it is somebody else's. */
export async function getRow<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: Pick<ListSpec<K>, 'model' | 'visibleTo'>,
  id: string,
  selection: Selection<K> = {} as Selection<K>,
): Promise<Row<K> | null> {
  return tableOf(ctx, spec.model).findFirst({ ...selection, where: { AND: [{ id }, spec.visibleTo(ctx.viewer)] } });
}
