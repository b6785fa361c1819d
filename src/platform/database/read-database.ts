import type { Prisma, PrismaClient } from '../../generated/sqlite/client.ts';
import type { ModelKey } from './models.ts';
import type { RawRow } from './reading-adapter.ts';

type ReadMethod =
  | 'findMany'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'count'
  | 'aggregate'
  | 'groupBy';

/** The reads of every model, and no writes, as Prisma has them. */
export type PrismaReads = {
  readonly [M in ModelKey]: Pick<PrismaClient[M], ReadMethod & keyof PrismaClient[M]>;
} & {
  /** A query in SQL with bound parameters. Only full-text search, statistics and quotas of periods use it, which test/architecture.test.ts checks. */
  readonly $queryRaw: PrismaClient['$queryRaw'];
};

/** The reads of a database or a transaction. */
export type ReadDatabase = PrismaReads & {
  /** Like `$queryRaw`, with values as the driver has them, in the order of the columns. */
  readonly $queryRows: (sql: Prisma.Sql) => Promise<RawRow[]>;
};
