import { backup } from './backup.ts';
import { type Command, defineCommand } from './command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { link } from './link.ts';
import { migrate } from './migrate.ts';
import { seed } from './seed.ts';
import { start } from './start.ts';

const doctor = defineCommand({
  name: 'doctor',
  summary: 'check the configuration, files, database and port',
  run: async (config) => (await import('./doctor.ts')).doctor(config),
});

/** The commands of `waymark`, in the order of its help. */
export const commands: readonly Command[] = [start, link, migrate, seed, exportCommand, importCommand, backup, doctor];
