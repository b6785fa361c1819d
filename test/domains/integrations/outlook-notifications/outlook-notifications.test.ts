import { expect, test } from 'vitest';
import type { FakeGraph } from '../../../support/fakes/graph/server.ts';
import { integrationOf } from '../../../support/feed.ts';
import { connectOutlook, outlookScene } from '../../../support/integrations.ts';
import { at, calendarScene, meetingsIn, syncNow } from '../../../support/outlook.ts';

const publicUrl = 'https://waymark.test';
const path = '/connect/outlook/notifications';

/** Ada's Outlook on a server that Microsoft can reach, after its first sync. */
async function scene() {
  const base = await outlookScene({ PUBLIC_URL: publicUrl });
  const { app, fake } = base;
  fake.subscriptions.state.deliver = (url, body) =>
    app.fetch(new Request(url, { method: 'POST', ...(body && { body: JSON.stringify(body) }) }));
  const { id } = await connectOutlook(base);
  await app.worker.work();
  return { ...base, id, calendar: fake.calendarOf('ada') };
}

/** The subscription that there is. */
function onlyOne(fake: FakeGraph) {
  const [subscription] = fake.subscriptions.all.values();
  if (!subscription) throw new Error('There is none.');
  return { ...subscription };
}

const post = (app: Awaited<ReturnType<typeof scene>>['app'], body: string, query = '') =>
  app.fetch(new Request(`${publicUrl}${path}${query}`, { method: 'POST', body }));

test('a server that Microsoft can reach is told of changes, and reads them at once; many at a time are one sync', async () => {
  const one = await scene();
  const { app, fake, calendar } = one;
  const [subscription] = [...fake.subscriptions.all.values()];
  expect(fake.subscriptions.all.size).toBe(1);
  expect(subscription?.notificationUrl).toBe(`${publicUrl}${path}`);
  calendar.add(at('Review', '11-24'));
  app.clock.advance(60_000);
  expect(await fake.subscriptions.notify()).toEqual([202]);
  await fake.subscriptions.notify();
  await fake.subscriptions.notify();
  const before = await app.db.reads.syncRun.count();
  await app.worker.work();
  expect(await meetingsIn(one)).toEqual(['Review CONFIRMED 11-24T10:00']);
  // Right after a sync, the next one waits for some seconds, and none is lost.
  await fake.subscriptions.notify();
  await app.worker.work();
  expect((await app.db.reads.syncRun.count()) - before).toBe(1);
  app.clock.advance(11_000);
  await app.worker.work();
  expect((await app.db.reads.syncRun.count()) - before).toBe(2);
});

test('a notification without the right secret, of an unknown subscription or of a paused integration changes nothing', async () => {
  const { app, fake, owner, id } = await scene();
  app.clock.advance(60_000);
  const { id: subscriptionId, clientState } = onlyOne(fake);
  const waiting = async () => (await app.db.reads.syncTask.findFirstOrThrow()).nextSyncAt;
  const before = await waiting();
  for (const given of [
    { clientState: 'wrong' },
    { clientState: clientState.slice(0, -1) },
    { clientState: '' },
    { clientState, subscriptionId: 'unknown' },
    { clientState: null },
    { clientState, lifecycleEvent: 'somethingNew' },
  ])
    expect((await post(app, JSON.stringify({ value: [{ subscriptionId, ...given }] }))).status).toBe(202);
  await owner.mutate('pauseIntegration', { id });
  await fake.subscriptions.notify();
  expect(await waiting()).toEqual(before);
  const stored = await app.db.reads.outlookSubscription.findFirstOrThrow();
  expect(JSON.stringify(stored)).not.toContain(clientState);
});

