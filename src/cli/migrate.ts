import { migrate as bringUpToDate } from '../platform/database/migrations.ts';
import { defineCommand, say } from './command.ts';

export const migrate = defineCommand({
  name: 'migrate',
  summary: 'bring the database up to date, and stop',
  async run(config) {
    const { applied, backup } = await bringUpToDate(config.database);
    if (backup) say(`The database as it was is kept in ${backup}`);
    return say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
  },
});
