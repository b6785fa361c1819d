import { expect, test } from 'vitest';
import { jobSamples } from '../../src/http/metrics/job-samples.ts';
import { Measurements, maxOperations } from '../../src/http/metrics/measurements.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { fetchFrom } from '../support/http.ts';

const token = '0123456789abcdef0123456789abcdef';
const withMetrics = { METRICS_TOKEN: token, RESPONSE_CACHE_MB: '1' };

const sampleLine =
  /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*",?)*)\})? ([Nn]a[Nn]|[+-]Inf|[-+\d.e]+)$/;

/** Parses the text format of Prometheus, strictly: every sample belongs to the last TYPE, and no series comes twice. */
function parse(text: string): Map<string, number> {
  const samples = new Map<string, number>();
  let family = { name: '', type: '' };
  for (const line of text.split('\n')) {
    const [, name, type] = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line) ?? [];
    if (name !== undefined && type !== undefined) family = { name, type };
    if (line === '' || line.startsWith('#')) continue;
    const [, sample = '', labels = '', value] = sampleLine.exec(line) ?? [];
    const suffix = sample.slice(family.name.length);
    const isPart = family.type === 'histogram' ? /^_(bucket|sum|count)$/.test(suffix) : suffix === '';
    if (!sample.startsWith(family.name) || !isPart) throw new Error(`${line} is not of ${family.name}`);
    const series = `${sample}{${labels
      .split(/,(?=\w+=)/)
      .sort()
      .join(',')}}`;
    if (samples.has(series)) throw new Error(`${series} comes twice`);
    samples.set(series, Number(value));
  }
  return samples;
}

const ask = (app: TestApp, given: string | null) =>
  fetchFrom(app, '/metrics', given === null ? {} : { headers: { authorization: `Bearer ${given}` } });

