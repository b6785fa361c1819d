import { parseArgs } from 'node:util';
import { type Command, CommandError, print, printError, UsageError } from './cli/command.ts';
import { commands } from './cli/commands.ts';
import { errorMessage } from './cli/error-messages.ts';
import { ConfigError, parseConfig } from './config.ts';
import { programVersion } from './platform/runtime/version.ts';

const usageOf = ({ name, usage }: Command) => `${name} ${usage}`.trim();
const nameWidth = Math.max(...commands.map(({ name }) => name.length));
const helpLine = (name: string, summary: string) => `  ${name.padEnd(nameWidth)} ${summary}`;
const helpOn = (command: Command) =>
  helpLine(command.name, command.summary) + (command.usage && `\n${helpLine('', `  ${usageOf(command)}`)}`);

const helpOf = ({ summary }: Command) => `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;

const usage = `waymark: a self-hosted GraphQL server for your professional growth.

Usage: npm run waymark -- [command]

${commands.map(helpOn).join('\n')}
${helpLine('--help', 'print this help')}
${helpLine('--version', 'print the version')}

Configure it by environment variables or the file .env. See .env.example.`;

const wordsOf = ({ name }: Command) => name.split(' ');

/** The command whose name the arguments begin with. A name can have two words. */
const findCommand = (argv: string[]) =>
  commands.find((one) => wordsOf(one).every((word, index) => argv[index] === word));

/** The `waymark` command. Returns the exit code. A started server keeps running. */
export async function main(argv: string[]): Promise<number> {
  const [name = 'start'] = argv;
  if (name === '--help' || name === '-h' || name === 'help') return print(usage);
  if (name === '--version' || name === '-v') return print(programVersion());
  const command = findCommand(argv.length === 0 ? ['start'] : argv);
  if (!command) return printError(`There is no command "${argv.join(' ')}".\n\n${usage}`);
  const args = argv.slice(wordsOf(command).length);
  if (args.includes('--help') || args.includes('-h')) return print(`Usage: ${usageOf(command)}\n\n${helpOf(command)}`);
  try {
    const { values, files } = parse(command, args);
    return await command.run(parseConfig(readEnvironment()), values, files);
  } catch (error) {
    if (error instanceof CommandError) {
      printError(error.message);
      return error.exitCode;
    }
    if (error instanceof UsageError) return printError(`${error.message}\n\nUsage: ${usageOf(command)}`);
    return printError(error instanceof ConfigError ? error.message : errorMessage(error));
  }
}

/** Parses the arguments of a command. @throws UsageError if they are not valid */
function parse({ name, options, files }: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length > files) throw new UsageError(`There is no command "${[name, ...args].join(' ')}".`);
    return { values: values as Record<string, string>, files: positionals };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
      throw new UsageError((error as Error).message);
    throw error;
  }
}

/** The environment variables, with those of the file .env as defaults. */
function readEnvironment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return process.env;
}
