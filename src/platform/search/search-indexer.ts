import type { Prisma } from '../../generated/sqlite/client.ts';
import { insert } from '../database/bulk-insert.ts';
import { chunksOf } from '../database/chunks.ts';
import { anyRecordsOf } from '../database/delegates.ts';
import { toGlobalId } from '../database/global-ids.ts';
import { parentAggregateOf } from '../database/model-relations.ts';
import { type ModelKey, modelKeyOf, modelNameOf, type Row } from '../database/models.ts';
import { nodeKeyOf } from '../database/node-refs.ts';
import { active } from '../records/soft-delete.ts';
import { type Calendar, createCalendar, type DayOfWeek } from '../time/calendar.ts';
import type { Touched } from '../transactions/model-writer.ts';
import {
  type AnySearchDocumentSpec,
  type SearchDocumentSpecs,
  type SearchEntry,
  toDocument,
  toSearchEntry,
} from './search-documents.ts';

/** Keeps the documents of rows current, within the transaction that changes these. */

type Client = Prisma.TransactionClient;
type Values = Record<string, unknown>;

/** As many rows are read at a time where all are. */
const batchSize = 400;

/** A row's document as it was and as it is to be; null where there is none. */
interface Replacement {
  spec: AnySearchDocumentSpec;
  id: string;
  was: SearchEntry | null;
  is: SearchEntry | null;
  /** Whether the row is a part of another one now. */
  moved: boolean;
}

function replacementOf(spec: AnySearchDocumentSpec, [before, was]: Side, [after, is]: Side): Replacement {
  const column = parentAggregateOf(modelNameOf(spec.model))?.column;
  const moved = column !== undefined && before !== null && after !== null && before[column] !== after[column];
  const entryOf = (row: Values | null, calendar: Calendar | null) =>
    row && calendar && toSearchEntry(spec, row, calendar);
  return { spec, id: String((after ?? before)?.id), was: entryOf(before, was), is: entryOf(after, is), moved };
}

/** A row and the calendar by which its dates are moments. */
type Side = [Values | null, Calendar | null];

/**
 * Brings the documents of the rows that a transaction touched up to date. A row that is made takes one statement, a change
 * that its document shows takes two, a part of another row one more, and whatever no document shows takes none.
 */
export async function indexRecords(
  client: Client,
  documents: SearchDocumentSpecs,
  calendar: Calendar,
  touched: readonly Touched[],
): Promise<void> {
  const rows = new Map<unknown, { spec: AnySearchDocumentSpec; before: Values | null; after: Values | null }>();
  for (const { model, before, after } of touched) {
    const spec = documents.get(model);
    const id = nodeKeyOf({ type: modelNameOf(model), id: String((after ?? before)?.id) });
    const known = rows.get(id);
    if (spec) rows.set(id, { spec, before: known ? known.before : before, after });
  }
  await replace(
    client,
    documents,
    [...rows.values()].map(({ spec, before, after }) => replacementOf(spec, [before, calendar], [after, calendar])),
  );
  for (const { model, before, after } of touched) {
    if (model !== 'account' || !before || !after) continue;
    const [was, is] = [before, after].map((account) => calendarOf(calendar.now, account)) as [Calendar, Calendar];
    if (was.timeZone !== is.timeZone || before.dayStartsAt !== after.dayStartsAt)
      await reindexOwner(client, documents, String(after.id), was, is);
  }
}

function calendarOf(now: Date, account: Values): Calendar {
  const { timeZone, dayStartsAt, weekStartsOn } = account as Row<'account'>;
  return createCalendar(now, { timeZone, dayStartsAt, weekStartsOn: weekStartsOn as DayOfWeek });
}

/**
 * Rewrites those documents of an owner that another calendar makes other ones: a day starts at another moment in it.
 * @param was the calendar they were written by; null when they never were
 */
export async function reindexOwner(
  client: Client,
  documents: SearchDocumentSpecs,
  ownerId: string,
  was: Calendar | null,
  is: Calendar,
): Promise<void> {
  for (const spec of documents.values()) {
    for (let after = ''; ; ) {
      const where = { ownerId, id: { gt: after } };
      const rows = await anyRecordsOf(client, modelNameOf(spec.model)).findMany({
        where,
        orderBy: { id: 'asc' },
        take: batchSize,
      });
      await replace(
        client,
        documents,
        rows.map((row) => replacementOf(spec, [row, was], [row, is])),
      );
      const last = rows.at(-1);
      if (!last || rows.length < batchSize) break;
      after = last.id;
    }
  }
}

async function replace(client: Client, documents: SearchDocumentSpecs, replacements: Replacement[]): Promise<void> {
  const differing = replacements.filter(({ was, is, moved }) => moved || JSON.stringify(was) !== JSON.stringify(is));
  const stale = differing.flatMap(({ was }) => was?.rowId ?? []);
  const inTrash = await trashedWithWhole(client, differing);
  const current = differing.flatMap(({ id, is }) => (is ? { ...is, isTrashed: is.isTrashed || inTrash.has(id) } : []));
  for (const rowIds of chunksOf(stale)) await client.searchDocument.deleteMany({ where: { rowId: { in: rowIds } } });
  await insert(client.searchDocument, current.map(toDocument));
  for (const { spec, id, was, is, moved } of differing) {
    if (was && is && (moved || was.isTrashed !== is.isTrashed))
      await passOn(client, documents, spec.model, [id], is.isTrashed || inTrash.has(id));
  }
}

/** The ids of those rows that are in the trash only because what they are a part of is. */
async function trashedWithWhole(client: Client, replacements: Replacement[]): Promise<Set<string>> {
  const found = new Set<string>();
  const parts = replacements.filter(
    ({ spec, is }) => is && !is.isTrashed && parentAggregateOf(modelNameOf(spec.model)),
  );
  for (const [model, ofModel] of Map.groupBy(parts, ({ spec }) => spec.model)) {
    for (const ids of chunksOf(ofModel.map(({ id }) => id))) {
      const where = { AND: [{ id: { in: ids } }, active(model)] };
      const used = new Set(
        (await anyRecordsOf(client, modelNameOf(model)).findMany({ where, select: { id: true } })).map(({ id }) => id),
      );
      for (const id of ids) if (!used.has(id)) found.add(id);
    }
  }
  return found;
}

/** Takes the parts of some rows along to the trash; or out of it, but for those that are there for another reason. */
async function passOn(
  client: Client,
  documents: SearchDocumentSpecs,
  model: ModelKey,
  rowIds: string[],
  trashed: boolean,
): Promise<void> {
  for (const spec of documents.values()) {
    const whole = parentAggregateOf(modelNameOf(spec.model));
    if (!whole || modelKeyOf(whole.target) !== model) continue;
    const where = { AND: [{ [whole.column]: { in: rowIds } }, trashed ? {} : active(spec.model)] };
    const parts = await anyRecordsOf(client, modelNameOf(spec.model)).findMany({ where, select: { id: true } });
    for (const ids of chunksOf(parts.map(({ id }) => id))) {
      const rowIdsOf = ids.map((id) => toGlobalId(modelNameOf(spec.model), id));
      await client.searchDocument.updateMany({ where: { rowId: { in: rowIdsOf } }, data: { isTrashed: trashed } });
      await passOn(client, documents, spec.model, ids, trashed);
    }
  }
}
