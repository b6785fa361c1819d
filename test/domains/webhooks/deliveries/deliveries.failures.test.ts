import { expect, test } from 'vitest';
import type { Overrides } from '../../../../src/app.ts';
import { createTestApp, startTestApp } from '../../../support/app.ts';
import { type Answering, createReceiver, isSigned } from '../../../support/receiver.ts';
import {
  day,
  deliveriesOf,
  hour,
  latestOf,
  minute,
  privately,
  retry,
  scene,
  webhookOf,
} from '../../../support/webhook-scene.ts';

test('a failing delivery gets eight attempts in about a day, as the same message, and then fails', async () => {
  const all = await scene([500]);
  const { app, ada, receiver, id, secret } = all;
  await ada.mutate('createLabel', { name: 'Told' });
  const started = app.clock.now();
  await app.worker.work();
  const waits: number[] = [];
  for (let attempt = 1; attempt < 8; attempt++) {
    const delivery = await latestOf(ada, id);
    expect(delivery).toMatchObject({
      status: 'PENDING',
      attemptCount: attempt,
      responseStatus: 500,
      error: 'The receiver responded with 500.',
    });
    waits.push(Date.parse(delivery.nextAttemptAt) - app.clock.now().getTime());
    await retry(all);
  }
  expect(await latestOf(ada, id)).toMatchObject({ status: 'FAILED', attemptCount: 8, nextAttemptAt: null });
  expect(waits.every((wait, index) => index === 0 || wait > (waits[index - 1] ?? 0) / 2)).toBe(true);
  const took = app.clock.now().getTime() - started.getTime();
  expect(took).toBeGreaterThan(18 * hour);
  expect(took).toBeLessThan(33 * hour);
  app.clock.advance(day);
  await app.worker.work();
  expect(receiver.received).toHaveLength(8);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(8);
  expect(receiver.received.every((message) => isSigned(message, secret))).toBe(true);
  expect(await webhookOf(ada, id)).toMatchObject({ isEnabled: true, failingSince: started.toISOString() });
});

