import { expect, test } from 'vitest';
import { freePort } from '../../../scripts/processes.ts';
import { createTestApp, secondApp } from '../../support/app.ts';
import { createRedisGate } from '../../support/redis-gate.ts';
import type { Events } from '../../support/streams.ts';

/* That servers on one database tell each other's clients what changed, with a Redis at once, and without one soon. */

const titles = `subscription { changed(types: [TASK], first: 1) {
  ... on ChangePage { changes { node { ... on Task { title } } } }
} }`;
async function nextTitle(events: Events): Promise<string> {
  // The first page comes at once and is empty.
  for (;;) {
    const [change] = (await events.next())?.data.changed.changes ?? [];
    if (change) return change.node.title;
  }
}
/** Longer than any test: what arrives was signalled. */
const never = 600_000;

test('servers that share a Redis notify each other’s clients at once, and reconnect after an outage', async (context) => {
  const gate = await createRedisGate(context);
  const one = await createTestApp({ REDIS_URL: gate.url }, { pollInterval: never });
  const two = await secondApp(one, { REDIS_URL: gate.url }, { pollInterval: never });
  const here = await one.person();
  const there = two.again(here);
  const events = await here.follow(titles);
  const heard = async (prefix: string) => {
    // Until both are connected a signal gets lost, and the next one makes up for it.
    let sent = 0;
    let first: string | undefined;
    const arrives = nextTitle(events).then((title) => {
      first = title;
    });
    for (; first === undefined; await new Promise((resolve) => setTimeout(resolve, 20))) {
      sent += 1;
      await there.mutate('createTask', { title: `${prefix} ${sent}` });
    }
    await arrives;
    const seen = [first];
    while (seen.length < sent) seen.push(await nextTitle(events));
    expect(seen).toEqual(Array.from({ length: sent }, (_, index) => `${prefix} ${index + 1}`));
  };
  await heard('At first');
  await gate.shut();
  await there.mutate('createTask', { title: 'While Redis is away 1' });
  await here.mutate('createTask', { title: 'While Redis is away 2' });
  // What is done here is told here all the same, and brings along what was not.
  expect(await nextTitle(events)).toBe('While Redis is away 1');
  expect(await nextTitle(events)).toBe('While Redis is away 2');
  await gate.open();
  await heard('Again');
  events.close();
});

test('a server that starts without Redis runs, and finds changes by other processes by polling', async () => {
  const nowhere = `redis://127.0.0.1:${await freePort()}`;
  const server = await createTestApp({ REDIS_URL: nowhere }, { pollInterval: 50 });
  const other = await secondApp(server);
  const here = await server.person();
  const events = await here.follow(titles);
  await here.mutate('createTask', { title: 'Here' });
  expect(await nextTitle(events)).toBe('Here');
  await other.again(here).mutate('createTask', { title: 'In another process' });
  expect(await nextTitle(events)).toBe('In another process');
  events.close();
});
