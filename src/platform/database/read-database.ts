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
};

/** The reads of a database or a transaction. */
export type ReadDatabase = PrismaReads & {
  /**
   * Runs a query in SQL with bound parameters. Only full-text search, statistics and quotas of periods use it, which
   * test/architecture.test.ts checks. Values of parameters and of columns, in their order, are those of the driver.
   */
  readonly $queryRows: (sql: Prisma.Sql) => Promise<RawRow[]>;
};
