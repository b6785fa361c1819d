import { resolve } from 'node:path';
import { environment } from './environment.ts';
import { tracingOf, withoutUnused } from './open-telemetry.ts';
import type { MiroApp, OutlookApp } from './platform/context.ts';
import type { DatabaseLocation } from './platform/database/location.ts';
import type { LogLevel } from './platform/runtime/log.ts';
import type { TracingConfig } from './platform/runtime/tracing.ts';
import { isPushKeyPair, type PushKeys } from './platform/security/push-keys.ts';

type Environment = 'development' | 'test' | 'production';

/** The configuration of the application. A feature that is off is null, so that no code can use it. */
export interface Config {
  environment: Environment;
  host: string;
  port: number;
  /** The origin that clients use, without a slash at the end. Also the issuer of tokens. */
  publicUrl: string;
  /** The folder for the server's files. */
  dataDir: string;
  database: DatabaseLocation;
  /** A streaming replica of the PostgreSQL database, which queries read. Null: they read the database itself. */
  replicaUrl: string | null;
  redisUrl: string | null;
  /** The secret that encrypts secrets in the database. Null: a generated one in the data folder. */
  secret: string | null;
  /** An earlier secret, which still decrypts what was encrypted with it. Null if there is none. */
  oldSecret: string | null;
  /** The origins of web pages that may call the server. */
  corsOrigins: string[];
  /** Whether somebody sees a display of this machine, where a browser can be opened. */
  hasDisplay: boolean;
  logLevel: LogLevel;
  /** Whether the log has a line for each request. */
  accessLog: boolean;
  graphiql: boolean;
  introspection: boolean;
  /** Whether people other than the owner can create an account. */
  signUp: 'open' | 'closed';
  /** Whether the client address comes from X-Forwarded-For, which a reverse proxy sets. */
  trustProxy: boolean;
  /** The maximum number of requests per client address and minute. Null: unlimited. */
  requestsPerMinute: number | null;
  /** A file of the documents that clients may send in production. Null: any document. */
  trustedDocuments: string | null;
  /** The token that metrics are read with. Null: there are none. */
  metricsToken: string | null;
  /** How requests and jobs are traced. Null: they are not. */
  tracing: TracingConfig | null;
  /** How much memory the kept responses to queries may take, in bytes. 0: none is kept. */
  responseCacheBytes: number;
  /** For how many days the change log is kept. A client that is offline for longer has to read all nodes again. */
  historyDays: number;
  /** The mail server, and the address that mails are from. Null: no mail is sent. */
  mail: { url: string; from: string } | null;
  /** The contact for push services, and the keys that push messages are signed with. Null keys: generated ones. Null: none are sent. */
  webPush: { subject: string; keys: PushKeys | null } | null;
  /** Whether webhooks may post to this machine and to private networks, and calendars may be read from there. */
  privateAddresses: boolean;
  /** The app at Microsoft that people sign in to Outlook with. Null: Outlook cannot be connected. */
  outlook: OutlookApp | null;
  /** The app at Miro that people sign in with. Null: Miro cannot be connected. */
  miro: MiroApp | null;
  /** The server that commands such as `waymark today` ask, without a slash at the end. Null: the data of this one. */
  remoteUrl: string | null;
  /** The token that commands sign in to that server with. */
  remoteToken: string | null;
}

/** The configuration is invalid. The message lists every problem, one per line. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(['The configuration is invalid:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

interface Preset {
  logLevel: LogLevel;
  graphiql: boolean;
  introspection: boolean;
  requestsPerMinute: number | null;
}

const presets: Record<Environment, Preset> = {
  development: { logLevel: 'info', graphiql: true, introspection: true, requestsPerMinute: null },
  test: { logLevel: 'silent', graphiql: true, introspection: true, requestsPerMinute: null },
  production: { logLevel: 'info', graphiql: false, introspection: false, requestsPerMinute: 1200 },
};

const missingSecret =
  'WAYMARK_SECRET must be set in production: at least 32 random characters (openssl rand -base64 32)';

function databaseAt(url: string | undefined, dataDir: string): DatabaseLocation {
  if (url === undefined) return { engine: 'sqlite', file: resolve(dataDir, 'waymark.db') };
  if (url.startsWith('file:'))
    return { engine: 'sqlite', file: resolve(url.slice('file:'.length).replace(/^\/\/(?=\/)/, '')) };
  return { engine: 'postgresql', url };
}

/** A person who is connected from another machine would not see its display. Elsewhere than on macOS and Windows, one has a name. */
const hasDisplay = ({ SSH_CONNECTION, CI, DISPLAY, WAYLAND_DISPLAY }: Record<string, string | undefined>) =>
  (SSH_CONNECTION ?? CI) === undefined &&
  (['darwin', 'win32'].includes(process.platform) || (DISPLAY ?? WAYLAND_DISPLAY) !== undefined);

