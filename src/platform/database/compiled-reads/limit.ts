import { Prisma } from '../../../generated/sqlite/client.ts';
import type { Engine } from '../location.ts';
import { type Arguments, NotCompiled } from './shape.ts';

/** How many records are read, and how many are left out before. @throws NotCompiled for a list that is read from its end */
export function sizeOf({ take, skip }: Arguments): { take: number | undefined; skip: number } {
  const isSize = (size: unknown) => Number.isSafeInteger(size) && (size as number) >= 0;
  if (![take ?? 0, skip ?? 0].every(isSize)) throw new NotCompiled();
  return { take: take as number | undefined, skip: (skip ?? 0) as number };
}

/**
 * The LIMIT clause. Literals: SQLite plans a statement anew for every value of a parameter here, and PostgreSQL for every
 * execution, as it cannot tell how many rows a plan for all values would read.
 */
export function toLimit(engine: Engine, args: Arguments): Prisma.Sql {
  const { take, skip } = sizeOf(args);
  const offset = skip > 0 ? ` OFFSET ${skip}` : '';
  if (take !== undefined) return Prisma.raw(` LIMIT ${take}${offset}`);
  // SQLite has no OFFSET without a LIMIT.
  return Prisma.raw(engine === 'sqlite' && skip > 0 ? ` LIMIT -1${offset}` : offset);
}
