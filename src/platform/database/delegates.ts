import type { partial } from './compiled-reads/partial-records.ts';
import type { Database } from './database.ts';
import { type ModelKey, modelKeyOf, type Row, type Where } from './models.ts';
import type { PrismaReads } from './read-database.ts';

/** A condition on the columns of a record, or other arguments of a query, where the model is known only at run time. */
export type Values = Readonly<Record<string, unknown>>;

/** A record of a model that is known only at run time. */
export type AnyRecord = Values & { readonly id: string };

interface FindQuery {
  readonly where?: object;
  readonly orderBy?: object;
  readonly take?: number;
  readonly select?: object;
  readonly include?: object | null | undefined;
  /** With `select`: records whose other fields throw where they are read. */
  readonly [partial]?: true;
}

/** The reads of one model. With `select` a record has only some of its columns, which its type does not show. */
export interface Records<R> {
  findMany(query: FindQuery): Promise<R[]>;
  findFirst(query: FindQuery): Promise<R | null>;
  findUnique(query: { readonly where: { readonly id: string } }): Promise<R | null>;
  count(query: { readonly where: object }): Promise<number>;
  groupBy(query: {
    readonly by: readonly string[];
    readonly where: object;
    readonly [aggregate: `_${string}`]: object;
  }): Promise<Values[]>;
  aggregate(query: {
    readonly where: object;
    readonly [aggregate: `_${string}`]: object;
  }): Promise<Readonly<Record<string, Values>>>;
}

// Prisma types the delegate of each model by itself, with methods that are generic over their arguments; a union of them
// cannot be called. At run time all of them have these methods.
const delegateOf = <R>(db: PrismaReads, key: ModelKey) => db[key] as unknown as Records<R>;

/** The reads of a model, for code that is generic over models. */
export const recordsOf = <K extends ModelKey>(db: PrismaReads, key: K) => delegateOf<Row<K>>(db, key);

/** The reads of a model by its name, for code that works on any model. */
export const anyRecordsOf = (db: PrismaReads, model: string) => delegateOf<AnyRecord>(db, modelKeyOf(model));

/** The part of a context that counting needs. */
interface CountContext {
  readonly db: PrismaReads;
  readonly database: Pick<Database, 'readMany'>;
  readonly viewer: { readonly accountId: string };
}

/** The number of the viewer's records that meet a condition. */
export const countOwned = <K extends ModelKey>(
  { db, database, viewer }: CountContext,
  key: K,
  where: Where<K>,
): Promise<number> =>
  database.readMany({ model: key, ownerId: viewer.accountId }, () => recordsOf(db, key).count({ where }));
