import type { ViewerContext } from '../context.ts';
import { recordsOf } from '../database/delegates.ts';
import { scalarsOf } from '../database/model-relations.ts';
import { modelNameOf, type OwnedKey, type Row } from '../database/models.ts';

type Values = Record<string, unknown>;

/** What the change log tells of a moment in the past. */
export interface RecordsAsOf<K extends OwnedKey> {
  /** The viewer's records as they were. Null if the log is no longer kept so far back. */
  readonly records: Row<K>[] | null;
  /** When the log begins that is kept. Null if it is kept from the start. */
  readonly keptSince: Date | null;
}

/** The viewer's records of a model as they were before a moment: as they are, with all changes since taken back. */
export async function recordsAsOf<K extends OwnedKey>(
  { db, viewer }: ViewerContext,
  key: K,
  moment: Date,
): Promise<RecordsAsOf<K>> {
  const ownerId = viewer.accountId;
  const model = modelNameOf(key);
  const position = await db.changeSequence.findUnique({ where: { ownerId } });
  const isWhole = position === null || position.oldestSequence <= 1;
  const bySequence = { orderBy: { sequence: 'asc' } } as const;
  const oldest = isWhole ? null : await db.changeSet.findFirst({ where: { ownerId }, ...bySequence });
  if (oldest && oldest.at >= moment) return { records: null, keptSince: oldest.at };
  const first = await db.changeSet.findFirst({ where: { ownerId, at: { gte: moment } }, ...bySequence });
  const since = first
    ? await db.change.findMany({
        where: { ownerId, model, sequence: { gte: first.sequence } },
        orderBy: [{ sequence: 'desc' }, { ordinal: 'desc' }],
      })
    : [];
  const rows = new Map<string, Values>();
  for (const row of await recordsOf(db, key).findMany({ where: { ownerId } })) rows.set(row.id, row as Values);
  for (const { rowId, action, before } of since) {
    if (action === 'CREATE') rows.delete(rowId);
    else rows.set(rowId, { ...rows.get(rowId), ...withDates(model, before as Values) });
  }
  return { records: [...rows.values()] as Row<K>[], keptSince: oldest?.at ?? null };
}

/** The values of a side of a change, with its dates, which the log has as texts. */
function withDates(model: string, values: Values): Values {
  const dates = scalarsOf(model).filter(({ name, type }) => type === 'DateTime' && typeof values[name] === 'string');
  return { ...values, ...Object.fromEntries(dates.map(({ name }) => [name, new Date(values[name] as string)])) };
}
