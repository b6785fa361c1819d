import { collectDefaultMetrics, type Metric, Registry, register } from 'prom-client';
import type { Context } from '../../platform/context.ts';
import type { Replica } from '../../platform/database/replica.ts';
import type { Durations } from '../../platform/runtime/durations.ts';
import type { EventCounts } from '../../platform/runtime/event-counts.ts';
import type { Tracing } from '../../platform/runtime/tracing.ts';
import { programVersion } from '../../platform/runtime/version.ts';
import { jobSamples } from './job-samples.ts';
import { type Sample, samplesOfDurations } from './samples.ts';
import type { MetricsSources } from './sources.ts';

/** A metric that is read when it is asked for: what is counted is plain numbers of others. */
interface ReadMetric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly read: (ctx: Context) => Iterable<Sample>;
}

const gauge = (name: string, help: string, read: ReadMetric['read']): ReadMetric => ({
  name,
  help,
  type: 'gauge',
  read,
});
const counter = (name: string, help: string, read: ReadMetric['read']): ReadMetric => ({
  name,
  help,
  type: 'counter',
  read,
});
const histogram = (
  name: string,
  help: string,
  read: (ctx: Context) => Iterable<readonly [Record<string, string>, Durations]>,
): ReadMetric => ({
  name,
  help,
  type: 'histogram',
  read: function* (ctx) {
    for (const [labels, durations] of read(ctx)) yield* samplesOfDurations(name, labels, durations);
  },
});

const one = (value: number): Sample[] => [{ labels: {}, value }];

/** The counts of events whose kinds are told by labels of these names. */
function* eventSamples(counts: EventCounts, ...names: string[]): Generator<Sample> {
  for (const { words, count } of counts.all())
    yield { labels: Object.fromEntries(names.map((name, i) => [name, words[i] ?? ''])), value: count };
}

function requestMetrics({ measurements }: MetricsSources): ReadMetric[] {
  return [
    counter('waymark_http_requests_total', 'Requests by route, method and status.', function* () {
      for (const [route, { statuses }] of measurements.routes)
        for (const [method, counts] of statuses)
          for (const [status, value] of counts) yield { labels: { route, method, status: String(status) }, value };
    }),
    histogram('waymark_http_request_duration_seconds', 'How long it took until responses began.', function* () {
      for (const [route, { durations }] of measurements.routes) yield [{ route }, durations];
    }),
    histogram('waymark_graphql_operation_duration_seconds', 'How long requests to GraphQL took.', function* () {
      for (const { type, name, durations } of measurements.operations.values())
        yield [{ type, operation: name }, durations];
    }),
    counter('waymark_errors_total', 'Errors of responses by code.', ({ app }) =>
      eventSamples(app.events.errors, 'code'),
    ),
  ];
}

function loadMetrics({ graphql, streams }: MetricsSources): ReadMetric[] {
  const lanes = (name: 'running' | 'waiting' | 'refused') =>
    function* (): Generator<Sample> {
      for (const [lane, load] of Object.entries(graphql.load().lanes)) yield { labels: { lane }, value: load[name] };
    };
  const caches = (name: 'entries' | 'hits' | 'misses') =>
    function* ({ app }: Context): Generator<Sample> {
      const { responses, documents } = graphql.load();
      const all = { responses, documents, viewers: app.viewerCache.load() };
      for (const [cache, load] of Object.entries(all)) yield { labels: { cache }, value: load[name] };
    };
  return [
    gauge('waymark_admission_running_cost', 'The cost of the operations that run, by lane.', lanes('running')),
    gauge('waymark_admission_waiting_cost', 'The cost of the operations that wait, by lane.', lanes('waiting')),
    counter('waymark_admission_refused_total', 'Operations refused for overload, by lane.', lanes('refused')),
    gauge('waymark_cache_entries', 'Entries of caches.', caches('entries')),
    counter('waymark_cache_hits_total', 'How often a cache had what it was asked for.', caches('hits')),
    counter('waymark_cache_misses_total', 'How often it did not.', caches('misses')),
    gauge('waymark_streams_open', 'Open subscriptions.', () => one(streams.size)),
    counter('waymark_streams_opened_total', 'Subscriptions that were opened.', () => one(streams.opened)),
  ];
}

