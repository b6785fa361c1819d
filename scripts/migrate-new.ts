/**
 * `npm run migrate:new -- <name>`: writes the migration from the models of the last migration (snapshot.prisma) to the
 * current ones, for both engines. Needs no database.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, engines, readModels } from './compose-schema.ts';
import { root } from './root.ts';
import { diffModels } from './schema-engine.ts';

const migrations = join(root, 'prisma/migrations');
const snapshot = join(migrations, 'snapshot.prisma');

/**
 * What the schema engine cannot know. On SQLite it writes JSON defaults without quotes, and `[]` would name a column. On
 * PostgreSQL the normalized twins of texts get collation "C": they are compared and sorted byte by byte, as on SQLite,
 * whatever the locale of the database.
 */
function corrected(engine: Engine, sql: string): string {
  return engine === 'sqlite'
    ? sql.replaceAll(/DEFAULT (\[.*\]|\{.*\})(,?)$/gm, "DEFAULT '$1'$2")
    : sql.replaceAll(/("\w+Normalized") TEXT/g, '$1 TEXT COLLATE "C"');
}

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Say what the migration does, in snake_case: npm run migrate:new -- add_goals');
  process.exit(1);
}

const before = existsSync(snapshot) ? readFileSync(snapshot, 'utf8') : '';
const after = readModels();
const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);

const changes = [];
for (const engine of engines) changes.push({ engine, sql: await diffModels(engine, before, after) });
const isChange = (sql: string) => /^[A-Z]/m.test(sql);
if (!changes.some(({ sql }) => isChange(sql))) {
  console.error('The models have not changed since the last migration.');
  process.exit(1);
}
for (const { engine, sql } of changes) {
  const folder = join(migrations, engine, `${timestamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  // Both engines have the same migrations. A new value of an enum changes PostgreSQL alone, as SQLite keeps enums as texts.
  const statements = isChange(sql) ? corrected(engine, sql) : '-- Nothing changes on this engine.\n';
  writeFileSync(join(folder, 'migration.sql'), statements);
  console.info(`wrote ${join(folder, 'migration.sql')}`);
}
for (const engine of engines) {
  writeFileSync(join(migrations, engine, 'migration_lock.toml'), `provider = "${engine}"\n`);
}
writeFileSync(snapshot, after);
