import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { replaceFile } from '../platform/runtime/files.ts';
import { programVersion } from '../platform/runtime/version.ts';
import { exportLines } from '../transfer/export.ts';
import { accountAt, createProgress, defineCommand, formatRecords, print, withApp } from './command.ts';

export const exportCommand = defineCommand({
  name: 'export',
  usage: '[--output <file>] [--force] [--account <email>]',
  summary: 'export everything that the owner or another account owns',
  options: { output: { type: 'string' }, force: { type: 'boolean' }, account: { type: 'string' } },
  run: (config, { output = '-', force = false, account: address }) =>
    withApp(config, async (app) => {
      const account = await accountAt(app.systemContext(), address);
      const showProgress = createProgress('Records written');
      let written = 0;
      const onProgress = (done: number, total: number) => {
        written = done;
        showProgress(done, total);
      };
      const lines = exportLines(app.db, account.id, { program: programVersion(), onProgress });
      if (output === '-') {
        await writeTo(process.stdout, lines);
        return 0;
      }
      await replaceFile(output, { force }, (file) => file.writeFile(lines));
      return print(`Wrote ${formatRecords(written)} of ${account.email} to ${output}.`);
    }),
});

/** Writes texts to a stream and leaves it open. Ends early if the reader stops reading, as `head` does. */
async function writeTo(stream: Writable, texts: AsyncIterable<string>): Promise<void> {
  const isClosed = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EPIPE';
  // What is still being written when the last text has been passed on can fail, too.
  stream.on('error', (error) => {
    if (!isClosed(error)) throw error;
  });
  try {
    await pipeline(Readable.from(texts), stream, { end: false });
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
}