function databaseMetrics(): ReadMetric[] {
  const pools = (name: 'open' | 'idle' | 'waiting' | 'max') =>
    function* ({ database }: Context): Generator<Sample> {
      for (const pool of database.load().pools) yield { labels: { pool: pool.name }, value: pool[name] };
    };
  return [
    counter('waymark_database_statements_total', 'SQL statements.', ({ database }) => one(database.load().statements)),
    histogram('waymark_database_write_wait_seconds', 'How long transactions waited to begin.', ({ database }) => [
      [{}, database.load().writeWaits],
    ]),
    gauge('waymark_database_writes_running', 'Transactions under way.', ({ database }) =>
      one(database.load().runningWrites),
    ),
    gauge('waymark_database_writes_waiting', 'Transactions that wait to begin.', ({ database }) =>
      one(database.load().waitingWrites),
    ),
    gauge('waymark_database_pool_connections', 'Open connections to PostgreSQL.', pools('open')),
    gauge('waymark_database_pool_idle_connections', 'Connections that nothing uses.', pools('idle')),
    gauge('waymark_database_pool_max_connections', 'How many connections there may be.', pools('max')),
    gauge('waymark_database_pool_waiting', 'What waits for a connection.', pools('waiting')),
  ];
}

/** There are none without a replica. */
function replicaMetrics(replica: Replica): ReadMetric[] {
  const { isInUse, lag, queries } = replica.load();
  return [
    gauge('waymark_replica_up', 'Whether queries may read the replica.', () => one(isInUse ? 1 : 0)),
    gauge('waymark_replica_lag_seconds', 'For how long the replica has lacked something that was committed.', () =>
      one(lag / 1000),
    ),
    counter('waymark_replica_queries_total', 'Queries by where they were read, and why.', function* () {
      for (const [reason, value] of Object.entries(queries))
        yield { labels: { server: reason === 'current' ? 'replica' : 'primary', reason }, value };
    }),
  ];
}

/** There are none without traces. */
const traceMetrics = (tracing: Tracing): ReadMetric[] => [
  counter('waymark_trace_spans_total', 'Spans by what has become of them.', function* () {
    for (const [outcome, value] of Object.entries(tracing.spans())) yield { labels: { outcome }, value };
  }),
];

const jobMetrics: readonly ReadMetric[] = [
  counter('waymark_job_runs_total', 'Attempts of jobs by kind and outcome.', ({ app }) =>
    eventSamples(app.events.jobRuns, 'kind', 'outcome'),
  ),
  counter('waymark_sync_runs_total', 'Syncs by provider, what was read, and outcome.', ({ app }) =>
    eventSamples(app.events.providerRuns, 'provider', 'kind', 'outcome'),
  ),
  gauge('waymark_build_info', 'The version of the program.', () => [
    { labels: { version: programVersion() }, value: 1 },
  ]),
];

/** A metric as the registry of prom-client takes it. */
const toMetric = ({ read, ...metric }: ReadMetric, ctx: Context) =>
  ({ ...metric, get: async () => ({ ...metric, values: [...read(ctx)] }) }) as unknown as Metric;

/** Creates a function that reads all metrics as a text in the format of Prometheus. */
export function createReader(
  sources: MetricsSources,
): (ctx: Context) => Promise<{ readonly type: string; readonly body: string }> {
  // Those of the process are the same for all applications in it.
  if (!register.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics();
  const metrics = [...requestMetrics(sources), ...loadMetrics(sources), ...databaseMetrics(), ...jobMetrics];
  return async (ctx) => {
    const registry = new Registry();
    const { replica } = ctx.database;
    const { tracing } = ctx.app;
    const more = [...(replica ? replicaMetrics(replica) : []), ...(tracing ? traceMetrics(tracing) : [])];
    for (const metric of [...metrics, ...more]) registry.registerMetric(toMetric(metric, ctx));
    for (const metric of await jobSamples(ctx)) registry.registerMetric(toMetric({ ...metric, type: 'gauge' }, ctx));
    return { type: registry.contentType, body: `${await registry.metrics()}\n${await register.metrics()}` };
  };
}
