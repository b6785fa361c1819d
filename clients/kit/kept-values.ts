import { deleteDB, openDB } from 'idb';

/** A value that outlives the page. */
export interface KeptValue<Value> {
  read(): Promise<Value>;
  /** Changes it in one step, whatever other tabs do, and resolves once it is on the disk. Returns the new value. */
  update(change: (value: Value) => Value): Promise<Value>;
}

/** Values in a database of the browser (IndexedDB), by their keys. */
export interface KeptValues {
  value<Value>(key: string, initial: Value): KeptValue<Value>;
  /** Removes all of them with the database, also from under other tabs: what those would keep from then on fails. */
  remove(): Promise<void>;
  close(): void;
}

/** @param name the name of the database. Give each account one of its own, so that nobody gets what another person has left. */
export async function openKeptValues(name: string): Promise<KeptValues> {
  const database = await openDB(name, 1, {
    upgrade: (created) => void created.createObjectStore('values'),
    // Another tab removes it, or has a newer version of the page.
    blocking: (_version, _blocked, { target }) => (target as IDBDatabase).close(),
  });
  return {
    value: (key, initial) => ({
      read: async () => (await database.get('values', key)) ?? initial,
      async update(change) {
        const transaction = database.transaction('values', 'readwrite', { durability: 'strict' });
        const next = change((await transaction.store.get(key)) ?? initial);
        await Promise.all([transaction.store.put(next, key), transaction.done]);
        return next;
      },
    }),
    async remove() {
      // The database goes once all tabs have let go of it, and what is in it goes now.
      const cleared = database.clear('values').catch(() => {});
      database.close();
      await cleared;
      await deleteDB(name);
    },
    close: () => database.close(),
  };
}
