import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command, Told } from './outlook-server.ts';

/** What has happened. */
export interface Report {
  kills: number;
  syncs: number;
  /** What the servers have and the calendar does not, or the reverse. */
  differences: string[];
}

/** A server in a process of its own, which is started again when it was killed. */
export async function startServer(variables: Record<string, string>, report: Report) {
  const file = join(import.meta.dirname, 'outlook-server.ts');
  let child: ChildProcess;
  let answers: AsyncIterator<string>;

  function start(): void {
    const env = { PATH: process.env.PATH ?? '', NODE_ENV: 'test', ...variables };
    child = spawn(process.execPath, ['--no-warnings', file], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin?.on('error', () => {});
    answers = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  }

  async function ask(command: Command['do'], now: Date, body?: unknown): Promise<Told> {
    const line: Command = { now: now.toISOString(), do: command, body };
    child.stdin?.write(`${JSON.stringify(line)}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error('The server has ended.');
    if (command === 'sync') report.syncs += 1;
    const answer = JSON.parse(value) as Told & { error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  }

  const ended = () => new Promise<void>((resolve) => void child.once('close', () => resolve()));
  start();
  await ask('start', new Date(0));
  return {
    ask,
    tell: (now: Date) => ask('tell', now),
    /** Kills it while it does something, some milliseconds after it was told to, and starts it again. */
    async killDuring(command: Command['do'], now: Date, milliseconds: number): Promise<void> {
      const over = ended();
      const asked = ask(command, now).catch(() => {});
      await sleep(milliseconds);
      child.kill('SIGKILL');
      await Promise.all([over, asked]);
      report.kills += 1;
      start();
      await ask('start', now);
    },
    async stop(): Promise<void> {
      const over = ended();
      child.stdin?.end();
      await over;
    },
  };
}
