import { migrate as applyMigrations } from '../platform/database/migrations.ts';
import { defineCommand, print } from './command.ts';

export const migrate = defineCommand({
  name: 'migrate',
  summary: 'apply pending migrations to the database',
  async run(config) {
    const { applied, backup } = await applyMigrations(config.database);
    if (backup) print(`The previous database is kept in ${backup}`);
    return print(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
  },
});
