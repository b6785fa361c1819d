import { existsSync } from 'node:fs';
import { backUp, timestampInName } from '../platform/database/backup.ts';
import { grouped } from '../platform/text/english.ts';
import { defineCommand, print, printError } from './command.ts';

const withPostgresql = `This database is on PostgreSQL. Use its own tools with the DATABASE_URL of this server:

  pg_dump --format=custom --file=waymark.dump "$DATABASE_URL"
  pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" waymark.dump`;

export const backup = defineCommand({
  name: 'backup',
  usage: '[<file>] [--force]',
  summary: 'copy the SQLite database while it is in use, and verify the copy',
  options: { force: { type: 'boolean' } },
  files: 1,
  async run({ database }, { force = false }, [path]) {
    if (database.engine === 'postgresql') return printError(withPostgresql);
    if (!existsSync(database.file)) return printError(`There is no database at ${database.file}.`);
    const place = path ?? `${database.file}.backup-${timestampInName(new Date())}`;
    const bytes = await backUp(database.file, place, { force });
    return print(`Wrote and verified ${place}, ${grouped(Math.ceil(bytes / 1024))} KB.`);
  },
});
