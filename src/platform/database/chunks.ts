import { setImmediate } from 'node:timers/promises';

/**
 * The number of values in one condition, and of records whose relations Prisma loads in one statement, which lists their ids.
 * Two such lists and the other parameters of a statement stay below SQLite's limit of 999. Prisma splits a longer list by
 * itself only in a query without sorting, counting and grouping.
 */
export const chunkSize = 400;

/** Splits a list into chunks, by default of values for one condition. */
export function* chunksOf<T>(all: readonly T[], size = chunkSize): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/** Runs a query for each chunk of a list, one after another, and joins the results. */
export async function inChunks<T, R>(all: readonly T[], query: (some: T[]) => Promise<readonly R[]>): Promise<R[]> {
  const results: R[] = [];
  for (const some of chunksOf(all)) results.push(...(await query(some)));
  return results;
}

/** Like `inChunks`, for lists of any length: others take a turn between the chunks. */
export async function inChunksYielding<T, R>(
  all: readonly T[],
  query: (some: T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = [];
  await inChunksWithTurns(all, async (some) => void results.push(...(await query(some))), chunkSize);
  return results;
}

/** The number of records that are written before others take a turn: with their search documents and changes some milliseconds. */
const rowsInTurn = 50;

/** Writes a list in chunks, one after another. SQLite never waits, so others take a turn in between. */
export async function inChunksWithTurns<T>(
  all: readonly T[],
  write: (some: T[]) => Promise<unknown>,
  size = rowsInTurn,
): Promise<void> {
  for (let start = 0; start < all.length; start += size) {
    if (start > 0) await setImmediate();
    await write(all.slice(start, start + size));
  }
}

/** Writes what takes a statement or more for each, one after another. Others take a turn after each `size` of them. */
export const eachWithTurns = <T>(
  all: readonly T[],
  write: (one: T) => Promise<unknown>,
  size = rowsInTurn,
): Promise<void> =>
  inChunksWithTurns(
    all,
    async (some) => {
      for (const one of some) await write(one);
    },
    size,
  );