async function scrape(app: TestApp) {
  const { status, headers, text } = await ask(app, token);
  const samples = parse(text);
  const get = (series: string) => samples.get(series) ?? samples.get(series.replace(/\{?$/, '{}')) ?? 0;
  return { status, type: headers.get('content-type'), samples, get };
}

test('without a token there are no metrics, and nobody reads them with another one', async () => {
  const without = await createTestApp();
  expect((await ask(without, token)).status).toBe(404);
  const app = await createTestApp(withMetrics);
  for (const wrong of [null, '', `${token}0`, token.slice(1), token.toUpperCase()])
    expect((await ask(app, wrong)).status, String(wrong)).toBe(401);
  const posted = await fetchFrom(app, '/metrics', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  expect(posted.status).toBe(405);
});

test('a second scrape counts up what was done between', async () => {
  const app = await createTestApp(withMetrics, {
    jobs: {
      kinds: {},
      recurring: [{ name: 'failingJob', every: 3_600_000, run: () => Promise.reject(new Error('It fails.')) }],
    },
  });
  const ada = await app.person();
  const before = await scrape(app);
  expect([before.status, before.type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  expect([...before.samples.keys()].filter((name) => name.startsWith('process_cpu_seconds_total'))).toHaveLength(1);

  const list = 'query ListTasks { tasks(first: 2) { nodes { id title } } }';
  await ada.query(list);
  await ada.query(list);
  await ada.query('mutation AddTask { createTask(input: { title: "Call" }) { __typename } }');
  await app.nobody.ask('query MadeUp { tasks(first: 1) { totalCount } }');
  await ada.ask('query Wrong { nothing }');
  await fetchFrom(app, '/made-up/path');
  await fetchFrom(app, '/calendar/a-secret-of-ada');
  await app.worker.work();
  const events = await ada.follow('subscription { changed { ... on ChangePage { cursor } } }');
  const after = await scrape(app);
  const grown = (series: string) => after.get(series) - before.get(series);

  expect(grown('waymark_http_requests_total{method="POST",route="/graphql",status="200"}')).toBeGreaterThanOrEqual(4);
  expect(grown('waymark_http_requests_total{method="GET",route="other",status="404"}')).toBe(1);
  expect(grown('waymark_http_requests_total{method="GET",route="/calendar",status="404"}')).toBe(1);
  expect(grown('waymark_http_request_duration_seconds_bucket{le="+Inf",route="/metrics"}')).toBe(1);
  const operation = (name: string, type = 'query') =>
    grown(`waymark_graphql_operation_duration_seconds_count{operation="${name}",type="${type}"}`);
  expect([operation('ListTasks'), operation('AddTask', 'mutation')]).toEqual([2, 1]);
  // Nobody fills the list of names without an account, nor by what is not valid.
  expect([operation('MadeUp'), operation('other'), operation('Wrong'), operation('none', 'none')]).toEqual([
    0, 1, 0, 1,
  ]);
  expect(operation('other', 'subscription')).toBe(1);
  expect(grown('waymark_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
  expect(grown('waymark_errors_total{code="UNAUTHENTICATED"}')).toBe(1);
  // On PostgreSQL, a transaction of anybody ends what is kept, also that of another test.
  const kept = [grown('waymark_cache_hits_total{cache="responses"}'), app.db.engine === 'sqlite' ? 1 : 0] as const;
  expect(kept[0]).toBeGreaterThanOrEqual(kept[1]);
  expect(grown('waymark_cache_misses_total{cache="documents"}')).toBeGreaterThanOrEqual(3);
  expect(grown('waymark_cache_hits_total{cache="viewers"}')).toBeGreaterThan(0);
  expect(grown('waymark_database_statements_total{}')).toBeGreaterThan(3);
  expect(grown('waymark_database_write_wait_seconds_count{}')).toBeGreaterThan(0);
  expect(grown('waymark_job_runs_total{kind="failingJob",outcome="retried"}')).toBe(1);
  expect(after.get('waymark_jobs{kind="failingJob",state="waiting"}')).toBe(1);
  expect([after.get('waymark_streams_open{}'), grown('waymark_streams_opened_total{}')]).toEqual([1, 1]);
  expect(after.get('waymark_database_up{}')).toBe(1);
  expect(after.get('waymark_admission_refused_total{lane="light"}')).toBe(0);
  const pools = [...after.samples.keys()].filter((name) => name.startsWith('waymark_database_pool_max_connections'));
  expect(pools).toHaveLength(app.db.engine === 'postgresql' ? 2 : 0);
  expect([...after.samples.keys()].join('\n')).not.toContain('secret');
  events.close();

  // A bucket has the smaller ones in it.
  const buckets = [...after.samples].filter(([name]) => /request_duration_seconds_bucket.*"\/graphql"/.test(name));
  expect(buckets.map(([, value]) => value)).toEqual(buckets.map(([, value]) => value).toSorted((a, b) => a - b));
});

test('a database that cannot be read is told from one without jobs', async () => {
  const app = await createTestApp(withMetrics);
  const up = async (ctx: Parameters<typeof jobSamples>[0]) =>
    (await jobSamples(ctx)).map(({ name, read }) => [name, ...[...read()].map(({ value }) => value)]);
  const ctx = app.systemContext();
  expect(await up(ctx)).toEqual([['waymark_jobs'], ['waymark_jobs_delay_seconds', 0], ['waymark_database_up', 1]]);
  const groupBy = () => Promise.reject(new Error('The connection is lost.'));
  expect(await up({ ...ctx, db: { job: { groupBy } } as never })).toEqual([['waymark_database_up', 0]]);
});

test('names of operations are bounded', () => {
  const measurements = new Measurements();
  const add = (name: string) => measurements.addOperation({ type: 'query' as never, name, key: `query ${name}` }, 0);
  for (let i = 0; i < 3 * maxOperations; i += 1) add(`Name${i}`);
  add('Name1');
  measurements.addOperation(null, 0);
  expect(measurements.operations.size).toBe(maxOperations + 2);
  expect(measurements.operations.get('query other')?.durations.count).toBe(2 * maxOperations);
  expect(measurements.operations.get('query Name1')?.durations.count).toBe(2);
});
