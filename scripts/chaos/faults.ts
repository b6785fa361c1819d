import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { quantile } from '../../bench/table.ts';
import { memoryOf } from '../processes.ts';
import { root } from '../root.ts';
import type { Fault } from './fault.ts';
import { ask } from './load.ts';
import type { Server } from './processes.ts';
import { endConnections, replicaFaults } from './replica-faults.ts';

/** The database file, as another program opens it. */
const secondProgram = ({ folder }: Server) => new BetterSqlite3(join(folder, 'waymark.db'), { timeout: 30_000 });

async function holdLock(server: Server, milliseconds: number): Promise<void> {
  const program = secondProgram(server);
  program.exec('BEGIN IMMEDIATE');
  await sleep(milliseconds);
  program.exec('ROLLBACK');
  program.close();
}

async function runCommand(server: Server, ...args: string[]): Promise<number | null> {
  const env = { ...process.env, WAYMARK_DATA_DIR: server.folder };
  const child = spawn(process.execPath, [join(root, 'bin/waymark.js'), ...args], { env, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

const lists = Array.from(
  { length: 8 },
  (_, i) => `a${i}: tasks(first: 100) { nodes { id title labels { name } goal { title } } }`,
);

export const faults: Fault[] = [
  { name: 'none', run: () => sleep(4_000) },
  {
    name: 'another program locks the file for 2 s, three times',
    engine: 'sqlite',
    async run({ server }) {
      for (let i = 0; i < 3; i++) {
        await holdLock(server, 2_000);
        await sleep(300);
      }
    },
  },
  {
    name: 'another program locks the file for 7 s',
    engine: 'sqlite',
    run: ({ server }) => holdLock(server, 7_000),
  },
  {
    name: 'commands run beside the server',
    engine: 'sqlite',
    async run({ server }) {
      const codes: (number | null)[] = [];
      for (const args of [['link'], ['backup'], ['link']]) codes.push(await runCommand(server, ...args));
      return `exit codes ${codes.join(' ')}`;
    },
  },
  {
    name: 'killed and started again, five times',
    async run({ server }) {
      for (let i = 0; i < 5; i++) {
        await sleep(700 + i * 37);
        server.child.kill('SIGKILL');
        await once(server.child, 'exit');
        await server.start();
      }
    },
  },
  {
    name: 'stopped by SIGTERM and started again, twice',
    async run({ server }) {
      for (let i = 0; i < 2; i++) {
        await sleep(1_000);
        server.child.kill('SIGTERM');
        await once(server.child, 'exit');
        await server.start();
      }
    },
  },
  {
    name: 'PostgreSQL ends all connections, twenty times',
    engine: 'postgresql',
    async run({ cluster }) {
      for (let i = 0; i < 20; i++) {
        await cluster?.sql(endConnections);
        await sleep(150);
      }
    },
  },
  {
    name: 'PostgreSQL is frozen for 10 s',
    engine: 'postgresql',
    async run({ server, cluster }) {
      cluster?.signal('SIGSTOP');
      const frozen = performance.now();
      const refused = await untilAnswered(server, frozen, (status) => status === 503);
      await sleep(Math.max(0, 10_000 - (performance.now() - frozen)));
      cluster?.signal('SIGCONT');
      const again = await untilAnswered(server, performance.now(), (status) => status === 200);
      return `503 after ${refused} ms, answers again after ${again} ms`;
    },
  },
  {
    name: 'PostgreSQL crashes and is started again',
    engine: 'postgresql',
    async run({ cluster }) {
      await sleep(1_000);
      await cluster?.restart();
      await sleep(3_000);
    },
  },
  ...replicaFaults,
  {
    name: 'Redis is frozen for 4 s',
    redis: true,
    variables: { REQUESTS_PER_MINUTE: '1000000' },
    async run({ redis }) {
      process.kill(redis?.pid ?? 0, 'SIGSTOP');
      await sleep(4_000);
      process.kill(redis?.pid ?? 0, 'SIGCONT');
      await sleep(1_500);
    },
  },
  {
    name: 'one person sends 30 batches of 200',
    async run({ server }) {
      const operations = Array.from({ length: 200 }, (_, i) => ({ createTask: { title: `task ${i}` } }));
      const batch =
        'mutation ($operations: [BatchOperation!]!) { batch(input: { operations: $operations }) { __typename } }';
      const other = await signUp(server);
      let isOver = false;
      const batches = Promise.all(Array.from({ length: 30 }, () => ask(server, batch, { operations }))).finally(() => {
        isOver = true;
      });
      const times: number[] = [];
      while (!isOver) {
        const started = performance.now();
        await ask(server, 'mutation { createTask(input: { title: "other" }) { __typename } }', {}, other);
        times.push(performance.now() - started);
        await sleep(20);
      }
      const done = (await batches).filter((answer) => answer?.status === 200).length;
      return `${done} batches done; a task of somebody else takes ${Math.round(quantile(times, 0.5))} ms, at most ${Math.round(quantile(times, 1))} ms`;
    },
  },
  {
    name: '1,000 heavy queries at once',
    async run({ server }) {
      const heavy = `{ ${lists.join(' ')} }`;
      const answers = await Promise.all(Array.from({ length: 1_000 }, () => ask(server, heavy)));
      const counts = Object.groupBy(answers, (answer) => String(answer?.status ?? 'none'));
      await sleep(3_000);
      const said = Object.entries(counts).map(([status, all]) => `${all?.length ?? 0} × ${status}`);
      return `${said.join(', ')}; ${Math.round(memoryOf(server.pid, 'VmRSS'))} MB afterwards`;
    },
  },
  {
    name: 'hostile documents',
    async run({ server }) {
      const documents = [
        `{ ${'tasks{__typename} '.repeat(990)} }`,
        `{ a(x: ${'['.repeat(4_000)}${']'.repeat(4_000)}) }`,
        `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: __schema { types { fields { type { name } } } }`).join(' ')} }`,
        `{ tasks ${'@include(if: true) '.repeat(900)}{ totalCount } }`,
        `mutation { ${Array.from({ length: 60 }, (_, i) => `s${i}: signIn(input: { email: "a@b.c", password: "${i}" }) { __typename }`).join(' ')} }`,
      ];
      const times: number[] = [];
      const statuses = new Set<number | undefined>();
      for (let round = 0; round < 10; round++) {
        for (const document of documents) {
          const started = performance.now();
          statuses.add((await ask(server, document))?.status);
          times.push(performance.now() - started);
        }
      }
      return `statuses ${[...statuses].join(', ')}; at most ${Math.round(quantile(times, 1))} ms`;
    },
  },
];

/** Asks until the answer has a status. Returns how long that took, in milliseconds. */
async function untilAnswered(server: Server, since: number, isIt: (status: number) => boolean): Promise<number> {
  for (;;) {
    const answer = await ask(server, '{ tasks { totalCount } }');
    if ((answer && isIt(answer.status)) || performance.now() - since > 30_000)
      return Math.round(performance.now() - since);
    await sleep(20);
  }
}

/** The headers of a second person. */
async function signUp(server: Server): Promise<object> {
  const input = '{ email: "other@example.org", password: "correct horse battery", name: "Other", timeZone: "UTC" }';
  const query = `mutation { signUp(input: ${input}) { ... on SignUpPayload { accessToken } } }`;
  const answer = await ask(server, query, {}, { cookie: '' });
  const { accessToken = '' } = (answer?.body.data?.signUp ?? {}) as { accessToken?: string };
  return { cookie: '', authorization: `Bearer ${accessToken}` };
}
