import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresqlServer, type PostgresqlServer } from '../postgresql-server.ts';
import { freePort, memoryOf } from '../processes.ts';
import { root } from '../root.ts';

/* The processes that faults are done to: a server of Waymark, a cluster of PostgreSQL and a Redis of their own. */

/** What is to be undone in the end, the latest first. */
const cleanups: (() => void)[] = [];

export function cleanUp(): void {
  for (const clean of cleanups.splice(0).reverse()) {
    try {
      clean();
    } catch {
      // What is gone already needs no cleaning.
    }
  }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-chaos-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A server under test: a process that may be replaced by another one on the same data and port. */
export interface Server {
  readonly url: string;
  readonly folder: string;
  readonly cookie: string;
  readonly pid: number;
  readonly child: ChildProcess;
  /** The highest resident memory of its process so far, in megabytes. */
  peakMemory(): number;
  /** Starts the process again and waits until it serves. */
  start(): Promise<void>;
}

/** @param variables further environment variables, such as DATABASE_URL */
export async function startWaymark(variables: Record<string, string>, folder = temporaryFolder()): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    PORT: String(port),
    WAYMARK_DATA_DIR: folder,
    LOG_LEVEL: 'fatal',
    SIGN_UP: 'open',
    ...variables,
  };
  let child: ChildProcess;
  let printed = '';
  let peakBefore = 0;
  const peakMemory = () => Math.max(peakBefore, Math.round(memoryOf(child.pid ?? 0, 'VmHWM')));
  async function start(): Promise<void> {
    printed = '';
    child = spawn(join(root, 'bin/waymark'), ['start'], { cwd: folder, env });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    for (let waited = 0; !/sign-in\?token=|Waymark is at/.test(printed); waited += 50) {
      if (child.exitCode !== null || waited > 60_000) throw new Error(`The server did not start.\n${printed}`);
      await sleep(50);
    }
  }
  await start();
  while (!printed.includes('sign-in?token=')) await sleep(20);
  const link = /http\S+sign-in\?token=\S+/.exec(printed)?.[0] ?? '';
  const cookie = (await fetch(link, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  cleanups.push(() => void child.kill('SIGKILL'));
  return {
    url,
    folder,
    cookie,
    get pid() {
      return child.pid ?? 0;
    },
    get child() {
      return child;
    },
    peakMemory,
    async start() {
      peakBefore = peakMemory();
      await start();
    },
  };
}

/** A cluster of PostgreSQL. */
export interface Cluster {
  readonly url: string;
  /** Runs SQL in its database. */
  sql(text: string): Promise<void>;
  /** Sends a signal to the server and its backends. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** Stops it as a crash does, and starts it again. */
  restart(): Promise<void>;
  /** Makes a streaming replica, and starts it. */
  replicate(): Promise<Cluster>;
}

/** Starts a cluster, or returns null where PostgreSQL is not installed. */
export async function startPostgresql(): Promise<Cluster | null> {
  const server = await createPostgresqlServer(temporaryFolder(), { isDurable: true });
  if (server === null) return null;
  const cluster = clusterOf(server);
  await server.sql('CREATE DATABASE waymark');
  return cluster;
}

function clusterOf(server: PostgresqlServer): Cluster {
  cleanups.push(() => server.kill());
  return {
    url: server.urlOf('waymark'),
    sql: async (text) => void (await server.sql(text, 'waymark')),
    signal: (name) => server.signal(name),
    async restart() {
      await server.stop('immediate');
      await server.start();
    },
    replicate: async () => clusterOf(await server.replicate()),
  };
}

/** A Redis without persistence, or null where it is not installed. */
export async function startRedis(): Promise<{ url: string; pid: number } | null> {
  const port = await freePort();
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', folder], { stdio: 'ignore' });
  const started = await Promise.race([
    new Promise((resolve) => child.once('error', () => resolve(false))),
    sleep(500).then(() => true),
  ]);
  if (!started) return null;
  cleanups.push(() => {
    child.kill('SIGCONT');
    child.kill('SIGKILL');
  });
  return { url: `redis://127.0.0.1:${port}`, pid: child.pid ?? 0 };
}
