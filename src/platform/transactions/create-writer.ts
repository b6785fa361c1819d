import type { Prisma } from '../../generated/sqlite/client.ts';
import type { UnrecordedAccess } from '../database/database.ts';
import { recordsOf } from '../database/delegates.ts';
import { newId } from '../database/ids.ts';
import { columnsOf, type ModelKey, modelNameOf, ownerColumnOf } from '../database/models.ts';
import type { ReadDatabase } from '../database/read-database.ts';
import type { RowTarget } from '../database/row-writer.ts';
import { caseFold } from '../search/case-folding.ts';
import { formatTime } from '../time/time-texts.ts';
import type { RecordedChange, Touched, Write } from './model-writer.ts';

type Values = Record<string, unknown>;

interface Delegate {
  updateManyAndReturn(args: { where: Values; data: Values }): Promise<Values[]>;
  deleteMany(args: { where: Values }): Promise<unknown>;
}

/** A record as the change log stores it, with dates as ISO 8601 text. */
function toJson(row: Values): Prisma.InputJsonObject {
  const json: Values = {};
  for (const name in row) {
    const value = row[name];
    if (value !== undefined) json[name] = value instanceof Date ? formatTime(value) : value;
  }
  return json as Prisma.InputJsonObject;
}

/**
 * Creates the writer of one transaction.
 * @param access Prisma's client, the writer of rows and the reads, of the transaction
 * @param ownerId the owner of the records; null if nobody is signed in, and then only unowned models can be written
 * @param now the value of `createdAt` and `updatedAt`
 * @param record called for every write of an owned record, in order
 * @param wrote called with the model of every write
 */
