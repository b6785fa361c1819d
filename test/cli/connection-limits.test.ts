import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type ConnectionLimits, limitConnections } from '../../src/cli/connection-limits.ts';
import { listening } from '../support/listening.ts';

async function limited(isProxied = false, limits: Partial<ConnectionLimits> = {}) {
  const waiting: (() => void)[] = [];
  const { port, server } = await listening((request, response) => {
    if (request.url === '/body') request.resume().once('end', () => waiting.push(() => response.end()));
    else if (request.url === '/slow') waiting.push(() => response.end('slow'));
    else response.end('done');
  });
  limitConnections(server, isProxied, { open: 8, idle: 3, ...limits });
  const open = async () => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    onTestFinished(() => void socket.destroy());
    const accepted = new Promise((resolve) => server.once('connection', resolve));
    const closed = new Promise<void>((resolve) => void socket.once('close', resolve));
    await Promise.race([accepted, closed]);
    return socket.resume();
  };
  const ask = async (socket: Socket) => {
    const answered = new Promise((resolve) => socket.once('data', resolve));
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await answered;
  };
  const keepBusy = async (socket: Socket) => {
    const begun = waiting.length + 1;
    socket.write('GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await vi.waitUntil(() => waiting.length === begun);
  };
  const begin = async (socket: Socket, body: string) => {
    const begun = new Promise((resolve) => server.once('request', resolve));
    socket.write(`POST /body HTTP/1.1\r\nhost: localhost\r\ncontent-length: 8\r\n\r\n${body}`);
    await begun;
  };
  const isClosed = (socket: Socket) => socket.closed;
  return { open, ask, keepBusy, begin, isClosed, waiting };
}

test('of too many idle connections of a network, the one that was used longest ago is closed', async () => {
  const { open, ask, isClosed } = await limited();
  const [first, second, third] = [await open(), await open(), await open()];
  await ask(first);
  const fourth = await open();
  await expect.poll(() => isClosed(second)).toBe(true);
  await open();
  await expect.poll(() => isClosed(third)).toBe(true);
  expect([first, fourth].map(isClosed)).toEqual([false, false]);
  await ask(first);
});

test('a connection whose request has not arrived is idle, and one whose request has is not', async () => {
  const { open, begin, isClosed, waiting } = await limited();
  const [first, second] = [await open(), await open()];
  await begin(first, '');
  await begin(second, 'complete');
  await vi.waitUntil(() => waiting.length === 1);
  const others = [await open(), await open(), await open()];
  await expect.poll(() => isClosed(first)).toBe(true);
  expect([second, ...others].some(isClosed)).toBe(false);
});

test('a connection with a request is not idle, until it is answered', async () => {
  const { open, keepBusy, isClosed, waiting } = await limited();
  const busy: Socket[] = [];
  for (let count = 0; count < 4; count += 1) {
    const socket = await open();
    busy.push(socket);
    await keepBusy(socket);
  }
  const idle = [await open(), await open(), await open()];
  expect([...busy, ...idle].some(isClosed)).toBe(false);
  waiting[0]?.();
  await expect.poll(() => isClosed(idle[0] as Socket)).toBe(true);
  expect(busy.some(isClosed)).toBe(false);
});

test('no more connections are accepted than may be open', async () => {
  const { open, ask, isClosed } = await limited(true);
  const sockets: Socket[] = [];
  for (let count = 0; count < 8; count += 1) sockets.push(await open());
  await expect.poll(async () => isClosed(await open())).toBe(true);
  expect(sockets.some(isClosed)).toBe(false);
  sockets[0]?.destroy();
  await expect.poll(async () => isClosed(await open())).toBe(false);
  await ask(sockets[1] as Socket);
});

test('a network that had too many connections may have as many again, and loses those that were used longest ago', async () => {
  const { open, keepBusy, isClosed, waiting } = await limited();
  const slow = [await open(), await open()];
  for (const socket of slow) await keepBusy(socket);
  const idle = [await open(), await open(), await open()];
  await open();
  await expect.poll(() => isClosed(idle[0] as Socket)).toBe(true);
  // Those that were asked first are responded to last: they are used, and others are not.
  for (const end of waiting) end();
  await expect.poll(() => idle.map(isClosed)).toEqual([true, true, true]);
  expect(slow.map(isClosed)).toEqual([false, false]);
  for (const socket of slow) socket.destroy();
  const others = [await open(), await open()];
  expect(others.map(isClosed)).toEqual([false, false]);
});

test('a request that is sent before the response to the one before keeps its connection', async () => {
  const { open, ask, isClosed, waiting } = await limited();
  const socket = await open();
  const get = 'GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n';
  socket.write(get + get);
  await vi.waitUntil(() => waiting.length === 2);
  const idle = [await open(), await open(), await open()];
  waiting[0]?.();
  await new Promise((resolve) => socket.once('data', resolve));
  for (const one of idle) await ask(one);
  await open();
  await expect.poll(() => isClosed(idle[0] as Socket)).toBe(true);
  expect(isClosed(socket)).toBe(false);
});

test('some more than the surplus are closed, where many may be idle', async () => {
  const { open, isClosed } = await limited(false, { open: 100, idle: 40 });
  const sockets: Socket[] = [];
  for (let count = 0; count < 41; count += 1) sockets.push(await open());
  await expect.poll(() => sockets.filter(isClosed).length).toBe(3);
  expect(sockets.slice(0, 3).every(isClosed)).toBe(true);
});
