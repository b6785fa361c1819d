import { expect, test } from 'vitest';
import { enqueueDispatches } from '../../../../src/domains/webhooks/webhooks/webhooks.service.ts';
import { killEach } from '../../../support/jobs.ts';
import { createMemoryLog } from '../../../support/memory-log.ts';
import { staying } from '../../../support/staying.ts';
import { hour, latestOf, minute, type Scene, scene, webhookOf } from '../../../support/webhook-scene.ts';

const jobs = ({ app }: Scene, kind: string) => app.db.reads.job.findMany({ where: { kind, state: 'WAITING' } });

test('a webhook whose changes end the server each time is disabled after ten attempts, and the others go on', async () => {
  const { log, lines } = createMemoryLog();
  const all = await scene([204], {}, { log });
  const { app, ada, receiver, id } = all;
  const bob = staying(app, await app.person());
  await bob.mutate('createWebhook', { url: `${receiver.url}bob` }, 'secret');
  await ada.mutate('createLabel', { name: 'Told late' });
  await enqueueDispatches(app.systemContext(), null);
  expect(await killEach(app, 'dispatchWebhook', 10)).toBe(10);
  expect(await webhookOf(ada, id)).toMatchObject({ isEnabled: false, disabledReason: 'SERVER_ERROR' });
  expect(lines.find(({ msg }) => msg === 'job was given up and postponed')).toMatchObject({ kind: 'dispatchWebhook' });
  expect([...app.systemContext().app.events.jobRuns.all()]).toContainEqual({
    words: ['dispatchWebhook', 'dead'],
    count: 1,
  });
  const [postponed] = await jobs(all, 'dispatchWebhook');
  for (let round = 0; round < 5; round++) {
    app.clock.advance(10 * minute);
    await app.worker.work();
    expect(await jobs(all, 'dispatchWebhook')).toEqual([postponed]);
  }
  await bob.mutate('createLabel', { name: 'Told' });
  for (let round = 0; round < 2; round++) await app.worker.work();
  expect(receiver.received).toHaveLength(1);
  // Nothing is lost: once it is enabled, the server tries at once.
  await ada.mutate('updateWebhook', { id, isEnabled: true }, 'id');
  for (let round = 0; round < 2; round++) await app.worker.work();
  expect(receiver.received).toHaveLength(2);
  expect(await latestOf(ada, id)).toMatchObject({ status: 'DELIVERED' });
});

test('a webhook that was enabled and ends the server once more is disabled again', async () => {
  const { app, ada, id } = await scene([204]);
  await ada.mutate('createLabel', { name: 'Told' });
  await enqueueDispatches(app.systemContext(), null);
  await killEach(app, 'dispatchWebhook', 10);
  await ada.mutate('updateWebhook', { id, isEnabled: true }, 'id');
  expect(await killEach(app, 'dispatchWebhook', 10)).toBe(1);
  expect(await webhookOf(ada, id)).toMatchObject({ isEnabled: false, disabledReason: 'SERVER_ERROR' });
});

test('a delivery that ends the server each time fails, and is not sent again', async () => {
  const all = await scene([204]);
  const { app, ada, receiver, id } = all;
  await ada.mutate('testWebhook', { id }, 'id');
  await killEach(app, 'deliverWebhook', 16);
  expect(await latestOf(ada, id)).toMatchObject({
    status: 'FAILED',
    nextAttemptAt: null,
    error: 'The server failed or stopped each time it sent this delivery. The log of the server says why.',
  });
  app.clock.advance(hour);
  await app.worker.work();
  expect(receiver.received).toHaveLength(0);
});
