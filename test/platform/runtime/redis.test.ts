import { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../support/app.ts';
import { redisServer } from '../../support/databases.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { createRedisGate } from '../../support/redis-gate.ts';
import { leaveToCI } from '../../support/services.ts';

/* A Redis that is frozen keeps its connections open and answers nothing. */

/** Waits until the application counts the requests of a person in Redis. */
async function isCounting(person: SignedInPerson): Promise<void> {
  const redis = new Redis(redisServer);
  onTestFinished(() => redis.disconnect());
  const counted = async () => {
    const keys = await redis.keys('waymark:limit:requests:*');
    return (await Promise.all(keys.map((key) => redis.get(key)))).reduce((sum, count) => sum + Number(count), 0);
  };
  const before = await counted();
  await expect
    .poll(async () => {
      await person.ask('{ viewer { name } }');
      return await counted();
    })
    .toBeGreaterThan(before);
}

test('requests go on while Redis is frozen, each outage is logged once, and it is used again afterwards', async (context) => {
  leaveToCI(context);
  const gate = await createRedisGate(context);
  const { log, lines } = createMemoryLog();
  const app = await createTestApp({ REDIS_URL: gate.url, REQUESTS_PER_MINUTE: '1000' }, { log });
  const ada = await app.person();
  await isCounting(ada);
  const said = (text: string) => lines.filter(({ msg }) => String(msg).startsWith(text)).length;
  gate.freeze();
  const titles = Array.from({ length: 8 }, (_, i) => `task ${i}`);
  for (const title of titles) expect(await ada.mutate('createTask', { title })).toMatchObject({ __typename: 'Task' });
  // A connection for rate limits says so, and one for change notifications if it was there before.
  const outages = said('Redis does not respond.');
  expect([1, 2]).toContain(outages);
  gate.thaw();
  await expect.poll(() => said('Redis responds again.'), { timeout: 30_000 }).toBe(outages);
  expect(await ada.mutate('createTask', { title: 'after' })).toMatchObject({ __typename: 'Task' });
});

test('limits hold while Redis is frozen: they are counted in memory', async (context) => {
  const gate = await createRedisGate(context);
  const app = await createTestApp({ REDIS_URL: gate.url, REQUESTS_PER_MINUTE: '100' });
  const ada = await app.person();
  await isCounting(ada);
  gate.freeze();
  const statuses = [];
  for (let i = 0; i < 105; i += 1) statuses.push((await ada.ask('{ viewer { name } }')).status);
  expect(new Set(statuses.slice(0, 90))).toEqual(new Set([200]));
  expect(statuses.at(-1)).toBe(429);
});
