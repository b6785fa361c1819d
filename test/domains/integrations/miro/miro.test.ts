import { expect, test } from 'vitest';
import { accessTokenOf } from '../../../../src/domains/integrations/tokens/tokens.service.ts';
import { actFor } from '../../../../src/platform/context.ts';
import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { createTestApp, secondApp, type TestApp } from '../../../support/app.ts';
import { integrationsOf, visit } from '../../../support/integrations.ts';
import { connectMiro, inFrames, miroScene, pushed, syncMiroNow } from '../../../support/miro.ts';

async function tokenIn(app: TestApp, globalId: string): Promise<string> {
  const id = fromGlobalId(globalId)?.id ?? '';
  const { account } = await app.db.reads.integration.findUniqueOrThrow({ where: { id }, include: { account: true } });
  return accessTokenOf(actFor(app.systemContext(), account), id);
}

test('a server without an app at Miro says so, and has no way to it', async () => {
  const app = await createTestApp();
  const person = await app.person();
  expect((await person.query('{ configuration { miro { redirectUri } } }')).configuration.miro).toBe(null);
  const refused = await person.mutate(
    'startIntegrationSignIn',
    { provider: 'MIRO', method: 'CODE' },
    'authorizationUrl',
  );
  expect(refused).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('MIRO_CLIENT_ID') });
  const response = await app.fetch(new Request('http://waymark.test/connect/miro/callback?code=x&state=y'));
  expect(response.status).toBe(404);
});

test('Miro is connected by code with PKCE, in the session that began, and its boards are listed', async () => {
  const scene = await miroScene();
  const { app, owner, fake } = scene;
  const { configuration } = await owner.query('{ configuration { miro { redirectUri scopes } } }');
  expect(configuration.miro).toEqual({
    redirectUri: 'http://waymark.test/connect/miro/callback',
    scopes: ['boards:read', 'boards:write'],
  });
  expect(await integrationsOf(owner)).toMatchObject([
    { provider: 'MIRO', name: 'Miro', connectedTo: 'ada (Analytical Engines)', state: 'CONNECTED', refreshMinutes: 15 },
  ]);
  const { miroBoards } = await owner.query(
    '{ miroBoards { name viewUrl modifiedAt isAccessible integration { id } } }',
  );
  expect(miroBoards).toMatchObject([{ name: 'Plans', isAccessible: true, integration: { id: scene.id } }]);
  const device = await owner.mutate(
    'startIntegrationSignIn',
    { provider: 'MIRO', method: 'DEVICE' },
    'authorizationUrl',
  );
  expect(device.issues).toEqual([{ path: ['input', 'method'], message: expect.stringContaining('must be CODE') }]);
  const input = { provider: 'MIRO', method: 'CODE' };
  const { authorizationUrl } = await owner.mutate('startIntegrationSignIn', input, 'authorizationUrl');
  expect(new URL(authorizationUrl).searchParams.get('code_challenge_method')).toBe('S256');
  const back = await fake.browse(authorizationUrl);
  expect((await visit(scene, back.replace('/miro/', '/outlook/'), owner.cookie)).status).toBe(404);
  expect((await visit(scene, back.replace(/state=[^&]*/, 'state=forged'), owner.cookie)).status).toBe(410);
  expect((await visit(scene, back, owner.cookie)).status).toBe(200);
  expect((await visit(scene, back, owner.cookie)).status).toBe(410);
  fake.identity.state.consent = 'decline';
  const again = await owner.mutate('startIntegrationSignIn', input, 'authorizationUrl');
  const declined = await visit(scene, await fake.browse(again.authorizationUrl), owner.cookie);
  expect([declined.status, await declined.text()]).toEqual([400, expect.stringContaining('declined')]);
  expect(await integrationsOf(owner)).toHaveLength(1);
  expect((await app.db.reads.integration.count()) as number).toBe(1);
});

test('a rotating pair is refreshed once, however many servers ask, and a refused one needs a sign-in', async () => {
  const scene = await miroScene();
  const { app, owner, fake, id } = scene;
  const other = await secondApp(app, fake.variables, { clock: app.clock });
  for (let round = 1; round <= 3; round++) {
    app.clock.advance(59 * 60_000);
    const tokens = await Promise.all([app, other, app, other].map((one) => tokenIn(one, id)));
    expect(new Set(tokens).size).toBe(1);
    expect(fake.identity.state.refreshCount).toBe(round);
    expect(fake.identity.grantCount()).toBe(1);
  }
  fake.identity.revokeAll();
  await syncMiroNow(scene, 60);
  expect(await integrationsOf(owner)).toMatchObject([
    { state: 'NEEDS_SIGN_IN', problem: expect.stringContaining('Sign in again') },
  ]);
  expect(await connectMiro(scene)).toMatchObject({ id, state: 'CONNECTED' });
});

