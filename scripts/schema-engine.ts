import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  mockAdapter,
  mockMigrationAwareAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import type { DatabaseLocation } from '../src/platform/database/location.ts';
import { composeSchema, type Engine } from './compose-schema.ts';

type DiffTarget = Parameters<SchemaEngine['diff']>[0]['from'];

const models = (engine: Engine, text?: string): DiffTarget => ({
  tag: 'schemaDatamodel',
  files: [{ path: 'schema.prisma', content: composeSchema(engine, text) }],
});

/** SQLite's full-text index and its shadow tables. A migration creates them in SQL; they have no models. */
const fullTextTables = ['', '_config', '_content', '_data', '_docsize', '_idx'].map((part) => `SearchIndex${part}`);

async function diff(
  engine: Engine,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  from: DiffTarget,
  to: DiffTarget,
): Promise<string> {
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  const schemaEngine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', composeSchema(engine)]] },
    () => {},
    bound,
  );
  const filters = { externalTables: engine === 'sqlite' ? fullTextTables : [], externalEnums: [] };
  try {
    const { stdout } = await schemaEngine.diff({ from, to, script: true, exitCode: null, filters });
    return stdout ?? '';
  } finally {
    schemaEngine.free();
  }
}

/** Stands in for a database. Comparing two sets of models only reads the version of a PostgreSQL server. */
function noDatabase(engine: Engine): SqlMigrationAwareDriverAdapterFactory {
  const provider = engine === 'sqlite' ? 'sqlite' : 'postgres';
  const adapter = {
    ...mockAdapter(provider),
    queryRaw: async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 15.0', 150_000]],
    }),
    dispose: async () => {},
  };
  return {
    ...mockMigrationAwareAdapterFactory(provider),
    connect: async () => adapter,
    connectToShadowDb: async () => adapter,
  };
}

/**
 * The SQL that migrates an engine from one set of models to another. Needs no database.
 * @param from the text of the models, or `''` for an empty database
 */
export function diffModels(engine: Engine, from: string, to: string): Promise<string> {
  return diff(engine, noDatabase(engine), from === '' ? { tag: 'empty' } : models(engine, from), models(engine, to));
}

/** PostgreSQL's "char" type. The schema engine reads columns of it, but the adapter does not support it. */
const charType = 18;
const textType = 25;

class TextPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: pg's query has eight overloads; the adapter calls the one with a configuration
  override async query(...args: any): Promise<any> {
    const [config] = args;
    const result: pg.QueryArrayResult = await super.query(config);
    for (const field of result.fields) if (field.dataTypeID === charType) field.dataTypeID = textType;
    return result;
  }
}

/** The SQL that migrates an existing database to the current models. Only a comment if it is up to date. */
export async function diffDatabase(location: DatabaseLocation): Promise<string> {
  const { engine } = location;
  const database: DiffTarget = {
    tag: 'schemaDatasource',
    configDir: '.',
    files: [{ path: 'schema.prisma', content: composeSchema(engine) }],
  };
  if (engine === 'sqlite')
    return diff(engine, new PrismaBetterSqlite3({ url: location.file }), database, models(engine));
  const pool = new TextPool({ connectionString: location.url });
  try {
    return await diff(engine, new PrismaPg(pool), database, models(engine));
  } finally {
    await pool.end();
  }
}
