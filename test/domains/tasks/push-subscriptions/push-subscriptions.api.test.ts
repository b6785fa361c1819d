import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadPushKeys } from '../../../../src/platform/security/push-keys.ts';
import { createTestApp } from '../../../support/app.ts';
import { createMemoryLog } from '../../../support/memory-log.ts';
import { claimsOf, createBrowser, createPushService } from '../../../support/push-service.ts';
import { staying } from '../../../support/staying.ts';

const minute = 60_000;
const subject = 'mailto:owner@example.org';
/** The server makes its keys itself. */
const generated = { VAPID_SUBJECT: subject, VAPID_PUBLIC_KEY: '', VAPID_PRIVATE_KEY: '' };

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-push-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Ada with a browser that is subscribed at a push service, which responds by a script. */
async function scene(...script: number[]) {
  const folder = dataFolder();
  const { log, lines } = createMemoryLog();
  const variables = { ...generated, WAYMARK_DATA_DIR: folder, ALLOW_PRIVATE_ADDRESSES: 'on' };
  const app = await createTestApp(variables, { log });
  const ada = staying(app, await app.person());
  const service = await createPushService(...script);
  const browser = createBrowser();
  const { p256dh, auth } = browser;
  const endpoint = `${service.url}/send/secret-of-the-browser`;
  const subscription = await ada.mutate('createPushSubscription', { endpoint, p256dh, auth, name: 'Phone' }, fields);
  const work = async (rounds = 3) => {
    for (let round = 0; round < rounds; round++) await app.worker.work();
  };
  return { app, ada, service, browser, subscription, endpoint, folder, lines, work };
}

const fields = 'id name service lastDeliveredAt error';
const listed = '{ webPushPublicKey pushSubscriptions { id name service lastDeliveredAt error } }';

test('a browser gets what fired together as one notification that only it can read, signed by the server', async () => {
  const { app, ada, service, browser, subscription, folder, lines, work } = await scene(201);
  expect(subscription).toMatchObject({ name: 'Phone', service: new URL(service.url).host, lastDeliveredAt: null });
  const startsAt = '2026-11-23T10:00:00Z';
  const { id: aboutId } = await ada.mutate('createMeeting', {
    ...{ title: 'Stand-up', startsAt, endsAt: '2026-11-23T10:15:00Z' },
  });
  const { id: first } = await ada.mutate('createReminder', { aboutId, minutesBefore: 55 });
  const { id: second } = await ada.mutate('createReminder', { title: 'Water the plants', at: 'PT6M' });
  app.clock.advance(8 * minute);
  await work();
  expect(service.received).toHaveLength(1);
  const [{ path, headers, body }] = service.received as [(typeof service.received)[number]];
  expect(path).toBe('/send/secret-of-the-browser');
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' });
  expect(body.toString('latin1')).not.toContain('Stand-up');
  expect(JSON.parse(browser.read(body))).toEqual({
    title: 'Stand-up and 1 more',
    body: 'Stand-up, 2026-11-23 at 11:00\nWater the plants',
    tag: first,
    url: app.config.publicUrl,
    reminderIds: [first, second],
    reminderCount: 2,
  });
  const { webPushPublicKey, pushSubscriptions } = await ada.query(listed);
  expect(claimsOf(headers.authorization ?? '')).toMatchObject({
    key: webPushPublicKey,
    aud: service.url,
    sub: subject,
  });
  expect(pushSubscriptions).toMatchObject([{ lastDeliveredAt: '2026-11-23T09:08:00.000Z', error: null }]);
  // The keys are made once, and for the user of the server alone; nothing of the browser's is in the log.
  const file = join(folder, 'push-keys.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8')).publicKey).toBe(webPushPublicKey);
  expect(loadPushKeys(folder).publicKey).toBe(webPushPublicKey);
  writeFileSync(file, '{}');
  expect(() => loadPushKeys(folder)).toThrow('holds no key pair');
  expect(JSON.stringify(lines)).not.toContain('secret-of-the-browser');
});

