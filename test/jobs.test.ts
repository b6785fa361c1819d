import { expect, test } from 'vitest';
import { createTestApp } from './support/app.ts';
import { staying } from './support/staying.ts';

/* What the server does by itself, with nobody asking. */

const day = 24 * 60 * 60_000;

test('the trash is emptied after 30 days, history forgotten after a year, and both are in the log', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'Old' });
  await ada.mutate('trash', { id });
  app.clock.advance(30 * day - 1);
  await app.worker.work();
  expect(await app.db.reads.task.count()).toBe(1);
  app.clock.advance(6 * 60 * 60_000);
  await app.worker.work();
  expect(await app.db.reads.task.count()).toBe(0);
  const names = async () =>
    (await app.db.reads.changeSet.findMany({ orderBy: { sequence: 'asc' } })).map(({ name }) => name);
  expect(await names()).toEqual(['createAccount', 'createTask', 'trash', 'purgeTrash']);
  app.clock.advance(366 * day);
  await app.worker.work();
  expect(await names()).toEqual(['purgeTrash']);
});

test('sessions, refresh tokens and sign-in links are deleted 30 days after they ended, and not before', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person('Ada'));
  await app.person('Bob');
  const counts = async () => [await app.db.reads.session.count(), await app.db.reads.refreshToken.count()];
  for (let round = 0; round < 5; round++) {
    app.clock.advance(10 * day);
    await ada.query('{ viewer { id } }');
  }
  await app.worker.work();
  // Bob's session has ended for 20 days; his token is there with it. Of Ada's, the one that was used 40 days ago is gone.
  expect(await counts()).toEqual([2, 6]);
  app.clock.advance(11 * day);
  await ada.query('{ viewer { id } }');
  await app.worker.work();
  expect(await counts()).toEqual([1, 4]);
  expect((await ada.query('{ sessions { isCurrent } }')).sessions).toEqual([{ isCurrent: true }]);
});