test('a wrong secret of the app, or a sign-in server that is down, signs nobody out', async () => {
  const scene = await miroScene();
  const { app, owner, fake } = scene;
  const wrong = {
    status: 401,
    json: { status: 401, code: 'oauthError', message: 'Client is unknown.', type: 'error' },
  };
  for (const respond of [wrong, { status: 503, html: 'busy' }, { status: 200, html: '<html></html>' }, null]) {
    fake.faults.push({ request: /^POST .*token$/, times: 1, respond });
    await syncMiroNow(scene, 24 * 60);
    expect(await integrationsOf(owner)).toMatchObject([{ state: 'BACKING_OFF' }]);
    app.clock.set((await integrationsOf(owner))[0].nextSyncAt);
    await app.worker.work();
    expect(await integrationsOf(owner)).toMatchObject([{ state: 'CONNECTED', problem: null }]);
  }
});

test('a token that Miro refuses in the middle of a sync is refreshed', async () => {
  const scene = await miroScene();
  const { owner, fake } = scene;
  await owner.mutate('createGoal', { title: 'Give a talk', kind: 'PROJECT' });
  const refused = { status: 401, json: { status: 401, code: 'tokenNotProvided', type: 'error' } };
  fake.faults.push({ request: /^POST .*bulk/, times: 1, respond: refused });
  await pushed(scene, 'GOALS');
  expect(inFrames(scene)).toEqual(['Give a talk']);
  expect(fake.identity.state.refreshCount).toBe(1);
});

test('disconnecting revokes the tokens, also expired ones and when Miro is down at first, and keeps what is at Miro', async () => {
  const scene = await miroScene();
  const { app, owner, fake } = scene;
  await owner.mutate('createGoal', { title: 'Give a talk', kind: 'PROJECT' });
  await pushed(scene, 'GOALS');
  await owner.mutate('deleteIntegration', { id: scene.id });
  fake.faults.push({ request: /revoke/, times: 1, respond: { status: 503, html: '' } });
  await app.worker.work();
  expect(fake.identity.grantCount()).toBe(1);
  app.clock.advance(10 * 60_000);
  await app.worker.work();
  expect([fake.identity.grantCount(), fake.identity.state.revokedCount]).toEqual([0, 1]);
  for (const model of ['miroBoard', 'miroFrame', 'miroItem'] as const)
    expect(await (app.db.reads[model] as { count(): Promise<number> }).count()).toBe(0);
  expect(inFrames(scene)).toEqual(['Give a talk']);
  const { id } = await connectMiro(scene);
  app.clock.advance(2 * 60 * 60_000);
  await owner.mutate('pauseIntegration', { id });
  await owner.mutate('deleteIntegration', { id });
  await app.worker.work();
  expect([fake.identity.grantCount(), fake.identity.state.revokedCount]).toEqual([0, 2]);
});

test('no token, code or secret is in the log, the export, the API, an address or, in plain, the database', async () => {
  const scene = await miroScene();
  const { app, fake, owner, lines, id } = scene;
  await owner.mutate('createGoal', { title: 'Give a talk', kind: 'PROJECT' });
  await pushed(scene, 'GOALS');
  fake.faults.push({ request: /token$/, times: 1, respond: { status: 500, html: 'no' } });
  await syncMiroNow(scene, 60);
  await syncMiroNow(scene, 60);
  const stored = JSON.stringify([
    await app.db.reads.integration.findMany(),
    await app.db.reads.integrationSignIn.findMany(),
  ]);
  await owner.mutate('deleteIntegration', { id });
  fake.faults.push({ request: /revoke/, times: 1, respond: { status: 500, html: 'no' } });
  await app.worker.work();
  const download = await app.fetch(
    new Request('http://waymark.test/export', { headers: { cookie: owner.cookie, 'x-waymark-csrf': '1' } }),
  );
  const exported = await download.text();
  expect(exported).toContain('"Account"');
  expect(exported).not.toContain('Miro');
  const all = JSON.stringify([
    ...[lines, exported, stored, fake.asked.map(({ path }) => path)],
    await integrationsOf(owner),
    await app.db.reads.job.findMany(),
    await app.db.reads.change.findMany(),
  ]);
  expect(fake.identity.state.secrets.length).toBeGreaterThan(4);
  for (const secret of fake.identity.state.secrets) expect(all).not.toContain(secret);
  expect(all).not.toContain('canary');
});

test('two servers never push at once, whatever comes due at both', async () => {
  const scene = await miroScene();
  const { app, owner, fake } = scene;
  const other = await secondApp(app, fake.variables, { clock: app.clock });
  for (let index = 0; index < 30; index++)
    await owner.mutate('createGoal', { title: `Goal ${index}`, kind: 'PROJECT' });
  await owner.mutate('createMiroFrame', { boardId: scene.boardId, content: 'GOALS' });
  for (let round = 0; round < 5; round++) {
    await Promise.all([app.worker.work(), other.worker.work()]);
    app.clock.advance(15 * 60_000);
  }
  expect(new Set(inFrames(scene)).size).toBe(30);
  expect(inFrames(scene)).toHaveLength(30);
  expect(fake.boards.items('Plans').filter(({ type }) => type === 'frame')).toHaveLength(1);
});
