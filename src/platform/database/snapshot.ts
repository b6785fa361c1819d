import BetterSqlite3 from 'better-sqlite3';
import type { DatabaseLocation } from './location.ts';
import { parentColumnOf, scalarsOf } from './model-relations.ts';

/**
 * Somebody's rows as they all were at one moment, however long it takes to read them and whatever is written meanwhile. For
 * reading everything there is: each model's rows are one statement, which the engine hands out bit by bit. Whatever reads
 * single rows or pages reads them through `Database.reads`.
 */
export interface Snapshot {
  /** How many rows of a model an owner has. */
  count(model: string, ownerId: string): Promise<number>;
  /**
   * An owner's rows of a model, some hundreds at a time, sorted by id or, in the change log, by sequence; rows of trees come after
   * those they are below. Every value is as JSON has it, dates as ISO 8601 texts, alike on both engines.
   */
  rows(model: string, ownerId: string): AsyncGenerator<Values[]>;
  close(): Promise<void>;
}

type Values = Record<string, unknown>;

/** How many rows are handed out at a time. */
const batchSize = 500;

/** Opens a connection of its own, which reads what was committed until now and nothing later. */
export async function openSnapshot(location: DatabaseLocation): Promise<Snapshot> {
  return location.engine === 'sqlite' ? openSqlite(location.file) : openPostgresql(location.url);
}

async function openSqlite(file: string): Promise<Snapshot> {
  const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  db.exec('BEGIN');
  // Only with the first read does a transaction of SQLite see a moment.
  db.prepare('SELECT count(*) FROM "Account"').get();
  return {
    count: async (model, ownerId) => (db.prepare(countOf(model, '?')).get(ownerId) as { count: number }).count,
    async *rows(model, ownerId) {
      const read = reader(model);
      let batch: Values[] = [];
      for (const row of db.prepare<[string], Values>(select(model, '?', 'BINARY')).iterate(ownerId)) {
        if (batch.push(read(row)) < batchSize) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    close: async () => void db.close(),
  };
}

async function openPostgresql(url: string): Promise<Snapshot> {
  // Loaded only where it is used: most servers are on SQLite.
  const { default: pg } = await import('pg');
  // Every value as the server writes it: the driver would take moments for ones of this machine's time zone.
  const types = { getTypeParser: () => (text: string | Buffer) => text };
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, types, keepAlive: true });
  // A connection that is lost between two statements is told by the next one.
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

/** An account is owned by itself. */
const ownerColumnOf = (model: string) => (model === 'Account' ? 'id' : 'ownerId');

/** Names of models and columns are our own, so that nothing in them can mean anything else to an engine. */
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

/** What makes of a row as an engine has it one of JSON's values. */
function reader(model: string): (row: Values) => Values {
  const columns = scalarsOf(model);
  return (row) => Object.fromEntries(columns.map(({ name, type }) => [name, toJson(type, row[name])]));
}

function toJson(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const text = String(value as string | number);
  switch (type) {
    case 'DateTime':
      // PostgreSQL writes moments in UTC without saying so.
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
