import type { ViewerContext } from '../context.ts';
import { parentAggregateOf, scalarsOf } from '../database/model-relations.ts';
import { type ModelKey, modelNameOf, type Row, type Where } from '../database/models.ts';
import { type NodeRef, nodeKeyOf } from '../database/node-refs.ts';
import { createPastReader, type Logged, type PastReader, type Values } from './past-reader.ts';

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
  const [asOf] = await recordsAsOfEach(ctx, [moment]);
  return asOf as AsOf;
}

/**
 * The viewer's records before each of some moments. What is asked of all of them at the same time, with the same conditions, takes
 * as many statements as if it were asked of one.
 */
export async function recordsAsOfEach(ctx: ViewerContext, moments: readonly Date[]): Promise<AsOf[]> {
  const past = moments.filter((moment) => ctx.calendar.hasCome(moment));
  const keptSince = past.length > 0 ? await beginningOf(ctx) : null;
  const isKept = (moment: Date) => keptSince === null || keptSince < moment || !ctx.calendar.hasCome(moment);
  const first = await firstSequences(ctx, past.filter(isKept));
  const numbers = [...first.values()].flatMap((sequence) => sequence ?? []);
  const reader = createPastReader(ctx, numbers.length > 0 ? Math.min(...numbers) : null);
  return moments.map((moment) =>
    isKept(moment)
      ? { past: createPast(reader, first.get(moment) ?? null), keptSince: null }
      : { past: null, keptSince: keptSince as Date },
  );
}

/**
 * The viewer's records after each of some change sets, by their sequence numbers; null for those as they are. The log must have all
 * change sets since. Takes as many statements as `recordsAsOfEach`.
 */
export function recordsAfterEach(ctx: ViewerContext, sequences: readonly (number | null)[]): Past[] {
  const since = sequences.map((sequence) => (sequence === null ? null : sequence + 1));
  const numbers = since.filter((sequence) => sequence !== null);
  const reader = createPastReader(ctx, numbers.length > 0 ? Math.min(...numbers) : null);
  return since.map((sequence) => createPast(reader, sequence));
}

/** The time of the oldest change set of the log, if there were others before it. Null if the log is whole. */
async function beginningOf(ctx: ViewerContext): Promise<Date | null> {
  const ownerId = ctx.viewer.accountId;
  const position = await ctx.db.changeSequence.findUnique({ where: { ownerId } });
  if (position === null || position.oldestSequence <= 1) return null;
  const oldest = await ctx.db.changeSet.findFirst({ where: { ownerId }, orderBy: { sequence: 'asc' } });
  return oldest?.at ?? ctx.calendar.now;
}

/** The sequence number of the first change set at each of some moments or later. Null if there is none. */
async function firstSequences({ database, db, viewer }: ViewerContext, moments: readonly Date[]) {
  const ownerId = viewer.accountId;
  const [moment, ...more] = moments;
  if (moment === undefined) return new Map<Date, number | null>();
  const select = { sequence: true, at: true };
  const orderBy = { sequence: 'asc' } as const;
  const earliest = new Date(Math.min(...moments.map((one) => one.getTime())));
  const where = { ownerId, at: { gte: earliest } };
  const changeSets = await database.readMany({ model: 'changeSet', ownerId }, () =>
    db.changeSet.findMany({ where, orderBy, select, ...(more.length === 0 && { take: 1 }) }),
  );
  return new Map(moments.map((one) => [one, changeSets.find(({ at }) => at >= one)?.sequence ?? null]));
}

/** @param since the sequence number of the first change set to take back; null for none */
function createPast(reader: PastReader, since: number | null): Past {
  function takeBack(model: string, { rows: now, changes }: Logged): Values[] {
    const rows = new Map(now);
    for (const { sequence, rowId, action, before } of since === null ? [] : changes) {
      if (sequence < (since ?? 0)) continue;
      if (action === 'CREATE') rows.delete(rowId);
      // One that was left out when the records were read had not changed until then.
      else if (action === 'DELETE' || rows.has(rowId))
        rows.set(rowId, { ...rows.get(rowId), ...withDates(model, before as Values) });
    }
    return [...rows.values()];
  }

  /** Those of some ids of a model whose records were active. */
  async function activeIds(model: string, ids: readonly string[]): Promise<Set<unknown>> {
    const found = takeBack(model, await reader.byIds(model, ids));
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
      takeBack(modelNameOf(key), await reader.records(key, narrow)) as Row<K>[],
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
    stillThere: async (key, ids) => new Set(since === null ? ids : await reader.present(key, ids)),
  };
}

/** The values of a side of a change, with its dates, which the log has as texts. */
function withDates(model: string, values: Values): Values {
  const dates = scalarsOf(model).filter(({ name, type }) => type === 'DateTime' && typeof values[name] === 'string');
  return { ...values, ...Object.fromEntries(dates.map(({ name }) => [name, new Date(values[name] as string)])) };
}