test('what is no notification is refused, and a token is returned as plain text', async () => {
  const { app } = await scene();
  const echoed = await post(app, '', `?validationToken=${encodeURIComponent('<script>alert("ü")</script>')}`);
  expect([echoed.status, echoed.headers.get('content-type'), echoed.headers.get('x-content-type-options')]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'nosniff',
  ]);
  expect(await echoed.text()).toBe('<script>alert("ü")</script>');
  for (const [body, query, status] of [
    ['not json', '', 400],
    ['{}', '', 202],
    ['null', '', 202],
    ['{"value":[1,null,{}]}', '', 202],
    [String.raw`{"value":[{"subscriptionId":"a\u0000b","clientState":"y"}]}`, '', 202],
    ['x'.repeat(1_000_001), '', 413],
    ['', `?validationToken=${'x'.repeat(2_001)}`, 400],
  ] as const)
    expect((await post(app, body, query)).status, body.slice(0, 30)).toBe(status);
  expect((await app.fetch(new Request(`${publicUrl}${path}`))).status).toBe(405);
});

test('a subscription is renewed before it ends, authorized again when asked for, and made anew when it was removed', async () => {
  const one = await scene();
  const { app, fake, calendar } = one;
  const { all, state } = fake.subscriptions;
  const notify = (more: object) => fake.subscriptions.notify(more);
  const { id: first, expirationDateTime } = onlyOne(fake);
  app.clock.advance(47 * 3_600_000);
  await app.worker.work();
  const [renewed] = [...all.values()];
  expect(renewed?.id).toBe(first);
  expect(Date.parse(renewed?.expirationDateTime ?? '')).toBeGreaterThan(Date.parse(expirationDateTime));
  app.clock.advance(60_000);
  await notify({ lifecycleEvent: 'reauthorizationRequired' });
  await app.worker.work();
  expect(state.reauthorizedCount).toBe(1);
  app.clock.advance(60_000);
  await notify({ lifecycleEvent: 'subscriptionRemoved' });
  all.clear();
  await app.worker.work();
  expect([...all.keys()]).toEqual([expect.not.stringMatching(first)]);
  // A deletion that no delta tells of is found by reading all.
  const { id, occurrenceIds } = calendar.addSeries(at('Weekly', '11-28'), 2);
  await syncNow(one);
  calendar.deleteOccurrence(id, occurrenceIds[1] ?? '');
  app.clock.advance(60_000);
  await notify({ lifecycleEvent: 'missed' });
  await app.worker.work();
  expect(await meetingsIn(one)).toEqual(['Weekly CONFIRMED 11-28T10:00', 'Weekly CANCELLED 12-05T10:00']);
  // One that is gone without a word is made anew at its renewal.
  all.clear();
  app.clock.advance(60 * 3_600_000);
  await app.worker.work();
  expect(all.size).toBe(1);
});

test('disconnecting ends the subscription', async () => {
  const { app, fake, owner, id } = await scene();
  await owner.mutate('deleteIntegration', { id });
  app.clock.advance(2 * 3_600_000);
  await app.worker.work();
  expect(fake.subscriptions.all.size).toBe(0);
});

test('without https nothing is subscribed to; where Microsoft refuses it, the calendar is read from time to time', async () => {
  const plain = await calendarScene((calendar) => void calendar.add(at('Review', '11-24')));
  await plain.app.worker.work();
  expect(plain.fake.asked.filter(({ path: asked }) => asked.includes('subscriptions'))).toEqual([]);
  const base = await outlookScene({ PUBLIC_URL: publicUrl });
  // The handshake fails: nobody answers.
  const { id } = await connectOutlook(base);
  base.fake.calendarOf('ada').add(at('Review', '11-24'));
  await base.app.worker.work();
  expect(await integrationOf(base.owner, id)).toMatchObject({
    state: 'CONNECTED',
    syncRuns: { nodes: [{ outcome: 'SUCCEEDED', warnings: [expect.stringContaining('does not notify')] }] },
  });
  expect(await meetingsIn(base)).toEqual(['Review CONFIRMED 11-24T10:00']);
});
