import { resolve } from 'node:path';
import { z } from 'zod';
import type { MiroApp, OutlookApp } from './platform/context.ts';
import type { DatabaseLocation } from './platform/database/location.ts';
import type { LogLevel } from './platform/runtime/log.ts';

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
  redisUrl: string | null;
  /** The secret that encrypts secrets in the database. Null: a generated one in the data folder. */
  secret: string | null;
  /** An earlier secret, which still decrypts what was encrypted with it. Null if there is none. */
  oldSecret: string | null;
  /** The origins of web pages that may call the server. */
  corsOrigins: string[];
  logLevel: LogLevel;
  graphiql: boolean;
  introspection: boolean;
  /** Whether people other than the owner can create an account. */
  signUp: 'open' | 'closed';
  /** Whether the client address comes from X-Forwarded-For, which a reverse proxy sets. */
  trustProxy: boolean;
  /** The maximum number of requests per client address and minute. Null: unlimited. */
  requestsPerMinute: number | null;
  /** How much memory the kept responses to queries may take, in bytes. 0: none is kept. */
  responseCacheBytes: number;
  /** For how many days the change log is kept. A client that is offline for longer has to read all nodes again. */
  historyDays: number;
  /** The mail server, and the address that mails are from. Null: no mail is sent. */
  mail: { url: string; from: string } | null;
  /** Whether webhooks may post to this machine and to private networks, and calendars may be read from there. */
  privateAddresses: boolean;
  /** The app at Microsoft that people sign in to Outlook with. Null: Outlook cannot be connected. */
  outlook: OutlookApp | null;
  /** The app at Miro that people sign in with. Null: Miro cannot be connected. */
  miro: MiroApp | null;
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

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const words = { on: true, true: true, '1': true, yes: true, off: false, false: false, '0': false, no: false };
const onOff = z
  .enum(Object.keys(words) as (keyof typeof words)[], { error: 'must be on or off' })
  .transform((word) => words[word]);

