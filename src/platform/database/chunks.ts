/**
 * As many values go into one condition, and as many rows are loaded with what hangs on them, which Prisma names one by one.
 * Two such lists and whatever else a statement says stay below the 999 parameters that it allows one on SQLite. It takes a
 * list apart by itself only where nothing is sorted, counted or grouped.
 */
export const chunkSize = 400;

/** Some values at a time, few enough for one condition. */
export function* chunksOf<T>(all: readonly T[], size = chunkSize): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/** The answers to a question about many values, which is asked for some of them at a time. */
export async function inChunks<T, R>(all: readonly T[], ask: (some: T[]) => Promise<readonly R[]>): Promise<R[]> {
  const answers: R[] = [];
  for (const some of chunksOf(all)) answers.push(...(await ask(some)));
  return answers;
}
