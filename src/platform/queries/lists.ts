import type { Prisma } from '../../generated/sqlite/client.ts';
import type { ViewerContext } from '../context.ts';
import { countOwned, recordsOf } from '../database/delegates.ts';
import { columnsOf, type ModelKey, type Row, type Where } from '../database/models.ts';
import { active } from '../records/soft-delete.ts';
import { type Filter, type FilterSpec, toWhere } from './filters.ts';
import { type Page, type PageArguments, paginate } from './keyset-pagination.ts';
import type { PageQuery } from './keyset-queries.ts';
import { selecting, showsNone } from './projection.ts';
import type { SavedList } from './saved-lists.ts';
import { type Order, type OrderSpec, toOrderTerms } from './sort-order.ts';

/** The arguments of every list. */
export interface ListArguments extends PageArguments {
  filter?: Filter | null | undefined;
  orderBy?: Order[] | null | undefined;
  /** Lists the records in the trash in place of the active ones. Default: false. */
  trashed?: boolean | null | undefined;
}

/**
 * The relations that Prisma loads with the records, because the client selected them. To be spread into a query. The lists of this
 * folder read the projection that may come with it instead.
 */
export type Selection<K extends ModelKey> = K extends ModelKey
  ? Pick<FindManyArguments<K>, 'include' & keyof FindManyArguments<K>>
  : never;
type FindManyArguments<K extends ModelKey> = Prisma.TypeMap['model'][Capitalize<K> &
  Prisma.ModelName]['operations']['findMany']['args'];

/** The condition of records that are not in the trash themselves. For the children of a record that is shown itself. */
export const notTrashedItself = { trashedAt: null } as const;

/** The models whose records can be listed: those with an id, whether the owner's history has them or not. */
export type ListedKey = { [K in ModelKey]: Row<K> extends { id: string } ? K : never }[ModelKey];

/** The condition of having one of some values, each of which a client may have named any number of times. */
export const oneOf = <T>(values: readonly T[]): { in: T[] } => ({ in: [...new Set(values)] });

/** How the records of a model are listed: their owner's view, their filters and sort orders, and the default order. */
export interface ListSpec<K extends ListedKey> {
  readonly model: K;
  readonly visibleTo: (viewer: ViewerContext['viewer']) => Where<K>;
  readonly filter: FilterSpec;
  readonly order: OrderSpec;
  readonly defaultOrder: Order[];
  /**
   * Finds the filter and the order that the viewer has saved under an id or a name, for lists that take them.
   * @throws NotFoundError if there is none
   */
  readonly findSaved?: (ctx: ViewerContext, idOrName: string) => Promise<SavedList>;
}

/**
 * The condition of the viewer's records that a list has, or that are counted. The active records and those with `trashed` are
 * together all records.
 * @param isActive the condition of the active ones
 */
export function whereOf<K extends ListedKey>(
  ctx: ViewerContext,
  spec: Pick<ListSpec<K>, 'model' | 'visibleTo' | 'filter'>,
  args: Pick<ListArguments, 'filter' | 'trashed'>,
  only: Where<K>,
  isActive: object = active(spec.model),
) {
  const filter = toWhere<K>(spec.filter, args.filter, ctx.calendar);
  return { AND: [spec.visibleTo(ctx.viewer), args.trashed ? { NOT: isActive } : isActive, filter, only] };
}

/**
 * The list, for a condition that finds few of the owner's records by an index of its own. SQLite would rather read all of the
 * owner's in the order of the list. Twice negated, the condition of the owner is the same for a record, and none for an index.
 */
export const foundOtherwise = <K extends ListedKey>(spec: ListSpec<K>): ListSpec<K> => ({
  ...spec,
  visibleTo: (viewer) => ({ NOT: { NOT: spec.visibleTo(viewer) } }) as Where<K>,
});

/**
 * A page of the viewer's records.
 * @param only a condition in addition to the client's filter
 * @throws InvalidInputError if the arguments are invalid
 */
export async function listRecords<K extends ListedKey>(
  ctx: ViewerContext,
  spec: ListSpec<K>,
  args: ListArguments,
  selection: Selection<K> = {} as Selection<K>,
  only: Where<K> = {} as Where<K>,
): Promise<Page<Row<K>>> {
  const where = whereOf(ctx, spec, args, only);
  const records = recordsOf(ctx.db, spec.model);
  const isTrashable = columnsOf(spec.model).includes('trashedAt');
  const terms = toOrderTerms(spec.order, args.orderBy, spec.defaultOrder);
  const selected = selecting(
    selection,
    terms.map(({ field }) => field),
  );
  return paginate<Row<K>>(args, terms, {
    async find({ orderBy, ...page }) {
      if (showsNone(selection)) return [];
      const find = () =>
        records.findMany({
          ...selected,
          ...page,
          where: { AND: [where, page.where] },
          orderBy: isTrashable && !args.trashed ? [inOneWay(orderBy), ...orderBy] : orderBy,
        });
      // An index has a page of all records, but what a filter finds may be far between.
      return args.filter ? ctx.database.readMany({ model: spec.model, ownerId: ctx.viewer.accountId }, find) : find();
    },
    count: () => countOwned(ctx, spec.model, where as Where<K>),
  });
}

/**
 * The first sort term of active records: none has been trashed, so it changes nothing. But only by it does PostgreSQL see that
 * an index on the owner, `trashedAt` and another column has them in the order of that column.
 */
function inOneWay([first]: PageQuery['orderBy']): object {
  const [way] = Object.values(first ?? {}) as (string | { sort: string })[];
  return { trashedAt: typeof way === 'object' ? way.sort : way };
}

/** One of the viewer's records, active or in the trash. Null if there is none, or it belongs to another account. */
function getRecord<K extends ListedKey>(
  ctx: ViewerContext,
  spec: Pick<ListSpec<K>, 'model' | 'visibleTo'>,
  id: string,
  selection: Selection<K> = {} as Selection<K>,
): Promise<Row<K> | null> {
  return recordsOf(ctx.db, spec.model).findFirst({
    ...selecting(selection, []),
    where: { AND: [{ id }, spec.visibleTo(ctx.viewer)] },
  });
}

/** A service that lists the records of a model, for features that have nothing to add. */
export const listService =
  <K extends ListedKey>(spec: ListSpec<K>) =>
  (ctx: ViewerContext, args: ListArguments, selection: Selection<K> = {} as Selection<K>): Promise<Page<Row<K>>> =>
    listRecords(ctx, spec, args, selection);

/** A service that returns one record of a model, active or in the trash, for features that have nothing to add. */
export const getService =
  <K extends ListedKey>(spec: Pick<ListSpec<K>, 'model' | 'visibleTo'>) =>
  (ctx: ViewerContext, id: string, selection: Selection<K> = {} as Selection<K>): Promise<Row<K> | null> =>
    getRecord(ctx, spec, id, selection);
