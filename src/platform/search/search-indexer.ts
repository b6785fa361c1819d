import { chunksOf, inChunksWithTurns } from '../database/chunks.ts';
import type { UnrecordedAccess } from '../database/database.ts';
import { anyRecordsOf } from '../database/delegates.ts';
import { toGlobalId } from '../database/global-ids.ts';
import { parentAggregateOf } from '../database/model-relations.ts';
import { type ModelKey, modelKeyOf, modelNameOf, type Row } from '../database/models.ts';
import { nodeKeyOf } from '../database/node-refs.ts';
import { active } from '../records/soft-delete.ts';
import type { Calendar, DayOfWeek } from '../time/calendar.ts';
import type { Touched } from '../transactions/model-writer.ts';
import {
  type AnySearchDocumentSpec,
  type SearchDocumentSpecs,
  type SearchEntry,
  toDocument,
  toSearchEntry,
} from './search-documents.ts';
import { addToVocabulary, type VocabularyAccess } from './vocabulary.ts';

/* Keeps search documents up to date, within the transaction that writes their records. */

type Access = UnrecordedAccess & VocabularyAccess;

type Values = Record<string, unknown>;

/** The number of records that are read at a time when an owner is reindexed. */
const batchSize = 400;

/** A record's document before and after. Null if there is none. */
interface Replacement {
  spec: AnySearchDocumentSpec;
  id: string;
  was: SearchEntry | null;
  is: SearchEntry | null;
  /** Whether the record has another parent aggregate than before. */
  moved: boolean;
}

function replacementOf(spec: AnySearchDocumentSpec, [before, was]: Side, [after, is]: Side): Replacement {
  const column = parentAggregateOf(modelNameOf(spec.model))?.column;
  const moved = column !== undefined && before !== null && after !== null && before[column] !== after[column];
  const entryOf = (row: Values | null, calendar: Calendar | null) =>
    row && calendar && toSearchEntry(spec, row, calendar);
  return { spec, id: String((after ?? before)?.id), was: entryOf(before, was), is: entryOf(after, is), moved };
}

/** A record, and the calendar that gives its dates a time. */
type Side = [Values | null, Calendar | null];

/**
 * Updates the documents of the records that a transaction wrote. A created record takes one statement, a change to its document
 * two, a record with a parent aggregate one more; a change that no document shows takes none.
 */
export async function indexRecords(
  access: Access,
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
  await inChunksWithTurns([...rows.values()], (some) =>
    replace(
      access,
      documents,
      some.map(({ spec, before, after }) => replacementOf(spec, [before, calendar], [after, calendar])),
    ),
  );
  for (const { model, before, after } of touched) {
    if (model !== 'account' || !before || !after) continue;
    const [was, is] = [before, after].map((account) => calendarOf(calendar, account)) as [Calendar, Calendar];
    if (was.timeZone !== is.timeZone || before.dayStartsAt !== after.dayStartsAt)
      await reindexOwner(access, documents, String(after.id), was, is);
  }
}

function calendarOf(calendar: Calendar, account: Values): Calendar {
  const { timeZone, dayStartsAt, weekStartsOn } = account as Row<'account'>;
  return calendar.by({ timeZone, dayStartsAt, weekStartsOn: weekStartsOn as DayOfWeek });
}

/**
 * Rewrites the documents of an owner that differ by another calendar, in which days start at another time.
 * @param was the calendar they were written with; null if there are no documents
 */
export async function reindexOwner(
  access: Access,
  documents: SearchDocumentSpecs,
  ownerId: string,
  was: Calendar | null,
  is: Calendar,
): Promise<void> {
  for (const spec of documents.values()) {
    for (let after = ''; ; ) {
      const where = { ownerId, id: { gt: after } };
      const rows = await anyRecordsOf(access.client, modelNameOf(spec.model)).findMany({
        where,
        orderBy: { id: 'asc' },
        take: batchSize,
      });
      await replace(
        access,
        documents,
        rows.map((row) => replacementOf(spec, [row, was], [row, is])),
      );
      const last = rows.at(-1);
      if (!last || rows.length < batchSize) break;
      after = last.id;
    }
  }
}

async function replace(access: Access, documents: SearchDocumentSpecs, replacements: Replacement[]): Promise<void> {
  const differing = replacements.filter(({ was, is, moved }) => moved || JSON.stringify(was) !== JSON.stringify(is));
  const stale = differing.flatMap(({ was }) => was?.rowId ?? []);
  const inTrash = await trashedWithParent(access, differing);
  const current = differing.flatMap(({ id, is }) => (is ? { ...is, isTrashed: is.isTrashed || inTrash.has(id) } : []));
  if (stale.length > 0) await access.rows.delete('searchDocument', { column: 'rowId', values: stale, owner: null });
  const written = current.map(toDocument);
  await access.rows.insert('searchDocument', written);
  await addToVocabulary(access, written);
  for (const { spec, id, was, is, moved } of differing) {
    if (was && is && (moved || was.isTrashed !== is.isTrashed))
      await propagateTrash(access, documents, spec.model, [id], is.isTrashed || inTrash.has(id));
  }
}

/** The ids of the records that are not in the trash themselves but whose parent aggregate is. */
async function trashedWithParent(access: Access, replacements: Replacement[]): Promise<Set<string>> {
  const found = new Set<string>();
  const children = replacements.filter(
    ({ spec, is }) => is && !is.isTrashed && parentAggregateOf(modelNameOf(spec.model)),
  );
  for (const [model, ofModel] of Map.groupBy(children, ({ spec }) => spec.model)) {
    for (const ids of chunksOf(ofModel.map(({ id }) => id))) {
      const where = { AND: [{ id: { in: ids } }, active(model)] };
      const used = new Set(
        (await anyRecordsOf(access.client, modelNameOf(model)).findMany({ where, select: { id: true } })).map(
          ({ id }) => id,
        ),
      );
      for (const id of ids) if (!used.has(id)) found.add(id);
    }
  }
  return found;
}

/** Marks the documents of the parts of some records as trashed or not, except parts that are in the trash themselves. */
async function propagateTrash(
  access: Access,
  documents: SearchDocumentSpecs,
  model: ModelKey,
  rowIds: string[],
  trashed: boolean,
): Promise<void> {
  for (const spec of documents.values()) {
    const whole = parentAggregateOf(modelNameOf(spec.model));
    if (!whole || modelKeyOf(whole.target) !== model) continue;
    const where = { AND: [{ [whole.column]: { in: rowIds } }, trashed ? {} : active(spec.model)] };
    const parts = await anyRecordsOf(access.client, modelNameOf(spec.model)).findMany({ where, select: { id: true } });
    for (const ids of chunksOf(parts.map(({ id }) => id))) {
      const rowIdsOf = ids.map((id) => toGlobalId(modelNameOf(spec.model), id));
      await access.client.searchDocument.updateMany({
        where: { rowId: { in: rowIdsOf } },
        data: { isTrashed: trashed },
      });
      await propagateTrash(access, documents, spec.model, ids, trashed);
    }
  }
}
