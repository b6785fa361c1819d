import { execFile } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { parseConfig } from '../../src/config.ts';
import { createTracing } from '../../src/integrations/opentelemetry/tracing.ts';
import { createCollector } from '../support/collector.ts';
import { temporaryFolder } from '../support/command.ts';
import { listening } from '../support/listening.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { leaveToCI } from '../support/services.ts';
import { childrenOf, createTracedApp } from '../support/traced.ts';

const fast = { OTEL_BSP_SCHEDULE_DELAY: '1' };

test('no byte that is sent has in it what people wrote, or what they sign in with', async () => {
  const { app, at, post, ended, collector } = await createTracedApp({ ALLOW_PRIVATE_ADDRESSES: 'on' });
  const ada = await app.person();
  const headers = {
    authorization: `Bearer ${ada.accessToken}`,
    'idempotency-key': 'key-of-zebras',
    'user-agent': 'Zebra/1',
  };
  const signIn =
    'mutation ($email: String!) { signIn(input: { email: $email, password: "wrong zebra password" }) { __typename } }';
  await post(signIn, {}, { email: ada.email });
  await post(signIn, {}, { email: 'zebra@example.org' });
  await post('mutation { createTask(input: { title: "Zebra literal" }) { __typename } } # zebra comment', headers);
  const add = 'mutation Add($input: CreateTaskInput!) { createTask(input: $input) { __typename } }';
  await post(
    add,
    { authorization: headers.authorization },
    { input: { title: 'Zebra variable', notes: 'zebra notes' } },
  );
  await post(
    '{ search(text: "zebra words") { nodes { title } } tasks(filter: { title: { contains: "zebra filter" } }) { totalCount } }',
    headers,
  );
  await post('query { zebraField }', headers);
  await ada.mutate('createWebhook', { url: 'http://127.0.0.1:1/zebra-path?zebra=query' }, 'webhook { id }');
  await fetch(`${at}/graphql?query=${encodeURIComponent('{ viewer { name } }')}&zebra=1`, { headers });
  await app.worker.work();
  await ended();
  const sent = collector.bytes().toString('latin1');
  expect(collector.spans.length).toBeGreaterThan(50);
  expect(sent).toContain('INSERT Task');
  expect(sent).not.toMatch(/zebra/i);
  for (const secret of [ada.email, ada.password, ada.accessToken, ada.refreshToken, 'example.org', 'Ada'])
    expect(sent).not.toContain(secret);
});

test('requests to other servers by fetch are parts of the work, and those that fail say how', async () => {
  const collector = await createCollector();
  const report = { failed: () => {}, recovered: () => {}, dropping: () => {}, kept: () => {} };
  const variables = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '60000' };
  const { tracing: config } = parseConfig(variables);
  if (!config) throw new Error('Nothing is traced.');
  const tracing = createTracing(config, {}, report);
  const heard: unknown[] = [];
  const other = await listening((request, response) => {
    heard.push(request.headers.traceparent);
    response.writeHead(request.url === '/missing' ? 404 : 200).end();
  });
  const closed = await freePort();
  await tracing.begin({ name: 'work' }, async () => {
    await fetch(`${other.url}/secret?token=1`);
    await fetch(`${other.url}/missing`);
    await fetch(`http://127.0.0.1:${closed}`).catch(() => {});
  });
  await fetch(`${other.url}/outside`);
  await tracing.close();
  const work = collector.spans.find(({ name }) => name === 'work');
  if (!work) throw new Error('The work is missing.');
  const sent = childrenOf(collector.spans, work).map(({ name, isFailed, attributes }) => [
    name,
    isFailed,
    attributes['http.response.status_code'] ?? attributes['error.type'],
    attributes['url.full'],
  ]);
  expect(sent).toEqual([
    ['GET', false, 200, other.url],
    ['GET', true, 404, other.url],
    ['GET', true, 'ECONNREFUSED', `http://127.0.0.1:${closed}`],
  ]);
  expect(collector.spans).toHaveLength(4);
  expect(heard).toEqual([undefined, undefined, undefined]);
});

