import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import {
  type Refused,
  refuseWithoutHost,
  reportMalformedRequests,
  takesAnyHost,
} from '../../src/cli/malformed-requests.ts';
import { createTestApp } from '../support/app.ts';
import { createMemoryLog } from '../support/memory-log.ts';

/** A server with an access log. Sends bytes to it and returns the first line of the response, and what was logged. */
async function scene(options: object = {}) {
  const { log, lines } = createMemoryLog();
  const app = await createTestApp({ ACCESS_LOG: 'on' }, { log });
  const refused: Refused[] = [];
  const report = (one: Refused) => void refused.push(one);
  const server = createServer({ ...options, ...takesAnyHost }, refuseWithoutHost(app.handler, report));
  reportMalformedRequests(server, report);
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  onTestFinished(() => void server.close());
  /** @param leave when the client goes: once the request has come, or once something was sent back. Default: it waits for the end */
  async function send(bytes: string, leave?: 'on request' | 'on response'): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(bytes);
    if (leave === 'on request') server.once('request', () => socket.destroy());
    if (leave === 'on response') socket.once('data', () => socket.destroy());
    return (await text(socket).catch(() => '')).split('\r\n')[0] ?? '';
  }
  const shown = () =>
    lines
      .filter(({ path, err }) => path !== undefined || err)
      .map(({ msg, level, status, cut }) => [msg, level, status, cut]);
  return { send, refused, shown };
}

test('what is no HTTP is told of once, with what the client got', async () => {
  const { send, refused, shown } = await scene();
  expect(await send('\x16\x03\x01hello\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
  expect(await send('GET /health HTTP/1.1\r\nHost: x\r\nno header\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
  const long = `GET /health HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`;
  expect(await send(long)).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 431]);
  expect(refused[0]).toEqual({ status: 400, bytes: 0, client: '127.0.0.1' });
  expect(shown()).toEqual([]);
});

test('what Node refuses by its headers is told of, too', async () => {
  const { send, refused, shown } = await scene();
  expect(await send('GET /health HTTP/1.1\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
  expect(await send('POST /graphql HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}')).toBe('HTTP/1.1 400 Bad Request');
  const expectation = 'GET /health HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n\r\n';
  expect(await send(expectation)).toBe('HTTP/1.1 417 Expectation Failed');
  expect(refused).toEqual([400, 400, 417].map((status) => ({ status, bytes: 0, client: '127.0.0.1' })));
  expect(shown()).toEqual([]);
  // HTTP/1.0 has no Host.
  expect(await send('GET /health HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200/);
  expect(refused).toHaveLength(3);
});

test('a request that does not arrive in time is told of', async () => {
  const timeouts = { headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 20 };
  const { send, refused, shown } = await scene(timeouts);
  expect(await send('GET /health HTT')).toBe('HTTP/1.1 408 Request Timeout');
  expect(refused).toEqual([{ status: 408, bytes: 0, client: '127.0.0.1' }]);
  expect(shown()).toEqual([]);
});

test('a body that is broken or does not arrive is a line of its request, and no error of the server', async () => {
  const { send, refused, shown } = await scene();
  const chunked = 'Host: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n';
  const sized = 'Host: x\r\nContent-Length: 50\r\nContent-Type: application/json\r\n\r\n';
  const broken = ['responded', 30, 400, true];
  expect(await send(`POST /graphql HTTP/1.1\r\n${chunked}zz\r\n`)).toBe('HTTP/1.1 400 Bad Request');
  await expect.poll(shown).toEqual([broken]);
  await send(`POST /graphql HTTP/1.1\r\n${chunked}5\r\n{"q`, 'on request');
  await expect.poll(shown).toEqual([broken, broken]);
  await send(`POST /graphql HTTP/1.1\r\n${sized}{"q`, 'on request');
  await expect.poll(shown).toEqual([broken, broken, broken]);
  // Nobody is signed in, which is known before the body.
  await send(`POST /import HTTP/1.1\r\n${sized}{"q`, 'on response');
  await expect.poll(shown).toEqual([broken, broken, broken, ['responded', 30, 401, undefined]]);
  expect(refused).toEqual([]);
});
