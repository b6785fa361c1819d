import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ensureOwner, findOrDraftAccount } from '../domains/accounts/accounts/accounts.service.ts';
import { actFor, type Context } from '../platform/context.ts';
import { checkExport } from '../transfer/check.ts';
import { type ImportReport, importRows } from '../transfer/import.ts';
import { createProgress, defineCommand, printLink, rows, say, UsageError, withApp } from './command.ts';

export const importCommand = defineCommand({
  name: 'import',
  usage: '<file> [--account <e-mail>]',
  summary: 'take an export over, all of it or nothing, for the owner or another account',
  options: { account: { type: 'string' } },
  files: 1,
  async run(config, { account: address }, [path]) {
    if (path === undefined) throw new UsageError('Say which file; - is standard input.');
    return withFile(path, async (file) => {
      // All that can be known from the file alone is known before the database is touched.
      const manifest = await checkExport(file, createProgress('Rows checked'));
      return withApp(config, async (app) => {
        const ctx = app.systemContext();
        const { account, isNew } = await targetOf(ctx, address);
        const report = await importRows(actFor(ctx, account), file, manifest, createProgress('Rows read'));
        say(describe(report, account.email));
        if (isNew) await printLink(app, config, account.id);
        return 0;
      });
    });
  },
});

/** Whose the rows are to be: the owner's, unless another account is named. */
async function targetOf(ctx: Context, address: string | undefined) {
  if (address === undefined) {
    const { account, created } = await ensureOwner(ctx);
    return { account, isNew: created };
  }
  const { account, isDraft } = await findOrDraftAccount(ctx, address);
  return { account, isNew: isDraft };
}

function describe({ added, alike, whole }: ImportReport, address: string): string {
  if (whole) return `${rows(added)} taken over into ${address}, with settings and history.`;
  if (added === 0) return `All ${rows(alike)} are there already in ${address}: nothing was changed.`;
  return `${rows(added)} added to ${address}, ${rows(alike)} were there already. Settings and history stay those of the account.`;
}

/** Runs something on a file that can be read more than once: what comes in on standard input is kept until it is done. */
async function withFile(path: string, work: (file: string) => Promise<number>): Promise<number> {
  if (path !== '-') return work(path);
  const folder = await mkdtemp(join(tmpdir(), 'waymark-import-'));
  try {
    const file = join(folder, 'export.jsonl');
    await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
