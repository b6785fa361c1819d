/* Servers of PostgreSQL as processes of their own, with replicas. For tests and `npm run chaos`. */
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, chownSync, readdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './processes.ts';

/** A server of PostgreSQL in a folder of its own. */
export interface PostgresqlServer {
  readonly port: number;
  urlOf(database: string): string;
  /** Runs a statement, and returns the first column of its first row. */
  sql(text: string, database?: string): Promise<unknown>;
  /** Sends a signal to the server and its backends. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  start(): Promise<void>;
  /** @param mode `immediate`: as a crash does */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  /** Makes a replica a server that is written to. */
  promote(): Promise<void>;
  /** Makes a streaming replica, and starts it. */
  replicate(): Promise<PostgresqlServer>;
  /** Stops it at once, whatever it does. */
  kill(): void;
}

/** Settings for servers whose data need not outlive them. */
const settings = ['fsync = off', 'shared_buffers = 16MB', 'max_connections = 100', 'hot_standby = on'];

/** The folder of the newest PostgreSQL's programs. Null if there is none. */
function findPrograms(): string | null {
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    const found = versions.find((version) => readdirSync(`/usr/lib/postgresql/${version}/bin`).includes('initdb'));
    return found ? `/usr/lib/postgresql/${found}/bin` : null;
  } catch {
    return null;
  }
}

/**
 * Makes a server in a folder, and starts it. Returns null where PostgreSQL is not installed.
 * @param options.isDurable whether its commits are synced to the disk, as by default
 */
export async function createPostgresqlServer(
  folder: string,
  options: { isDurable: boolean },
): Promise<PostgresqlServer | null> {
  const programs = findPrograms();
  if (programs === null) return null;
  // PostgreSQL refuses to run as root.
  const isRoot = userInfo().uid === 0;
  const [uid, gid] = isRoot
    ? ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
    : [];
  const user = uid === undefined || gid === undefined ? {} : { uid, gid };
  if (isRoot) chownSync(folder, uid ?? 0, gid ?? 0);
  const spawning = { ...user, cwd: folder, stdio: 'ignore' as const, env: { PATH: process.env.PATH ?? '' } };

  async function run(program: string, ...args: string[]): Promise<void> {
    const [code] = await once(spawn(join(programs ?? '', program), args, spawning), 'exit');
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed.`);
  }

  async function serve(name: string): Promise<PostgresqlServer> {
    const data = join(folder, name);
    const port = await freePort();
    const stopArgs = (mode: string) => ['-D', data, '-m', mode, '-w', 'stop'];
    const server: PostgresqlServer = {
      port,
      urlOf: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
      async sql(text, database = 'postgres') {
        const client = new pg.Client({ connectionString: server.urlOf(database) });
        await client.connect();
        try {
          const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
          return rows[0]?.[0];
        } finally {
          await client.end();
        }
      },
      signal(signal) {
        const main = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
        for (const pid of [main, ...childrenOf(main)]) process.kill(pid, signal);
      },
      start: () => {
        const places = `-p ${port} -k ${folder} -h 127.0.0.1`;
        return run('pg_ctl', '-D', data, '-o', places, '-l', join(folder, `${name}.log`), '-w', 'start');
      },
      stop: (mode) => run('pg_ctl', ...stopArgs(mode)),
      promote: () => run('pg_ctl', '-D', data, '-w', 'promote'),
      async replicate() {
        const replica = `replica-${randomUUID()}`;
        const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres'];
        await run('pg_basebackup', ...from, '-D', join(folder, replica), '-R', '-c', 'fast', '--no-sync');
        const made = await serve(replica);
        await made.start();
        return made;
      },
      kill() {
        try {
          server.signal('SIGCONT');
          execFileSync(join(programs ?? '', 'pg_ctl'), stopArgs('immediate'), spawning);
        } catch {
          // It does not run.
        }
      },
    };
    return server;
  }

  await run('initdb', '-D', join(folder, 'primary'), '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync');
  if (!options.isDurable) appendFileSync(join(folder, 'primary/postgresql.conf'), `${settings.join('\n')}\n`);
  const primary = await serve('primary');
  await primary.start();
  return primary;
}

function childrenOf(pid: number): number[] {
  const output = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return output.split('\n').map(Number).filter(Boolean);
}
