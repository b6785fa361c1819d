import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Application, createApp } from './app.ts';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { ensureOwner } from './domains/accounts/accounts.service.ts';
import { createSignInLink } from './domains/sessions/sessions.service.ts';
import { explain } from './faults.ts';
import { migrate } from './platform/migrations.ts';

const usage = `waymark: your professional growth, as a GraphQL server of your own.

Usage: npm run waymark -- [command]

  start     serve it (what runs when no command is given; also npm start)
  link      print a new link that signs the owner in
  migrate   bring the database up to date, and stop
  seed      write a demo account with half a year of data: seed --demo [--seed <number>]
  doctor    say what is wrong with the configuration, files, database and port
  --help    show this
  --version show the version

It is configured by the environment and by the file .env; see .env.example.`;

/** The `waymark` command. Answers the exit code; a server that was started goes on until it is told to stop. */
export async function main(argv: string[]): Promise<number> {
  const [command = 'start', ...rest] = argv;
  const commands: Record<string, (config: Config) => Promise<number>> = {
    start,
    link,
    migrate: migrateOnly,
    doctor: async (config) => (await import('./doctor.ts')).doctor(config),
  };
  if (command === '--help' || command === '-h' || command === 'help') return say(usage);
  if (command === '--version' || command === '-v') return say(version());
  const seed = command === 'seed' ? readSeed(rest) : null;
  const run = seed === null ? (Object.hasOwn(commands, command) ? commands[command] : undefined) : seedCommand(seed);
  if (!run || (seed === null && rest.length > 0))
    return complain(`There is no command "${argv.join(' ')}".\n\n${usage}`);
  try {
    return await run(parseConfig(readEnvironment()));
  } catch (error) {
    return complain(error instanceof ConfigError ? error.message : explain(error));
  }
}

function say(text: string): number {
  console.info(text);
  return 0;
}

function complain(text: string): number {
  console.error(text);
  return 1;
}

function version(): string {
  const text = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** The environment, over what the file .env says, where there is one. */
function readEnvironment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return process.env;
}

async function start(config: Config): Promise<number> {
  const app = await createApp(config);
  const server = createServer(app.handler);
  try {
    await listen(server, config);
  } catch (error) {
    await app.close();
    throw error;
  }
  stopOnSignal(app, server);
  app.worker.start();
  console.info(`Waymark is at ${config.publicUrl}/graphql`);
  const { account, created } = await ensureOwner(app.systemContext());
  // In production a log may be kept and read by others: there the link shows once, and later only on request.
  if (created || config.environment === 'development') await printLink(app, config, account.id);
  return 0;
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function printLink(app: Application, config: Config, accountId: string): Promise<void> {
  const token = await createSignInLink(app.systemContext(), accountId);
  console.info(`Open this to sign in, within an hour and once:\n\n  ${config.publicUrl}/sign-in?token=${token}\n`);
}

async function link(config: Config): Promise<number> {
  const app = await createApp(config);
  try {
    const { account } = await ensureOwner(app.systemContext());
    await printLink(app, config, account.id);
    return 0;
  } finally {
    await app.close();
  }
}

/** The seed that `seed --demo [--seed <number>]` is called with; null when it is called otherwise. */
function readSeed(args: string[]): number | null {
  const [demo, flag, number, ...others] = args;
  if (demo !== '--demo' || others.length > 0 || (flag !== undefined && flag !== '--seed')) return null;
  if (flag === undefined) return 1;
  return /^\d{1,9}$/.test(number ?? '') ? Number(number) : null;
}

/** Writes the demo account, says how far it is, and prints a link that signs it in. */
const seedCommand =
  (seed: number) =>
  async (config: Config): Promise<number> => {
    const app = await createApp(config);
    try {
      const { seedDemo } = await import('./demo/seed.ts');
      const onProgress = (done: number, total: number) =>
        process.stderr.write(`\rWriting day ${done} of ${total} ${done === total ? '\n' : ''}`);
      const account = await seedDemo(app.systemContext(), { seed, onProgress });
      await printLink(app, config, account.id);
      return 0;
    } finally {
      await app.close();
    }
  };

async function migrateOnly(config: Config): Promise<number> {
  const { applied, backup } = await migrate(config.database);
  if (backup) say(`The database as it was is kept in ${backup}`);
  return say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
}

/** How long requests under way get to finish, in milliseconds. Jobs get as long. */
const grace = 10_000;

/** Stops in order: no new connections and jobs, what is under way finishes, what is kept alive and idle is cut, then the database. */
function stopOnSignal(app: Application, server: Server): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    const worked = app.worker.stop();
    server.closeIdleConnections();
    // A kept-alive connection would go on asking: from now on each answer says that it is the last.
    server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
    // One whose last answer was begun before, and so could not say it, is cut once it is idle.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    await closed;
    await worked;
    clearInterval(idle);
    clearTimeout(cut);
    await app.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}