test('errors, timeouts, redirects and broken connections are failed attempts', async () => {
  const all = await scene([
    503,
    (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end('Over there'),
    (response) => response.destroy(),
    (response) => response.writeHead(404).end(`\u0000Not here ${'x'.repeat(5_000)}`),
    (response) => {
      // The status is received. The body never ends, which does not matter.
      response.writeHead(200, { 'content-type': 'text/plain' }).write('taken'.repeat(100));
    },
  ]);
  const { app, ada, id, receiver } = all;
  await ada.mutate('createLabel', { name: 'Told' });
  await app.worker.work();
  expect(await latestOf(ada, id)).toMatchObject({ responseStatus: 503 });
  await retry(all);
  expect(await latestOf(ada, id)).toMatchObject({
    responseStatus: 302,
    responseExcerpt: 'Over there',
    error: 'The receiver responded with 302. Redirects are not followed.',
  });
  await retry(all);
  expect(await latestOf(ada, id)).toMatchObject({
    responseStatus: null,
    error: expect.stringContaining('socket hang up'),
  });
  await retry(all);
  const refused = await latestOf(ada, id);
  expect(refused).toMatchObject({ responseStatus: 404 });
  expect(refused.responseExcerpt).toMatch(/^ Not here x{1,300}$/);
  expect(refused.responseExcerpt).toHaveLength(300);
  await retry(all);
  expect(await latestOf(ada, id)).toMatchObject({
    status: 'DELIVERED',
    attemptCount: 5,
    responseStatus: 200,
    error: null,
  });
  expect(receiver.received).toHaveLength(5);
  expect(await webhookOf(ada, id)).toMatchObject({ isEnabled: true, failingSince: null });
});

test('a receiver can delay the next attempt with Retry-After', async () => {
  const later = (after: string) => (response: Parameters<Exclude<Answering, number>>[0]) =>
    void response.writeHead(429, { 'retry-after': after }).end();
  const all = await scene([later('7200'), later('Mon, 23 Nov 2026 15:00:00 GMT'), 204]);
  const { app, ada, id } = all;
  await ada.mutate('createLabel', { name: 'Told' });
  await app.worker.work();
  expect((await latestOf(ada, id)).nextAttemptAt).toBe('2026-11-23T11:00:00.000Z');
  await retry(all);
  expect((await latestOf(ada, id)).nextAttemptAt).toBe('2026-11-23T15:00:00.000Z');
  await retry(all);
  expect(await latestOf(ada, id)).toMatchObject({ status: 'DELIVERED', attemptCount: 3 });
});

test('a 410 disables the webhook until it is enabled again', async () => {
  const { app, ada, receiver, id } = await scene([410, 204]);
  await ada.mutate('createLabel', { name: 'Refused' });
  await app.worker.work();
  expect(await webhookOf(ada, id)).toMatchObject({ isEnabled: false, disabledReason: 'GONE' });
  expect(await latestOf(ada, id)).toMatchObject({ status: 'FAILED', attemptCount: 1, responseStatus: 410 });
  await ada.mutate('createLabel', { name: 'Meanwhile' });
  await app.worker.work();
  expect(receiver.received).toHaveLength(1);
  expect((await ada.mutate('testWebhook', { id })).__typename).toBe('ConflictError');
  await ada.mutate('updateWebhook', { id, isEnabled: true });
  await app.worker.work();
  expect(receiver.received.map(({ json }) => json.data.changeSet.name)).toEqual(['createLabel', 'createLabel']);
  expect((await deliveriesOf(ada, id, 'statuses: [DELIVERED]')).totalCount).toBe(1);
});

test('a webhook that fails for three days is disabled, and sends held deliveries once it is enabled', async () => {
  const all = await scene([...Array.from({ length: 5 }, () => 500), 204]);
  const { app, ada, receiver, id } = all;
  for (const name of ['One', 'Two']) {
    await ada.mutate('createLabel', { name });
    await app.worker.work();
    app.clock.advance(2 * day);
    await app.worker.work();
  }
  // Four failed attempts within four days. The next failure disables the webhook.
  expect(await webhookOf(ada, id)).toMatchObject({ isEnabled: false, disabledReason: 'FAILING' });
  app.clock.advance(2 * day);
  await app.worker.work();
  const tried = receiver.received.length;
  const held = (await deliveriesOf(ada, id)).nodes;
  expect(held.map(({ status, nextAttemptAt }: Record<string, unknown>) => [status, nextAttemptAt])).toEqual([
    ['PENDING', null],
    ['PENDING', null],
  ]);
  await ada.mutate('createLabel', { name: 'Three' });
  await app.worker.work();
  expect(receiver.received).toHaveLength(tried);
  await ada.mutate('updateWebhook', { id, isEnabled: true });
  await app.worker.work();
  app.clock.advance(minute);
  await app.worker.work();
  expect((await deliveriesOf(ada, id, 'statuses: [DELIVERED]')).totalCount).toBe(3);
  expect(await webhookOf(ada, id)).toMatchObject({ isEnabled: true, failingSince: null });
});

test('a host name that resolves to a private address at delivery is not called', async () => {
  const receiver = await createReceiver(204);
  const lookup: Overrides['lookup'] = (_hostname, _options, callback) =>
    callback(null, [{ address: '127.0.0.1', family: 4 }] as never);
  const app = await createTestApp({}, { lookup });
  const ada = await app.person();
  const url = `http://rebinding.test:${new URL(receiver.url).port}/`;
  const { webhook } = await ada.mutate('createWebhook', { url }, 'webhook { id }');
  await ada.mutate('createLabel', { name: 'Told' });
  await app.worker.work();
  expect(await latestOf(ada, webhook.id)).toMatchObject({
    status: 'PENDING',
    attemptCount: 1,
    responseStatus: null,
    error: expect.stringContaining('rebinding.test is not known, or is in a private network'),
  });
  expect(receiver.received).toEqual([]);
});

test('with another WAYMARK_SECRET a webhook fails with the reason, until its secret is rotated', async () => {
  const { app, ada, receiver, id } = await scene();
  await ada.mutate('testWebhook', { id });
  const { database } = app.config;
  const url = database.engine === 'sqlite' ? `file:${database.file}` : database.url;
  const changed = { ...privately, WAYMARK_SECRET: 'another secret for the tests only, 9876543210' };
  const other = await startTestApp(url, changed, { clock: app.clock });
  await other.worker.work();
  await other.close();
  expect(receiver.received).toEqual([]);
  expect(await latestOf(ada, id)).toMatchObject({
    status: 'PENDING',
    error: 'The secret of the webhook cannot be decrypted with the current WAYMARK_SECRET. Rotate it.',
  });
});
