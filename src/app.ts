import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { createServerAdapter } from '@whatwg-node/server';
import type { GraphQLSchema } from 'graphql';
import type { Config } from './config.ts';
import { importRulesOf, jobsOf, nodeReferencesOf, searchDocumentsOf } from './domain.ts';
import { domains } from './domains.ts';
import { createSchema } from './graphql/schema.ts';
import { type Admission, createAdmission } from './http/admission.ts';
import { createClient } from './http/client.ts';
import { addCorsHeaders, respondToPreflights } from './http/cors.ts';
import { createGraphQL, type GraphQLEndpoint } from './http/graphql-endpoint.ts';
import { askWithin } from './http/inner-request.ts';
import type { GraphQLParams, HeaderReader } from './http/json-post.ts';
import { Measurements } from './http/metrics/measurements.ts';
import { takePosts } from './http/node-post.ts';
import { readOwnDocuments } from './http/pages/own-documents.ts';
import { type AddHeaders, addDefaultHeaders } from './http/response-headers.ts';
import { createRoutes } from './http/routes.ts';
import { readTrustedDocuments } from './http/trusted-documents.ts';
import { createOutboundHttp } from './integrations/outbound-http/client.ts';
import { createMailer } from './integrations/smtp/mailer.ts';
import type { Answer } from './mcp/answers.ts';
import { type App, type Context, createSystemContext } from './platform/context.ts';
import { type Database, openDatabase } from './platform/database/database.ts';
import { migrate } from './platform/database/migrations.ts';
import type { StatementListener } from './platform/database/open-transaction.ts';
import { traceWrites } from './platform/database/traced-writes.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import { createWorker, type Worker } from './platform/jobs/worker.ts';
import { type ChangeNotifications, createChangeNotifications } from './platform/live/change-notifications.ts';
import { createSubscriptionStreams, type SubscriptionStreams } from './platform/live/subscription-streams.ts';
import { createCalculations } from './platform/runtime/calculations.ts';
import { createApplicationEvents } from './platform/runtime/event-counts.ts';
import { createLog, type Log } from './platform/runtime/log.ts';
import { makeFolderPrivate } from './platform/runtime/private-files.ts';
import type { Tracing } from './platform/runtime/tracing.ts';
import { createKnownWords } from './platform/search/known-words.ts';
import { reindex } from './platform/search/reindex.ts';
import { createVault } from './platform/security/crypto.ts';
import { createKeyCache } from './platform/security/key-cache.ts';
import { createPasswords, type Passwords } from './platform/security/passwords.ts';
import { loadPushKeys } from './platform/security/push-keys.ts';
import { createRateLimits } from './platform/security/rate-limits.ts';
import { loadSecret } from './platform/security/secret.ts';
import { createViewerCache } from './platform/security/viewer-cache.ts';
import { type Clock, systemClock } from './platform/time/clock.ts';
import { createDeferredWrites, type DeferredWriter } from './platform/transactions/deferred-writes.ts';
import { startTracing } from './start-tracing.ts';

/** A running application. It does not listen on a port. */
export interface Application {
  /** Handles a request of the Fetch API. */
  fetch(request: Request): Promise<Response>;
  /** Handles a request of node:http. */
  handler: RequestListener;
  /** Asks the API for the viewer of a context, under the same rules as a request over HTTP. */
  ask(ctx: Context, params: GraphQLParams): Promise<Answer>;
  readonly schemaText: GraphQLEndpoint['schemaText'];
  db: Database;
  /** A context in which the server acts by itself, as of now. */
  systemContext(): Context;
  changeNotifications: ChangeNotifications;
  /** The open subscriptions. */
  streams: SubscriptionStreams;
  /** Runs jobs, once it is started. */
  worker: Worker;
  /**
   * Prepares to close: ends the subscriptions, which do not end by themselves, lets no job begin, and is no longer ready.
   * Resolves once the jobs under way are done.
   */
  drain(): Promise<void>;
  deferredWrites: DeferredWriter;
  /** Waits for writes under way, then releases all resources. */
  close(): Promise<void>;
}

/** The parts that tests replace. */
export interface Overrides {
  /** A migrated, open database. */
  database?: Database;
  clock?: Clock;
  log?: Log;
  passwords?: Passwords;
  schema?: GraphQLSchema;
  /** How often a subscription looks for changes without a notification, in milliseconds. Default: 4,000. */
  pollInterval?: number;
  /** How long deferred writes are deferred, in milliseconds. Null: until they are flushed. Default: 1,000. */
  writeDelay?: number | null;
  /** Further jobs. */
  jobs?: Pick<Jobs, 'kinds' | 'recurring'>;
  /** Resolves host names of outbound requests. */
  lookup?: LookupFunction;
  onStatement?: StatementListener;
  admission?: Admission;
  /** False: GraphQL requests take the way through Yoga, which the fast path is compared with. Default: true. */
  fastPath?: boolean;
}

/** Short enough that an ended session receives nothing five seconds later. */
const pollInterval = 4_000;

/** Long enough that the writes of many requests share a transaction. */
const writeDelay = 1_000;

