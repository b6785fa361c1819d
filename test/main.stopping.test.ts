import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { stopServing } from '../src/cli/start.ts';
import { createTestApp } from './support/app.ts';
import { listening } from './support/listening.ts';
import { serve } from './support/served.ts';
import { leaveToCI } from './support/services.ts';

/* How a server stops. Within the process no connection is cut for taking long. */

/** An application that listens, an account on it, and a function that stops it like a signal, without cutting connections. */
async function served() {
  const app = await createTestApp();
  const { accessToken } = await app.person();
  const { port, server } = await listening(app.handler);
  const head = (body: string, more: string) =>
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
    `authorization: Bearer ${accessToken}\r\ncontent-length: ${body.length}\r\n${more}\r\n\r\n`;
  return { port, accessToken, head, stop: () => stopServing(app, server, 2 ** 31 - 1) };
}

/** A connection to a port, with everything received on it. */
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

test('a server that is stopped finishes the request under way and accepts no other', async () => {
  const { port, head, stop } = await served();
  const { socket, heard } = open(port);
  const body = JSON.stringify({ query: createLastTask });
  // The server has the headers when it is stopped, and gets the body afterwards.
  socket.write(head(body, 'expect: 100-continue'));
  await expect.poll(() => heard.answer).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  const stopped = stop();
  await expect.poll(() => isRefused(port)).toBe(true);
  socket.write(body);
  // It does not wait for the client to close the connection.
  await stopped;
  await expect.poll(() => heard.answer).toContain('"createTask":');
  expect(heard.answer).toMatch(/\r\nHTTP\/1\.1 200 /);
  expect(heard.answer).not.toContain('Error');
});

test('an idle kept-alive connection does not delay stopping', async () => {
  const { port, stop } = await served();
  const { socket, heard, closed } = open(port);
  socket.write(`GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
  await expect.poll(() => heard.answer).toContain('ok\n');
  await stop();
  await closed;
});

test('subscriptions do not delay stopping: they are ended first', async () => {
  const { port, head, stop } = await served();
  const { socket, heard, closed } = open(port);
  const body = JSON.stringify({ query: 'subscription { changed { ... on ChangePage { cursor } } }' });
  socket.write(`${head(body, 'accept: text/event-stream')}${body}`);
  await expect.poll(() => heard.answer).toContain('"cursor"');
  await stop();
  await closed;
  expect(heard.answer).toMatch(/event: complete\n/);
});

test('a process that is stopped finishes the request under way, exits with 0, and has its result after a restart', async (context) => {
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

/** Whether connections to a port are refused. */
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

test('clients that go on writing on kept-alive connections get an answer to all that the server accepted', async () => {
  const { port, accessToken, stop } = await served();
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` };
  const outcomes: (string | undefined)[] = [];
  const create = () =>
    new Promise<string | undefined>((resolve) => {
      const sent = request(
        { port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent, headers },
        (response) => {
          void text(response).then((body) => resolve(body.includes('CreateTaskPayload') ? 'done' : body));
        },
      );
      sent.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
      sent.end(JSON.stringify({ query: createLastTask }));
    });
  const clients = Array.from({ length: 6 }, async () => {
    for (let outcome: string | undefined = 'done'; outcome === 'done'; ) {
      outcome = await create();
      outcomes.push(outcome);
    }
  });
  await expect.poll(() => outcomes.length).toBeGreaterThan(12);
  await Promise.all([stop(), ...clients]);
  expect(outcomes.filter((outcome) => outcome !== 'done')).toEqual(Array(6).fill('ECONNREFUSED'));
});

test('a server that stops says so to load balancers, while it answers on open connections', async () => {
  const { port, stop } = await served();
  const { socket, heard } = open(port);
  socket.write(`GET /ready HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
  await expect.poll(() => heard.answer).toContain('ready\n');
  const stopped = stop();
  socket.write(`GET /ready HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
  await expect.poll(() => heard.answer).toMatch(/HTTP\/1\.1 503 .*The server is stopping/s);
  await stopped;
});
