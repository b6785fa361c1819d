import { expect, inject, onTestFinished, test } from 'vitest';
import { createLabel, updateLabel } from '../../../../src/domains/across/labels/labels.service.ts';
import { latestSequence, pruneHistory } from '../../../../src/domains/history/changes/changes.service.ts';
import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestClock, startTestApp, type TestApp } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { createDatabase, engine } from '../../../support/databases.ts';
import { createReceiver, isSigned } from '../../../support/receiver.ts';
import { leaveToCI } from '../../../support/services.ts';
import { day, deliveriesOf, fields, latestOf, privately, scene, webhookOf } from '../../../support/webhook-scene.ts';

test('each change set is delivered once, signed, with its nodes and fields but no values', async () => {
  const { app, ada, receiver, id, secret } = await scene();
  const task = await ada.mutate('createTask', { title: 'A private matter', description: 'Nobody’s business' });
  const { id: label } = await ada.mutate('createLabel', { name: 'Secret label' });
  await ada.mutate('updateTask', { id: task.id, labelIds: [label] });
  await app.worker.work();
  await app.worker.work();
  const changeSets = (await ada.query('{ changeSets(first: 3) { nodes { id name at } } }')).changeSets.nodes.reverse();
  const byName = new Map(receiver.received.map((message) => [String(message.json.data.changeSet.name), message]));
  expect([...byName.keys()].sort()).toEqual(['createLabel', 'createTask', 'updateTask']);
  expect(receiver.received).toHaveLength(3);
  expect(byName.get('updateTask')?.json).toEqual({
    type: 'changes',
    version: 1,
    timestamp: changeSets[2].at,
    data: {
      webhookId: id,
      changeSet: changeSets[2],
      changes: [{ type: 'TASK', nodeId: task.id, action: 'UPDATE', fields: ['taskLabel'] }],
      changeCount: 1,
    },
  });
  const [created] = byName.get('createTask')?.json.data.changes ?? [];
  expect(created).toMatchObject({ type: 'TASK', nodeId: task.id, action: 'CREATE' });
  expect(created.fields).toContain('title');
  const { nodes, totalCount } = await deliveriesOf(ada, id);
  expect(totalCount).toBe(3);
  for (const message of receiver.received) {
    expect(message.headers['content-type']).toBe('application/json');
    expect(isSigned(message, secret)).toBe(true);
    expect(isSigned({ ...message, body: `${message.body} ` }, secret)).toBe(false);
    expect(message.body).not.toMatch(/private|business|Secret/i);
    const delivery = nodes.find((node: { id: string }) => node.id === message.headers['webhook-id']);
    expect(delivery).toMatchObject({ body: message.body, changeSetId: message.json.data.changeSet.id });
    expect(message.headers['webhook-timestamp']).toBe(String(Date.parse('2026-11-23T09:00:00Z') / 1000));
  }
  expect(nodes[0]).toMatchObject({
    status: 'DELIVERED',
    attemptCount: 1,
    lastAttemptAt: '2026-11-23T09:00:00.000Z',
    nextAttemptAt: null,
    responseStatus: 204,
    responseExcerpt: '',
    durationMs: expect.any(Number),
    error: null,
  });
});

test('a webhook gets the selected types and actions, from its creation on', async () => {
  const { app, ada, receiver } = await scene([204], { types: ['LABEL', 'GOAL'], actions: ['CREATE'] });
  await ada.mutate('createTask', { title: 'No' });
  const { id } = await ada.mutate('createLabel', { name: 'Yes' });
  await ada.mutate('updateLabel', { id, name: 'Not that' });
  await app.worker.work();
  expect(
    receiver.received.map(({ json }) => json.data.changes.map(({ nodeId }: { nodeId: string }) => nodeId)),
  ).toEqual([[id]]);
});

test('a large change set is delivered with its first hundred changes and their number', async () => {
  const { app, ada, receiver, id } = await scene([204], { types: ['LABEL'], actions: ['CREATE'] });
  const ctx = await contextOf(app, ada);
  const label = await createLabel(ctx, { name: 'Renamed' });
  // More change sets than one batch, none of which the webhook selects.
  for (let count = 0; count < 60; count++) await updateLabel(ctx, { id: label.id, name: `Renamed ${count}` });
  await transaction(ctx, 'createLabels', async (tx) => {
    for (let count = 0; count < 120; count++) await createLabel(tx, { name: `Label ${count}` });
  });
  await app.worker.work();
  const sizes = receiver.received.map(({ json: { data } }) => [data.changes.length, data.changeCount]);
  expect(sizes.sort(([a], [b]) => a - b)).toEqual([
    [1, 1],
    [100, 120],
  ]);
  const { sequence } = await app.db.reads.webhook.findUniqueOrThrow({ where: { id: fromGlobalId(id)?.id ?? '' } });
  expect(sequence).toBe(await latestSequence(ctx));
});

