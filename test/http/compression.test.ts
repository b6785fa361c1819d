import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codingFor } from '../../src/http/compression.ts';
import { createTestApp } from '../support/app.ts';
import { listening } from '../support/listening.ts';

interface Received {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** Sends a request as a client of node:http does, which decodes nothing. */
function send(port: number, path: string, body: object | null, headers: Record<string, string>): Promise<Received> {
  const bytes = body && Buffer.from(JSON.stringify(body));
  const all = bytes
    ? { 'content-type': 'application/json', 'content-length': String(bytes.length), ...headers }
    : { 'x-waymark-csrf': '1', ...headers };
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, path, method: bytes ? 'POST' : 'GET', headers: all },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    asking.on('error', reject);
    asking.end(bytes ?? undefined);
  });
}

const query = '{ __schema { types { name kind description } } }';
const decode = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };

test('a long response is compressed as the client prefers, alike both ways and by GET; a short one is not', async () => {
  for (const fastPath of [true, false]) {
    const app = await createTestApp({ RESPONSE_CACHE_MB: '1' }, { fastPath });
    const { accessToken } = await app.person();
    const { port } = await listening(app.handler);
    const authorization = `Bearer ${accessToken}`;
    const get = `/graphql?query=${encodeURIComponent(query)}`;
    const plain = (await send(port, '/graphql', { query }, { authorization })).body;
    expect(plain.length).toBeGreaterThan(50_000);
    for (const [accepted, coding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0.5, gzip', 'gzip'],
      ['*', 'br'],
      ['br;q=0, *;q=0', 'identity'],
      ['deflate', 'identity'],
    ] as const) {
      for (const [path, body] of [
        ['/graphql', { query }],
        [get, null],
      ] as const) {
        const received = await send(port, path, body, { authorization, 'accept-encoding': accepted });
        const { headers } = received;
        expect([headers['content-encoding'] ?? 'identity', headers.vary]).toEqual([
          coding,
          expect.stringMatching(/Accept-Encoding/),
        ]);
        expect(Number(headers['content-length'])).toBe(received.body.length);
        expect(decode[coding](received.body).equals(plain)).toBe(true);
        expect(received.body.length).toBeLessThanOrEqual(plain.length / (coding === 'identity' ? 1 : 3));
      }
    }
    const small = await send(port, '/graphql', { query: '{ __typename }' }, { authorization, 'accept-encoding': 'br' });
    expect([small.headers['content-encoding'], small.body.toString()]).toEqual([
      undefined,
      '{"data":{"__typename":"Query"}}',
    ]);
    const many = `{ ${Array.from({ length: 5 }, (_, index) => `nothing${index}${'x'.repeat(300)}`).join(' ')} }`;
    const refused = await send(port, '/graphql', { query: many }, { authorization, 'accept-encoding': 'gzip' });
    expect(JSON.parse(gunzipSync(refused.body).toString()).errors).toHaveLength(5);
  }
});

test('a compressed response has a weak tag, by which the client is told that it holds', async () => {
  const app = await createTestApp({ RESPONSE_CACHE_MB: '1' });
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Write', description: 'x'.repeat(3_000) });
  const { port } = await listening(app.handler);
  const headers = { authorization: `Bearer ${ada.accessToken}`, 'accept-encoding': 'gzip' };
  const body = { query: '{ tasks { nodes { title description } } }' };
  const first = await send(port, '/graphql', body, headers);
  const etag = String(first.headers.etag);
  expect(etag).toMatch(/^W\/"/);
  const kept = await send(port, '/graphql', body, headers);
  expect([kept.headers.etag, kept.body.equals(first.body)]).toEqual([etag, true]);
  expect((await send(port, '/graphql', body, { ...headers, 'if-none-match': etag })).status).toBe(304);
});

test('the schema is compressed, and events are not', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { port } = await listening(app.handler);
  const { headers, body } = await send(port, '/schema.graphql', null, { 'accept-encoding': 'br' });
  expect(headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(body).toString()).toContain('input BatchOperation @oneOf {');
  const stream = await app.fetch(
    new Request('http://waymark.test/graphql', {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', accept: 'text/event-stream', 'accept-encoding': 'br, gzip' },
        authorization: `Bearer ${ada.accessToken}`,
      },
      body: JSON.stringify({ query: 'subscription { changed { cursor } }' }),
    }),
  );
  expect([stream.status, stream.headers.get('content-encoding')]).toEqual([200, 'none']);
  app.streams.close();
  await stream.text();
});

test('the weights of a client decide on the coding', () => {
  const cases = {
    gzip: 'gzip',
    'GZIP;q=1': 'gzip',
    'gzip;q=0': null,
    identity: null,
    '': null,
    '*;q=0.1': 'br',
  } as const;
  for (const [accepted, coding] of Object.entries(cases)) expect(codingFor(accepted), accepted).toBe(coding);
  expect(codingFor(null)).toBeNull();
  expect(codingFor('br, gzip;q=0.1', ['gzip'])).toBe('gzip');
});
