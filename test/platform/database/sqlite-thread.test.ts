import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { startSqliteThread } from '../../../src/platform/database/sqlite-thread.ts';
import { engine } from '../../support/databases.ts';

/* Threads that work on a SQLite file: what they bind, and their priority. */

const program = fileURLToPath(new URL('../../support/thread-priorities.ts', import.meta.url));

interface Priorities {
  readonly rows: unknown[][];
  /** The niceness of the event loop, and the least and the most of all threads. */
  readonly own: number;
  readonly least: number;
  readonly most: number;
}

/** Reads in a thread of a process. @param niceness by how much it gives way to other programs, beside this one */
async function read(niceness: number, ...options: string[]): Promise<Priorities> {
  const command = ['-n', String(niceness), process.execPath, ...options, program, inject('templateDatabase')];
  const { stdout } = await promisify(execFile)('nice', command);
  return JSON.parse(stdout) as Priorities;
}

const isLinux = engine === 'sqlite' && process.platform === 'linux';

test.runIf(isLinux)('a thread gives way to the event loop', async () => {
  const { rows, own, least, most } = await read(0);
  expect([rows, least, most]).toEqual([[[1]], own, Math.max(own, 10)]);
});

test.runIf(isLinux)('a thread gives way to other programs as the server does', async () => {
  const { rows, own, least, most } = await read(15);
  expect([rows, least, most]).toEqual([[[1]], own, own]);
});

test.runIf(isLinux)('a thread works where its priority cannot be changed', async () => {
  const denied = `
    import os from 'node:os';
    import { syncBuiltinESMExports } from 'node:module';
    os.setPriority = () => { throw new Error('EACCES'); };
    syncBuiltinESMExports();`;
  const { rows, own, least, most } = await read(0, `--import=data:text/javascript,${encodeURIComponent(denied)}`);
  expect([rows, least, most]).toEqual([[[1]], own, own]);
});

test.skipIf(engine !== 'sqlite')(
  'values that SQLite does not bind are refused, and the statements around them get their own results',
  async () => {
    const thread = startSqliteThread({ file: inject('templateDatabase'), readonly: true });
    const values = [1, Symbol('x'), [2], { name: 3 }, true, new Date(0), undefined, Number.NaN, 10n, 'end'];
    const all = await Promise.allSettled(values.map((value) => thread.query('SELECT ?', [value])));
    await thread.close();
    const refused = all.map((one) => (one.status === 'rejected' ? 'refused' : one.value.rows[0]?.[0]));
    expect(refused).toEqual([1, ...Array(5).fill('refused'), null, null, 10, 'end']);
  },
);