export function createWriter(
  { client, rows: rowWriter, db }: UnrecordedAccess & { readonly db: ReadDatabase },
  ownerId: string | null,
  now: Date,
  record: (change: RecordedChange, touched: Touched) => void,
  wrote: (model: ModelKey) => void,
): Write {
  function writerOf(key: ModelKey) {
    const model = modelNameOf(key);
    // Prisma's delegates have no common type; see recordsOf.
    const delegate = client[key] as unknown as Delegate;
    const fields = columnsOf(key);
    const ownerField = ownerColumnOf(model);

    const idColumn = fields.includes('id') ? 'id' : 'accountId';
    // In one order, so that the change log has the same on both engines.
    const findAll = async (where: Values): Promise<Values[]> =>
      recordsOf(db, key).findMany({ where: owned(where), orderBy: { [idColumn]: 'asc' } });

    function requireOwner(): string {
      if (ownerId === null) throw new Error(`A ${model} has an owner, and nobody is signed in.`);
      return ownerId;
    }

    function owned(where: Values): Values {
      if (ownerField === null) return where;
      return { AND: [where, { [ownerField]: requireOwner() }] };
    }

    const targetOf = (ids: string[]): RowTarget => ({
      column: idColumn,
      values: ids,
      owner: ownerField === null ? null : [ownerField, requireOwner()],
    });
    /** Whether the ids of the records that were read by a condition say the same as the condition. */
    const isById = (where: Values) => rowWriter.isAlone || (Object.keys(where).length === 1 && idColumn in where);

    function normalized(data: Values): Values {
      const texts = fields.filter((field) => typeof data[field] === 'string' && fields.includes(`${field}Normalized`));
      return Object.fromEntries(texts.map((field) => [`${field}Normalized`, caseFold(data[field] as string)]));
    }

    function stamped(data: Values): Values {
      const stamps: Values = {};
      if (ownerField !== null) stamps[ownerField] = requireOwner();
      if (fields.includes('id') && ownerField !== 'id') stamps.id = data.id ?? newId();
      for (const field of ['createdAt', 'updatedAt']) if (fields.includes(field)) stamps[field] = now;
      return { ...data, ...stamps, ...normalized(data) };
    }

    function recordWrite(
      change: Omit<RecordedChange, 'model' | 'rowId'>,
      { before = null, after = null }: { before?: Values | null; after?: Values | null },
    ) {
      wrote(key);
      const rowId = String((after ?? before)?.id);
      if (ownerField !== null) record({ model, rowId, ...change }, { model: key, before, after });
    }

    /** A deleted record with the stamps of a re-inserted one. */
    function restamped(data: Values): Values {
      return {
        ...data,
        ...(ownerField !== null && { [ownerField]: requireOwner() }),
        ...(fields.includes('version') && { version: Number(data.version) + 1 }),
        ...(fields.includes('updatedAt') && { updatedAt: now }),
      };
    }

    const imported = (data: Values): Values => ({ ...data, ownerId: requireOwner(), ...normalized(data) });

    async function createMany(data: Values[], digest?: string, stamp = stamped): Promise<Values[]> {
      const rows = await rowWriter.insertAndReturn(key, data.map(stamp));
      for (const row of rows)
        recordWrite({ action: 'CREATE', after: toJson(row), ...(digest && { digest }) }, { after: row });
      return rows;
    }

    async function update(
      where: Values,
      changes: Values,
      isStale: (row: Values, changes: Values) => boolean,
      { isStamped = true, known }: { isStamped?: boolean; known?: Values | undefined } = {},
    ): Promise<Values[]> {
      const data = { ...changes, ...normalized(changes) };
      const before = known ? [known] : await findAll(where);
      const stale = new Set(before.filter((row) => isStale(row, data)));
      if (stale.size === 0) return before;
      const ids = [...stale].map((row) => String(row[idColumn]));
      const stamps = isStamped && fields.includes('updatedAt') ? { updatedAt: now } : {};
      const counted = isStamped && fields.includes('version') ? ['version'] : [];
      const changed = isById(where)
        ? await rowWriter.update(key, targetOf(ids), { ...data, ...stamps }, counted)
        : await delegate.updateManyAndReturn({
            // Under the condition once more: another transaction may have changed a record since it was read.
            where: { AND: [owned(where), { [idColumn]: { in: ids } }] },
            data: { ...data, ...stamps, ...(counted.length > 0 && { version: { increment: 1 } }) },
          });
      const after = new Map(changed.map((row) => [row[idColumn], row]));
      for (const row of stale) {
        const is = after.get(row[idColumn]);
        if (is) recordWrite({ action: 'UPDATE', ...difference(row, is) }, { before: row, after: is });
      }
      return before.flatMap<Values>((row) => after.get(row[idColumn]) ?? (stale.has(row) ? [] : row));
    }

    return {
      createMany: (data: Values[]) => createMany(data),
      reinsert: (rows: Values[]) => createMany(rows, undefined, restamped),
      importRecords: (rows: Values[]) => createMany(rows, undefined, imported),
      async create(data: Values, digest?: string) {
        return (await createMany([data], digest))[0];
      },
      update: (where: Values, changes: Values, known?: Values) => update(where, changes, differs, { known }),
      touch: (where: Values, changes: Values = {}, known?: Values) => update(where, changes, () => true, { known }),
      derive: (where: Values, changes: Values) => update(where, changes, differs, { isStamped: false }),
      async delete(where: Values) {
        const rows = await findAll(where);
        if (rows.length > 0) {
          if (isById(where)) await rowWriter.delete(key, targetOf(rows.map((row) => String(row[idColumn]))));
          else await delegate.deleteMany({ where: owned(where) });
        }
        for (const row of rows) recordWrite({ action: 'DELETE', before: toJson(row) }, { before: row });
        return rows;
      },
    };
  }
  const writers = new Map<string, unknown>();
  return new Proxy({} as Write, {
    get(_target, key: string) {
      if (!writers.has(key)) writers.set(key, writerOf(key as ModelKey));
      return writers.get(key);
    },
  });
}

/** Whether an update would change a record. */
function differs(row: Values, changes: Values): boolean {
  const [is, asked] = [toJson(row), toJson(changes)];
  return Object.keys(asked).some((field) => JSON.stringify(is[field]) !== JSON.stringify(asked[field]));
}

/** The fields of a record that changed, before and after. */
function difference(before: Values, after: Values): Pick<RecordedChange, 'before' | 'after'> {
  const [was, is] = [toJson(before), toJson(after)];
  const changed = Object.keys(is).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
  const pick = (row: Prisma.InputJsonObject) => Object.fromEntries(changed.map((field) => [field, row[field]]));
  return { before: pick(was), after: pick(is) };
}
