import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  mockAdapter,
  mockMigrationAwareAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { composeSchema, type Engine } from './compose.ts';

type DiffTarget = Parameters<SchemaEngine['diff']>[0]['from'];

const models = (engine: Engine, text?: string): DiffTarget => ({
  tag: 'schemaDatamodel',
  files: [{ path: 'schema.prisma', content: composeSchema(engine, text) }],
});

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
  const filters = { externalTables: [], externalEnums: [] };
  try {
    const { stdout } = await schemaEngine.diff({ from, to, script: true, exitCode: null, filters });
    return stdout ?? '';
  } finally {
    schemaEngine.free();
  }
}

/** A stand-in for a database: comparing two texts of models asks only a PostgreSQL which version it is. */
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

/** The SQL that leads from one text of models to another (`''`: from nothing), without a database at hand. */
export function diffModels(engine: Engine, from: string, to: string): Promise<string> {
  return diff(engine, noDatabase(engine), from === '' ? { tag: 'empty' } : models(engine, from), models(engine, to));
}

/** The SQL that would bring a real database to the models: a lone comment when it already is there. */
export function diffDatabase(engine: Engine, adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const database: DiffTarget = {
    tag: 'schemaDatasource',
    configDir: '.',
    files: [{ path: 'schema.prisma', content: composeSchema(engine) }],
  };
  return diff(engine, adapter, database, models(engine));
}
