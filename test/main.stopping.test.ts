import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { stopServing } from '../src/cli/start.ts';
import { createTestApp } from './support/app.ts';
import { listening } from './support/listening.ts';
import { serve } from './support/served.ts';
import { leaveToCI } from './support/services.ts';

/* How a server ends. Within the process nothing is ever cut for taking long: what ends there, ends by itself. */

/** A test's application behind a port with somebody who asks it, and what stops it as a signal does, without ever cutting. */
async function served() {
  const app = await createTestApp();
  const { accessToken } = await app.person();
  const { port, server } = await listening(app.handler);
  const head = (body: string, more: string) =>
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
    `authorization: Bearer ${accessToken}\r\ncontent-length: ${body.length}\r\n${more}\r\n\r\n`;
  return { port, head, stop: () => stopServing(app, server, 2 ** 31 - 1) };
}

/** A connection to a port, with all that came over it. */
function open(port: number) {
  const socket = connect(port, '127.0.0.1');
  const heard = { answer: '' };
  socket.on('error', () => {});
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard.answer += text;
  });
  onTestFinished(() => void socket.destroy());
  return { socket, heard, closed: new Promise((resolve) => socket.once('close', resolve)) };
}

const createLastTask = 'mutation { createTask(input: { title: "At the last moment" }) { __typename } }';

test('told to stop while a request is under way, it finishes that one, takes no other, and ends', async () => {
  const { port, head, stop } = await served();
  const { socket, heard } = open(port);
  const body = JSON.stringify({ query: createLastTask });
  // It knows of the request when it is told to stop, and gets the body after.
  socket.write(head(body, 'expect: 100-continue'));
  await expect.poll(() => heard.answer).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  const stopped = stop();
  await expect.poll(() => isRefused(port)).toBe(true);
  socket.write(body);
  // It does not wait for the client to let go of the connection.
  await stopped;
  await expect.poll(() => heard.answer).toContain('"createTask":');
  expect(heard.answer).toMatch(/\r\nHTTP\/1\.1 200 /);
  expect(heard.answer).not.toContain('Error');
});

test('a connection that is only kept alive does not keep it from stopping', async () => {
  const { port, stop } = await served();
  const { socket, heard, closed } = open(port);
  socket.write(`GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
  await expect.poll(() => heard.answer).toContain('ok\n');
  await stop();
  await closed;
});

test('subscriptions do not keep it from stopping: they are ended first', async () => {
  const { port, head, stop } = await served();
  const { socket, heard, closed } = open(port);
  const body = JSON.stringify({ query: 'subscription { changed { ... on ChangePage { cursor } } }' });
  socket.write(`${head(body, 'accept: text/event-stream')}${body}`);
  await expect.poll(() => heard.answer).toContain('"cursor"');
  await stop();
  await closed;
  expect(heard.answer).toMatch(/event: complete\n/);
});

test('a process that is told to stop finishes what is under way, ends well, and has it when it starts again', async (context) => {
  leaveToCI(context);
  const server = await serve();
  const request = server.request(createLastTask);
  const { socket, heard, closed } = open(server.port);
  socket.write(request.slice(0, -20));
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.child.kill('SIGTERM');
  await expect.poll(() => isRefused(server.port)).toBe(true);
  socket.write(request.slice(-20));
  await closed;
  expect(heard.answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(heard.answer).not.toContain('Error');
  expect(await server.finished).toMatchObject({ code: 0, signal: null, stderr: '' });

  await server.again();
  const { data } = await server.ask('{ tasks { nodes { title } } }');
  expect(data).toEqual({ tasks: { nodes: [{ title: 'At the last moment' }] } });
});

/** Whether nobody takes a connection there. */
function isRefused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}
