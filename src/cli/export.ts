import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { ensureOwner, findAccount } from '../domains/accounts/accounts/accounts.service.ts';
import { replaceFile } from '../platform/runtime/files.ts';
import { programVersion } from '../platform/runtime/version.ts';
import { exportLines } from '../transfer/export.ts';
import { createProgress, defineCommand, UsageError, withApp } from './command.ts';

export const exportCommand = defineCommand({
  name: 'export',
  usage: '[--output <file>] [--force] [--account <e-mail>]',
  summary: 'export everything that the owner or another account owns',
  options: { output: { type: 'string' }, force: { type: 'boolean' }, account: { type: 'string' } },
  run: (config, { output = '-', force = false, account: address }) =>
    withApp(config, async (app) => {
      const ctx = app.systemContext();
      const account = address === undefined ? (await ensureOwner(ctx)).account : await findAccount(ctx, address);
      if (!account) throw new UsageError(`There is no account ${address}.`);
      const options = { program: programVersion(), onProgress: createProgress('Records written') };
      const lines = exportLines(app.db, account.id, options);
      if (output === '-') await writeTo(process.stdout, lines);
      else await replaceFile(output, { force }, (file) => file.writeFile(lines));
      return 0;
    }),
});

/** Writes texts to a stream and leaves it open. Waits while the stream is full. */
async function writeTo(stream: Writable, texts: AsyncIterable<string>): Promise<void> {
  for await (const text of texts) if (!stream.write(text)) await once(stream, 'drain');
}
