import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../scripts/processes.ts';
import { startTestApp } from './support/app.ts';
import { startCommand, temporaryFolder } from './support/command.ts';
import { databaseName, engine, onServer, postgresqlUrl } from './support/databases.ts';
import { createReceiver } from './support/receiver.ts';
import { leaveToCI } from './support/services.ts';

test('a server killed while it writes and delivers creates one delivery for each change set in the end', async (context) => {
  leaveToCI(context);
  const folder = temporaryFolder();
  const secret = 'a secret for the tests only, 0123456789';
  let url = `file:${join(folder, 'waymark.db')}`;
  if (engine === 'postgresql') {
    const name = databaseName();
    await onServer(`CREATE DATABASE ${name}`);
    onTestFinished(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
    url = postgresqlUrl(name);
  }
  const port = await freePort();
  const server = startCommand(['start'], {
    PORT: String(port),
    LOG_LEVEL: 'silent',
    DATABASE_URL: url,
    WAYMARK_SECRET: secret,
    ALLOW_PRIVATE_ADDRESSES: 'on',
  });
  const [link] = await server.prints(/http:\/\/127\.0\.0\.1:\d+\/sign-in\?token=[\w-]{43}/);
  const cookie = (await fetch(link, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json', 'x-waymark-csrf': '1', cookie };
    const body = JSON.stringify({ query });
    return (await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })).json();
  };
  // The server is killed during the fifth delivery, which was received and not acknowledged.
  const receiver = await createReceiver((response) => {
    if (receiver.received.length === 5) server.child.kill('SIGKILL');
    else response.writeHead(204).end();
  });
  await ask(`mutation { createWebhook(input: { url: "${receiver.url}" }) { __typename } }`);
  const write = async (writer: number) => {
    for (let count = 0; count < 10; count++) {
      await ask(`mutation { createLabel(input: { name: "Label ${writer} ${count}" }) { __typename } }`);
    }
  };
  await Promise.allSettled([0, 1, 2, 3].map(write));
  expect((await server.finished).signal).toBe('SIGKILL');
  const unanswered = receiver.received[4]?.headers['webhook-id'];

  const clock = { now: () => new Date(Date.now() + 10 * 60_000) };
  const variables = { ALLOW_PRIVATE_ADDRESSES: 'on', WAYMARK_SECRET: secret };
  const app = await startTestApp(url, variables, { clock });
  onTestFinished(() => app.close());
  await app.worker.work();
  const changeSets = await app.db.reads.changeSet.findMany({ where: { name: 'createLabel' }, select: { id: true } });
  const deliveries = await app.db.reads.webhookDelivery.findMany();
  expect(changeSets.length).toBeGreaterThanOrEqual(5);
  expect(deliveries.map(({ changeSetId }) => String(changeSetId)).sort()).toEqual(
    changeSets.map(({ id }) => id).sort(),
  );
  expect(deliveries.every(({ status }) => status === 'DELIVERED')).toBe(true);
  // Repeated deliveries are the same message, and the unacknowledged one is repeated.
  const byId = Map.groupBy(receiver.received, ({ headers }) => String(headers['webhook-id']));
  expect([...byId.keys()].sort()).toEqual(deliveries.map(({ id }) => `WebhookDelivery:${id}`).sort());
  expect([...byId.values()].every((messages) => new Set(messages.map(({ body }) => body)).size === 1)).toBe(true);
  expect(byId.get(String(unanswered))).toHaveLength(2);
});
