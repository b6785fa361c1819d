import { expect, inject, onTestFinished, test } from 'vitest';
import type { Overrides } from '../../../src/app.ts';
import { latestTick, pruneHistory } from '../../../src/domains/changes/changes.service.ts';
import { createLabel, updateLabel } from '../../../src/domains/labels/labels.service.ts';
import { fromGlobalId } from '../../../src/platform/ids.ts';
import { transaction } from '../../../src/platform/transaction.ts';
import {
  createTestApp,
  createTestClock,
  type Person,
  type SignedInPerson,
  startTestApp,
  type TestApp,
} from '../../support/app.ts';
import { contextOf } from '../../support/context.ts';
import { createDatabase, engine } from '../../support/databases.ts';
import { type Answering, createReceiver, isSigned } from '../../support/receiver.ts';
import { staying } from '../../support/staying.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const privately = { WEBHOOK_PRIVATE_ADDRESSES: 'on' };
const fields = `id operationId body status attempts lastAttemptAt nextAttemptAt responseStatus responseExcerpt durationMs
  error createdAt`;

interface Scene {
  app: TestApp;
  ada: SignedInPerson;
  receiver: Awaited<ReturnType<typeof createReceiver>>;
  id: string;
  secret: string;
}

/** Ada, with a webhook to a receiver that answers in some ways. */
async function scene(script: Answering[] = [204], input: object = {}): Promise<Scene> {
  const app = await createTestApp(privately);
  const ada = staying(app, await app.person());
  const receiver = await createReceiver(...script);
  const url = receiver.url;
  const { secret, webhook } = await ada.mutate('createWebhook', { url, ...input }, 'secret webhook { id }');
  return { app, ada, receiver, id: webhook.id, secret };
}

const deliveriesOf = async (person: Person, id: string, args = 'first: 100') => {
  const query = `query ($id: ID!) { webhook(id: $id) { deliveries(${args}) { totalCount nodes { ${fields} } } } }`;
  return (await person.query(query, { id })).webhook.deliveries;
};
const latestOf = async (person: Person, id: string) => (await deliveriesOf(person, id, 'first: 1')).nodes[0];
const webhookOf = async (person: Person, id: string) =>
  (
    await person.query('query ($id: ID!) { webhook(id: $id) { isEnabled disabledReason failingSince missedAt } }', {
      id,
    })
  ).webhook;

/** Goes to the moment of the next attempt, and has it made. */
async function retry({ app, ada, id }: Scene) {
  app.clock.set((await latestOf(ada, id)).nextAttemptAt);
  await app.worker.work();
}

test('each operation is told of once, signed, with what changed where and nothing that was written', async () => {
  const { app, ada, receiver, id, secret } = await scene();
  const task = await ada.mutate('createTask', { title: 'A private matter', description: 'Nobody’s business' });
  const { id: label } = await ada.mutate('createLabel', { name: 'Secret label' });
  await ada.mutate('updateTask', { id: task.id, labelIds: [label] });
  await app.worker.work();
  await app.worker.work();
  const operations = (await ada.query('{ operations(first: 3) { nodes { id name at } } }')).operations.nodes.reverse();
  const byName = new Map(receiver.received.map((message) => [String(message.json.data.operation.name), message]));
  expect([...byName.keys()].sort()).toEqual(['createLabel', 'createTask', 'updateTask']);
  expect(receiver.received).toHaveLength(3);
  expect(byName.get('updateTask')?.json).toEqual({
    type: 'changes',
    version: 1,
    timestamp: operations[2].at,
    data: {
      webhookId: id,
      operation: operations[2],
      changes: [{ type: 'TASK', rowId: task.id, action: 'UPDATE', fields: ['taskLabel'] }],
      changeCount: 1,
    },
  });
  const [created] = byName.get('createTask')?.json.data.changes ?? [];
  expect(created).toMatchObject({ type: 'TASK', rowId: task.id, action: 'CREATE' });
  expect(created.fields).toContain('title');
  const { nodes, totalCount } = await deliveriesOf(ada, id);
  expect(totalCount).toBe(3);
  for (const message of receiver.received) {
    expect(message.headers['content-type']).toBe('application/json');
    expect(isSigned(message, secret)).toBe(true);
    expect(isSigned({ ...message, body: `${message.body} ` }, secret)).toBe(false);
    expect(message.body).not.toMatch(/private|business|Secret/i);
    const delivery = nodes.find((node: { id: string }) => node.id === message.headers['webhook-id']);
    expect(delivery).toMatchObject({ body: message.body, operationId: message.json.data.operation.id });
    expect(message.headers['webhook-timestamp']).toBe(String(Date.parse('2026-11-23T09:00:00Z') / 1000));
  }
  expect(nodes[0]).toMatchObject({
    status: 'DELIVERED',
    attempts: 1,
    lastAttemptAt: '2026-11-23T09:00:00.000Z',
    nextAttemptAt: null,
    responseStatus: 204,
    responseExcerpt: '',
    durationMs: expect.any(Number),
    error: null,
  });
});

