import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { serve } from './support/served.ts';
import { leaveToCI } from './support/services.ts';

test('a server that is stopped finishes the request under way, accepts no other, and exits with 0', async (context) => {
  leaveToCI(context);
  const server = await serve();
  const request = server.request('mutation { createTask(input: { title: "At the last moment" }) { __typename } }');
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  // Half of the request is there when it is told to stop, the other half comes after.
  socket.write(request.slice(0, -20));
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.child.kill('SIGTERM');
  await expect.poll(() => isRefused(server.port), { timeout: 5000 }).toBe(true);
  socket.write(request.slice(-20));
  const whole = performance.now();
  await closed;
  // It does not wait for the client to let go of the connection.
  expect(performance.now() - whole).toBeLessThan(3000);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('"__typename":"Task"');
  expect(await server.finished).toMatchObject({ code: 0, signal: null, stderr: '' });

  await server.again();
  const { data } = await server.ask('{ tasks { nodes { title } } }');
  expect(data).toEqual({ tasks: { nodes: [{ title: 'At the last moment' }] } });
});

test('an idle kept-alive connection does not delay stopping', async (context) => {
  leaveToCI(context);
  const server = await serve();
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  const started = performance.now();
  server.child.kill('SIGTERM');
  expect((await server.finished).code).toBe(0);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('subscriptions do not delay stopping: they are ended first', async () => {
  const server = await serve();
  const subscription = 'subscription { changed { ... on ChangePage { cursor } } }';
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(server.request(subscription, { accept: 'text/event-stream' }));
  await expect.poll(() => answer, { timeout: 5000 }).toContain('"cursor"');
  const started = performance.now();
  server.child.kill('SIGTERM');
  expect(await server.finished).toMatchObject({ code: 0, signal: null, stderr: '' });
  expect(performance.now() - started).toBeLessThan(5000);
  await closed;
  expect(answer).toMatch(/event: complete\n/);
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
