import { expect, test } from 'vitest';
import { SignInNeededError } from '../../../../src/domains/integrations/integrations/integrations.rules.ts';
import { accessTokenOf } from '../../../../src/domains/integrations/tokens/tokens.service.ts';
import { actFor } from '../../../../src/platform/context.ts';
import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { secondApp, type TestApp } from '../../../support/app.ts';
import { connectOutlook, integrationsOf, outlookScene } from '../../../support/integrations.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

/** The context of the server acting for the owner of an integration. */
async function contextOf(app: TestApp, id: string) {
  const { account } = await app.db.reads.integration.findUniqueOrThrow({ where: { id }, include: { account: true } });
  return actFor(app.systemContext(), account);
}

const tokenIn = async (app: TestApp, id: string, refused?: string) =>
  accessTokenOf(await contextOf(app, id), id, refused);

test('an expired token is refreshed once, however many servers and jobs ask for it, and the rotated one is stored', async () => {
  const scene = await outlookScene();
  const { app, fake } = scene;
  const id = uuidOf((await connectOutlook(scene)).id);
  const other = await secondApp(app, fake.variables, { clock: app.clock });
  const first = await tokenIn(app, id);
  expect([await tokenIn(other, id), fake.identity.state.refreshCount]).toEqual([first, 0]);
  for (let round = 1; round <= 3; round++) {
    app.clock.advance(58 * 60_000);
    const tokens = await Promise.all([app, other, app, other, app, other].map((one) => tokenIn(one, id)));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens).not.toContain(first);
    expect(fake.identity.state.refreshCount).toBe(round);
  }
  // The provider may refuse a token before it expires.
  const current = await tokenIn(app, id);
  const renewed = await Promise.all([app, other].map((one) => tokenIn(one, id, current)));
  expect(new Set(renewed).size).toBe(1);
  expect(renewed).not.toContain(current);
});

test('a server that died while it refreshed holds the others up for a minute', async () => {
  const scene = await outlookScene();
  const { app } = scene;
  const id = uuidOf((await connectOutlook(scene)).id);
  const refreshingUntil = new Date(app.clock.now().getTime() + 60_000);
  await transaction(app.systemContext(), 'test', (tx) => tx.write.integration.update({ id }, { refreshingUntil }));
  app.clock.advance(60 * 60_000);
  expect(await tokenIn(app, id)).toMatch(/^access-canary/);
});

test('a lease that a clock that was ahead has taken holds nobody up, and whoever waits is told that the server stops', async () => {
  const scene = await outlookScene();
  const { app } = scene;
  const id = uuidOf((await connectOutlook(scene)).id);
  app.clock.advance(60 * 60_000);
  const leaseFor = (ms: number) =>
    transaction(app.systemContext(), 'test', (tx) =>
      tx.write.integration.update({ id }, { refreshingUntil: new Date(app.clock.now().getTime() + ms) }),
    );
  await leaseFor(60_000);
  const stopped = AbortSignal.abort();
  await expect(accessTokenOf(await contextOf(app, id), id, null, stopped)).rejects.toThrow(/abort/i);
  await leaseFor(10 * 365 * 86_400_000);
  expect(await tokenIn(app, id)).toMatch(/^access-canary/);
});

test('a revoked consent ends in NEEDS_SIGN_IN, and signing in again ends that', async () => {
  const scene = await outlookScene();
  const { app, fake, owner } = scene;
  const integration = await connectOutlook(scene);
  const id = uuidOf(integration.id);
  fake.identity.revokeAll();
  app.clock.advance(60 * 60_000);
  await expect(tokenIn(app, id)).rejects.toThrow(SignInNeededError);
  expect(await integrationsOf(owner)).toEqual([
    expect.objectContaining({
      state: 'NEEDS_SIGN_IN',
      nextSyncAt: null,
      problem: expect.stringContaining('Sign in again.'),
    }),
  ]);
  expect(await connectOutlook(scene)).toMatchObject({ id: integration.id, state: 'CONNECTED', problem: null });
  expect(await tokenIn(app, id)).toMatch(/^access-canary/);
});

