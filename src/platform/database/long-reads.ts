import { AsyncLocalStorage } from 'node:async_hooks';
import { createLruMap } from '../runtime/lru-map.ts';
import { type ModelKey, modelNameOf, ownerColumnOf } from './models.ts';

/** The records that reads may go through: those of an owner, of one model. */
export interface ReadScope {
  readonly model: ModelKey;
  readonly ownerId: string;
}

/** Tells the reads that may take long from all others, which take less time than it takes to hand them to a thread. */
export interface LongReads {
  /** Runs `work`. If an owner has many records of the model, its reads are long. */
  readonly run: <T>(scope: ReadScope, work: () => Promise<T>) => Promise<T>;
  /** Whether the read that is under way is long. */
  isLong(): boolean;
}

/**
 * How many records take little time to go through, whatever is made of them: statistics of so many take about 8 ms, and a count
 * a fraction of one.
 */
const manyRecords = 5_000;

/** For how long it counts that an owner has few records, in milliseconds. Many stay many. */
const fewCounts = 60_000;

/** @param isFound whether a statement finds a row. It takes no time to speak of. */
export function createLongReads(isFound: (sql: string, value: string) => boolean): LongReads {
  const reads = new AsyncLocalStorage<'long'>();
  /** Until when an owner is known to have few records of a model. Infinite if there are many. */
  const known = createLruMap<number>(1_000);

  function hasMany({ model, ownerId }: ReadScope): boolean {
    const key = `${model} ${ownerId}`;
    const now = performance.now();
    const fewUntil = known.get(key) ?? 0;
    if (fewUntil > now) return fewUntil === Number.POSITIVE_INFINITY;
    const name = modelNameOf(model);
    const isMany = isFound(
      `SELECT 1 FROM "${name}" WHERE "${ownerColumnOf(name) ?? 'accountId'}" = ? LIMIT 1 OFFSET ${manyRecords}`,
      ownerId,
    );
    known.set(key, isMany ? Number.POSITIVE_INFINITY : now + fewCounts);
    return isMany;
  }

  return {
    // Prisma's queries start when they are awaited, which has to be within.
    run: (scope, work) => (hasMany(scope) ? reads.run('long', async () => await work()) : work()),
    isLong: () => reads.getStore() !== undefined,
  };
}
