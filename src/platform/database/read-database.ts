import type { PrismaClient } from '../../generated/sqlite/client.ts';
import type { ModelKey } from './models.ts';

type ReadMethod =
  | 'findMany'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'count'
  | 'aggregate'
  | 'groupBy';

/** The reads of every model, and no writes. */
export type ReadDatabase = {
  readonly [M in ModelKey]: Pick<PrismaClient[M], ReadMethod & keyof PrismaClient[M]>;
} & {
  /** A query in SQL with bound parameters. Only full-text search and statistics use it, which test/architecture.test.ts checks. */
  readonly $queryRaw: PrismaClient['$queryRaw'];
};
