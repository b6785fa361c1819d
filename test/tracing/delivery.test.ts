import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import { createCollectorClient } from '../../src/integrations/opentelemetry/collector.ts';
import { type Collector, createCollector } from '../support/collector.ts';
import { temporaryFolder } from '../support/command.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createTracedApp } from '../support/traced.ts';

/** A client of a collector, by the variables of OpenTelemetry. */
function clientOf(url: string, variables: Record<string, string> = {}) {
  const { tracing } = parseConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: url, ...variables }) as Config & { tracing: object };
  const client = createCollectorClient(tracing.collector);
  onTestFinished(() => client.close());
  return client;
}

const message = Buffer.from('some spans');
const busy = (status: number, headers: Record<string, string> = {}, body = '') => ({ status, headers, body });

/** A collector that gives these answers one after another, and then takes everything. */
async function answering(...answers: ReturnType<typeof busy>[]): Promise<Collector> {
  return createCollector((response) => {
    const { status, headers, body } = answers.shift() ?? busy(200);
    response.writeHead(status, headers).end(body);
  });
}

test.each([429, 502, 503, 504])('what a collector refuses with %i is sent again', async (status) => {
  const collector = await answering(busy(status, { 'retry-after': '0' }), busy(status, { 'retry-after': '0' }));
  await clientOf(collector.url).send(message);
  expect(collector.headers).toHaveLength(3);
});

test.each([301, 400, 401, 404, 413, 500])('what a collector refuses with %i is not sent again', async (status) => {
  const said = '<h1>\u001b[31mNo</h1>\n'.padEnd(50_000, '!');
  const collector = await answering(busy(status, { location: 'http://127.0.0.1:1/' }, said));
  const error = await clientOf(collector.url)
    .send(message)
    .catch((reason: unknown) => reason as Error);
  expect(error).toMatchObject({ message: expect.stringContaining(`responds with ${status}: <h1> [31mNo</h1> !!!`) });
  expect((error as Error).message.length).toBeLessThan(300);
  expect(collector.headers).toHaveLength(1);
});

test('a collector is waited for as long as it asks, also beyond the time that it may take itself', async () => {
  const collector = await answering(busy(429, { 'retry-after': '1' }));
  const started = performance.now();
  await clientOf(collector.url, { OTEL_EXPORTER_OTLP_TIMEOUT: '900' }).send(message);
  expect(collector.headers).toHaveLength(2);
  expect(performance.now() - started).toBeGreaterThanOrEqual(1_000);
});

test('a collector that asks to come back again and again is given up after five attempts', async () => {
  const again = busy(503, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' });
  const collector = await answering(...Array.from({ length: 9 }, () => again));
  await expect(clientOf(collector.url).send(message)).rejects.toThrow('The collector responds with 503.');
  expect(collector.headers).toHaveLength(5);
});

const neverEnding: [string, (response: ServerResponse) => void][] = [
  ['never answers', () => {}],
  ['never ends its answer', (response) => void response.writeHead(200).write('a')],
  [
    'drips',
    (response) => {
      const timer = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(timer));
    },
  ],
];

test.each(neverEnding)('a collector that %s is given up in time', async (_what, answer) => {
  const collector = await createCollector(answer);
  const client = clientOf(collector.url, { OTEL_EXPORTER_OTLP_TIMEOUT: '200' });
  await expect(client.send(message)).rejects.toThrow('The collector did not respond in time.');
});

test('a client that is closed sends nothing again, and ends what it sends', async () => {
  const collector = await answering(busy(503, { 'retry-after': '60' }));
  const waiting = clientOf(collector.url);
  const sent = waiting.send(message).catch((error: unknown) => error);
  await expect.poll(() => collector.headers.length).toBe(1);
  waiting.close();
  expect(await sent).toBeInstanceOf(Error);
  const silent = await createCollector(() => {});
  const hanging = clientOf(silent.url, { OTEL_EXPORTER_OTLP_TIMEOUT: '600000' });
  const ended = hanging.send(message).catch((error: unknown) => error);
  await expect.poll(() => silent.headers.length).toBe(1);
  hanging.close();
  expect(await ended).toMatchObject({ message: expect.stringContaining('Sending was ended') });
  await expect(hanging.send(message)).rejects.toThrow('Sending was ended');
  expect([collector.headers.length, silent.headers.length]).toEqual([1, 1]);
});

test('a collector that says too much is told so', async () => {
  const collector = await answering(busy(200, {}, 'a'.repeat(200_000)));
  await expect(clientOf(collector.url).send(message)).rejects.toThrow('more than 65536 bytes');
});

test('where nothing listens, the address is told', async () => {
  const client = clientOf(`http://127.0.0.1:${await freePort()}`, { OTEL_EXPORTER_OTLP_TIMEOUT: '100' });
  await expect(client.send(message)).rejects.toThrow(/cannot be reached \(connect ECONNREFUSED 127\.0\.0\.1:\d+\)/);
});