/** An application whose collector does not do as it should. Its requests succeed, and it closes. */
async function unhurtBy(answer: (response: ServerResponse) => void, variables: Record<string, string> = {}) {
  const { log, lines } = createMemoryLog();
  const collector = await createCollector(answer);
  const traced = await createTracedApp({ ...fast, ...variables }, { log }, collector);
  const ada = await traced.app.person();
  async function ask(times: number) {
    for (let i = 0; i < times; i++) expect(await ada.query('{ viewer { name } }')).toEqual({ viewer: { name: 'Ada' } });
  }
  const told = () => lines.map(({ msg }) => msg).filter((msg) => String(msg).startsWith('traces'));
  return { ...traced, ask, told };
}

test('a collector that refuses is told of once, and once more when it takes traces again', async () => {
  let status = 400;
  const { ask, told, ended, collector } = await unhurtBy((response) => response.writeHead(status).end('no'));
  await ask(5);
  await expect.poll(told).toEqual(['traces do not arrive at the collector']);
  await ask(5);
  status = 200;
  const before = collector.spans.length;
  await ask(1);
  await expect.poll(() => collector.spans.length).toBeGreaterThan(before);
  await ended();
  expect(told()).toEqual(['traces do not arrive at the collector', 'traces arrive again']);
});

test('where nothing listens, requests succeed and the server stops', async () => {
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const { app, ask, ended } = await unhurtBy(() => {}, { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${nowhere}/v1/traces` });
  await ask(5);
  expect(app.config.tracing?.collector.url).toBe(`${nowhere}/v1/traces`);
  await ended();
});

test('a collector that never answers holds up nothing, and no more waits for it than the queue takes', async () => {
  const { ask, ended, collector } = await unhurtBy(() => {}, {
    OTEL_BSP_MAX_QUEUE_SIZE: '10',
    OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '10',
  });
  // Each of these is three spans or more.
  await ask(30);
  const spans = await ended();
  expect(collector.headers.length).toBeGreaterThan(0);
  expect(spans.length).toBeLessThanOrEqual(20);
});

test('the sampler decides which traces are made', async () => {
  const none = await createTracedApp({ OTEL_TRACES_SAMPLER: 'always_off' });
  await none.app.person();
  expect(await none.ended()).toEqual([]);
  const part = await createTracedApp({ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.5' });
  const sent = 200;
  for (let i = 0; i < sent; i++) await fetch(`${part.at}/health`);
  const made = (await part.ended()).length;
  // Out of these bounds once in 10^22.
  expect(made).toBeGreaterThan(30);
  expect(made).toBeLessThan(170);
});

/** Serves a request, and prints which packages of OpenTelemetry were loaded. */
const program = `
import { registerHooks } from 'node:module';
const loaded = new Set();
registerHooks({
  load(url, context, next) {
    const [name] = /@opentelemetry\\/[^/]+/.exec(url) ?? [];
    if (name) loaded.add(name);
    return next(url, context);
  },
});
const { createApp } = await import('./src/app.ts');
const { parseConfig } = await import('./src/config.ts');
const app = await createApp(parseConfig({ NODE_ENV: 'test', ...process.env }));
const { status } = await app.fetch(new Request('http://waymark.test/health'));
await app.close();
console.log(JSON.stringify({ status, loaded: [...loaded] }));
`;

async function loadedWith(variables: Record<string, string>): Promise<{ status: number; loaded: string[] }> {
  const env = { PATH: process.env.PATH, WAYMARK_DATA_DIR: temporaryFolder(), ...variables };
  const options = { cwd: join(import.meta.dirname, '../..'), env };
  const args = ['--no-warnings', '--input-type=module', '--eval', program];
  return JSON.parse((await promisify(execFile)(process.execPath, args, options)).stdout);
}

test('a server that traces nothing loads nothing of OpenTelemetry', async (context) => {
  leaveToCI(context);
  const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${await freePort()}`;
  expect(await loadedWith({})).toEqual({ status: 200, loaded: [] });
  expect(await loadedWith({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' })).toEqual({
    status: 200,
    loaded: [],
  });
  const { loaded } = await loadedWith({ OTEL_EXPORTER_OTLP_ENDPOINT });
  expect(loaded).toContain('@opentelemetry/sdk-trace');
});