test('a webhook is told of the types and actions that it is for, and of nothing from before it was made', async () => {
  const { app, ada, receiver } = await scene([204], { types: ['LABEL', 'GOAL'], actions: ['CREATE'] });
  await ada.mutate('createTask', { title: 'No' });
  const { id } = await ada.mutate('createLabel', { name: 'Yes' });
  await ada.mutate('updateLabel', { id, name: 'Not that' });
  await app.worker.work();
  expect(receiver.received.map(({ json }) => json.data.changes.map(({ rowId }: { rowId: string }) => rowId))).toEqual([
    [id],
  ]);
});

test('an operation with many changes is told of with the first hundred, and how many there are', async () => {
  const { app, ada, receiver, id } = await scene([204], { types: ['LABEL'], actions: ['CREATE'] });
  const ctx = await contextOf(app, ada);
  const label = await createLabel(ctx, { name: 'Renamed' });
  // More operations than are read at once, none of which is for this webhook.
  for (let count = 0; count < 60; count++)
    await updateLabel(ctx, { id: `Label:${label.id}`, name: `Renamed ${count}` });
  await transaction(ctx, 'createLabels', async (tx) => {
    for (let count = 0; count < 120; count++) await createLabel(tx, { name: `Label ${count}` });
  });
  await app.worker.work();
  const sizes = receiver.received.map(({ json: { data } }) => [data.changes.length, data.changeCount]);
  expect(sizes.sort(([a], [b]) => a - b)).toEqual([
    [1, 1],
    [100, 120],
  ]);
  const { tick } = await app.db.reads.webhook.findUniqueOrThrow({ where: { id: fromGlobalId(id)?.id ?? '' } });
  expect(tick).toBe(await latestTick(ctx));
});

test('a delivery that fails is tried again as the same message, eight times within a good day, and then given up', async () => {
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
      attempts: attempt,
      responseStatus: 500,
      error: 'The receiver answered 500.',
    });
    waits.push(Date.parse(delivery.nextAttemptAt) - app.clock.now().getTime());
    await retry(all);
  }
  expect(await latestOf(ada, id)).toMatchObject({ status: 'FAILED', attempts: 8, nextAttemptAt: null });
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

