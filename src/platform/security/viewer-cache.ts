import type { ModelKey } from '../database/models.ts';
import type { CacheLoad } from '../runtime/cache-load.ts';
import { createLruMap } from '../runtime/lru-map.ts';
import type { PromiseOrValue } from '../runtime/promise-or-value.ts';
import { hashToken } from './crypto.ts';

/** For how long a record is kept, in milliseconds: how late a change by another server or command may be seen. */
const keptFor = 1_000;

const maxRecords = 1_000;

/** How many characters the tokens may have together whose hashes are kept. */
const maxCharacters = 200_000;

/**
 * Keeps the records that viewers are authenticated by, so that a client that asks again and again costs no statement for it.
 * A write of this server is seen at once, one of another process within a second. What a record says about its own validity, such
 * as when it expires, is for the caller to check: a kept record does not change.
 */
export interface ViewerCache {
  /** The hash of a token or cookie, as it is stored. A client sends the same one again and again. */
  hashOf(token: string): string;
  /**
   * Returns the record under a key, or null if there is none. One that is kept is known at once.
   * @param now the moment of the request
   * @param load reads the record if it is not kept
   */
  find<T extends object>(key: string, now: Date, load: () => Promise<T | null>): PromiseOrValue<T | null>;
  /** Must be called when records of these models were written, as soon as that is committed. */
  written(models: ReadonlySet<ModelKey>): void;
  load(): CacheLoad;
}

/** @param models the models that a kept record is made of */
export function createViewerCache(models: readonly ModelKey[]): ViewerCache {
  const kept = createLruMap<{ record: object; readAt: number }>(maxRecords);
  const hashes = createLruMap<string>(maxCharacters, (token) => token.length);
  let writes = 0;
  let hits = 0;
  let misses = 0;

  async function read<T extends object>(key: string, now: Date, load: () => Promise<T | null>): Promise<T | null> {
    const writesBefore = writes;
    const record = await load();
    kept.delete(key);
    // What was read before a write may be what it replaced.
    if (record === null || writes !== writesBefore) return record;
    kept.set(key, { record, readAt: now.getTime() });
    return record;
  }

  return {
    hashOf(token) {
      const known = hashes.get(token);
      if (known !== undefined) return known;
      const hashed = hashToken(token);
      hashes.set(token, hashed);
      return hashed;
    },
    find<T extends object>(key: string, now: Date, load: () => Promise<T | null>): PromiseOrValue<T | null> {
      const known = kept.get(key);
      // A clock that was set back makes a record neither younger nor older.
      if (known && Math.abs(now.getTime() - known.readAt) < keptFor) {
        hits += 1;
        return known.record as T;
      }
      misses += 1;
      return read(key, now, load);
    },
    load: () => ({ entries: kept.load().entries, hits, misses }),
    written(all) {
      if (!models.some((model) => all.has(model))) return;
      writes += 1;
      kept.clear();
    },
  };
}
