import type { Prisma } from '../generated/sqlite/client.ts';
import type { ModelKey } from './database.ts';
import type { Filter } from './filters.ts';
import type { Order } from './ordering.ts';
import type { PageArguments } from './pagination.ts';

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