test('a delivery can be sent again as the same message, whatever its status', async () => {
  const { app, ada, receiver, id } = await scene([204]);
  const { id: deliveryId } = await ada.mutate('testWebhook', { id }, fields);
  await app.worker.work();
  const byId = 'query ($id: ID!) { webhookDelivery(id: $id) { status webhook { id } } }';
  expect(await ada.query(byId, { id: deliveryId })).toEqual({
    webhookDelivery: { status: 'DELIVERED', webhook: { id } },
  });
  const again = await ada.mutate('resendWebhookDelivery', { id: deliveryId }, fields);
  expect(again).toMatchObject({ id: deliveryId, status: 'PENDING', changeSetId: null });
  await app.worker.work();
  expect(await latestOf(ada, id)).toMatchObject({ status: 'DELIVERED', attemptCount: 2 });
  expect(receiver.received.map(({ json }) => json.type)).toEqual(['ping', 'ping']);
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([deliveryId, deliveryId]);
  await ada.mutate('updateWebhook', { id, isEnabled: false });
  expect((await ada.mutate('resendWebhookDelivery', { id: deliveryId })).__typename).toBe('ConflictError');
});

test('a webhook behind pruned history records that, and continues with the oldest change set', async () => {
  const { app, ada, receiver, id } = await scene();
  await ada.mutate('updateWebhook', { id, isEnabled: false });
  await ada.mutate('createLabel', { name: 'Forgotten' });
  app.clock.advance(400 * day);
  // The session has expired, so a new one is opened.
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
  expect(receiver.received.map(({ json }) => json.data.changes[0].nodeId)).toEqual([kept]);
  expect(await webhookOf(back, id)).toMatchObject({ missedAt: app.clock.now().toISOString() });
});

test('manual deliveries are limited to thirty a minute', async () => {
  const { ada, id } = await scene();
  const { id: deliveryId } = await ada.mutate('testWebhook', { id });
  for (let count = 1; count < 30; count += 1) await ada.mutate('resendWebhookDelivery', { id: deliveryId });
  for (const [name, input] of [
    ['testWebhook', { id }],
    ['resendWebhookDelivery', { id: deliveryId }],
  ] as const) {
    const input_ = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const text = `mutation ($input: ${input_}) { ${name}(input: $input) { __typename } }`;
    expect((await ada.ask(text, { input })).errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  }
  expect((await deliveriesOf(ada, id)).totalCount).toBe(1);
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

test('with four writers and two servers each change set becomes exactly one delivery', async (context) => {
  leaveToCI(context);
  const database = await createDatabase(inject('templateDatabase'));
  const clock = createTestClock();
  const start = () => startTestApp(database.url, privately, { clock });
  // Two applications in one process on one SQLite file would block each other.
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
  await expect.poll(() => receiver.received.length).toBe(32);
  const changeSets = await app.db.reads.changeSet.findMany({
    where: { name: 'createLabel' },
    orderBy: { sequence: 'asc' },
  });
  const made = await app.db.reads.webhookDelivery.findMany({
    where: { webhookId: fromGlobalId(webhook.id)?.id ?? '' },
  });
  expect(changeSets).toHaveLength(32);
  expect(made.map(({ changeSetId }) => String(changeSetId)).sort()).toEqual(changeSets.map(({ id }) => id).sort());
  const told = receiver.received.map(({ json }) => String(json.data.changeSet.id)).sort();
  expect(told).toEqual(changeSets.map(({ id }) => `ChangeSet:${id}`).sort());
});

test('changes are delivered only to webhooks of the same account', async () => {
  const { app, ada, receiver, id } = await scene();
  const bob = await app.person('Bob');
  const his = await createReceiver(204);
  const { webhook } = await bob.mutate('createWebhook', { url: his.url }, 'webhook { id }');
  await ada.mutate('createLabel', { name: 'Hers' });
  await bob.mutate('createGoal', { title: 'His', kind: 'PROJECT' });
  await app.worker.work();
  expect(receiver.received.map(({ json }) => json.data.changeSet.name)).toEqual(['createLabel']);
  expect(his.received.map(({ json }) => json.data.changeSet.name)).toEqual(['createGoal']);
  const { nodes } = await deliveriesOf(ada, id);
  const asked = await bob.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } webhooks { id } }', {
    ids: [id, nodes[0].id],
  });
  expect(asked).toEqual({ nodes: [null, null], webhooks: [{ id: webhook.id }] });
  const byId = 'query ($id: ID!) { webhookDelivery(id: $id) { id } }';
  expect(await bob.query(byId, { id: nodes[0].id })).toEqual({ webhookDelivery: null });
  expect((await bob.mutate('resendWebhookDelivery', { id: nodes[0].id })).__typename).toBe('NotFoundError');
});
