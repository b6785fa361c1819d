import { accountDelete, accountList } from './account.ts';
import { backup } from './backup.ts';
import { type Command, defineCommand } from './command.ts';
import { connectOutlook } from './connect.ts';
import { exportCommand } from './export.ts';
import { frameworkCommand } from './framework.ts';
import { importCommand } from './import.ts';
import { link } from './link.ts';
import { migrate } from './migrate.ts';
import { password } from './password.ts';
import { reviewCommand } from './review.ts';
import { seed } from './seed.ts';
import { start } from './start.ts';
import { tokenCreate } from './token.ts';

const doctor = defineCommand({
  name: 'doctor',
  summary: 'check the configuration, files, database and port',
  run: async (config) => (await import('./doctor.ts')).doctor(config),
});

/** The commands of `waymark`, in the order of its help. */
export const commands: readonly Command[] = [
  start,
  link,
  password,
  tokenCreate,
  connectOutlook,
  accountList,
  accountDelete,
  migrate,
  seed,
  reviewCommand,
  frameworkCommand,
  exportCommand,
  importCommand,
  backup,
  doctor,
];
