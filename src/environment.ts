import { z } from 'zod';
import { openTelemetry } from './open-telemetry.ts';
import { count, isUrl, onOff } from './variable-forms.ts';

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const isOrigin = (text: string) => isUrl(text, ['http:', 'https:']) && new URL(text).origin === text;

const origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine((list) => list.every(isOrigin), 'must be origins such as https://app.example.org, separated by commas');

/** At least 32 characters, at least 10 of them different. */
const isStrong = (secret: string) => secret.length >= 32 && new Set(secret).size >= 10;

const isPostgresqlUrl = (text: string) => isUrl(text, ['postgresql:', 'postgres:']) && text.includes('://');

const databaseUrl = z
  .string()
  .refine(
    (text) => isPostgresqlUrl(text) || (text.startsWith('file:') && text.length > 5),
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

/** The address of a server, also that of its API, without a slash at the end. */
export const serverUrl = z
  .string()
  .transform((text) => text.replace(/\/+$/, '').replace(/\/graphql$/, ''))
  .refine(
    (text) => isUrl(text, ['http:', 'https:']),
    'must be the address of a server, such as https://waymark.example.org',
  );

/** The environment variables that configure the server, and the form of each. */
export const environment = z.object({
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
  DATABASE_REPLICA_URL: z.string().refine(isPostgresqlUrl, 'must be postgresql://…').optional(),
  REDIS_URL: z
    .string()
    .refine((text) => isUrl(text, ['redis:', 'rediss:']), 'must be redis://… or rediss://…')
    .optional(),
  WAYMARK_SECRET: strongSecret.optional(),
  WAYMARK_SECRET_OLD: strongSecret.optional(),
  CORS_ORIGINS: origins.default([]),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
  ACCESS_LOG: onOff.default(false),
  GRAPHIQL: onOff.optional(),
  INTROSPECTION: onOff.optional(),
  SIGN_UP: z.enum(['open', 'closed'], { error: 'must be open or closed' }).default('closed'),
  TRUST_PROXY: onOff.default(false),
  REQUESTS_PER_MINUTE: count.optional(),
  TRUSTED_DOCUMENTS: z.string().optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,500}$/, 'must be 16 to 500 characters without spaces (openssl rand -hex 32)')
    .optional(),
  ...openTelemetry,
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
  VAPID_SUBJECT: z
    .string()
    .refine(
      (text) => /^mailto:[^@\s]+@[^@\s]+$/.test(text) || isUrl(text, ['https:']),
      'must be mailto:<address> or https://…: push services write there if something is wrong',
    )
    .optional(),
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^B[\w-]{86}$/, 'must be a point on P-256 without compression, as base64url')
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'must be 32 bytes, as base64url')
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
  OUTLOOK_SUBSCRIPTION_MINUTES: z
    .string()
    .regex(/^\d{2,5}$/, 'must be a whole number of minutes, 45 to 43200')
    .transform(Number)
    .refine((minutes) => minutes >= 45 && minutes <= 43_200, 'must be a whole number of minutes, 45 to 43200')
    .default(4_230),
  MIRO_CLIENT_ID: z
    .string()
    .regex(/^[\w-]{1,100}$/, 'must be the client id of the app at Miro')
    .optional(),
  MIRO_CLIENT_SECRET: z.string().min(1).max(500, 'must have at most 500 characters').optional(),
  MIRO_LOGIN_URL: tokenOrigin.default('https://miro.com'),
  MIRO_API_URL: tokenOrigin.default('https://api.miro.com'),
  WAYMARK_URL: serverUrl.optional(),
  WAYMARK_TOKEN: z.string().optional(),
});

/** Parsed environment variables. */
export type Variables = z.infer<typeof environment>;
