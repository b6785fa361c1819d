import type { DatabaseLocation } from './location.ts';
import { parentColumnOf, scalarsOf } from './model-relations.ts';
import { ownerColumnOf } from './models.ts';
import { startSqliteThread } from './sqlite-thread.ts';

/**
 * A consistent view of an owner's records at one moment, however long it takes to read it. For reading everything: the records
 * of each model are one statement, read in batches. To read single records or pages, use `Database.reads`.
 */
export interface Snapshot {
  /** The number of an owner's records of a model. */
  count(model: string, ownerId: string): Promise<number>;
  /**
   * An owner's records of a model, in batches. Sorted by id; the change log by sequence; records of a hierarchy after their
   * parents. Values are those of JSON, dates are ISO 8601 text, equal on both engines.
   */
  rows(model: string, ownerId: string): AsyncGenerator<Values[]>;
  close(): Promise<void>;
}

type Values = Record<string, unknown>;

/** The number of records in a batch: so many are written as JSON within milliseconds. */
const batchSize = 100;

/** Opens a connection of its own that reads what is committed now and nothing later. */
export async function openSnapshot(location: DatabaseLocation): Promise<Snapshot> {
  return location.engine === 'sqlite' ? openSqlite(location.file) : openPostgresql(location.url);
}

/** In a thread: SQLite sorts all records of a model before it has the first one. */
async function openSqlite(file: string): Promise<Snapshot> {
  const thread = startSqliteThread({ file, readonly: true });
  try {
    await thread.query('BEGIN');
    // SQLite fixes what a transaction sees with its first read.
    await thread.query('SELECT count(*) FROM "Account"');
  } catch (error) {
    await thread.close();
    throw error;
  }
  return {
    count: async (model, ownerId) => Number((await thread.query(countOf(model, '?'), [ownerId])).rows[0]?.[0]),
    async *rows(model, ownerId) {
      const read = reader(model);
      const names = scalarsOf(model).map(({ name }) => name);
      for await (const batch of thread.batches(select(model, '?', 'BINARY'), [ownerId], batchSize))
        yield batch.map((values) => read(Object.fromEntries(names.map((name, i) => [name, values[i]]))));
    },
    close: () => thread.close(),
  };
}

async function openPostgresql(url: string): Promise<Snapshot> {
  // Loaded on demand: most servers use SQLite.
  const { default: pg } = await import('pg');
  // Values as the server writes them: the driver would read timestamps in the time zone of this machine.
  const types = { getTypeParser: () => (text: string | Buffer) => text };
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 3_000,
    query_timeout: 35_000,
    types,
    keepAlive: true,
  });
  // The next statement reports a connection that was lost in between.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SELECT count(*) FROM "Account"');
  } catch (error) {
    await client.end();
    throw error;
  }
  return {
    count: async (model, ownerId) => Number((await client.query(countOf(model, '$1'), [ownerId])).rows[0].count),
    async *rows(model, ownerId) {
      const read = reader(model);
      await client.query(`DECLARE "rows" NO SCROLL CURSOR FOR ${select(model, '$1', '"C"')}`, [ownerId]);
      for (;;) {
        const { rows } = await client.query<Values>(`FETCH ${batchSize} FROM "rows"`);
        if (rows.length > 0) yield rows.map(read);
        if (rows.length < batchSize) break;
      }
      await client.query('CLOSE "rows"');
    },
    close: () => client.end(),
  };
}

const countOf = (model: string, owner: string) =>
  `SELECT count(*) AS "count" FROM "${model}" WHERE "${ownerColumnOf(model)}" = ${owner}`;

/** The names of models and columns come from the Prisma schema and need no escaping. */
function select(model: string, owner: string, collation: string): string {
  const columns = scalarsOf(model).map(({ name }) => `r."${name}"`);
  const parent = parentColumnOf(model);
  const order = columns.includes('r."sequence"')
    ? columns.filter((column) => ['r."sequence"', 'r."ordinal"'].includes(column)).join(', ')
    : `${parent ? 't."depth", ' : ''}r."id" COLLATE ${collation}`;
  if (!parent)
    return `SELECT ${columns.join(', ')} FROM "${model}" r WHERE r."${ownerColumnOf(model)}" = ${owner} ORDER BY ${order}`;
  return `WITH RECURSIVE t("id", "depth") AS (
      SELECT "id", 0 FROM "${model}" WHERE "ownerId" = ${owner} AND "${parent}" IS NULL
      UNION ALL SELECT c."id", t."depth" + 1 FROM "${model}" c JOIN t ON c."${parent}" = t."id"
    ) SELECT ${columns.join(', ')} FROM t JOIN "${model}" r ON r."id" = t."id" ORDER BY ${order}`;
}

/** Converts a record of an engine to values of JSON. */
function reader(model: string): (row: Values) => Values {
  const columns = scalarsOf(model);
  return (row) => Object.fromEntries(columns.map(({ name, type }) => [name, toJson(type, row[name])]));
}

function toJson(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const text = String(value as string | number);
  switch (type) {
    case 'DateTime':
      // PostgreSQL writes timestamps in UTC without a zone.
      return new Date(text.includes('T') ? text : `${text.replace(' ', 'T')}Z`).toISOString();
    case 'Json':
      return JSON.parse(text);
    case 'Int':
    case 'Float':
      return Number(text);
    case 'Boolean':
      return text === '1' || text === 't';
    default:
      return text;
  }
}
