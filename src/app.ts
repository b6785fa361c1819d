import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { createServerAdapter } from '@whatwg-node/server';
import type { GraphQLSchema } from 'graphql';
import type { Config } from './config.ts';
import { jobsOf, searchDocumentsOf } from './domain.ts';
import { domains } from './domains.ts';
import { createSchema } from './graphql/schema.ts';
import { corsFor } from './http/cors.ts';
import { createGraphQL } from './http/graphql-endpoint.ts';
import { createRoutes } from './http/routes.ts';
import { type App, type Client, type Context, createContext } from './platform/context.ts';
import { type Database, openDatabase, type StatementListener } from './platform/database/database.ts';
import { newId } from './platform/database/ids.ts';
import { migrate } from './platform/database/migrations.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import { createWorker, type Worker } from './platform/jobs/worker.ts';
import { createChangeNotifications } from './platform/live/change-signals.ts';
import { createStreams } from './platform/live/subscription-streams.ts';
import { createLog, type Log } from './platform/runtime/log.ts';
import { reindex } from './platform/search/reindex.ts';
import { createVault } from './platform/security/crypto.ts';
import { createWebhookHttpClient } from './platform/security/outbound-http.ts';
import { createPasswords, type Passwords } from './platform/security/passwords.ts';
import { createRateLimits } from './platform/security/rate-limits.ts';
import { keptSecret } from './platform/security/secret.ts';
import { type Clock, systemClock } from './platform/time/clock.ts';

/** A running application. It listens to nothing by itself. */
export interface Application {
  /** Answers a request, as the Fetch API has them. */
  fetch(request: Request): Promise<Response>;
  /** The same for a server of node:http. */
  handler: RequestListener;
  db: Database;
  /** The context of work that the server does on its own account. */
  systemContext(): Context;
  /** Ends the subscriptions that are open, which would never end by themselves, and any that is opened from now on. */
  endStreams(): void;
  /** Does what the server does by itself, once it is started. */
  worker: Worker;
  /** Waits for what is being written, then lets go of everything. */
  close(): Promise<void>;
}

/** What tests replace. */
export interface Overrides {
  /** One that is migrated and open already. */
  database?: Database;
  clock?: Clock;
  log?: Log;
  passwords?: Passwords;
  schema?: GraphQLSchema;
  /** How long a subscription waits for a signal before it looks without one, in milliseconds. */
  lookEvery?: number;
  /** What there is to do besides. */
  jobs?: Pick<Jobs, 'kinds' | 'recurring'>;
  /** How names of hosts are resolved. */
  lookup?: LookupFunction;
  onStatement?: StatementListener;
}

/** Short enough that an ended session hears nothing five seconds later. */
const lookEvery = 4_000;

/**
 * Makes an application: migrates its database, opens it, and composes all the rest. Nothing is shared between two of them.
 * @throws MigrationHistoryError when the database is not one that this version can bring up to date
 */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<Application> {
  const log = overrides.log ?? createLog(config.logLevel);
  const database = overrides.database ?? (await openMigrated(config, log, overrides.onStatement));
  const changeNotifications = await createChangeNotifications(config.redisUrl);
  const systemContext = () => createContext(app, newId(), { address: 'server', userAgent: 'server' });
  const worker = createWorker(withMore(overrides.jobs), systemContext);
  const app: App = {
    config,
    database,
    log,
    clock: overrides.clock ?? systemClock,
    vault: createVault(config.secret ?? keptSecret(config.dataDir)),
    passwords: overrides.passwords ?? (await createPasswords()),
    limits: await createRateLimits(config.redisUrl),
    keyCache: { current: null, verifiers: new Map() },
    changeNotifications,
    streams: createStreams(changeNotifications, overrides.lookEvery ?? lookEvery),
    worker,
    webhookHttp: createWebhookHttpClient(config.webhookPrivateAddresses, overrides.lookup),
    documents: searchDocumentsOf(domains),
    trashHandlers: Object.assign({}, ...domains.map(({ trash }) => trash)),
    afterUndoHooks: domains.flatMap(({ afterUndo = [] }) => afterUndo),
  };
  const rebuilt = await reindex(app);
  if (rebuilt > 0) log.info({ accounts: rebuilt }, 'search documents written');

  const graphql = createGraphQL(overrides.schema ?? createSchema(domains, app.documents), config);
  const answer = createRoutes(app, graphql);
  const adapter = createServerAdapter<{ req?: IncomingMessage; res?: ServerResponse }>(
    (request, { req, res }) =>
      answer(request as Request, {
        ...clientOf(request.headers, req, config.trustProxy),
        ...(res && { hangUp: () => void res.destroy() }),
      }),
    { plugins: corsFor(config.corsOrigins) },
  );

  return {
    fetch: (request) => Promise.resolve(adapter.fetch(request)),
    handler: adapter as unknown as RequestListener,
    db: database,
    systemContext,
    worker,
    endStreams: () => app.streams.close(),
    async close() {
      app.streams.close();
      await worker.stop();
      await app.changeNotifications.close();
      await app.limits.close();
      await database.close();
    },
  };
}

/** Brings the database up to date, and opens it. */
async function openMigrated(config: Config, log: Log, onStatement?: StatementListener): Promise<Database> {
  const { applied, backup } = await migrate(config.database);
  if (applied.length > 0) log.info({ applied, ...(backup && { backup }) }, 'database migrated');
  return openDatabase(config.database, onStatement);
}

function withMore(more?: Overrides['jobs']): Jobs {
  const jobs = jobsOf(domains);
  return {
    ...jobs,
    kinds: { ...jobs.kinds, ...more?.kinds },
    recurring: [...jobs.recurring, ...(more?.recurring ?? [])],
  };
}

/** Who is calling. A proxy in front appends the address it was called from to X-Forwarded-For. */
function clientOf(headers: Headers, req: IncomingMessage | undefined, trustProxy: boolean): Client {
  const forwarded = trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return { address: forwarded || req?.socket.remoteAddress || 'local', userAgent: headers.get('user-agent') ?? '' };
}
