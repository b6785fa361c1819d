import type { Prisma } from '../generated/sqlite/client.ts';
import { type Calendar, createCalendar, type DayOfWeek } from './calendar.ts';
import type { ModelKey } from './database.ts';
import { type AnyDocumentSpec, type Documents, type Entry, toDocument, toEntry, typeOf } from './documents.ts';
import { toGlobalId } from './ids.ts';
import type { Row, Touched } from './writer.ts';

/** Keeps the documents of rows current, within the transaction that changes these. */

type Client = Prisma.TransactionClient;
type Values = Record<string, unknown>;

/** As many documents go into one statement, which stays below every engine's limit of parameters. */
const batchSize = 500;

function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += batchSize) yield all.slice(start, start + batchSize);
}

interface Table {
  findMany(query: object): Promise<(Values & { id: string })[]>;
}

const tableOf = (client: Client, model: ModelKey) => client[model] as unknown as Table;

/** A row's document as it was and as it is to be; null where there is none. */
interface Replacement {
  spec: AnyDocumentSpec;
  was: Entry | null;
  is: Entry | null;
  /** The global id of the row that it is a part of; null when it is part of none. */
  parentId: string | null;
}

function replacementOf(spec: AnyDocumentSpec, [before, was]: Side, [after, is]: Side): Replacement {
  const parent = spec.below && after?.[spec.below.column];
  const parentId = spec.below && parent ? toGlobalId(typeOf(spec.below.model), String(parent)) : null;
  const entryOf = (row: Values | null, calendar: Calendar | null) => row && calendar && toEntry(spec, row, calendar);
  return { spec, was: entryOf(before, was), is: entryOf(after, is), parentId };
}

/** A row and the calendar by which its dates are moments. */
type Side = [Values | null, Calendar | null];

/**
 * Brings the documents of the rows that a transaction touched up to date. A row that is made takes one statement, a change
 * that its document shows takes two, a part of another row one more, and whatever no document shows takes none.
 */
export async function writeDocuments(
  client: Client,
  documents: Documents,
  calendar: Calendar,
  touched: readonly Touched[],
): Promise<void> {
  const rows = new Map<unknown, { spec: AnyDocumentSpec; before: Values | null; after: Values | null }>();
  for (const { model, before, after } of touched) {
    const spec = documents.get(model);
    const id = toGlobalId(typeOf(model), String((after ?? before)?.id));
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
      await rewriteDocuments(client, documents, String(after.id), was, is);
  }
}

function calendarOf(now: Date, account: Values): Calendar {
  const { timeZone, dayStartsAt, weekStartsOn } = account as unknown as Row<'account'>;
  return createCalendar(now, { timeZone, dayStartsAt, weekStartsOn: weekStartsOn as DayOfWeek });
}

/**
 * Rewrites those documents of an owner that another calendar makes other ones: a day starts at another moment in it.
 * @param was the calendar they were written by; null when they never were
 */
export async function rewriteDocuments(
  client: Client,
  documents: Documents,
  ownerId: string,
  was: Calendar | null,
  is: Calendar,
): Promise<void> {
  for (const spec of documents.values()) {
    for (let after = ''; ; ) {
      const where = { ownerId, id: { gt: after } };
      const rows = await tableOf(client, spec.model).findMany({ where, orderBy: { id: 'asc' }, take: batchSize });
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

async function replace(client: Client, documents: Documents, replacements: Replacement[]): Promise<void> {
  const differing = replacements.filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is));
  const stale = differing.flatMap(({ was }) => was?.rowId ?? []);
  const trashed = await trashedAmong(
    client,
    differing.flatMap(({ is, parentId }) => (is && parentId) ?? []),
  );
  const current = differing.flatMap(({ is, parentId }) =>
    is ? { ...is, trashed: is.trashed || trashed.has(parentId) } : [],
  );
  for (const rowIds of batches(stale)) await client.searchDocument.deleteMany({ where: { rowId: { in: rowIds } } });
  for (const entries of batches(current)) await client.searchDocument.createMany({ data: entries.map(toDocument) });
  for (const { spec, was, is } of differing) {
    if (was && is && was.trashed !== is.trashed)
      await passOn(client, documents, spec.model, [is.rowId.slice(is.type.length + 1)], is.trashed);
  }
}

/** Those of some rows whose documents are in the trash, for themselves or with what they are a part of. */
async function trashedAmong(client: Client, rowIds: string[]): Promise<Set<string | null>> {
  const found = new Set<string | null>();
  for (const some of batches([...new Set(rowIds)])) {
    const where = { rowId: { in: some }, trashed: true };
    for (const { rowId } of await client.searchDocument.findMany({ where, select: { rowId: true } })) found.add(rowId);
  }
  return found;
}

/** Takes the parts of some rows along to the trash; or out of it, but for those that were put there themselves. */
async function passOn(
  client: Client,
  documents: Documents,
  model: ModelKey,
  rowIds: string[],
  trashed: boolean,
): Promise<void> {
  for (const spec of documents.values()) {
    if (spec.below?.model !== model) continue;
    const own = trashed ? {} : { trashedAt: null };
    const where = { [spec.below.column]: { in: rowIds }, ...own };
    const parts = await tableOf(client, spec.model).findMany({ where, select: { id: true } });
    for (const ids of batches(parts.map(({ id }) => id))) {
      const rowIdsOf = ids.map((id) => toGlobalId(typeOf(spec.model), id));
      await client.searchDocument.updateMany({ where: { rowId: { in: rowIdsOf } }, data: { trashed } });
      await passOn(client, documents, spec.model, ids, trashed);
    }
  }
}