function pushKeysOf(publicKey: string | undefined, privateKey: string | undefined): PushKeys | null {
  if ((publicKey === undefined) !== (privateKey === undefined))
    throw new ConfigError(['VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY must be set together']);
  if (publicKey === undefined || privateKey === undefined) return null;
  if (!isPushKeyPair({ publicKey, privateKey }))
    throw new ConfigError(['VAPID_PUBLIC_KEY must be the public key of VAPID_PRIVATE_KEY']);
  return { publicKey, privateKey };
}

/**
 * Parses the configuration from environment variables. Empty ones count as unset.
 * @throws ConfigError with every problem
 */
export function parseConfig(variables: Record<string, string | undefined>): Config {
  const given = withoutUnused(
    Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== '')),
  );
  const isSecretMissing = given.NODE_ENV === 'production' && given.WAYMARK_SECRET === undefined;
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new ConfigError(isSecretMissing ? [...problems, missingSecret] : problems);
  }
  if (isSecretMissing) throw new ConfigError([missingSecret]);

  const env = parsed.data;
  if ((env.SMTP_URL === undefined) !== (env.MAIL_FROM === undefined))
    throw new ConfigError(['SMTP_URL and MAIL_FROM must be set together']);
  const pushKeys = pushKeysOf(env.VAPID_PUBLIC_KEY, env.VAPID_PRIVATE_KEY);
  if (pushKeys !== null && env.VAPID_SUBJECT === undefined)
    throw new ConfigError(['VAPID_PUBLIC_KEY needs VAPID_SUBJECT']);
  if (env.MIRO_CLIENT_ID !== undefined && env.MIRO_CLIENT_SECRET === undefined)
    throw new ConfigError(['MIRO_CLIENT_ID needs MIRO_CLIENT_SECRET']);
  const preset = presets[env.NODE_ENV];
  const dataDir = resolve(env.WAYMARK_DATA_DIR);
  const database = databaseAt(env.DATABASE_URL, dataDir);
  if (env.DATABASE_REPLICA_URL !== undefined && database.engine !== 'postgresql')
    throw new ConfigError(['DATABASE_REPLICA_URL needs a DATABASE_URL of PostgreSQL']);
  const host = env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST;
  return {
    environment: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://${host}:${env.PORT}`,
    dataDir,
    database,
    replicaUrl: env.DATABASE_REPLICA_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    secret: env.WAYMARK_SECRET ?? null,
    oldSecret: env.WAYMARK_SECRET_OLD ?? null,
    corsOrigins: env.CORS_ORIGINS,
    hasDisplay: hasDisplay(given),
    logLevel: env.LOG_LEVEL ?? preset.logLevel,
    accessLog: env.ACCESS_LOG,
    graphiql: env.GRAPHIQL ?? preset.graphiql,
    introspection: env.INTROSPECTION ?? preset.introspection,
    signUp: env.SIGN_UP,
    trustProxy: env.TRUST_PROXY,
    requestsPerMinute: env.REQUESTS_PER_MINUTE ?? preset.requestsPerMinute,
    trustedDocuments: env.TRUSTED_DOCUMENTS === undefined ? null : resolve(env.TRUSTED_DOCUMENTS),
    metricsToken: env.METRICS_TOKEN ?? null,
    tracing: tracingOf(env),
    responseCacheBytes: env.RESPONSE_CACHE_MB * 1_000_000,
    historyDays: env.WAYMARK_HISTORY_DAYS,
    mail: env.SMTP_URL !== undefined && env.MAIL_FROM !== undefined ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
    webPush: env.VAPID_SUBJECT === undefined ? null : { subject: env.VAPID_SUBJECT, keys: pushKeys },
    privateAddresses: env.ALLOW_PRIVATE_ADDRESSES ?? env.WEBHOOK_PRIVATE_ADDRESSES ?? false,
    outlook:
      env.OUTLOOK_CLIENT_ID === undefined
        ? null
        : {
            clientId: env.OUTLOOK_CLIENT_ID,
            clientSecret: env.OUTLOOK_CLIENT_SECRET ?? null,
            tenant: env.OUTLOOK_TENANT,
            loginUrl: env.OUTLOOK_LOGIN_URL,
            graphUrl: env.OUTLOOK_GRAPH_URL,
            subscriptionMinutes: env.OUTLOOK_SUBSCRIPTION_MINUTES,
          },
    miro:
      env.MIRO_CLIENT_ID === undefined || env.MIRO_CLIENT_SECRET === undefined
        ? null
        : {
            clientId: env.MIRO_CLIENT_ID,
            clientSecret: env.MIRO_CLIENT_SECRET,
            loginUrl: env.MIRO_LOGIN_URL,
            apiUrl: env.MIRO_API_URL,
          },
    remoteUrl: env.WAYMARK_URL ?? null,
    remoteToken: env.WAYMARK_TOKEN ?? null,
  };
}
