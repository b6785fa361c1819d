import { Prisma } from '../../generated/sqlite/client.ts';
import { insertAndReturn, type ReturningTable } from '../database/bulk-insert.ts';
import type { ModelKey } from '../database/database.ts';
import { modelNameOf, newId } from '../database/ids.ts';
import { fold } from '../search/case-folding.ts';

type Types<K extends ModelKey> = Prisma.TypeMap['model'][Capitalize<K> & Prisma.ModelName];
type OneOf<T> = Exclude<T, readonly unknown[]>;

/** A row of a model, without its relations. */
export type Row<K extends ModelKey> = Types<K>['payload']['scalars'];

/** What the writer fills in by itself. */
type Stamped = 'ownerId' | 'version' | 'createdAt' | 'updatedAt' | `${string}Normalized`;

export type CreateData<K extends ModelKey> = Omit<
  OneOf<Types<K>['operations']['createManyAndReturn']['args']['data']>,
  Stamped | 'id'
> & { id?: string };
export type UpdateData<K extends ModelKey> = Partial<Omit<Row<K>, Stamped | 'id'>>;
export type Where<K extends ModelKey> = NonNullable<Types<K>['operations']['findMany']['args']['where']>;

/**
 * The writes of one model within a transaction. Owned rows are stamped with their owner and can be reached only by
 * them, whatever the `where`; every row touched is recorded.
 */
export interface ModelWriter<K extends ModelKey> {
  /** Adds a row. `digest` marks what a client-chosen id was used for. */
  create(data: CreateData<K>, digest?: string): Promise<Row<K>>;
  /** Adds rows, in one statement. */
  createMany(data: CreateData<K>[]): Promise<Row<K>[]>;
  /** Adds rows that were removed once more, as they were: only their version is raised, and they are changed now. */
  reinsert(rows: readonly Record<string, unknown>[]): Promise<Row<K>[]>;
  /** Adds rows as they are somewhere else, with their ids, versions and moments. */
  load(rows: readonly Record<string, unknown>[]): Promise<Row<K>[]>;
  /**
   * Changes the rows that match and answers them; those that already are as asked are left alone. A row that another
   * transaction changes meanwhile, so that it no longer matches, is neither changed nor answered.
   */
  update(where: Where<K>, changes: UpdateData<K>): Promise<Row<K>[]>;
  /** The same, and raises the version of all that match: rows that belong to them have changed. */
  touch(where: Where<K>, changes?: UpdateData<K>): Promise<Row<K>[]>;
  /** Removes the rows that match for good, and answers what they were. */
  delete(where: Where<K>): Promise<Row<K>[]>;
}

/** The change log and the documents are written by the transaction itself, never by hand. */
type Writable = Exclude<ModelKey, 'changeSequence' | 'changeSet' | 'change' | 'searchDocument'>;
export type Write = { readonly [K in Writable]: ModelWriter<K> };

/** A row that was touched, with the fields that changed. */
export interface RecordedChange {
  model: Prisma.ModelName;
  rowId: string;
  action: 'CREATE' | 'UPDATE' | 'DELETE';
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  digest?: string;
}

type Values = Record<string, unknown>;

/** A row that was touched, whole, as it was and as it is; null where there was or is none. */
export interface Touched {
  model: ModelKey;
  before: Values | null;
  after: Values | null;
}

interface Delegate extends ReturningTable {
  findMany(args: { where: Values }): Promise<Values[]>;
  updateManyAndReturn(args: { where: Values; data: Values }): Promise<Values[]>;
  deleteMany(args: { where: Values }): Promise<unknown>;
}

/** The model of a type, as the database's clients call it: `energyEntry` for EnergyEntry. */
export function modelKeyOf(model: string): ModelKey {
  return `${model.charAt(0).toLowerCase()}${model.slice(1)}` as ModelKey;
}

/** The columns of a model. */
export function columnsOf(key: ModelKey): string[] {
  const enumName = `${modelNameOf(key)}ScalarFieldEnum`;
  return Object.keys((Prisma as unknown as Record<string, Values>)[enumName] ?? {});
}

/** The models whose rows have an owner and a version: those that GraphQL shows as `Owned`. */
export const ownedModels = Object.values(Prisma.ModelName).filter((model) => {
  const columns = columnsOf(modelKeyOf(model));
  return columns.includes('ownerId') && columns.includes('version');
});

/** As stored in the log: dates as ISO 8601 texts. */
const toJson = (row: Values) => JSON.parse(JSON.stringify(row)) as Prisma.InputJsonObject;

/**
 * The writer of one transaction.
 * @param client the transaction's client
 * @param ownerId whose rows are written; null when nobody is signed in, and then only unowned models can be
 * @param now what `createdAt` and `updatedAt` become
 * @param record called for every owned row touched, in order, with the row itself
 */
