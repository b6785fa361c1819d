import { accountDelete, accountList } from './account.ts';
import { add } from './add.ts';
import { backup } from './backup.ts';
import { type Command, defineCommand } from './command.ts';
import { completionOf } from './completion.ts';
import { connectOutlook } from './connect.ts';
import { exportCommand } from './export.ts';
import { frameworkCommand } from './framework.ts';
import { importCommand } from './import.ts';
import { importFromCommand } from './import-from.ts';
import { link } from './link.ts';
import { mcp } from './mcp.ts';
import { migrate } from './migrate.ts';
import { password } from './password.ts';
import { query } from './query.ts';
import { reviewCommand } from './review.ts';
import { seed } from './seed.ts';
import { start } from './start.ts';
import { today } from './today.ts';
import { tokenCreate } from './token.ts';
import { undo } from './undo.ts';

const doctor = defineCommand({
  name: 'doctor',
  summary: 'check the configuration, files, database and port',
  run: async (config) => (await import('./doctor.ts')).doctor(config),
});

const all: readonly Command[] = [
  start,
  link,
  password,
  tokenCreate,
  connectOutlook,
  accountList,
  accountDelete,
  migrate,
  seed,
  today,
  add,
  undo,
  reviewCommand,
  query,
  mcp,
  frameworkCommand,
  exportCommand,
  importCommand,
  importFromCommand,
  backup,
  doctor,
];

/** The commands of `waymark`, in the order of its help. */
export const commands: readonly Command[] = [...all, completionOf(all)];
