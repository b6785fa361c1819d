import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Config, ConfigError, parseConfig } from '../src/config.ts';

const secret = 'Zm9yIHRoZSB0ZXN0cyBvbmx5LCAwMTIzNDU2Nzg5';

/** The problems with these variables. */
function problemsOf(variables: Record<string, string | undefined>): string[] {
  try {
    parseConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('the defaults are a server for one person on this machine', () => {
  expect(parseConfig({})).toEqual({
    environment: 'development',
    host: '127.0.0.1',
    port: 4000,
    publicUrl: 'http://127.0.0.1:4000',
    dataDir: resolve('data'),
    database: { engine: 'sqlite', file: resolve('data/waymark.db') },
    replicaUrl: null,
    redisUrl: null,
    secret: null,
    oldSecret: null,
    corsOrigins: [],
    hasDisplay: ['darwin', 'win32'].includes(process.platform),
    logLevel: 'info',
    accessLog: false,
    graphiql: true,
    introspection: true,
    signUp: 'closed',
    trustProxy: false,
    requestsPerMinute: null,
    trustedDocuments: null,
    metricsToken: null,
    tracing: null,
    responseCacheBytes: 16_000_000,
    historyDays: 365,
    mail: null,
    webPush: null,
    privateAddresses: false,
    outlook: null,
    miro: null,
    remoteUrl: null,
    remoteToken: null,
  } satisfies Config);
});

test('private addresses are allowed by either name of the variable, of which the new one counts', () => {
  const allowed = (variables: Record<string, string>) => parseConfig(variables).privateAddresses;
  expect(allowed({ ALLOW_PRIVATE_ADDRESSES: 'on' })).toBe(true);
  expect(allowed({ WEBHOOK_PRIVATE_ADDRESSES: 'on' })).toBe(true);
  expect(allowed({ WEBHOOK_PRIVATE_ADDRESSES: 'on', ALLOW_PRIVATE_ADDRESSES: 'off' })).toBe(false);
});

test('production is closed and limited, and requires a secret', () => {
  expect(parseConfig({ NODE_ENV: 'production', WAYMARK_SECRET: secret })).toMatchObject({
    environment: 'production',
    secret,
    graphiql: false,
    introspection: false,
    signUp: 'closed',
    requestsPerMinute: 1200,
    logLevel: 'info',
  });
});

test('tests are silent and open', () => {
  expect(parseConfig({ NODE_ENV: 'test' })).toMatchObject({
    environment: 'test',
    logLevel: 'silent',
    introspection: true,
    requestsPerMinute: null,
  });
});

test('presets can be overridden', () => {
  const given = {
    NODE_ENV: 'production',
    WAYMARK_SECRET: secret,
    GRAPHIQL: 'on',
    INTROSPECTION: 'yes',
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '60',
    RESPONSE_CACHE_MB: '0',
    SIGN_UP: 'open',
    TRUST_PROXY: '1',
    REDIS_URL: 'rediss://redis.example.org:6380/1',
    CORS_ORIGINS: 'https://a.example.org , http://localhost:5173',
  };
  expect(parseConfig(given)).toMatchObject({
    graphiql: true,
    introspection: true,
    logLevel: 'warn',
    requestsPerMinute: 60,
    responseCacheBytes: 0,
    signUp: 'open',
    trustProxy: true,
    redisUrl: 'rediss://redis.example.org:6380/1',
    corsOrigins: ['https://a.example.org', 'http://localhost:5173'],
  });
  expect(parseConfig({ GRAPHIQL: 'off', INTROSPECTION: 'false' })).toMatchObject({
    graphiql: false,
    introspection: false,
  });
});

test('a replica is one of PostgreSQL', () => {
  const DATABASE_REPLICA_URL = 'postgresql://replica.example.org/waymark';
  const config = parseConfig({ DATABASE_URL: 'postgresql://primary.example.org/waymark', DATABASE_REPLICA_URL });
  expect(config.replicaUrl).toBe(DATABASE_REPLICA_URL);
  expect(problemsOf({ DATABASE_REPLICA_URL })).toEqual(['DATABASE_REPLICA_URL needs a DATABASE_URL of PostgreSQL']);
  expect(problemsOf({ DATABASE_REPLICA_URL: 'file:./replica.db' })).toEqual([
    'DATABASE_REPLICA_URL must be postgresql://…',
  ]);
});

test('production refuses a missing or weak secret', () => {
  const production = { NODE_ENV: 'production' };
  expect(problemsOf(production)).toEqual([expect.stringContaining('WAYMARK_SECRET must be set in production')]);
  expect(problemsOf({ ...production, WAYMARK_SECRET: '' })).toEqual([expect.stringContaining('must be set')]);
  for (const weak of ['changeme', secret.slice(0, 31), 'x'.repeat(64), 'secretsecretsecretsecretsecretsecret']) {
    expect(problemsOf({ ...production, WAYMARK_SECRET: weak }), weak).toEqual([
      expect.stringMatching(/^WAYMARK_SECRET is too weak/),
    ]);
    // A weak secret is refused in every environment.
    expect(problemsOf({ WAYMARK_SECRET: weak }), weak).toHaveLength(1);
  }
  expect(problemsOf({ ...production, WAYMARK_SECRET: secret })).toEqual([]);
  // The message does not contain the secret.
  expect(problemsOf({ WAYMARK_SECRET: 'hunter2-hunter2' }).join()).not.toContain('hunter2');
});

test('push messages are sent with a contact, and with given keys or generated ones', () => {
  const VAPID_SUBJECT = 'mailto:me@example.org';
  const keys = {
    VAPID_PUBLIC_KEY: 'BIAmdWfE6pwLndME69sQx7tUnb_6PPCoT6S2yq2s4K8zymrFE3IurHwZzlKp6mAADwOVM88iArlr7S7YFSWjUz0',
    VAPID_PRIVATE_KEY: '6J770mlA4tGYbV-5NL2YE2w6UqGtovPhc7v2Bamlp4k',
  };
  expect(parseConfig({ VAPID_SUBJECT }).webPush).toEqual({ subject: VAPID_SUBJECT, keys: null });
  expect(parseConfig({ VAPID_SUBJECT, ...keys }).webPush?.keys).toEqual({
    publicKey: keys.VAPID_PUBLIC_KEY,
    privateKey: keys.VAPID_PRIVATE_KEY,
  });
  expect(problemsOf(keys)).toEqual(['VAPID_PUBLIC_KEY needs VAPID_SUBJECT']);
  expect(problemsOf({ VAPID_SUBJECT, VAPID_PUBLIC_KEY: keys.VAPID_PUBLIC_KEY })).toEqual([
    'VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY must be set together',
  ]);
  expect(problemsOf({ VAPID_SUBJECT, ...keys, VAPID_PRIVATE_KEY: 'b'.repeat(43) })).toEqual([
    'VAPID_PUBLIC_KEY must be the public key of VAPID_PRIVATE_KEY',
  ]);
  expect(problemsOf({ VAPID_SUBJECT: 'me' })).toEqual([expect.stringMatching(/^VAPID_SUBJECT must be/)]);
  expect(problemsOf({ VAPID_SUBJECT, VAPID_PUBLIC_KEY: 'x', VAPID_PRIVATE_KEY: 'x' })).toHaveLength(2);
});

test('mail needs a server and an address', () => {
  const mail = { SMTP_URL: 'smtps://me:secret@mail.example.org', MAIL_FROM: 'Waymark <waymark@example.org>' };
  expect(parseConfig(mail).mail).toEqual({ url: mail.SMTP_URL, from: mail.MAIL_FROM });
  expect(problemsOf({ SMTP_URL: mail.SMTP_URL })).toEqual(['SMTP_URL and MAIL_FROM must be set together']);
  expect(problemsOf({ ...mail, SMTP_URL: 'mail.example.org' })).toEqual([expect.stringMatching(/^SMTP_URL must be/)]);
  expect(problemsOf({ ...mail, MAIL_FROM: 'Waymark' })).toEqual([expect.stringMatching(/^MAIL_FROM must be/)]);
});

test('every problem is reported at once with the name of its variable', () => {
  const invalid = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '70000',
    PUBLIC_URL: 'waymark.example.org',
    DATABASE_URL: 'mysql://localhost/waymark',
    REDIS_URL: 'localhost:6379',
    CORS_ORIGINS: '*',
    LOG_LEVEL: 'loud',
    GRAPHIQL: 'maybe',
    INTROSPECTION: 'perhaps',
    SIGN_UP: 'on',
    TRUST_PROXY: 'x',
    REQUESTS_PER_MINUTE: '0',
  };
  const problems = problemsOf(invalid);
  const named = problems.map((problem) => problem.split(' ')[0] ?? '').sort();
  const wrong = Object.keys(invalid).filter((name) => name !== 'NODE_ENV' && name !== 'HOST');
  expect([...new Set(named)]).toEqual([...wrong, 'WAYMARK_SECRET'].sort());
  const message = new ConfigError(problems).message.split('\n');
  expect(message).toHaveLength(problems.length + 1);
  expect(message[0]).toBe('The configuration is invalid:');
});

test.each([
  ['NODE_ENV', ['staging', 'PRODUCTION', 'prod']],
  ['PORT', ['-1', '65536', '4000.5', 'http', '4e3', ' 4000', '0x1000', '123456']],
  [
    'PUBLIC_URL',
    [
      'example.org',
      'ftp://example.org',
      'https://example.org/',
      'https://example.org/app',
      'https://u:p@example.org',
      'https://example.org?x=1',
    ],
  ],
  ['DATABASE_URL', ['waymark.db', 'file:', 'mysql://localhost/waymark', 'postgresql:', 'http://localhost']],
  ['REDIS_URL', ['localhost', 'http://localhost:6379', 'redis']],
  [
    'CORS_ORIGINS',
    [
      '*',
      'example.org',
      'https://a.example.org,',
      'https://a.example.org/',
      'https://a.example.org;https://b.example.org',
      'null',
    ],
  ],
  ['LOG_LEVEL', ['verbose', 'INFO']],
  ['GRAPHIQL', ['2', 'enabled', 'ON']],
  ['SIGN_UP', ['true', 'on']],
  ['REQUESTS_PER_MINUTE', ['0', '-5', '1.5', 'many', '1e3', '9999999999']],
  ['RESPONSE_CACHE_MB', ['-1', '1.5', 'many', '100000']],
])('%s accepts only valid values', (name, values) => {
  for (const value of values)
    expect(problemsOf({ [name]: value }), value).toEqual([expect.stringMatching(`^${name} `)]);
});

test('an empty variable counts as unset', () => {
  const names = [
    'NODE_ENV',
    'HOST',
    'PORT',
    'PUBLIC_URL',
    'WAYMARK_DATA_DIR',
    'DATABASE_URL',
    'REDIS_URL',
    'WAYMARK_SECRET',
    'CORS_ORIGINS',
    'LOG_LEVEL',
    'GRAPHIQL',
    'INTROSPECTION',
    'SIGN_UP',
    'TRUST_PROXY',
    'REQUESTS_PER_MINUTE',
    'RESPONSE_CACHE_MB',
  ];
  expect(parseConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(parseConfig({}));
  expect(parseConfig(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual(parseConfig({}));
});

test('the default of the public URL is the host and port, with brackets for IPv6', () => {
  expect(parseConfig({ HOST: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('http://0.0.0.0:8080');
  expect(parseConfig({ HOST: '::1', PORT: '4001' })).toMatchObject({ host: '::1', publicUrl: 'http://[::1]:4001' });
  expect(parseConfig({ PUBLIC_URL: 'https://waymark.example.org', PORT: '0' })).toMatchObject({
    port: 0,
    publicUrl: 'https://waymark.example.org',
  });
  expect(parseConfig({ PUBLIC_URL: 'https://[2001:db8::1]:8443' }).publicUrl).toBe('https://[2001:db8::1]:8443');
});

test('the database is a file in the data folder, another file, or a PostgreSQL server', () => {
  const database = (variables: Record<string, string>) => parseConfig(variables).database;
  expect(database({ WAYMARK_DATA_DIR: '/srv/waymark' })).toEqual({ engine: 'sqlite', file: '/srv/waymark/waymark.db' });
  expect(database({ DATABASE_URL: 'file:./mine.db' })).toEqual({ engine: 'sqlite', file: resolve('mine.db') });
  expect(database({ DATABASE_URL: 'file:/srv/mine.db' })).toEqual({ engine: 'sqlite', file: '/srv/mine.db' });
  expect(database({ DATABASE_URL: 'file:///srv/mine.db' })).toEqual({ engine: 'sqlite', file: '/srv/mine.db' });
  for (const url of [
    'postgresql://user:p%40ss@db.example.org:5432/waymark?sslmode=require',
    'postgres://localhost/w',
  ]) {
    expect(database({ DATABASE_URL: url })).toEqual({ engine: 'postgresql', url });
  }
});

test('the configuration depends only on the given variables', () => {
  const before = { ...process.env };
  process.env.PORT = '1234';
  process.env.WAYMARK_DATA_DIR = '/elsewhere';
  try {
    const given = Object.freeze({ HOST: '127.0.0.2' });
    expect(parseConfig(given)).toMatchObject({ host: '127.0.0.2', port: 4000, dataDir: resolve('data') });
    expect(parseConfig(given)).toEqual(parseConfig({ ...given }));
  } finally {
    for (const name of ['PORT', 'WAYMARK_DATA_DIR']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
});

test('Miro is off without an app and its secret, and its tokens go to https or to this machine', () => {
  const of = (more: Record<string, string>) =>
    parseConfig({ MIRO_CLIENT_ID: '3458764', MIRO_CLIENT_SECRET: 'x', ...more }).miro;
  expect(() => parseConfig({ MIRO_CLIENT_ID: '3458764' })).toThrow('MIRO_CLIENT_ID needs MIRO_CLIENT_SECRET');
  expect(parseConfig({ MIRO_CLIENT_SECRET: 'x' }).miro).toBeNull();
  expect(of({})).toEqual({
    clientId: '3458764',
    clientSecret: 'x',
    loginUrl: 'https://miro.com',
    apiUrl: 'https://api.miro.com',
  });
  expect(() => of({ MIRO_API_URL: 'http://api.example.org' })).toThrow('MIRO_API_URL must be an origin with https');
  expect(() => of({ MIRO_CLIENT_ID: '../x' })).toThrow('MIRO_CLIENT_ID');
});

test('Outlook is off without an app, and its tokens go to https or to this machine', () => {
  const of = (more: Record<string, string>) => parseConfig({ OUTLOOK_CLIENT_ID: 'app', ...more }).outlook;
  expect(parseConfig({ OUTLOOK_CLIENT_SECRET: 'x' }).outlook).toBeNull();
  expect(of({})).toEqual({
    clientId: 'app',
    clientSecret: null,
    tenant: 'common',
    loginUrl: 'https://login.microsoftonline.com',
    graphUrl: 'https://graph.microsoft.com',
    subscriptionMinutes: 4_230,
  });
  expect(of({ OUTLOOK_SUBSCRIPTION_MINUTES: '10080' })?.subscriptionMinutes).toBe(10_080);
  for (const minutes of ['0', '44', '43201', '1.5', 'x'])
    expect(() => of({ OUTLOOK_SUBSCRIPTION_MINUTES: minutes })).toThrow('OUTLOOK_SUBSCRIPTION_MINUTES');
  expect(of({ OUTLOOK_GRAPH_URL: 'http://127.0.0.1:8080' })?.graphUrl).toBe('http://127.0.0.1:8080');
  for (const url of ['http://graph.example.org', 'http://127.0.0.1.example.org', 'https://graph.example.org/v1.0', 'x'])
    expect(() => of({ OUTLOOK_GRAPH_URL: url })).toThrow('OUTLOOK_GRAPH_URL must be an origin with https');
  expect(() => of({ OUTLOOK_TENANT: '../x' })).toThrow('OUTLOOK_TENANT');
  expect(() => parseConfig({ WAYMARK_SECRET_OLD: 'short' })).toThrow('WAYMARK_SECRET_OLD is too weak');
});

test.skipIf(process.platform !== 'linux')('a display has a name, and is seen by who sits before it', () => {
  const { hasDisplay: seen } = parseConfig({ DISPLAY: ':0' });
  expect([seen, parseConfig({ WAYLAND_DISPLAY: 'wayland-0' }).hasDisplay]).toEqual([true, true]);
  for (const variables of [
    { DISPLAY: '' },
    { DISPLAY: ':0', SSH_CONNECTION: '10.0.0.1' },
    { DISPLAY: ':0', CI: 'true' },
  ])
    expect([variables, parseConfig(variables).hasDisplay]).toEqual([variables, false]);
});

test('traces are made if there is a collector, by the variables of OpenTelemetry', () => {
  const of = (variables: Record<string, string>) => parseConfig(variables).tracing;
  const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' };
  expect(of({ OTEL_SERVICE_NAME: 'desk' })).toBe(null);
  expect(of(collector)).toEqual({
    collector: {
      url: 'http://collector:4318/v1/traces',
      headers: {},
      timeout: 10_000,
      isCompressed: false,
      files: {},
    },
    attributes: { 'service.name': 'waymark' },
    sampler: 'parentbased_always_on',
    ratio: 1,
    isContinuing: true,
    delay: 5_000,
    maxQueue: 2_048,
    maxBatch: 512,
  });
  const urlOf = (variables: Record<string, string>) => of(variables)?.collector.url;
  expect(urlOf({ ...collector, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://other/api/traces' })).toBe(
    'https://other/api/traces',
  );
  expect(urlOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://gateway/otlp?tenant=1' })).toBe(
    'http://gateway/otlp/v1/traces?tenant=1',
  );
  for (const word of ['true', 'TRUE', 'on']) expect(of({ ...collector, OTEL_SDK_DISABLED: word })).toBe(null);
  expect(of({ ...collector, OTEL_SDK_DISABLED: 'False' })).not.toBe(null);
  expect(of({ ...collector, OTEL_TRACES_EXPORTER: 'none' })).toBe(null);
  const named = { ...collector, OTEL_RESOURCE_ATTRIBUTES: 'service.name=attic, host.name=at%20home%2C%20up' };
  expect(of(named)?.attributes).toEqual({ 'service.name': 'attic', 'host.name': 'at home, up' });
  expect(of({ ...named, OTEL_SERVICE_NAME: 'desk' })?.attributes['service.name']).toBe('desk');
  expect(of({ ...collector, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '.25' })).toMatchObject({
    sampler: 'traceidratio',
    ratio: 0.25,
  });
  expect(of({ ...collector, OTEL_TRACES_SAMPLER: 'ParentBased_Always_Off' })?.sampler).toBe('parentbased_always_off');
  expect(of({ ...collector, OTEL_BSP_MAX_QUEUE_SIZE: '100' })).toMatchObject({ maxQueue: 100, maxBatch: 100 });
  for (const [names, isContinuing] of [
    ['baggage,tracecontext', true],
    ['None', false],
    ['baggage', false],
  ] as const)
    expect(of({ ...collector, OTEL_PROPAGATORS: names })).toMatchObject({ isContinuing });
});

test('variables of the collector for traces count before those for all signals, whose headers are added', () => {
  const of = (variables: Record<string, string>) =>
    parseConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', ...variables }).tracing?.collector;
  const all = {
    OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Basic%20YTpi==, x-tenant=a,',
    OTEL_EXPORTER_OTLP_TIMEOUT: '2000',
    OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
    OTEL_EXPORTER_OTLP_CERTIFICATE: 'ca.pem',
    // Of another signal, as they have no address of their own.
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/protobuf',
  };
  expect(of(all)).toMatchObject({
    headers: { Authorization: 'Basic YTpi==', 'x-tenant': 'a' },
    timeout: 2_000,
    isCompressed: true,
    files: { ca: 'ca.pem' },
  });
  const own = {
    OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-tenant=b',
    OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '1000',
    OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: 'none',
    OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE: 'own.pem',
  };
  expect(of({ ...all, ...own })).toMatchObject({
    headers: { Authorization: 'Basic YTpi==', 'x-tenant': 'b' },
    timeout: 1_000,
    isCompressed: false,
    files: { ca: 'own.pem' },
  });
});

test('variables of OpenTelemetry keep nothing from starting where nothing is traced', () => {
  const forOthers = {
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    OTEL_TRACES_EXPORTER: 'console',
    OTEL_TRACES_SAMPLER: 'jaeger_remote',
    OTEL_PROPAGATORS: 'b3',
  };
  expect(problemsOf(forOthers)).toEqual([]);
  const at = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4317' };
  expect(problemsOf({ ...forOthers, ...at, OTEL_SDK_DISABLED: 'True' })).toEqual([]);
  expect(problemsOf({ ...forOthers, ...at, OTEL_TRACES_EXPORTER: 'NONE' })).toEqual([]);
  expect(problemsOf({ ...forOthers, ...at })).toHaveLength(4);
});

test('variables of OpenTelemetry that cannot be followed are problems', () => {
  const wrong = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic abc,no value',
    OTEL_EXPORTER_OTLP_TIMEOUT: '10s',
    OTEL_EXPORTER_OTLP_COMPRESSION: 'zstd',
    OTEL_SDK_DISABLED: 'maybe',
    OTEL_PROPAGATORS: 'b3',
    OTEL_TRACES_EXPORTER: 'zipkin',
    OTEL_RESOURCE_ATTRIBUTES: 'service.name',
    OTEL_TRACES_SAMPLER: 'sometimes',
    OTEL_TRACES_SAMPLER_ARG: '2',
    OTEL_BSP_SCHEDULE_DELAY: '0',
  };
  const named = new Set(problemsOf(wrong).map((problem) => problem.split(' ')[0]));
  expect(named).toEqual(new Set(Object.keys(wrong)));
  const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
  for (const wrong of ['host.name=%', 'host.name=a=b', 'host.name='])
    expect(problemsOf({ ...collector, OTEL_RESOURCE_ATTRIBUTES: wrong })).toHaveLength(1);
  const secret = { OTEL_EXPORTER_OTLP_HEADERS: 'authorization=hunter2%0Ax: y' };
  expect(problemsOf({ ...collector, ...secret })).toEqual([expect.not.stringContaining('hunter2')]);
});
