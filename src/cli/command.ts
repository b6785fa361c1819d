import type { ParseArgsOptionsConfig } from 'node:util';
import { type Application, createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { createSignInLink } from '../domains/accounts/sessions/sessions.service.ts';

/** One thing that `waymark` can be told to do. */
export interface Command {
  readonly name: string;
  /** What may follow its name, for people. */
  readonly usage: string;
  readonly summary: string;
  /** What node:util's parseArgs takes. */
  readonly options: ParseArgsOptionsConfig;
  /** How many file names it takes at most. */
  readonly files: number;
  /** Does it, and answers the exit code. */
  run(config: Config, values: Values<ParseArgsOptionsConfig>, files: string[]): Promise<number>;
}

type Values<O extends ParseArgsOptionsConfig> = { [K in keyof O]?: O[K]['type'] extends 'boolean' ? boolean : string };

interface CommandOf<O extends ParseArgsOptionsConfig> extends Omit<Command, 'options' | 'files' | 'usage' | 'run'> {
  readonly usage?: string;
  readonly options?: O;
  readonly files?: number;
  run(config: Config, values: Values<O>, files: string[]): Promise<number>;
}

/** Makes a command, which gets the values of its options with the types that it gave them. */
export function defineCommand<const O extends ParseArgsOptionsConfig>(command: CommandOf<O>): Command {
  return { usage: '', options: {}, files: 0, ...command } as unknown as Command;
}

/** Arguments that a command cannot do anything with. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export function say(text: string): number {
  console.info(text);
  return 0;
}

export function printError(text: string): number {
  console.error(text);
  return 1;
}

/** Runs something with an application that is closed afterwards. */
export async function withApp<T>(config: Config, work: (app: Application) => Promise<T>): Promise<T> {
  const app = await createApp(config);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Prints a link that signs somebody in. */
export async function printLink(app: Application, config: Config, accountId: string): Promise<void> {
  const token = await createSignInLink(app.systemContext(), accountId);
  console.info(`Open this to sign in, within an hour and once:\n\n  ${config.publicUrl}/sign-in?token=${token}\n`);
}

/** Tells a person who watches how far something is; says nothing when nobody does. */
export function createProgress(what: string): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const now = performance.now();
    if (!process.stderr.isTTY || (done < total && now - told < 100)) return;
    told = now;
    process.stderr.write(`\r${what}: ${count(done)} of ${count(total)} ${done === total ? '\n' : ''}`);
  };
}

/** A number as people read it: `1,234,567`. */
export const count = (number: number) => number.toLocaleString('en-GB');

/** So many rows: `1 row`, `2 rows`. */
export const rows = (number: number) => `${count(number)} row${number === 1 ? '' : 's'}`;
