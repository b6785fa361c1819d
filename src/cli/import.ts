import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { importRulesOf } from '../domain.ts';
import { ensureOwner, findOrDraftAccount } from '../domains/accounts/accounts/accounts.service.ts';
import { domains } from '../domains.ts';
import { actFor, type Context } from '../platform/context.ts';
import { checkExport } from '../transfer/check.ts';
import { type ImportReport, importRows } from '../transfer/import.ts';
import { createProgress, defineCommand, formatRecords, print, printLink, UsageError, withApp } from './command.ts';

export const importCommand = defineCommand({
  name: 'import',
  usage: '<file> [--account <email>]',
  summary: 'import an export, as a whole or not at all, for the owner or another account',
  options: { account: { type: 'string' } },
  files: 1,
  async run(config, { account: address }, [path]) {
    if (path === undefined) throw new UsageError('Name the file. Use - for standard input.');
    return withFile(path, async (file) => {
      // The whole file is checked before the database is touched.
      const manifest = await checkExport(file, importRulesOf(domains), createProgress('Records checked'));
      return withApp(config, async (app) => {
        const ctx = app.systemContext();
        const { account, isNew } = await targetOf(ctx, address);
        const report = await importRows(actFor(ctx, account), file, manifest, createProgress('Records imported'));
        print(describe(report, account.email));
        if (isNew) await printLink(app, config, account.id);
        return 0;
      });
    });
  },
});

/** The account that gets the records: the owner's, unless another is named. */
async function targetOf(ctx: Context, address: string | undefined) {
  if (address === undefined) {
    const { account, created } = await ensureOwner(ctx);
    return { account, isNew: created };
  }
  const { account, isDraft } = await findOrDraftAccount(ctx, address);
  return { account, isNew: isDraft };
}

function describe({ createdCount, unchangedCount, includesHistory }: ImportReport, address: string): string {
  if (includesHistory) return `${formatRecords(createdCount)} imported into ${address}, with settings and history.`;
  if (createdCount === 0) return `Nothing imported: ${address} already has all ${formatRecords(unchangedCount)}.`;
  const present = unchangedCount === 0 ? '' : `, which already had ${formatRecords(unchangedCount)} of the file`;
  return `${formatRecords(createdCount)} added to ${address}${present}. Its settings and history are unchanged.`;
}

/** Runs `work` with a file that can be read more than once. Standard input is saved to a temporary file. */
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
