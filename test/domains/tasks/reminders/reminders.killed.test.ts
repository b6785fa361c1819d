import { expect, test } from 'vitest';
import { enqueueFiring } from '../../../../src/domains/tasks/reminders/reminders.writers.ts';
import { createTestApp } from '../../../support/app.ts';
import { killEach } from '../../../support/jobs.ts';
import { staying } from '../../../support/staying.ts';

const minute = 60_000;
const hour = 60 * minute;

test('reminders that end the server each time are tried ever more rarely, and those of others fire', async () => {
  const app = await createTestApp();
  const [ada, bob] = [staying(app, await app.person()), staying(app, await app.person())];
  const { id } = await ada.mutate('createReminder', { title: 'Call', at: 'PT5M' });
  const firedAt = async () =>
    (await ada.query('query ($id: ID!) { reminder(id: $id) { firedAt } }', { id })).reminder.firedAt;
  const waiting = () => app.db.reads.job.findMany({ where: { kind: 'fireReminders', state: 'WAITING' } });
  app.clock.advance(5 * minute);
  await enqueueFiring(app.systemContext(), null);
  expect(await killEach(app, 'fireReminders', 10)).toBe(10);
  const waits: number[] = [];
  for (let times = 0; times < 6; times++) {
    const [postponed] = await waiting();
    const wait = (postponed?.nextAttemptAt.getTime() ?? 0) - app.clock.now().getTime();
    waits.push(wait / hour);
    app.clock.advance(wait - 1);
    await app.worker.work();
    // It is not enqueued beside the one that is postponed.
    expect(await waiting()).toEqual([postponed]);
    app.clock.advance(1);
    expect(await killEach(app, 'fireReminders', 10)).toBe(1);
  }
  expect(waits.map((wait) => Math.round(wait))).toEqual([1, 1, 3, 6, 11, 22]);
  const other = await bob.mutate('createReminder', { title: 'Write', at: 'PT5M' });
  app.clock.advance(5 * minute);
  await app.worker.work();
  const query = 'query ($id: ID!) { reminder(id: $id) { firedAt } }';
  expect((await bob.query(query, { id: other.id })).reminder.firedAt).not.toBeNull();
  expect(await firedAt()).toBeNull();
  // A server that can do it does.
  app.clock.advance(24 * hour);
  await app.worker.work();
  expect(await firedAt()).not.toBeNull();
  expect(await waiting()).toEqual([]);
});
