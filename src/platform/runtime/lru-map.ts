/** Values by text keys, of which those that were used last are kept (least recently used goes first). */
export interface LruMap<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  clear(): void;
  /** How many entries there are, how often one was found, and how often one was set. */
  load(): { entries: number; hits: number; sets: number };
}

/**
 * @param maxSize the maximum size of all entries together
 * @param sizeOf the size of an entry, always the same for it. Default: 1, so that `maxSize` is their number
 */
export function createLruMap<V>(maxSize: number, sizeOf: (key: string, value: V) => number = () => 1): LruMap<V> {
  // A map iterates in the order in which its entries were set.
  const entries = new Map<string, V>();
  let size = 0;
  let hits = 0;
  let sets = 0;
  /** The key of the last entry, which needs no new place to be the last. */
  let last: string | undefined;
  function remove(key: string): void {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    size -= sizeOf(key, value);
  }
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return value;
      hits += 1;
      if (key === last) return value;
      entries.delete(key);
      entries.set(key, value);
      last = key;
      return value;
    },
    set(key, value) {
      sets += 1;
      remove(key);
      entries.set(key, value);
      last = key;
      size += sizeOf(key, value);
      for (const oldest of entries.keys()) {
        if (size <= maxSize) return;
        remove(oldest);
      }
    },
    delete: remove,
    load: () => ({ entries: entries.size, hits, sets }),
    clear() {
      entries.clear();
      size = 0;
    },
  };
}