test('a browser that is offline gets nothing about a meeting or a question that is over', async () => {
  const { app, ada, service, work } = await scene(201);
  const times = { startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T10:15:00Z' };
  const { id: aboutId } = await ada.mutate('createMeeting', { title: 'Stand-up', ...times });
  await ada.mutate('createReminder', { aboutId, minutesBefore: 55 });
  app.clock.advance(5 * minute);
  await work();
  expect(service.received.at(-1)?.headers.ttl).toBe(String(70 * 60));
  // The meeting is over already, so this is about something else, such as its minutes.
  await ada.mutate('createReminder', { aboutId, at: '2026-11-23T10:20:00Z' });
  app.clock.set('2026-11-23T10:20:00Z');
  await work();
  expect(service.received.at(-1)?.headers.ttl).toBe('86400');
  const windows = [{ from: '12:00', to: '12:30' }];
  await ada.mutate('setEnergySampling', { windows, promptsPerDay: 1, minSpacingMinutes: 30, expiresAfterMinutes: 10 });
  await work();
  const { at } = await app.db.reads.energyPrompt.findFirstOrThrow();
  app.clock.set(at.toISOString());
  await work();
  expect(service.received).toHaveLength(3);
  expect(service.received.at(-1)?.headers.ttl).toBe('600');
});

test('a browser that has unsubscribed is forgotten, and one whose service fails is tried again', async () => {
  const { app, ada, service, work } = await scene(503, 201, 410);
  await ada.mutate('createReminder', { title: 'Call', at: 'PT5M' });
  app.clock.advance(5 * minute);
  await work();
  const error = 'The push service responded with 503.';
  expect((await ada.query(listed)).pushSubscriptions).toMatchObject([{ error, lastDeliveredAt: null }]);
  app.clock.advance(minute);
  await work();
  expect((await ada.query(listed)).pushSubscriptions).toMatchObject([{ error: null }]);
  await ada.mutate('createReminder', { title: 'Once more', at: 'PT5M' });
  app.clock.advance(5 * minute);
  await work();
  expect(service.received).toHaveLength(3);
  expect((await ada.query(listed)).pushSubscriptions).toEqual([]);
});

test('what the service refuses is not sent again, nor what was dismissed meanwhile', async () => {
  const { app, ada, service, work } = await scene(503, 403);
  const { id } = await ada.mutate('createReminder', { title: 'Call', at: 'PT5M' });
  app.clock.advance(5 * minute);
  await work();
  await ada.mutate('dismissReminder', { id });
  app.clock.advance(minute);
  await work();
  expect(service.received).toHaveLength(1);
  await ada.mutate('createReminder', { title: 'Other', at: 'PT5M' });
  for (let hour = 0; hour < 3; hour++) {
    app.clock.advance(60 * minute);
    await work();
  }
  expect(service.received).toHaveLength(2);
  const error = 'The push service responded with 403.';
  expect((await ada.query(listed)).pushSubscriptions).toMatchObject([{ error }]);
});

test('a browser has one subscription, and nobody else sees, deletes or gets anything of it', async () => {
  const { app, ada, service, subscription, endpoint, work } = await scene(201);
  const { p256dh, auth } = createBrowser();
  const again = await ada.mutate('createPushSubscription', { endpoint, p256dh, auth }, fields);
  expect(again).toMatchObject({ id: subscription.id, name: 'Phone' });
  const bob = staying(app, await app.person('Bob'));
  expect((await bob.query(listed)).pushSubscriptions).toEqual([]);
  expect((await bob.mutate('deletePushSubscription', { id: subscription.id })).__typename).toBe('NotFoundError');
  await bob.mutate('createReminder', { title: 'Of Bob', at: 'PT5M' });
  app.clock.advance(5 * minute);
  await work();
  expect(service.received).toEqual([]);
  await ada.mutate('deletePushSubscription', { id: subscription.id });
  await ada.mutate('createReminder', { title: 'Of Ada', at: 'PT5M' });
  app.clock.advance(5 * minute);
  await work();
  expect(service.received).toEqual([]);
});

test('bad keys, private addresses and a server without Web Push are refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { p256dh, auth } = createBrowser();
  const endpoint = 'https://push.example.org/1';
  const offCurve = Buffer.concat([Buffer.of(4), Buffer.alloc(64, 1)]).toString('base64url');
  const refused = async (input: object) => {
    const { issues } = await ada.mutate('createPushSubscription', { endpoint, p256dh, auth, ...input });
    return (issues as { path: string[] }[] | undefined)?.map(({ path }) => path.at(-1));
  };
  expect(await refused({ p256dh: offCurve })).toEqual(['p256dh']);
  expect(await refused({ p256dh: auth, auth: p256dh })).toEqual(['p256dh', 'auth']);
  expect(await refused({ endpoint: 'http://127.0.0.1/1' })).toEqual(['endpoint']);
  expect(await refused({ endpoint: 'https://me:secret@push.example.org/1' })).toEqual(['endpoint']);
  expect((await ada.query(listed)).pushSubscriptions).toEqual([]);
  const without = await (await createTestApp({ ...generated, VAPID_SUBJECT: '' })).person();
  expect((await without.query(listed)).webPushPublicKey).toBeNull();
  const refusal = await without.mutate('createPushSubscription', { endpoint, p256dh, auth });
  expect(refusal.__typename).toBe('ConflictError');
});
