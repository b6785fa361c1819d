import { Prisma } from '../../../generated/sqlite/client.ts';
import type { Engine } from '../location.ts';
import { type Arguments, NotCompiled } from './shape.ts';

/** How many records are read, and how many are left out before. @throws NotCompiled for a list that is read from its end */
export function sizeOf({ take, skip }: Arguments): { take: number | undefined; skip: number } {
  const isSize = (size: unknown) => Number.isSafeInteger(size) && (size as number) >= 0;
  if (![take ?? 0, skip ?? 0].every(isSize)) throw new NotCompiled();
  return { take: take as number | undefined, skip: (skip ?? 0) as number };
}

/** The LIMIT clause. Literals on SQLite, which otherwise plans the statement anew for every value. */
export function toLimit(engine: Engine, args: Arguments): Prisma.Sql {
  const { take, skip } = sizeOf(args);
  if (take === undefined && skip === 0) return Prisma.empty;
  if (engine === 'sqlite') return Prisma.raw(` LIMIT ${take ?? -1}${skip > 0 ? ` OFFSET ${skip}` : ''}`);
  return Prisma.sql` LIMIT ${take ?? null} OFFSET ${skip}`;
}