function isUrl(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

const isOrigin = (text: string) => isUrl(text, ['http:', 'https:']) && new URL(text).origin === text;

const origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine((list) => list.every(isOrigin), 'must be origins such as https://app.example.org, separated by commas');

/** At least 32 characters, at least 10 of them different. */
const isStrong = (secret: string) => secret.length >= 32 && new Set(secret).size >= 10;

const databaseUrl = z
  .string()
  .refine(
    (text) =>
      (isUrl(text, ['postgresql:', 'postgres:']) && text.includes('://')) ||
      (text.startsWith('file:') && text.length > 5),
    'must be postgresql://… or file:<path>',
  );

/** An origin that tokens may be sent to: https, or this machine. */
const isTokenOrigin = (text: string) =>
  isOrigin(text) && (text.startsWith('https:') || /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(:|$)/.test(text));

const tokenOrigin = z
  .string()
  .refine(isTokenOrigin, 'must be an origin with https, such as https://login.microsoftonline.com, without a path');

const strongSecret = z
  .string()
  .refine(isStrong, 'is too weak: use at least 32 random characters (openssl rand -base64 32)');

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .pipe(z.number().max(65_535, 'must be a port number'))
    .default(4000),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://waymark.example.org, without a path')
    .optional(),
  WAYMARK_DATA_DIR: z.string().default('./data'),
  DATABASE_URL: databaseUrl.optional(),
  REDIS_URL: z
    .string()
    .refine((text) => isUrl(text, ['redis:', 'rediss:']), 'must be redis://… or rediss://…')
    .optional(),
  WAYMARK_SECRET: strongSecret.optional(),
  WAYMARK_SECRET_OLD: strongSecret.optional(),
  CORS_ORIGINS: origins.default([]),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
  GRAPHIQL: onOff.optional(),
  INTROSPECTION: onOff.optional(),
  SIGN_UP: z.enum(['open', 'closed'], { error: 'must be open or closed' }).default('closed'),
  TRUST_PROXY: onOff.default(false),
  REQUESTS_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a whole number above 0')
    .transform(Number)
    .optional(),
  RESPONSE_CACHE_MB: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number of megabytes, 0 to 99999')
    .transform(Number)
    .default(16),
  WAYMARK_HISTORY_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of days, 1 to 99999')
    .transform(Number)
    .default(365),
  ALLOW_PRIVATE_ADDRESSES: onOff.optional(),
  // Its name when webhooks alone called addresses.
  WEBHOOK_PRIVATE_ADDRESSES: onOff.optional(),
  SMTP_URL: z
    .string()
    .refine((text) => isUrl(text, ['smtp:', 'smtps:']), 'must be smtp://… or smtps://…')
    .optional(),
  MAIL_FROM: z
    .string()
    .refine((text) => /^[^@\r\n]+@[^@\s]+$/.test(text), 'must be an address such as Waymark <waymark@example.org>')
    .optional(),
  OUTLOOK_CLIENT_ID: z
    .string()
    .regex(/^[\w-]{1,100}$/, 'must be the application (client) id of the app in Entra')
    .optional(),
  OUTLOOK_CLIENT_SECRET: z.string().max(500, 'must have at most 500 characters').optional(),
  OUTLOOK_TENANT: z
    .string()
    .regex(/^[\w.-]{1,200}$/, 'must be common, organizations, consumers, or the id or domain of a tenant')
    .default('common'),
  OUTLOOK_LOGIN_URL: tokenOrigin.default('https://login.microsoftonline.com'),
  OUTLOOK_GRAPH_URL: tokenOrigin.default('https://graph.microsoft.com'),
  MIRO_CLIENT_ID: z
    .string()
    .regex(/^[\w-]{1,100}$/, 'must be the client id of the app at Miro')
    .optional(),
  MIRO_CLIENT_SECRET: z.string().min(1).max(500, 'must have at most 500 characters').optional(),
  MIRO_LOGIN_URL: tokenOrigin.default('https://miro.com'),
  MIRO_API_URL: tokenOrigin.default('https://api.miro.com'),
});

const missingSecret =
  'WAYMARK_SECRET must be set in production: at least 32 random characters (openssl rand -base64 32)';

function databaseAt(url: string | undefined, dataDir: string): DatabaseLocation {
  if (url === undefined) return { engine: 'sqlite', file: resolve(dataDir, 'waymark.db') };
  if (url.startsWith('file:'))
    return { engine: 'sqlite', file: resolve(url.slice('file:'.length).replace(/^\/\/(?=\/)/, '')) };
  return { engine: 'postgresql', url };
}

/**
 * Parses the configuration from environment variables. Empty ones count as unset.
 * @throws ConfigError with every problem
 */
export function parseConfig(variables: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
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
  const preset = presets[env.NODE_ENV];
  const dataDir = resolve(env.WAYMARK_DATA_DIR);
  const host = env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST;
  return {
    environment: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://${host}:${env.PORT}`,
    dataDir,
    database: databaseAt(env.DATABASE_URL, dataDir),
    redisUrl: env.REDIS_URL ?? null,
    secret: env.WAYMARK_SECRET ?? null,
    oldSecret: env.WAYMARK_SECRET_OLD ?? null,
    corsOrigins: env.CORS_ORIGINS,
    logLevel: env.LOG_LEVEL ?? preset.logLevel,
    graphiql: env.GRAPHIQL ?? preset.graphiql,
    introspection: env.INTROSPECTION ?? preset.introspection,
    signUp: env.SIGN_UP,
    trustProxy: env.TRUST_PROXY,
    requestsPerMinute: env.REQUESTS_PER_MINUTE ?? preset.requestsPerMinute,
    responseCacheBytes: env.RESPONSE_CACHE_MB * 1_000_000,
    historyDays: env.WAYMARK_HISTORY_DAYS,
    mail: env.SMTP_URL !== undefined && env.MAIL_FROM !== undefined ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
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
  };
}
