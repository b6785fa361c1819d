/**
 * `node bench/transfer.ts`: exports an account of BENCH_ROWS records (default: a million), imports it into another database,
 * exports it there, and imports it back. Prints how long each step took, and its peak memory. The other database is the one at
 * BENCH_DATABASE_URL, which must be empty, or another SQLite file. Linux only: the memory is read from /proc.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOf } from '../scripts/processes.ts';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { ensureOwner } from '../src/domains/accounts/accounts/accounts.service.ts';
import type { Prisma } from '../src/generated/sqlite/client.ts';
import { newId } from '../src/platform/database/ids.ts';
import { caseFold } from '../src/platform/search/case-folding.ts';

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'waymark-transfer-'));
const quiet = { NODE_ENV: 'test', LOG_LEVEL: 'silent', PATH: process.env.PATH ?? '' };
const here = { ...quiet, WAYMARK_DATA_DIR: join(folder, 'here') };
const there = { ...quiet, WAYMARK_DATA_DIR: join(folder, 'there'), DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '' };
const back = { ...quiet, WAYMARK_DATA_DIR: join(folder, 'back') };

/** Fills the owner's account through the database's client, with the mix of records of a busy decade. */
async function fill(): Promise<void> {
  const app = await createApp(parseConfig(here));
  const { account } = await ensureOwner(app.systemContext());
  const started = Date.parse('2016-01-01T08:00:00Z');
  let number = 0;
  const stamps = () => {
    number += 1;
    const moment = new Date(started + number * 300_000);
    return { id: newId(), ownerId: account.id, version: 1, createdAt: moment, updatedAt: moment };
  };
  const text = () => `Number ${number}: what was on, and what became of it in the end`;
  type Insert<T> = (client: Prisma.TransactionClient, data: T[]) => Promise<unknown>;
  async function add<T>(count: number, make: () => T, insert: Insert<T>) {
    for (let done = 0; done < count; done += 20_000) {
      await app.db.write(async (client) => {
        const left = Math.min(20_000, count - done);
        for (let at = 0; at < left; at += 500) {
          await insert(client, Array.from({ length: Math.min(500, left - at) }, make));
        }
      });
    }
  }
  const labels: string[] = [];
  await add(
    20,
    () => {
      const row = { ...stamps(), name: text(), nameNormalized: caseFold(text()), color: '#3b82f6' };
      labels.push(row.id);
      return row;
    },
    (client, data) => client.label.createMany({ data }),
  );
  const tasks: string[] = [];
  const share = (part: number) => Math.floor(rows * part);
  await add(
    share(0.3),
    () => {
      const parentId = tasks.length % 4 === 3 ? (tasks.at(-3) ?? null) : null;
      const row = {
        ...stamps(),
        title: text(),
        titleNormalized: caseFold(text()),
        description: text(),
        position: number,
        parentId,
      };
      tasks.push(row.id);
      return row;
    },
    (client, data) => client.task.createMany({ data }),
  );
  let labelled = 0;
  await add(
    share(0.2),
    () => {
      const { id, ownerId, createdAt } = stamps();
      labelled += 1;
      return { id, ownerId, createdAt, taskId: tasks[labelled] ?? '', labelId: labels[labelled % 20] ?? '' };
    },
    (client, data) => client.taskLabel.createMany({ data }),
  );
  await add(
    share(0.25),
    () => {
      const stamped = stamps();
      return {
        ...stamped,
        at: stamped.createdAt,
        energy: 1 + (number % 5),
        notes: text(),
        notesNormalized: caseFold(text()),
      };
    },
    (client, data) => client.energyEntry.createMany({ data }),
  );
  await add(
    share(0.15) - 20,
    () => {
      const stamped = stamps();
      const learnedOn = stamped.createdAt.toISOString().slice(0, 10);
      return { ...stamped, title: text(), titleNormalized: caseFold(text()), notes: text().repeat(5), learnedOn };
    },
    (client, data) => client.learning.createMany({ data }),
  );
  // An account without any would have all of its documents written at the next start.
  const { id } = stamps();
  const document = { type: 'Task', rowId: `Task:${id}`, title: '', text: '', titleTokens: '', textTokens: '' };
  await app.db.write((client) =>
    client.searchDocument.createMany({ data: [{ ...document, ownerId: account.id, isTrashed: false }] }),
  );
  const changeSets = share(0.001);
  for (let sequence = 2; sequence <= changeSets; sequence++) {
    await app.db.write(async (client) => {
      const at = new Date(started + sequence);
      const changeSet = {
        id: newId(),
        ownerId: account.id,
        sequence,
        name: 'bench',
        requestId: 'bench',
        actor: 'server',
        at,
      };
      await client.changeSet.create({ data: changeSet });
      const after = { title: text(), description: text(), ownerId: account.id };
      const change = { ownerId: account.id, sequence, model: 'Task', action: 'CREATE', after } as const;
      const data = Array.from({ length: 99 }, (_, ordinal) => ({ ...change, ordinal, rowId: tasks[ordinal] ?? '' }));
      await client.change.createMany({ data });
      await client.changeSequence.update({ where: { ownerId: account.id }, data: { sequence } });
    });
  }
  await app.close();
}

/** Runs the command, and prints how long it took and its peak memory. */
async function run(name: string, env: Record<string, string>, ...args: string[]): Promise<void> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../bin/waymark.js'), ...args], {
    env,
    stdio: 'inherit',
  });
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0, 'VmHWM'));
  };
  const watch = setInterval(look, 100);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${name} failed.`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.info(`${name.padEnd(40)} ${seconds.padStart(7)} s  ${Math.round(peak)} MB`);
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

try {
  const started = performance.now();
  await fill();
  console.info(`${rows} rows made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const [one, two, three] = ['one', 'two', 'three'].map((name) => join(folder, `${name}.jsonl`)) as [
    string,
    string,
    string,
  ];
  const other = there.DATABASE_URL ? 'PostgreSQL' : 'SQLite';
  await run('export from SQLite', here, 'export', '--output', one);
  console.info(`the file has ${Math.round(statSync(one).size / 2 ** 20)} MB`);
  await run(`import into ${other}`, there, 'import', one);
  await run(`export from ${other}`, there, 'export', '--output', two);
  await run('import into SQLite', back, 'import', two);
  await run('export from SQLite', back, 'export', '--output', three);
  await run('import of what is there', back, 'import', two);
  const sums = await Promise.all([one, two, three].map(sha256));
  console.info(new Set(sums).size === 1 ? `equal: ${sums[0]}` : `NOT EQUAL: ${sums.join(', ')}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