export function createWriter(
  client: Prisma.TransactionClient,
  ownerId: string | null,
  now: Date,
  record: (change: RecordedChange, touched: Touched) => void,
): Write {
  function writerOf(key: ModelKey) {
    const model = modelNameOf(key);
    const delegate = client[key] as unknown as Delegate;
    const fields = columnsOf(key);
    // An account is owned by itself; what has no owner (sessions, keys) is not part of anyone's history.
    const ownerField = model === 'Account' ? 'id' : fields.includes('ownerId') ? 'ownerId' : null;

    function requireOwner(): string {
      if (ownerId === null) throw new Error(`${model} rows have an owner, and nobody is signed in.`);
      return ownerId;
    }

    function owned(where: Values): Values {
      if (ownerField === null) return where;
      return { AND: [where, { [ownerField]: requireOwner() }] };
    }

    function folded(data: Values): Values {
      const texts = fields.filter((field) => typeof data[field] === 'string' && fields.includes(`${field}Normalized`));
      return Object.fromEntries(texts.map((field) => [`${field}Normalized`, fold(data[field] as string)]));
    }

    function stamped(data: Values): Values {
      const stamps: Values = {};
      if (ownerField !== null) stamps[ownerField] = requireOwner();
      if (fields.includes('id') && ownerField !== 'id') stamps.id = data.id ?? newId();
      for (const field of ['createdAt', 'updatedAt']) if (fields.includes(field)) stamps[field] = now;
      return { ...data, ...stamps, ...folded(data) };
    }

    function note(
      change: Omit<RecordedChange, 'model' | 'rowId'>,
      { before = null, after = null }: { before?: Values | null; after?: Values | null },
    ) {
      const rowId = String((after ?? before)?.id);
      if (ownerField !== null) record({ model, rowId, ...change }, { model: key, before, after });
    }

    /** The stamps of a row that is back, in place of those of a new one. */
    function renewed(data: Values): Values {
      return {
        ...data,
        ...(ownerField !== null && { [ownerField]: requireOwner() }),
        ...(fields.includes('version') && { version: Number(data.version) + 1 }),
        ...(fields.includes('updatedAt') && { updatedAt: now }),
      };
    }

    const loaded = (data: Values): Values => ({ ...data, ownerId: requireOwner(), ...folded(data) });

    async function createMany(data: Values[], digest?: string, stamp = stamped): Promise<Values[]> {
      const rows = await insertAndReturn(delegate, data.map(stamp));
      for (const row of rows) note({ action: 'CREATE', after: toJson(row), ...(digest && { digest }) }, { after: row });
      return rows;
    }

    async function update(
      where: Values,
      changes: Values,
      isStale: (row: Values, changes: Values) => boolean,
    ): Promise<Values[]> {
      const data = { ...changes, ...folded(changes) };
      const before = await delegate.findMany({ where: owned(where) });
      const stale = new Set(before.filter((row) => isStale(row, data)));
      if (stale.size === 0) return before;
      const key = fields.includes('id') ? 'id' : 'accountId';
      const changed = await delegate.updateManyAndReturn({
        // Once more with the condition: a row that another transaction changed meanwhile may not meet it any longer.
        where: { AND: [owned(where), { [key]: { in: [...stale].map((row) => row[key]) } }] },
        data: {
          ...data,
          ...(fields.includes('version') && { version: { increment: 1 } }),
          ...(fields.includes('updatedAt') && { updatedAt: now }),
        },
      });
      const after = new Map(changed.map((row) => [row[key], row]));
      for (const row of stale) {
        const is = after.get(row[key]);
        if (is) note({ action: 'UPDATE', ...difference(row, is) }, { before: row, after: is });
      }
      return before.flatMap<Values>((row) => after.get(row[key]) ?? (stale.has(row) ? [] : row));
    }

    return {
      createMany: (data: Values[]) => createMany(data),
      reinsert: (rows: Values[]) => createMany(rows, undefined, renewed),
      load: (rows: Values[]) => createMany(rows, undefined, loaded),
      async create(data: Values, digest?: string) {
        return (await createMany([data], digest))[0];
      },
      update: (where: Values, changes: Values) => update(where, changes, differs),
      touch: (where: Values, changes: Values = {}) => update(where, changes, () => true),
      async delete(where: Values) {
        const rows = await delegate.findMany({ where: owned(where) });
        if (rows.length > 0) await delegate.deleteMany({ where: owned(where) });
        for (const row of rows) note({ action: 'DELETE', before: toJson(row) }, { before: row });
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

/** Whether a row is not yet as the changes would have it. */
function differs(row: Values, changes: Values): boolean {
  const [is, asked] = [toJson(row), toJson(changes)];
  return Object.keys(asked).some((field) => JSON.stringify(is[field]) !== JSON.stringify(asked[field]));
}

/** The fields of a row that changed, before and after. */
function difference(before: Values, after: Values): Pick<RecordedChange, 'before' | 'after'> {
  const [was, is] = [toJson(before), toJson(after)];
  const changed = Object.keys(is).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
  const pick = (row: Prisma.InputJsonObject) => Object.fromEntries(changed.map((field) => [field, row[field]]));
  return { before: pick(was), after: pick(is) };
}