test('a provider that cannot be asked, or an app that is set up wrongly, signs nobody out', async () => {
  const scene = await outlookScene();
  const { app, fake, owner } = scene;
  const id = uuidOf((await connectOutlook(scene)).id);
  app.clock.advance(60 * 60_000);
  const secretExpired = {
    status: 401,
    json: { error: 'invalid_client', error_description: 'AADSTS7000222: Expired.' },
  };
  const transient = ['temporarily_unavailable', 'server_error'].map((error) => ({ status: 400, json: { error } }));
  const busy = [
    { status: 503, html: 'busy' },
    { status: 429, json: { error: 'x' } },
  ];
  for (const respond of [...busy, ...transient, secretExpired]) {
    fake.faults.push({ path: /token$/, times: 1, respond });
    await expect(tokenIn(app, id)).rejects.not.toThrow(SignInNeededError);
    expect((await integrationsOf(owner))[0].state).toBe('CONNECTED');
  }
  expect(await tokenIn(app, id)).toMatch(/^access-canary/);
});

test('credentials open for their own owner, provider and integration only', async () => {
  const scene = await outlookScene();
  const { app, fake, owner } = scene;
  const first = uuidOf((await connectOutlook(scene)).id);
  fake.identity.state.user = 'grace';
  const second = uuidOf((await connectOutlook(scene)).id);
  const { encryptedCredentials } = await app.db.reads.integration.findUniqueOrThrow({ where: { id: first } });
  await transaction(app.systemContext(), 'test', (tx) =>
    tx.write.integration.update({ id: second }, { encryptedCredentials }),
  );
  await expect(tokenIn(app, second)).rejects.toThrow('cannot be decrypted');
  expect((await integrationsOf(owner)).map(({ state }: { state: string }) => state)).toEqual([
    'CONNECTED',
    'NEEDS_SIGN_IN',
  ]);
});

test('after the secret was changed, the old one still reads the tokens, and new tokens are sealed with the new one', async () => {
  const scene = await outlookScene();
  const { app, fake } = scene;
  const id = uuidOf((await connectOutlook(scene)).id);
  const secrets = { WAYMARK_SECRET: 'another secret of the tests, 9876543210' };
  const WAYMARK_SECRET_OLD = 'a secret for the tests only, 0123456789';
  const changed = await secondApp(app, { ...fake.variables, ...secrets, WAYMARK_SECRET_OLD }, { clock: app.clock });
  expect(await tokenIn(changed, id)).toBe(await tokenIn(app, id));
  app.clock.advance(60 * 60_000);
  const renewed = await tokenIn(changed, id);
  const withoutOld = await secondApp(app, { ...fake.variables, ...secrets }, { clock: app.clock });
  expect(await tokenIn(withoutOld, id)).toBe(renewed);
});

test('no token, code or secret is in the log, the export, the API, the history or, in plain, the database', async () => {
  const scene = await outlookScene();
  const { app, fake, owner, lines } = scene;
  const integration = await connectOutlook(scene);
  await owner.mutate('startIntegrationSignIn', { provider: 'OUTLOOK', method: 'DEVICE' }, 'integrationSignIn { id }');
  app.clock.advance(60 * 60_000);
  fake.faults.push({ path: /token$/, times: 1, respond: { status: 500, html: 'no' } });
  await app.worker.work();
  await tokenIn(app, uuidOf(integration.id)).catch(() => {});
  await tokenIn(app, uuidOf(integration.id));
  const download = await app.fetch(
    new Request('http://waymark.test/export', { headers: { cookie: owner.cookie, 'x-waymark-csrf': '1' } }),
  );
  const exported = await download.text();
  expect(exported).toContain('"Account"');
  const all = JSON.stringify([
    lines,
    exported,
    await integrationsOf(owner),
    await owner.query('{ changeSets { nodes { changes { nodes { fields { name } } } } } }').catch(() => ''),
    await app.db.reads.integration.findMany(),
    await app.db.reads.integrationSignIn.findMany(),
    await app.db.reads.job.findMany(),
    await app.db.reads.change.findMany(),
  ]);
  expect(fake.identity.state.secrets.length).toBeGreaterThan(5);
  for (const secret of fake.identity.state.secrets) expect(all).not.toContain(secret);
  expect(all).not.toContain('canary');
});

test('disconnecting deletes the tokens and keeps the meetings', async () => {
  const scene = await outlookScene();
  const { app, owner } = scene;
  const { id } = await connectOutlook(scene);
  const meeting = { title: 'Review', startsAt: '2026-11-24T09:00:00Z', endsAt: '2026-11-24T10:00:00Z' };
  await owner.mutate('createMeeting', meeting);
  expect((await owner.mutate('deleteIntegration', { id }, 'id connectedTo')).id).toBe(id);
  expect(await app.db.reads.integration.count()).toBe(0);
  expect((await owner.query('{ meetings { totalCount } }')).meetings.totalCount).toBe(1);
  expect(await owner.mutate('deleteIntegration', { id })).toMatchObject({ code: 'NOT_FOUND' });
});
