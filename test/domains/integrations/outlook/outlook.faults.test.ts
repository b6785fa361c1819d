import { expect, test } from 'vitest';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { secondApp } from '../../../support/app.ts';
import { writableScene } from '../../../support/calendar-writes.ts';
import { integrationOf } from '../../../support/feed.ts';
import { connectOutlook, integrationsOf, outlookScene } from '../../../support/integrations.ts';
import { at, calendarScene, meetingsIn } from '../../../support/outlook.ts';

test('tokens that are swapped between owners open for neither: both sign in again, and nothing of the other is read', async () => {
  const scene = await outlookScene();
  const { app, fake, owner, lines } = scene;
  fake.calendarOf('ada').add(at('Of Ada', '11-24'));
  fake.calendarOf('grace').add(at('Of Grace', '11-24'));
  await connectOutlook(scene);
  const grace = await app.person('Grace');
  Object.assign(fake.identity.state, { user: 'grace', interval: 0 });
  await grace.mutate('startIntegrationSignIn', { provider: 'OUTLOOK', method: 'DEVICE' }, 'authorizationUrl');
  app.clock.advance(10_000);
  await app.worker.work();
  expect(await meetingsIn({ owner: grace })).toEqual(['Of Grace CONFIRMED 11-24T10:00']);
  const [first, second] = await app.db.reads.integration.findMany();
  await transaction(app.systemContext(), 'test', async (tx) => {
    const [a, b] = [first?.encryptedCredentials ?? '', second?.encryptedCredentials ?? ''];
    await tx.write.integration.update({ id: first?.id ?? '' }, { encryptedCredentials: b });
    await tx.write.integration.update({ id: second?.id ?? '' }, { encryptedCredentials: a });
  });
  const asked = fake.asked.length;
  app.clock.advance(5 * 60_000);
  for (const person of [owner, grace])
    await person.mutate('syncIntegration', { id: (await integrationsOf(person))[0].id });
  await app.worker.work();
  for (const person of [owner, grace]) {
    expect(await integrationsOf(person)).toMatchObject([
      { state: 'NEEDS_SIGN_IN', problem: expect.stringContaining('cannot be decrypted'), nextSyncAt: null },
    ]);
    expect(await meetingsIn({ owner: person })).toHaveLength(1);
  }
  expect(fake.asked).toHaveLength(asked);
  const told = JSON.stringify(lines) + JSON.stringify(await integrationsOf(owner));
  for (const secret of fake.identity.state.secrets) expect(told).not.toContain(secret);
});

test('a mailbox that throttles every call is asked less and less, and read once it is not', async () => {
  const scene = await calendarScene((calendar) => void calendar.add(at('Review', '11-30')));
  const { app, owner, fake, id } = scene;
  fake.faults.push({ path: /^\/v1\.0\//, times: Number.MAX_SAFE_INTEGER, respond: { status: 429, html: 'Too many' } });
  const calls = () => fake.asked.filter(({ path }) => path.startsWith('/v1.0/')).length;
  const before = calls();
  for (let minutes = 0; minutes < 48 * 60; minutes += 10) {
    await app.worker.work();
    app.clock.advance(10 * 60_000);
  }
  // After 1, 2, 4 … minutes, and then every six hours.
  expect(calls() - before).toBeGreaterThan(8);
  expect(calls() - before).toBeLessThan(25);
  expect(await integrationOf(owner, id)).toMatchObject({
    state: 'BACKING_OFF',
    problem: 'Microsoft was asked too often, and asks to wait. There is nothing to do: it is asked again later.',
  });
  fake.faults.length = 0;
  app.clock.advance(8 * 3_600_000);
  await app.worker.work();
  expect(await integrationOf(owner, id)).toMatchObject({ state: 'CONNECTED', problem: null });
  expect(await meetingsIn(scene)).toEqual(['Review CONFIRMED 11-30T10:00']);
});

test('of a calendar of 50,000 events no more is read than is taken, and nothing of it is written', async () => {
  const scene = await calendarScene((calendar) => {
    calendar.oddities.pageSize = 1_000;
    for (let index = 0; index < 50_000; index++) calendar.add(at(`Event ${index}`, '11-24'));
  });
  const { app, owner, fake, id } = scene;
  const before = fake.asked.length;
  await app.worker.work();
  // The list of calendars, and pages of 1,000, up to the first one beyond 20,000 events.
  expect(fake.asked.length - before).toBe(22);
  expect(await integrationOf(owner, id)).toMatchObject({
    state: 'BACKING_OFF',
    problem: 'The calendars that you follow have more than 20,000 events in the range that is read.',
  });
  expect(await app.db.reads.outlookEvent.count()).toBe(0);
  expect(await meetingsIn(scene)).toEqual([]);
}, 120_000);

test('two servers read one calendar one at a time, and what they send to it is sent once', async () => {
  const scene = await writableScene((calendar) => void calendar.add(at('Review', '11-24')));
  const { app, owner, calendar, fake } = scene;
  const other = await secondApp(app, fake.variables, { clock: app.clock });
  for (let round = 0; round < 5; round++) {
    app.clock.advance(15 * 60_000);
    calendar.add(at(`Meeting ${round}`, '11-25'));
    const times = { startsAt: '2026-11-26T09:00:00Z', endsAt: '2026-11-26T10:00:00Z' };
    await owner.mutate('blockTime', { title: `Block ${round}`, ...times });
    await Promise.all([app.worker.work(), other.worker.work(), app.worker.work(), other.worker.work()]);
  }
  const blocks = calendar.items().filter(({ subject }) => subject.startsWith('Block'));
  expect(blocks.map(({ subject }) => subject).sort()).toEqual([0, 1, 2, 3, 4].map((round) => `Block ${round}`));
  expect(await meetingsIn(scene)).toHaveLength(6);
  // One for each round, and the first one.
  const runs = await app.db.reads.syncRun.findMany();
  expect(runs.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'SUCCEEDED'));
  const creations = fake.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/me/events'));
  expect(creations).toHaveLength(5);
});
