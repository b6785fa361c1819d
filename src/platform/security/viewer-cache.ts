import type { ModelKey } from '../database/models.ts';
import { createRecentMap } from '../runtime/recent-map.ts';

/** For how long a record is kept, in milliseconds: how late a change by another server or command may be seen. */
const keptFor = 1_000;

const maxRecords = 1_000;

/**
 * Keeps the records that viewers are authenticated by, so that a client that asks again and again costs no statement for it.
 * A write of this server is seen at once, one of another process within a second. What a record says about its own validity, such
 * as when it expires, is for the caller to check: a kept record does not change.
 */
export interface ViewerCache {
  /**
   * Returns the record under a key, or null if there is none.
   * @param now the moment of the request
   * @param load reads the record if it is not kept
   */
  find<T extends object>(key: string, now: Date, load: () => Promise<T | null>): Promise<T | null>;
  /** Must be called when records of these models were written, as soon as that is committed. */
  written(models: ReadonlySet<ModelKey>): void;
}

/** @param models the models that a kept record is made of */
export function createViewerCache(models: readonly ModelKey[]): ViewerCache {
  const kept = createRecentMap<{ record: object; readAt: number }>(maxRecords);
  let writes = 0;
  return {
    async find<T extends object>(key: string, now: Date, load: () => Promise<T | null>): Promise<T | null> {
      const known = kept.get(key);
      // A clock that was set back makes a record neither younger nor older.
      if (known && Math.abs(now.getTime() - known.readAt) < keptFor) return known.record as T;
      const writesBefore = writes;
      const record = await load();
      kept.delete(key);
      // What was read before a write may be what it replaced.
      if (record === null || writes !== writesBefore) return record;
      kept.set(key, { record, readAt: now.getTime() });
      return record;
    },
    written(all) {
      if (!models.some((model) => all.has(model))) return;
      writes += 1;
      kept.clear();
    },
  };
}
