import { createServer, type Server } from 'node:http';
import { type Application, createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { ensureOwner } from '../domains/accounts/accounts/accounts.service.ts';
import { defineCommand, printLink } from './command.ts';

/** Serves until it is told to stop. */
export const start = defineCommand({
  name: 'start',
  summary: 'serve it (what runs when no command is given; also npm start)',
  async run(config) {
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
  },
});

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** How long requests under way get to finish, in milliseconds. Jobs get as long. */
const grace = 10_000;

function stopOnSignal(app: Application, server: Server): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await stopServing(app, server, grace);
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

/**
 * Stops in order: no new connections and jobs, subscriptions end, what is under way finishes, what is kept alive and idle is cut,
 * then the database.
 * @param grace how long requests under way get to finish, in milliseconds
 */
export async function stopServing(app: Application, server: Server, grace: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  app.streams.close();
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
}
