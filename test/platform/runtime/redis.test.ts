import { expect, test } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { createRedisGate } from '../../support/redis-gate.ts';

/* A Redis that is frozen keeps its connections open and answers nothing. */

test('requests go on while Redis is frozen, each outage is logged once, and it is used again afterwards', async (context) => {
  const gate = await createRedisGate(context);
  const { log, lines } = createMemoryLog();
  const app = await createTestApp({ REDIS_URL: gate.url, REQUESTS_PER_MINUTE: '50' }, { log });
  const ada = await app.person();
  const said = (text: string) => lines.filter(({ msg }) => String(msg).startsWith(text)).length;
  gate.freeze();
  const titles = Array.from({ length: 8 }, (_, i) => `task ${i}`);
  for (const title of titles) expect(await ada.mutate('createTask', { title })).toMatchObject({ __typename: 'Task' });
  // One for rate limits, one for change notifications: each has a connection of its own.
  expect(said('Redis does not respond.')).toBe(2);
  gate.thaw();
  await expect.poll(() => said('Redis responds again.'), { timeout: 30_000 }).toBe(2);
  expect(await ada.mutate('createTask', { title: 'after' })).toMatchObject({ __typename: 'Task' });
});

test('limits hold while Redis is frozen: they are counted in memory', async (context) => {
  const gate = await createRedisGate(context);
  const app = await createTestApp({ REDIS_URL: gate.url, REQUESTS_PER_MINUTE: '10' });
  const ada = await app.person();
  gate.freeze();
  const statuses = [];
  for (let i = 0; i < 15; i += 1) statuses.push((await ada.ask('{ viewer { name } }')).status);
  expect(statuses.slice(0, 9)).toEqual(Array(9).fill(200));
  expect(statuses.at(-1)).toBe(429);
});
