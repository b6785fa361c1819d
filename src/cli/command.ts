import type { ParseArgsOptionsConfig } from 'node:util';
import { type Application, createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { ensureOwner, findAccount } from '../domains/accounts/accounts/accounts.service.ts';
import { createSignInLink } from '../domains/accounts/sign-in-links/sign-in-links.service.ts';
import type { Context } from '../platform/context.ts';
import { toGlobalId } from '../platform/database/global-ids.ts';
import type { Row } from '../platform/database/models.ts';
import { grouped } from '../platform/text/english.ts';

/** A command of `waymark`. */
export interface Command {
  readonly name: string;
  /** The arguments, for the help. */
  readonly usage: string;
  readonly summary: string;
  /** The options, for parseArgs of node:util. */
  readonly options: ParseArgsOptionsConfig;
  /** The maximum number of file names. */
  readonly files: number;
  /** Runs the command. Returns the exit code. */
  run(config: Config, values: Values<ParseArgsOptionsConfig>, files: string[]): Promise<number>;
}

type Value<T> = T extends 'boolean' ? boolean : string;
type Values<O extends ParseArgsOptionsConfig> = {
  [K in keyof O]?: O[K]['multiple'] extends true ? Value<O[K]['type']>[] : Value<O[K]['type']>;
};

interface CommandOf<O extends ParseArgsOptionsConfig> extends Omit<Command, 'options' | 'files' | 'usage' | 'run'> {
  readonly usage?: string;
  readonly options?: O;
  readonly files?: number;
  run(config: Config, values: Values<O>, files: string[]): Promise<number>;
}

/** Defines a command. `run` gets the values of the options with the types that they are declared with. */
export function defineCommand<const O extends ParseArgsOptionsConfig>(command: CommandOf<O>): Command {
  // A list of commands forgets the options of each; `run` is only called with what its own options parse to.
  return { usage: '', options: {}, files: 0, ...command } as unknown as Command;
}

/** The arguments of a command are not valid. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The exit codes of commands that ask a server. 0 is success, and 1 wrong usage or a failure of the command itself. */
export const exitCodes = {
  /** The server refuses what was asked for: the document or an input is not valid, or a record is not there. */
  refused: 2,
  /** Nobody is signed in, the token is not valid, or it does not allow this. */
  denied: 3,
  /** The server cannot be reached, or is too busy. The same command may succeed later. */
  unavailable: 4,
} as const;

/** What a command was asked to do failed. The message says why. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Prints a text to standard output. Returns the exit code 0. */
export function print(text: string): number {
  console.info(text);
  return 0;
}

/** Prints a text to standard error. Returns the exit code 1. */
export function printError(text: string): number {
  console.error(text);
  return 1;
}

/**
 * The lines that say how what was done is undone. Empty if nothing was.
 * @param committed the ids of the change sets, in order
 * @param address the account, by which the command acts on the same data, whatever WAYMARK_URL says
 */
export function undoHints(committed: readonly string[], address: string): string[] {
  const commands = committed.map((id) => `waymark undo ${toGlobalId('ChangeSet', id)} --account ${address}`).reverse();
  if (commands.length < 2) return commands.map((command) => `Undo it by: ${command}`);
  return ['Undo it by these, in this order:', ...commands.map((command) => `  ${command}`)];
}

/** Runs `work` with an application, and closes the application afterwards. */
export async function withApp<T>(config: Config, work: (app: Application) => Promise<T>): Promise<T> {
  const app = await createApp(config);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The account with an email address. Default: the owner's. @throws UsageError if there is none */
export async function accountAt(ctx: Context, address: string | undefined): Promise<Row<'account'>> {
  if (address === undefined) return (await ensureOwner(ctx)).account;
  const account = await findAccount(ctx, address);
  if (!account) throw new UsageError(`There is no account ${address}.`);
  return account;
}

/** Prints a new sign-in link for an account. Returns the link. */
export async function printLink(app: Application, config: Config, accountId: string): Promise<string> {
  const token = await createSignInLink(app.systemContext(), accountId);
  const link = `${config.publicUrl}/sign-in?token=${token}`;
  console.info(`Open this link to sign in. It works once, for an hour:\n\n  ${link}\n`);
  return link;
}

/**
 * Shows progress on standard error. On a terminal it is one line that changes.
 * @param every elsewhere, a line is printed after each so many steps, and at the end; default: no lines
 */
export function createProgress(label: string, every = Infinity): (done: number, total: number) => void {
  let shownAt = 0;
  return (done, total) => {
    const line = `${label}: ${grouped(done)} of ${grouped(total)}`;
    if (!process.stderr.isTTY) {
      if (done % every === 0 || (done === total && every < Infinity)) process.stderr.write(`${line}\n`);
      return;
    }
    const now = performance.now();
    if (done < total && now - shownAt < 100) return;
    shownAt = now;
    process.stderr.write(`\r${line} ${done === total ? '\n' : ''}`);
  };
}

/** A number of records: `1 record`, `2 records`. */
export const formatRecords = (number: number) => `${grouped(number)} record${number === 1 ? '' : 's'}`;