test('whatever goes wrong is no delivery: errors, silence, redirects, connections that break', async () => {
  const all = await scene([
    503,
    (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end('Over there'),
    (response) => response.destroy(),
    (response) => response.writeHead(404).end(`\u0000Not here ${'x'.repeat(5_000)}`),
    (response) => {
      // Its status has come; that the body never ends does not matter.
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
    error: 'The receiver answered 302. Redirects are not followed.',
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
  expect(await latestOf(ada, id)).toMatchObject({ status: 'DELIVERED', attempts: 5, responseStatus: 200, error: null });
  expect(receiver.received).toHaveLength(5);
  expect(await webhookOf(ada, id)).toMatchObject({ isEnabled: true, failingSince: null });
});

test('a receiver that asks for time gets it', async () => {
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
  expect(await latestOf(ada, id)).toMatchObject({ status: 'DELIVERED', attempts: 3 });
});

test('a receiver that answers 410 is left alone, until its webhook is enabled again', async () => {
  const { app, ada, receiver, id } = await scene([410, 204]);
  await ada.mutate('createLabel', { name: 'Refused' });
  await app.worker.work();
  expect(await webhookOf(ada, id)).toMatchObject({ isEnabled: false, disabledReason: 'GONE' });
  expect(await latestOf(ada, id)).toMatchObject({ status: 'FAILED', attempts: 1, responseStatus: 410 });
  await ada.mutate('createLabel', { name: 'Meanwhile' });
  await app.worker.work();
  expect(receiver.received).toHaveLength(1);
  expect((await ada.mutate('testWebhook', { id })).__typename).toBe('ConflictError');
  await ada.mutate('updateWebhook', { id, isEnabled: true });
  await app.worker.work();
  expect(receiver.received.map(({ json }) => json.data.operation.name)).toEqual(['createLabel', 'createLabel']);
  expect((await deliveriesOf(ada, id, 'statuses: [DELIVERED]')).totalCount).toBe(1);
});

test('a webhook that fails for three days is disabled, and goes on with what was held once it is enabled', async () => {
  const all = await scene([...Array.from({ length: 5 }, () => 500), 204]);
  const { app, ada, receiver, id } = all;
  for (const name of ['One', 'Two']) {
    await ada.mutate('createLabel', { name });
    await app.worker.work();
    app.clock.advance(2 * day);
    await app.worker.work();
  }
  // Four attempts within four days, all in vain; with the next one it is over.
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

test('a delivery is sent again by hand, as the same message, whatever became of it', async () => {
  const { app, ada, receiver, id } = await scene([204]);
  const { id: deliveryId } = await ada.mutate('testWebhook', { id }, fields);
  await app.worker.work();
  const again = await ada.mutate('redeliverWebhook', { deliveryId }, fields);
  expect(again).toMatchObject({ id: deliveryId, status: 'PENDING', operationId: null });
  await app.worker.work();
  expect(await latestOf(ada, id)).toMatchObject({ status: 'DELIVERED', attempts: 2 });
  expect(receiver.received.map(({ json }) => json.type)).toEqual(['ping', 'ping']);
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([deliveryId, deliveryId]);
  await ada.mutate('updateWebhook', { id, isEnabled: false });
  expect((await ada.mutate('redeliverWebhook', { deliveryId })).__typename).toBe('ConflictError');
});

test('a webhook that is behind what is kept says so, and goes on with the oldest that is kept', async () => {
  const { app, ada, receiver, id } = await scene();
  await ada.mutate('updateWebhook', { id, isEnabled: false });
  await ada.mutate('createLabel', { name: 'Forgotten' });
  app.clock.advance(400 * day);
  // Too long for a session: this is the next one.
  const { token } = await app.nobody.mutate(
    'signIn',
    { email: ada.email, password: ada.password },
    'token: accessToken',
  );
  const back = app.as({ authorization: `Bearer ${token}` });
  const { id: kept } = await back.mutate('createLabel', { name: 'Kept' });
  await pruneHistory(app.systemContext());
  await back.mutate('updateWebhook', { id, isEnabled: true });
  await app.worker.work();
  expect(receiver.received.map(({ json }) => json.data.changes[0].rowId)).toEqual([kept]);
  expect(await webhookOf(back, id)).toMatchObject({ missedAt: app.clock.now().toISOString() });
});

test('deliveries are kept for 30 days', async () => {
  const { app, ada, id } = await scene();
  await ada.mutate('testWebhook', { id });
  app.clock.advance(29 * day);
  await app.worker.work();
  expect(await app.db.reads.webhookDelivery.count()).toBe(1);
  app.clock.advance(2 * day);
  await app.worker.work();
  expect(await app.db.reads.webhookDelivery.count()).toBe(0);
});

test('what four writers commit while two servers work is made deliveries of exactly once, operation by operation', async () => {
  const database = await createDatabase(inject('templateDatabase'));
  const clock = createTestClock();
  const start = () => startTestApp(database.url, privately, { clock });
  // Of two in one process on one SQLite file, each would wait for the other with the whole process.
  const apps = engine === 'postgresql' ? [await start(), await start()] : [await start()];
  const [app] = apps as [TestApp];
  onTestFinished(async () => {
    for (const one of apps) await one.close();
    await database.remove();
  });
  const ada = await app.person();
  const receiver = await createReceiver(204);
  const { webhook } = await ada.mutate('createWebhook', { url: receiver.url }, 'webhook { id }');
  for (const one of apps) one.worker.start();
  const write = async (writer: number) => {
    for (let count = 0; count < 8; count++) await ada.mutate('createLabel', { name: `Label ${writer} ${count}` });
  };
  await Promise.all([0, 1, 2, 3].map(write));
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(32);
  const operations = await app.db.reads.operation.findMany({
    where: { name: 'createLabel' },
    orderBy: { tick: 'asc' },
  });
  const made = await app.db.reads.webhookDelivery.findMany({
    where: { webhookId: fromGlobalId(webhook.id)?.id ?? '' },
  });
  expect(operations).toHaveLength(32);
  expect(made.map(({ operationId }) => String(operationId)).sort()).toEqual(operations.map(({ id }) => id).sort());
  const told = receiver.received.map(({ json }) => String(json.data.operation.id)).sort();
  expect(told).toEqual(operations.map(({ id }) => `Operation:${id}`).sort());
});

test('a name that leads to a private address when it comes to sending is not called', async () => {
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
    attempts: 1,
    responseStatus: null,
    error: expect.stringContaining('rebinding.test is in a private network'),
  });
  expect(receiver.received).toEqual([]);
});

test('with another secret of the server a webhook fails and says why, until its own is rotated', async () => {
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
    error: 'Its secret cannot be read with the secret that the server has now. Rotate it.',
  });
});

test('somebody else’s changes are told to their own webhooks alone', async () => {
  const { app, ada, receiver, id } = await scene();
  const bob = await app.person('Bob');
  const his = await createReceiver(204);
  const { webhook } = await bob.mutate('createWebhook', { url: his.url }, 'webhook { id }');
  await ada.mutate('createLabel', { name: 'Hers' });
  await bob.mutate('createGoal', { title: 'His', kind: 'PROJECT' });
  await app.worker.work();
  expect(receiver.received.map(({ json }) => json.data.operation.name)).toEqual(['createLabel']);
  expect(his.received.map(({ json }) => json.data.operation.name)).toEqual(['createGoal']);
  const { nodes } = await deliveriesOf(ada, id);
  const asked = await bob.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } webhooks { id } }', {
    ids: [id, nodes[0].id],
  });
  expect(asked).toEqual({ nodes: [null, null], webhooks: [{ id: webhook.id }] });
  expect((await bob.mutate('redeliverWebhook', { deliveryId: nodes[0].id })).__typename).toBe('NotFoundError');
});
