/* Servers as processes of their own: started, waited for, and stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../scripts/processes.ts';
import type { DatabaseLocation } from '../src/platform/database/location.ts';
import { onServerCore } from './cores.ts';
import type { Processes } from './cpu.ts';
import { nameOf } from './database.ts';
import type { Dialect } from './dialect.ts';
import { createLoadClient, type LoadClient } from './load.ts';

/** How a server is started. */
export interface ServerSpec {
  readonly name: string;
  readonly database: DatabaseLocation;
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** Its environment for a port. */
  readonly env: (port: number) => Record<string, string>;
  /** How it is asked, if it does not have Waymark's schema. */
  readonly dialect?: Dialect;
}

export interface Server extends LoadClient {
  readonly name: string;
  readonly spec: ServerSpec;
  readonly processes: Processes;
  /** From the start of the process to its first answer, in milliseconds. */
  readonly startMilliseconds: number;
  stop(): Promise<void>;
}

/** How long a server may take to start, in milliseconds. */
const patience = 60_000;

/** Starts a server, and waits until it answers a request. */
export async function startServer(spec: ServerSpec, folder: string, body: string): Promise<Server> {
  const port = await freePort();
  const [program = '', ...args] = onServerCore(spec.command);
  const log = join(folder, `${spec.name.replaceAll(/\W+/g, '-')}.log`);
  const output = openSync(log, 'a');
  const started = performance.now();
  const env = { PATH: process.env.PATH ?? '', HOME: folder, ...spec.env(port) };
  const child = spawn(program, args, { env, cwd: folder, stdio: ['ignore', output, output] });
  const client = createLoadClient(`http://127.0.0.1:${port}/graphql`);
  while (!(await answers(client, body))) {
    if (child.exitCode !== null || performance.now() - started > patience) {
      await stop(child);
      throw new Error(`${spec.name} does not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
    }
    await sleep(5);
  }
  const startMilliseconds = performance.now() - started;
  const database = spec.database.engine === 'postgresql' ? nameOf(spec.database.url) : undefined;
  return {
    ...client,
    name: spec.name,
    spec,
    processes: { pid: child.pid ?? 0, database },
    startMilliseconds,
    async stop() {
      client.close();
      await stop(child);
    },
  };
}

async function answers(client: LoadClient, body: string): Promise<boolean> {
  try {
    await client.ask(body);
    return true;
  } catch (error) {
    // Not listening yet, or not ready. An answer that is wrong stays wrong.
    const { code, message } = error as { code?: string; message: string };
    if (code === undefined && !/ answered (404|5\d\d)/.test(message)) throw error;
    return false;
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
