import type { ViewerContext } from '../context.ts';
import { inChunks } from '../database/chunks.ts';
import { recordsOf } from '../database/delegates.ts';
import { parentAggregateOf, scalarsOf } from '../database/model-relations.ts';
import { type ModelKey, modelKeyOf, modelNameOf, type Row, type Where } from '../database/models.ts';
import { type NodeRef, nodeKeyOf } from '../database/node-refs.ts';

type Values = Record<string, unknown>;

interface LoggedChange {
  readonly sequence: number;
  readonly ordinal: number;
  readonly rowId: string;
  readonly action: string;
  readonly before: unknown;
}

/** The models whose records are in the change log. */
type RecordedKey = {
  [K in ModelKey]: Row<K> extends { id: string; ownerId: string; createdAt: Date } ? K : never;
}[ModelKey];

/** The viewer's records as they were before a moment: as they are, with all changes since taken back. */
export interface Past {
  /**
   * The records of a model.
   * @param narrow leaves out records that do not meet this condition now and have not changed since. Records that have changed
   *   since may meet it or not
   */
  records<K extends RecordedKey>(key: K, narrow?: Where<K>): Promise<Row<K>[]>;
  /** Those of some nodes that were active: neither they nor their parent aggregates were in the trash. */
  activeAmong<N extends NodeRef>(nodes: readonly N[]): Promise<N[]>;
  /** Those of some ids whose records have not been permanently deleted since. */
  stillThere<K extends RecordedKey>(key: K, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What the change log tells of a moment: the records, or, if it is not kept so far back, since when it is. */
export type AsOf =
  | { readonly past: Past; readonly keptSince: null }
  | { readonly past: null; readonly keptSince: Date };

/** The viewer's records before a moment. From the present on, these are the records as they are. */
export async function recordsAsOf(ctx: ViewerContext, moment: Date): Promise<AsOf> {
  if (!ctx.calendar.hasCome(moment)) return { past: createPast(ctx, null), keptSince: null };
  const ownerId = ctx.viewer.accountId;
  const position = await ctx.db.changeSequence.findUnique({ where: { ownerId } });
  const bySequence = { orderBy: { sequence: 'asc' } } as const;
  if (position !== null && position.oldestSequence > 1) {
    const oldest = await ctx.db.changeSet.findFirst({ where: { ownerId }, ...bySequence });
    const keptSince = oldest?.at ?? ctx.calendar.now;
    if (keptSince >= moment) return { past: null, keptSince };
  }
  const first = await ctx.database.readMany({ model: 'changeSet', ownerId }, () =>
    ctx.db.changeSet.findFirst({ where: { ownerId, at: { gte: moment } }, ...bySequence }),
  );
  return { past: createPast(ctx, first?.sequence ?? null), keptSince: null };
}

/** @param since the sequence number of the first change set to take back; null for none */
function createPast({ database, db, viewer }: ViewerContext, since: number | null): Past {
  const ownerId = viewer.accountId;

  const read = async (key: ModelKey, where: object): Promise<Values[]> =>
    recordsOf(db, key).findMany({ where: { AND: [{ ownerId }, where] } });

  /** The changes of a model after a sequence number, the latest first. */
  async function changesAfter(sequence: number, model: string, ids: string[] | null): Promise<LoggedChange[]> {
    // Without a condition on the record, or in order, SQLite would go through the changes of all models since.
    const where = { ownerId, model, rowId: ids ? { in: ids } : { gt: '' }, sequence: { gt: sequence } };
    const select = { sequence: true, ordinal: true, rowId: true, action: true, before: true };
    const changes = await database.readMany({ model: 'change', ownerId }, () => db.change.findMany({ where, select }));
    return changes.sort((a, b) => b.sequence - a.sequence || b.ordinal - a.ordinal);
  }

  /** @param ids only the records with these ids, at most as many as one condition takes; null for all */
  async function takeBack(key: ModelKey, narrow: object, ids: string[] | null): Promise<Values[]> {
    const model = modelNameOf(key);
    const changes = since === null ? [] : await changesAfter(since - 1, model, ids);
    const rows = new Map((await read(key, narrow)).map((row) => [String(row.id), row]));
    const others = [...new Set(changes.map(({ rowId }) => rowId))].filter((id) => !rows.has(id));
    for (const row of await inChunks(others, (some) => read(key, { id: { in: some } }))) rows.set(String(row.id), row);
    if (since === null) return [...rows.values()];
    // What was written while the records were read is in them, but not among the changes yet.
    const meanwhile = await changesAfter(changes[0]?.sequence ?? since - 1, model, ids);
    for (const { rowId, action, before } of [...meanwhile, ...changes]) {
      if (action === 'CREATE') rows.delete(rowId);
      // One that was left out when the records were read had not changed until then.
      else if (action === 'DELETE' || rows.has(rowId))
        rows.set(rowId, { ...rows.get(rowId), ...withDates(model, before as Values) });
    }
    return [...rows.values()];
  }

  /** Those of some ids of a model whose records were active. */
  async function activeIds(model: string, ids: readonly string[]): Promise<Set<unknown>> {
    const found = await inChunks([...new Set(ids)], (some) => takeBack(modelKeyOf(model), { id: { in: some } }, some));
    const inUse = found.filter(({ trashedAt }) => !trashedAt);
    const parent = parentAggregateOf(model);
    if (!parent || inUse.length === 0) return new Set(inUse.map(({ id }) => id));
    const parents = await activeIds(
      parent.target,
      inUse.map((row) => String(row[parent.column])),
    );
    return new Set(inUse.filter((row) => parents.has(row[parent.column])).map(({ id }) => id));
  }

  return {
    records: async <K extends RecordedKey>(key: K, narrow: Where<K> = {} as Where<K>) =>
      (await takeBack(key, narrow, null)) as Row<K>[],
    async activeAmong(nodes) {
      const active = new Set<string>();
      for (const [type, ofType] of Map.groupBy(nodes, (node) => node.type)) {
        const ids = await activeIds(
          type,
          ofType.map(({ id }) => id),
        );
        for (const node of ofType) if (ids.has(node.id)) active.add(nodeKeyOf(node));
      }
      return nodes.filter((node) => active.has(nodeKeyOf(node)));
    },
    async stillThere(key, ids) {
      if (since === null) return new Set(ids);
      const found = await inChunks(ids, (some) =>
        recordsOf(db, key).findMany({ where: { ownerId, id: { in: some } }, select: { id: true } }),
      );
      return new Set(found.map((row) => (row as { id: string }).id));
    },
  };
}

/** The values of a side of a change, with its dates, which the log has as texts. */
function withDates(model: string, values: Values): Values {
  const dates = scalarsOf(model).filter(({ name, type }) => type === 'DateTime' && typeof values[name] === 'string');
  return { ...values, ...Object.fromEntries(dates.map(({ name }) => [name, new Date(values[name] as string)])) };
}