test('headers are sent as they are configured, and spans compressed', async () => {
  const collector = await createCollector();
  const variables = {
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20YTpi==',
    OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
  };
  await clientOf(`${collector.url}/base/`, variables).send(message);
  expect(collector.headers[0]).toMatchObject({
    authorization: 'Basic YTpi==',
    'content-type': 'application/x-protobuf',
    'content-encoding': 'gzip',
  });
  expect(gunzipSync(collector.bytes())).toEqual(message);
});

test('a collector with a certificate of its own is trusted by OTEL_EXPORTER_OTLP_CERTIFICATE alone', async () => {
  const folder = temporaryFolder();
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name)) as [string, string];
  const subject = ['-subj', '/CN=collector', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', [...made, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    request.resume().on('end', () => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(clientOf(url).send(message)).rejects.toThrow(/cannot be reached \(self-signed certificate/);
  const trusting = { OTEL_EXPORTER_OTLP_CERTIFICATE: cert };
  await clientOf(url, trusting).send(message);
  await expect(clientOf(url.replace('127.0.0.1', 'localhost'), trusting).send(message)).rejects.toThrow('altnames');
  writeFileSync(cert, 'no certificate');
  expect(() => clientOf(url, { OTEL_EXPORTER_OTLP_CERTIFICATE: join(folder, 'missing.pem') })).toThrow('ENOENT');
});

/** A traced application with what its log says of traces, and its metrics of spans. */
async function told(answer: (response: ServerResponse) => void, variables: Record<string, string> = {}) {
  const { log, lines } = createMemoryLog();
  const collector = await createCollector(answer);
  const traced = await createTracedApp({ OTEL_BSP_SCHEDULE_DELAY: '1', ...variables }, { log }, collector);
  const { tracing } = traced.app.systemContext().app;
  if (!tracing) throw new Error('Nothing is traced.');
  const said = () =>
    lines
      .filter(({ msg }) => /traces|spans/.test(String(msg)))
      .map(({ msg, err }) => [msg, (err as { message?: string } | undefined)?.message]);
  return { ...traced, said, spans: () => tracing.spans() };
}

test('spans that a collector takes in part are told of, and counted', async () => {
  // partial_success { rejected_spans: 1, error_message: "no room" }
  const partial = Buffer.from([0x0a, 0x0b, 0x08, 0x01, 0x12, 0x07, ...Buffer.from('no room')]);
  const bodies = [partial, Buffer.from('garbage')];
  const { at, said, spans, ended } = await told((response) => void response.writeHead(200).end(bodies.shift()));
  await fetch(`${at}/health`);
  await expect.poll(spans).toEqual({ sent: 0, failed: 1, dropped: 0 });
  expect(said()).toEqual([['traces do not arrive at the collector', 'The collector rejects spans: no room.']]);
  await fetch(`${at}/health`);
  await expect.poll(spans).toEqual({ sent: 1, failed: 1, dropped: 0 });
  await fetch(`${at}/health`);
  await ended();
  expect(spans()).toEqual({ sent: 2, failed: 1, dropped: 0 });
  expect(said().map(([msg]) => msg)).toEqual(['traces do not arrive at the collector', 'traces arrive again']);
});

test('spans that have no room to wait in are told of once, and counted', async () => {
  const held: ServerResponse[] = [];
  const variables = { OTEL_BSP_MAX_QUEUE_SIZE: '5', METRICS_TOKEN: 'a-token-for-metrics' };
  const { app, at, said, spans, ended } = await told((response) => void held.push(response), variables);
  await fetch(`${at}/health`);
  await expect.poll(() => held.length).toBe(1);
  for (let i = 0; i < 8; i++) await fetch(`${at}/health`);
  expect(spans()).toEqual({ sent: 0, failed: 0, dropped: 3 });
  expect(said()).toEqual([['spans are dropped: too many wait for the collector', undefined]]);
  const headers = { authorization: 'Bearer a-token-for-metrics' };
  const metrics = await (await app.fetch(new Request('http://waymark.test/metrics', { headers }))).text();
  expect(metrics).toMatch(/^waymark_trace_spans_total\{outcome="dropped"\} [1-9]/m);
  while (spans().sent < 6) {
    for (const response of held.splice(0)) response.end();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(said().at(-1)).toEqual(['spans are no longer dropped', undefined]);
  for (const response of held.splice(0)) response.end();
  await ended();
});

test('spans that could not be sent before the server stopped are told of', async () => {
  const { at, said, ended } = await told(() => {});
  await fetch(`${at}/health`);
  await ended();
  expect(said()).toEqual([
    ['traces do not arrive at the collector', 'The server stops before all spans were sent: 1 remain.'],
  ]);
});

test('what the operator says of a server counts before what it says itself, and the SDK is named', async () => {
  const attributes = 'service.version=blue,service.instance.id=pod-1,service.name=attic';
  const { collector, at, ended } = await createTracedApp({ OTEL_RESOURCE_ATTRIBUTES: attributes });
  await fetch(`${at}/health`);
  await ended();
  expect(collector.resource).toMatchObject({
    'service.name': 'attic',
    'service.version': 'blue',
    'service.instance.id': 'pod-1',
    'telemetry.sdk.name': 'opentelemetry',
    'telemetry.sdk.language': 'nodejs',
  });
});
