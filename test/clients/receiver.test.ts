import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { createTestApp } from '../support/app.ts';
import { temporaryFolder } from '../support/command.ts';

test('the queries and the receiver of docs/domains/webhooks/webhooks.md do what it says', async () => {
  const docs = await readFile(join(import.meta.dirname, '../../docs/domains/webhooks/webhooks.md'), 'utf8');
  const [create = '', list = '', tryOut = ''] = [...docs.matchAll(/```graphql\n(.*?)```/gs)].map(([, text]) => text);
  const app = await createTestApp({ ALLOW_PRIVATE_ADDRESSES: 'on' });
  app.clock.set(new Date().toISOString());
  const ada = await app.person();
  const port = await freePort();
  const { createWebhook } = await ada.query(create.replace(':8080', `:${port}`));
  const { secret, webhook } = createWebhook;

  const script = join(temporaryFolder(), 'receiver.mjs');
  await writeFile(script, /```js\n(.*?)```/s.exec(docs)?.[1] ?? '');
  const env = { PATH: process.env.PATH, WEBHOOK_SECRET: secret, PORT: String(port) };
  const receiver = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void receiver.kill());
  let printed = '';
  receiver.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await expect.poll(() => printed).toBe('ready\n');

  const { testWebhook } = await ada.query(tryOut, { webhook: webhook.id });
  const { webhookDelivery } = testWebhook;
  expect(webhookDelivery.status).toBe('PENDING');
  const { id } = await ada.mutate('createTask', { title: 'Told' });
  await app.worker.work();
  await ada.mutate('resendWebhookDelivery', { id: webhookDelivery.id });
  await app.worker.work();
  await expect.poll(() => printed.trimEnd().split('\n').length).toBe(3);
  const told = printed
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));
  expect(told.map(({ type }) => String(type)).sort()).toEqual(['changes', 'ping']);
  expect(told.find(({ type }) => type === 'changes').data.changes).toMatchObject([{ nodeId: id, action: 'CREATE' }]);

  // With another secret it takes nothing.
  await ada.mutate('rotateWebhookSecret', { id: webhook.id }, 'secret');
  await ada.mutate('rotateWebhookSecret', { id: webhook.id }, 'secret');
  await ada.query(tryOut, { webhook: webhook.id });
  await app.worker.work();
  const { webhooks } = await ada.query(list);
  expect(webhooks).toMatchObject([
    { isEnabled: true, deliveries: { totalCount: 1, nodes: [{ attemptCount: 1, responseStatus: 401 }] } },
  ]);
});
