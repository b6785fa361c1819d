import DataLoader from 'dataloader';
import type { ViewerContext } from '../context.ts';
import { inChunks } from '../database/chunks.ts';
import { recordsOf } from '../database/delegates.ts';
import { type ModelKey, modelKeyOf, modelNameOf } from '../database/models.ts';

export type Values = Record<string, unknown>;

/** A change of the log, as much of it as takes it back. */
export interface LoggedChange {
  readonly sequence: number;
  readonly ordinal: number;
  readonly rowId: string;
  readonly action: string;
  readonly before: unknown;
}

/** Records as they are, and their changes since, the latest first. */
export interface Logged {
  readonly rows: ReadonlyMap<string, Values>;
  readonly changes: readonly LoggedChange[];
}

/** Reads records with their changes, once for all moments since. */
export interface PastReader {
  /** Those of a model that meet a condition now, or have changed since. */
  records(key: ModelKey, narrow: object): Promise<Logged>;
  /** Those of a model with some ids. */
  byIds(model: string, ids: readonly string[]): Promise<Logged>;
  /** The ids of a model that exist now. */
  present(key: ModelKey, ids: readonly string[]): Promise<string[]>;
}

/** @param since the sequence number of the first change set to read; null for none */
export function createPastReader({ database, db, viewer }: ViewerContext, since: number | null): PastReader {
  const ownerId = viewer.accountId;

  const read = async (key: ModelKey, where: object): Promise<Values[]> =>
    recordsOf(db, key).findMany({ where: { AND: [{ ownerId }, where] } });

  /** The changes of a model after a sequence number, the latest first. */
  async function changesAfter(sequence: number, model: string, ids: readonly string[] | null): Promise<LoggedChange[]> {
    // Without a condition on the record, or in order, SQLite would go through the changes of all models since.
    const where = { ownerId, model, rowId: ids ? { in: [...ids] } : { gt: '' }, sequence: { gt: sequence } };
    const select = { sequence: true, ordinal: true, rowId: true, action: true, before: true };
    const changes = await database.readMany({ model: 'change', ownerId }, () => db.change.findMany({ where, select }));
    return changes.sort((a, b) => b.sequence - a.sequence || b.ordinal - a.ordinal);
  }

  /** @param ids only the records with these ids, at most as many as one condition takes; null for all */
  async function load(key: ModelKey, narrow: object, ids: readonly string[] | null): Promise<Logged> {
    const model = modelNameOf(key);
    const changes = since === null ? [] : await changesAfter(since - 1, model, ids);
    const rows = new Map((await read(key, narrow)).map((row) => [String(row.id), row]));
    const others = [...new Set(changes.map(({ rowId }) => rowId))].filter((id) => !rows.has(id));
    for (const row of await inChunks(others, (some) => read(key, { id: { in: some } }))) rows.set(String(row.id), row);
    if (since === null) return { rows, changes };
    // What was written while the records were read is in them, but not among the changes yet.
    const meanwhile = await changesAfter(changes[0]?.sequence ?? since - 1, model, ids);
    return { rows, changes: [...meanwhile, ...changes] };
  }

  const kept = new Map<string, Promise<Logged>>();
  const loaders = new Map<string, DataLoader<string, Logged>>();

  /** A loader of the records of a model by their ids. Those that are asked for at the same time are read together. */
  function loaderOf(model: string): DataLoader<string, Logged> {
    const known = loaders.get(model);
    if (known) return known;
    const loader = new DataLoader<string, Logged>(async (ids) => {
      const loaded = await inChunks(ids, async (some) => [await load(modelKeyOf(model), { id: { in: some } }, some)]);
      const rows = new Map(loaded.flatMap((one) => [...one.rows]));
      const changes = Map.groupBy(
        loaded.flatMap((one) => one.changes),
        ({ rowId }) => rowId,
      );
      return ids.map((id) => {
        const row = rows.get(id);
        return { rows: new Map(row ? [[id, row]] : []), changes: changes.get(id) ?? [] };
      });
    });
    loaders.set(model, loader);
    return loader;
  }

  return {
    records(key, narrow) {
      const name = `${key} ${JSON.stringify(narrow)}`;
      const logged = kept.get(name) ?? load(key, narrow, null);
      kept.set(name, logged);
      return logged;
    },
    async byIds(model, ids) {
      const all = (await loaderOf(model).loadMany([...new Set(ids)])).map((one) => {
        if (one instanceof Error) throw one;
        return one;
      });
      return { rows: new Map(all.flatMap(({ rows }) => [...rows])), changes: all.flatMap(({ changes }) => changes) };
    },
    async present(key, ids) {
      const found = await inChunks(ids, (some) =>
        recordsOf(db, key).findMany({ where: { ownerId, id: { in: some } }, select: { id: true } }),
      );
      return found.map((row) => (row as { id: string }).id);
    },
  };
}
