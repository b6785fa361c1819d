import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const commandFile = join(import.meta.dirname, '../../bin/waymark.js');

/** What the command prints while it prepares itself, once for each engine after an installation. */
export const progress = /^Preparing Waymark, .+:\n(?: {2}\S.+\n)*/;

/** A folder of its own for a test, gone when it is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Finished {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  /** What it has printed so far. */
  printed(): string;
  /** Waits until it has printed something like this; fails when it ends before, or nothing comes for a while. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  finished: Promise<Finished>;
}

/**
 * Starts the `waymark` command, or another program, in a folder of its own where no .env is found, with these variables and no others.
 * It is killed when the test is over.
 */
export function startCommand(
  args: string[],
  variables: Record<string, string> = {},
  { node = process.execPath, cwd = temporaryFolder(), file = commandFile } = {},
): Running {
  const env = { PATH: process.env.PATH ?? '', WAYMARK_DATA_DIR: join(cwd, 'data'), ...variables };
  const child = spawn(node, [file, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  const heard = () => {
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    heard();
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await finished;
  });

  function prints(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why}\n${stdout}\n${stderr}`));
      const late = setTimeout(() => fail(`It did not print ${pattern} in time.`), 60_000);
      const look = () => {
        const match = pattern.exec(stdout);
        if (!match) return;
        listeners.delete(look);
        clearTimeout(late);
        resolve(match);
      };
      listeners.add(look);
      void finished.then(({ code }) => {
        clearTimeout(late);
        fail(`It ended with ${code} before it printed ${pattern}.`);
      });
      look();
    });
  }

  return { child, printed: () => stdout, prints, finished };
}

/** Runs the `waymark` command to its end. */
export function runCommand(...parameters: Parameters<typeof startCommand>): Promise<Finished> {
  return startCommand(...parameters).finished;
}
