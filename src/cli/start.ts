import { createServer, type Server } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { type Application, createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { ensureOwner } from '../domains/accounts/accounts/accounts.service.ts';
import { defineCommand, printLink } from './command.ts';
import { limitConnections } from './connection-limits.ts';
import { releaseMemoryWhenIdle } from './idle-memory.ts';
import { type Refused, refuseWithoutHost, reportMalformedRequests, takesAnyHost } from './malformed-requests.ts';
import { openSignInLink } from './open-browser.ts';
import { requireFreePort } from './port.ts';

/** Serves until SIGINT or SIGTERM. */
export const start = defineCommand({
  name: 'start',
  usage: '[--no-open]   (does not open a browser)',
  summary: 'start the server (default; also npm start)',
  options: { 'no-open': { type: 'boolean' } },
  async run(config, { 'no-open': isQuiet = false }) {
    // A closed terminal, or a pipe whose reader has ended, does not end the server.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
    // Before anything is migrated. What takes it meanwhile is noticed below.
    await requireFreePort(config);
    const app = await createApp(config);
    const logRefused = (refused: Refused) => {
      if (config.accessLog) app.systemContext().log.info(refused, 'responded');
    };
    const server = createServer({ ...timeouts, ...takesAnyHost }, refuseWithoutHost(app.handler, logRefused));
    limitConnections(server, config.trustProxy);
    if (config.accessLog) reportMalformedRequests(server, logRefused);
    releaseMemoryWhenIdle(server);
    try {
      await listen(server, config);
    } catch (error) {
      await app.close();
      // Another start may have taken it while this one migrated. This says so.
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') await requireFreePort(config);
      throw error;
    }
    stopOnSignal(app, server);
    app.worker.start();
    console.info(`Waymark is at ${config.publicUrl}/graphql`);
    const { account, created } = await ensureOwner(app.systemContext());
    const isAtHome = config.environment === 'development';
    // In production others may read the log. There the link is printed on the first start, and later on request.
    if (created || isAtHome) {
      const link = await printLink(app, config, account.id);
      if (isAtHome && !isQuiet && config.hasDisplay && process.stdout.isTTY) openSignInLink(link, config.dataDir);
    }
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

/** How long the headers of a request and all of it may take to arrive, in milliseconds, and how often that is looked at. */
const timeouts = { headersTimeout: 15_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 };

/** How long open requests and running jobs may take to finish, in milliseconds. */
const gracePeriod = 10_000;

/** Stops on the first signal. A second one exits at once. */
function stopOnSignal(app: Application, server: Server): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await stopServing(app, server, gracePeriod);
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

/** For how long a kept-alive connection may still bring a request, in milliseconds. One may be on its way at any time. */
const quietPeriod = 500;

/**
 * Stops in order: accepts no new connections and jobs, ends subscriptions, answers every request that arrives on open
 * connections, closes those that stay idle, finishes jobs, then closes the database.
 * @param timeout after how many milliseconds open connections are cut
 */
export async function stopServing(app: Application, server: Server, timeout: number): Promise<void> {
  const worked = app.drain();
  // Right after connections were accepted, when the fewest wait to be. A server of HTTP would close idle connections too.
  await setImmediate();
  const closed = new Promise((resolve) => TcpServer.prototype.close.call(server, resolve));
  // Each response now closes its connection: a client would keep using one that is kept alive.
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
  const cut = setTimeout(() => server.closeAllConnections(), timeout);
  await sleep(quietPeriod);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  server.closeIdleConnections();
  await closed;
  await worked;
  clearInterval(idle);
  clearTimeout(cut);
  await app.close();
}
