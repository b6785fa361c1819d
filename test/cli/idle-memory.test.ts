import { Server } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { releaseMemoryWhenIdle } from '../../src/cli/idle-memory.ts';

const megabytes = 1024 * 1024;
let memory = 200;
const collected: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  memory = 200;
  collected.length = 0;
  vi.spyOn(process.memoryUsage, 'rss').mockImplementation(() => memory * megabytes);
  vi.stubGlobal('gc', (options: unknown) => {
    collected.push(options);
    memory = 210;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('memory is given back once after a burst, when the server is idle', () => {
  const server = new Server();
  releaseMemoryWhenIdle(server);
  memory = 400;
  for (let count = 0; count < 1_000; count += 1) server.emit('request');
  vi.advanceTimersByTime(10_000);
  expect(collected).toEqual([]);
  // Health checks.
  server.emit('request');
  vi.advanceTimersByTime(10_000);
  expect(collected).toEqual([{ type: 'major', flavor: 'last-resort' }]);
  vi.advanceTimersByTime(100_000);
  expect(collected).toHaveLength(1);
});

test('a server that grows a little is left alone', () => {
  releaseMemoryWhenIdle(new Server());
  memory = 245;
  vi.advanceTimersByTime(100_000);
  expect(collected).toEqual([]);
});

test('where Node does not let it collect, nothing happens', () => {
  vi.stubGlobal('gc', undefined);
  const server = new Server();
  releaseMemoryWhenIdle(server);
  expect([server.listenerCount('request'), vi.getTimerCount()]).toEqual([0, 0]);
});