/**
 * Creates an application: migrates and opens its database and composes everything else. Applications share no state.
 * @throws MigrationHistoryError if this version cannot migrate the database; ConfigError if the trusted documents cannot be read
 */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<Application> {
  // First, so that nothing is open yet if it fails.
  const trusted =
    config.trustedDocuments === null
      ? null
      : readTrustedDocuments(config.trustedDocuments, readOwnDocuments(), config.environment === 'production');
  const log = overrides.log ?? createLog(config.logLevel);
  const tracing = await startTracing(config, log);
  const database = overrides.database ?? (await openMigrated(config, log, tracing, overrides.onStatement));
  const changeNotifications = await createChangeNotifications(config.redisUrl, log);
  const rateLimits = await createRateLimits(config.redisUrl, log);
  const systemContext = () => createSystemContext(app);
  const deferredWrites = createDeferredWrites(
    systemContext,
    overrides.writeDelay === undefined ? writeDelay : overrides.writeDelay,
  );
  const calculations = createCalculations();
  const worker = createWorker(withMore(overrides.jobs), systemContext, changeNotifications);
  const app: App = {
    config,
    database,
    log,
    clock: overrides.clock ?? systemClock,
    vault: createVault(
      config.secret ?? loadSecret(config.dataDir),
      config.oldSecret === null ? [] : [config.oldSecret],
    ),
    passwords: overrides.passwords ?? createPasswords(),
    rateLimits,
    keyCache: createKeyCache(),
    knownWords: createKnownWords(),
    events: createApplicationEvents(),
    viewerCache: createViewerCache(['account', 'session', 'accessToken']),
    changeNotifications,
    worker,
    deferredWrites,
    calculations,
    tracing,
    outboundHttp: createOutboundHttp(config.privateAddresses, overrides.lookup),
    mailer: config.mail && createMailer(config.mail.url, config.mail.from),
    webPush: config.webPush && {
      subject: config.webPush.subject,
      ...(config.webPush.keys ?? loadPushKeys(config.dataDir)),
    },
    searchDocuments: searchDocumentsOf(domains),
    trashHandlers: Object.assign({}, ...domains.map(({ trash }) => trash)),
    afterUndoHooks: domains.flatMap(({ afterUndo = [] }) => afterUndo),
    beforeCommitHooks: domains.flatMap(({ beforeCommit = [] }) => beforeCommit),
    afterImportHooks: domains.flatMap(({ afterImport = [] }) => afterImport),
    nodeReferences: nodeReferencesOf(domains),
  };
  await reindex(app);

  const streams = createSubscriptionStreams(changeNotifications, overrides.pollInterval ?? pollInterval);
  const schema = overrides.schema ?? createSchema(domains, app.searchDocuments);
  const measurements = config.metricsToken === null ? null : new Measurements();
  const graphql = createGraphQL(schema, config, streams, overrides.admission ?? createAdmission(), {
    fastPath: overrides.fastPath ?? true,
    trusted,
    measurements,
  });
  let isDraining = false;
  const routes = createRoutes(app, config, graphql, {
    isReady: () => !isDraining,
    importRules: importRulesOf(domains),
    streams,
    measurements,
  });
  const clientOf = (headers: HeaderReader, req?: IncomingMessage, res?: ServerResponse) =>
    createClient(headers, config, req, res);
  const addCors = addCorsHeaders(config.corsOrigins);
  const addDefaults = addDefaultHeaders(config.publicUrl);
  const addHeaders: AddHeaders = (headers, request) => {
    addCors(headers, request);
    addDefaults(headers, request);
  };
  const adapter = createServerAdapter<{ req?: IncomingMessage; res?: ServerResponse }>(
    (request, { req, res }) => routes.respond(request as Request, clientOf(request.headers, req, res)),
    {
      plugins: [
        ...respondToPreflights(config.corsOrigins),
        { onResponse: ({ request, response }) => addHeaders(response.headers, request) },
      ],
    },
  );
  const handler = takePosts({
    // The adapter also takes Node's requests; its type says so only for a wider response.
    otherwise: adapter as unknown as RequestListener,
    respond: (request, req, res) => routes.respondToPost(request, clientOf(request.headers, req, res)),
    addHeaders,
    log,
  });

  function drain(): Promise<void> {
    isDraining = true;
    streams.close();
    return worker.stop();
  }

  return {
    fetch: (request) => Promise.resolve(adapter.fetch(request)),
    handler,
    ask: (ctx, params) => askWithin(graphql, ctx, params),
    schemaText: graphql.schemaText,
    db: database,
    systemContext,
    changeNotifications,
    streams,
    worker,
    drain,
    deferredWrites,
    async close() {
      await drain();
      await calculations.close();
      await deferredWrites.close();
      await changeNotifications.close();
      await rateLimits.close();
      await database.close();
      await tracing?.close();
    },
  };
}

/** Migrates the database and opens it. */
async function openMigrated(config: Config, log: Log, tracing: Tracing | null, onStatement?: StatementListener) {
  const { applied, backup } = await migrate(config.database);
  if (applied.length > 0) log.info({ applied, ...(backup && { backup }) }, 'database migrated');
  makeFolderPrivate(config.dataDir, (name) => /^(secret|push-keys\.json|sign-in\.html|waymark\.db.*)$/.test(name));
  const replica = config.replicaUrl === null ? undefined : { url: config.replicaUrl, log };
  return traceWrites(await openDatabase(config.database, onStatement, { replica, tracing }), tracing);
}

function withMore(more?: Overrides['jobs']): Jobs {
  const jobs = jobsOf(domains);
  return {
    ...jobs,
    kinds: { ...jobs.kinds, ...more?.kinds },
    recurring: [...jobs.recurring, ...(more?.recurring ?? [])],
  };
}
