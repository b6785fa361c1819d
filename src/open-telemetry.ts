import { validateHeaderName, validateHeaderValue } from 'node:http';
import { z } from 'zod';
import type { TracingConfig } from './platform/runtime/tracing.ts';
import { count, isUrl, onOff } from './variable-forms.ts';

/* The variables of OpenTelemetry, by its specification. Words may be written in any case. */

/** Names and values, by their texts. */
const partsOf = (text: string) =>
  text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
      return [name.trim(), value.trim()] as const;
    });

const decoded = (text: string) =>
  Object.fromEntries(partsOf(text).map((pair) => pair.map(decodeURIComponent) as [string, string]));

function isSound(text: string, isPair: (name: string, value: string) => boolean): boolean {
  try {
    return partsOf(text).every(([name, value]) => isPair(decodeURIComponent(name), decodeURIComponent(value)));
  } catch {
    return false;
  }
}

/** Names and values such as `deployment.environment.name=production,service.namespace=home`, percent-encoded where needed. */
const attributes = z
  .string()
  .refine(
    (text) => partsOf(text).every(([, value]) => !value.includes('=')) && isSound(text, isAttribute),
    'must be names and values such as service.namespace=home,host.name=desk',
  )
  .transform(decoded);

const isAttribute = (name: string, value: string) => /^\S+$/.test(name) && value !== '';

/** Likewise. A value of a header often ends with =. */
const headers = z
  .string()
  .refine((text) => isSound(text, isHeader), 'must be headers such as authorization=Basic%20abc,x-tenant=home')
  .transform(decoded);

function isHeader(name: string, value: string): boolean {
  validateHeaderName(name);
  validateHeaderValue(name, value);
  return value !== '';
}

const collectorUrl = z
  .string()
  .refine(
    (text) => isUrl(text, ['http:', 'https:']),
    'must be the address of a collector, such as http://127.0.0.1:4318',
  );

const word = <const T extends readonly [string, ...string[]]>(words: T, error: string) =>
  z.string().toLowerCase().pipe(z.enum(words, { error }));

const protocol = word(
  ['http/protobuf'],
  'must be http/protobuf: use the address at which the collector takes HTTP, mostly with the port 4318',
);

const compression = word(['gzip', 'none'], 'must be gzip or none');

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** The variables of OpenTelemetry that the server follows. */
export const openTelemetry = {
  OTEL_SDK_DISABLED: z.string().toLowerCase().pipe(onOff).default(false),
  OTEL_TRACES_EXPORTER: word(['otlp', 'none'], 'must be otlp or none').default('otlp'),
  OTEL_PROPAGATORS: z
    .string()
    .toLowerCase()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .refine(
      (names) => names.every((name) => ['tracecontext', 'baggage', 'none'].includes(name)),
      'must be tracecontext or none',
    )
    .default(['tracecontext', 'baggage']),
  OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collectorUrl.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.optional(),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: headers.optional(),
  OTEL_EXPORTER_OTLP_TIMEOUT: count.optional(),
  OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: count.optional(),
  OTEL_EXPORTER_OTLP_COMPRESSION: compression.optional(),
  OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: compression.optional(),
  OTEL_EXPORTER_OTLP_CERTIFICATE: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE: z.string().optional(),
  OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE: z.string().optional(),
  OTEL_EXPORTER_OTLP_CLIENT_KEY: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY: z.string().optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_RESOURCE_ATTRIBUTES: attributes.default({}),
  OTEL_TRACES_SAMPLER: word(samplers, `must be one of ${samplers.join(', ')}`).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .regex(/^(0(\.\d{1,9})?|\.\d{1,9}|1(\.0+)?)$/, 'must be a part of all traces, from 0 to 1')
    .transform(Number)
    .default(1),
  OTEL_BSP_SCHEDULE_DELAY: count.default(5_000),
  OTEL_BSP_MAX_QUEUE_SIZE: count.default(2_048),
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: count.default(512),
};

type Given = Readonly<Record<string, string | undefined>>;

/** Whether variables ask for traces: there is somewhere to send them to, and they are not turned off. */
function isAskedFor(given: Given): boolean {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = given;
  return (
    (all ?? own) !== undefined &&
    !openTelemetry.OTEL_SDK_DISABLED.catch(false).parse(given.OTEL_SDK_DISABLED) &&
    given.OTEL_TRACES_EXPORTER?.toLowerCase() !== 'none'
  );
}

/**
 * Environment variables without those of OpenTelemetry that do not count. They are often set for all programs of a machine, so what
 * is of no use here must not keep the server from starting: none is where nothing is traced, and one for all signals
 * where there is another one for traces.
 */
export function withoutUnused<T extends Given>(given: T): Partial<T> {
  const isTraced = isAskedFor(given);
  const isUsed = (name: string) => {
    if (!name.startsWith('OTEL_')) return true;
    const own = given[name.replace(/^OTEL_EXPORTER_OTLP_(?!TRACES_)/, 'OTEL_EXPORTER_OTLP_TRACES_')];
    return isTraced && (own === given[name] || own === undefined || name.endsWith('_HEADERS'));
  };
  return Object.fromEntries(Object.entries(given).filter(([name]) => isUsed(name))) as Partial<T>;
}

type Variables = z.infer<z.ZodObject<typeof openTelemetry>>;

/** How traces are made. Null without a collector. The address of all signals gets a path, that of traces is complete. */
export function tracingOf(env: Variables): TracingConfig | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = env;
  const url = own ?? (all && withPath(all));
  if (url === undefined) return null;
  const attributes = env.OTEL_RESOURCE_ATTRIBUTES;
  return {
    collector: {
      url,
      headers: { ...env.OTEL_EXPORTER_OTLP_HEADERS, ...env.OTEL_EXPORTER_OTLP_TRACES_HEADERS },
      timeout: env.OTEL_EXPORTER_OTLP_TRACES_TIMEOUT ?? env.OTEL_EXPORTER_OTLP_TIMEOUT ?? 10_000,
      isCompressed: (env.OTEL_EXPORTER_OTLP_TRACES_COMPRESSION ?? env.OTEL_EXPORTER_OTLP_COMPRESSION) === 'gzip',
      files: {
        ca: env.OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE ?? env.OTEL_EXPORTER_OTLP_CERTIFICATE,
        cert: env.OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE ?? env.OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE,
        key: env.OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY ?? env.OTEL_EXPORTER_OTLP_CLIENT_KEY,
      },
    },
    attributes: {
      'service.name': 'waymark',
      ...attributes,
      ...(env.OTEL_SERVICE_NAME && { 'service.name': env.OTEL_SERVICE_NAME }),
    },
    sampler: env.OTEL_TRACES_SAMPLER,
    ratio: env.OTEL_TRACES_SAMPLER_ARG,
    isContinuing: env.OTEL_PROPAGATORS.includes('tracecontext'),
    delay: env.OTEL_BSP_SCHEDULE_DELAY,
    maxQueue: env.OTEL_BSP_MAX_QUEUE_SIZE,
    maxBatch: Math.min(env.OTEL_BSP_MAX_EXPORT_BATCH_SIZE, env.OTEL_BSP_MAX_QUEUE_SIZE),
  };
}

/** The address of traces at a collector, whose own address may have a query. */
function withPath(address: string): string {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/traces`;
  return url.href;
}
