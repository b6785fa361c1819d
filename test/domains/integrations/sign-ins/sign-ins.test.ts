import { expect, test } from 'vitest';
import { createTestApp, secondApp } from '../../../support/app.ts';
import {
  connectOutlook,
  integrationsOf,
  outlookScene,
  signInOf,
  startByCode,
  visit,
} from '../../../support/integrations.ts';

const gone = /not started in this session/;

test('signing in by code with PKCE makes an integration, and the address works once', async () => {
  const scene = await outlookScene();
  const { fake, owner } = scene;
  const { authorizationUrl, integrationSignIn } = await startByCode(owner);
  expect(integrationSignIn).toMatchObject({ state: 'WAITING', userCode: null, verificationUrl: null });
  const asked = new URL(authorizationUrl).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('scope')).toBe('offline_access User.Read Calendars.Read');
  const back = await fake.browse(authorizationUrl);
  const response = await visit(scene, back, owner.cookie);
  expect([response.status, await response.text()]).toEqual([200, 'Connected. You can close this page.\n']);
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const { state, integration } = await signInOf(owner, integrationSignIn.id);
  expect([state, integration]).toEqual([
    'COMPLETED',
    expect.objectContaining({ provider: 'OUTLOOK', state: 'CONNECTED', connectedTo: 'ada@contoso.example' }),
  ]);
  const again = await visit(scene, back, owner.cookie);
  expect([again.status, await again.text()]).toEqual([410, expect.stringMatching(gone)]);
  expect(await integrationsOf(owner)).toHaveLength(1);
});

test('what may be done beyond reading is asked for by permission, and is what was granted', async () => {
  const scene = await outlookScene();
  const { fake, owner } = scene;
  const permitted = async (withheld: string[]) => {
    fake.identity.state.withheld = withheld;
    const input = { provider: 'OUTLOOK', method: 'CODE', permissions: ['WRITE_CALENDAR', 'WRITE_CALENDAR'] };
    const started = await owner.mutate('startIntegrationSignIn', input, 'authorizationUrl integrationSignIn { id }');
    expect(new URL(started.authorizationUrl).searchParams.get('scope')).toMatch(
      / Calendars\.Read Calendars\.ReadWrite$/,
    );
    await visit(scene, await fake.browse(started.authorizationUrl), owner.cookie);
    const text = '{ integrations { permissions } integrationSignIns { permissions } }';
    const { integrations, integrationSignIns } = await owner.query(text);
    expect(integrationSignIns[0].permissions).toEqual(['WRITE_CALENDAR']);
    return integrations.at(-1).permissions;
  };
  expect(await permitted(['Calendars.ReadWrite'])).toEqual([]);
  expect(await permitted([])).toEqual(['WRITE_CALENDAR']);
  await connectOutlook(scene);
  expect((await owner.query('{ integrations { permissions } }')).integrations).toEqual([{ permissions: [] }]);
});

test('a browser that comes back without the cookie is led to the address again, once', async () => {
  const scene = await outlookScene();
  const { fake, owner } = scene;
  const { authorizationUrl } = await startByCode(owner);
  const back = await fake.browse(authorizationUrl);
  const page = await visit(scene, `${back}&x=%22%3E%3Cscript%3E`, null);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).not.toContain('<script');
  const [, address = ''] = /content="0;url=([^"]*)"/.exec(html) ?? [];
  const second = new URL(address.replaceAll('&amp;', '&'), back).href;
  expect((await visit(scene, second, null)).status).toBe(401);
  expect((await visit(scene, second, owner.cookie)).status).toBe(200);
});

test('what another session has started cannot be completed, and is not used up', async () => {
  const scene = await outlookScene();
  const { app, fake, owner } = scene;
  const mallory = await app.person('Mallory');
  // An address that Mallory sends to the owner, to read the owner's calendar.
  const { authorizationUrl } = await startByCode(mallory);
  const back = await fake.browse(authorizationUrl);
  const response = await visit(scene, back, owner.cookie);
  expect([response.status, await response.text()]).toEqual([410, expect.stringMatching(gone)]);
  expect([await integrationsOf(owner), await integrationsOf(mallory)]).toEqual([[], []]);
  const unknown = new URL(back);
  unknown.searchParams.set('state', 'guessed');
  expect((await visit(scene, unknown.href, owner.cookie)).status).toBe(410);
  const own = await app.fetch(new Request(back, { headers: { authorization: `Bearer ${mallory.accessToken}` } }));
  expect(own.status).toBe(200);
});

test('of several browsers that come back with one address, one makes the integration', async () => {
  const scene = await outlookScene();
  const { authorizationUrl } = await startByCode(scene.owner);
  const back = await scene.fake.browse(authorizationUrl);
  const responses = await Promise.all([1, 2, 3, 4].map(() => visit(scene, back, scene.owner.cookie)));
  expect(responses.map(({ status }) => String(status)).sort()).toEqual(['200', '410', '410', '410']);
});

test('a sign-in that was declined, is too late, or fails says so', async () => {
  const scene = await outlookScene();
  const { app, fake, owner } = scene;
  fake.identity.state.consent = 'decline';
  const declined = await startByCode(owner);
  const response = await visit(scene, await fake.browse(declined.authorizationUrl), owner.cookie);
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('You declined')]);
  expect(await signInOf(owner, declined.integrationSignIn.id)).toMatchObject({ state: 'DECLINED', integration: null });
  fake.identity.state.consent = 'accept';
  const late = await startByCode(owner);
  const back = await fake.browse(late.authorizationUrl);
  app.clock.advance(15 * 60_000);
  expect((await visit(scene, back, owner.cookie)).status).toBe(410);
  expect(await signInOf(owner, late.integrationSignIn.id)).toMatchObject({ state: 'EXPIRED' });
  for (const [path, status, problem] of [
    [/token$/, { status: 503, html: '<html>' }, 'The sign-in server cannot be reached'],
    [/token$/, { status: 200, html: '<html>' }, 'The sign-in server cannot be reached'],
    [
      /token$/,
      { status: 400, json: { error: 'invalid_grant', error_description: 'AADSTS1: No.\r\nTrace ID: x' } },
      'AADSTS1: No.',
    ],
    [/me\?/, { status: 500, json: { error: { code: 'generalException' } } }, 'Microsoft Graph responded with 500.'],
    [/me\?/, { status: 200, html: '<html>' }, 'Microsoft Graph responded with 200.'],
  ] as const) {
    app.clock.advance(60_000);
    const failing = await startByCode(owner);
    const address = await fake.browse(failing.authorizationUrl);
    fake.faults.push({ path, times: 1, respond: status });
    expect((await visit(scene, address, owner.cookie)).status).toBe(400);
    const signIn = await signInOf(owner, failing.integrationSignIn.id);
    expect([signIn.state, signIn.problem]).toEqual(['FAILED', expect.stringContaining(problem)]);
    expect(signIn.problem).not.toContain('Trace ID');
  }
  expect(await integrationsOf(owner)).toEqual([]);
});

const startByDevice = { provider: 'OUTLOOK', method: 'DEVICE' };
const deviceFields =
  'authorizationUrl integrationSignIn { id state problem userCode verificationUrl nextPollAt expiresAt }';

test('signing in by device code takes no browser of one’s own: the server asks until the code was entered', async () => {
  const { app, fake, owner } = await outlookScene();
  fake.identity.state.consent = 'wait';
  const started = await owner.mutate('startIntegrationSignIn', startByDevice, deviceFields);
  expect(started).toMatchObject({
    authorizationUrl: null,
    integrationSignIn: {
      state: 'WAITING',
      userCode: 'FAKE12345',
      verificationUrl: 'https://microsoft.com/devicelogin',
    },
  });
  const { id } = started.integrationSignIn;
  const polls = () => fake.asked.filter(({ path }) => path.endsWith('/token')).length;
  await app.worker.work();
  expect(polls()).toBe(0);
  for (let count = 1; count <= 3; count++) {
    app.clock.set((await signInOf(owner, id)).nextPollAt);
    await app.worker.work();
    await app.worker.work();
    expect(polls()).toBe(count);
  }
  fake.identity.state.consent = 'accept';
  app.clock.advance(5_000);
  await app.worker.work();
  expect(await signInOf(owner, id)).toMatchObject({
    state: 'COMPLETED',
    userCode: null,
    integration: { connectedTo: 'ada@contoso.example' },
  });
  app.clock.advance(60_000);
  await app.worker.work();
  expect(polls()).toBe(4);
});

test('a device code that is declined or expires ends the sign-in, and one that is asked for too often is asked for less', async () => {
  const { app, fake, owner } = await outlookScene();
  const { identity } = fake;
  identity.state.consent = 'wait';
  const start = async () =>
    (await owner.mutate('startIntegrationSignIn', startByDevice, deviceFields)).integrationSignIn.id;
  const [declined, expired] = [await start(), await start()];
  const slowDown = { status: 400, json: { error: 'slow_down', error_description: 'AADSTS90000: Slow down.' } };
  fake.faults.push({ path: /token$/, times: 2, respond: slowDown });
  app.clock.advance(5_000);
  await app.worker.work();
  const { nextPollAt } = await signInOf(owner, declined);
  expect(Date.parse(nextPollAt) - app.clock.now().getTime()).toBe(10_000);
  fake.faults.push({ path: /token$/, times: 2, respond: { status: 503, html: 'busy' } });
  app.clock.advance(10_000);
  await app.worker.work();
  expect((await signInOf(owner, declined)).state).toBe('WAITING');
  identity.state.consent = 'decline';
  app.clock.advance(10_000);
  fake.faults.push({ path: /token$/, times: 1, respond: { status: 400, json: { error: 'authorization_pending' } } });
  await app.worker.work();
  const states = async () => new Set([(await signInOf(owner, declined)).state, (await signInOf(owner, expired)).state]);
  expect(await states()).toEqual(new Set(['DECLINED', 'WAITING']));
  app.clock.advance(15 * 60_000);
  await app.worker.work();
  expect(await states()).toEqual(new Set(['DECLINED', 'EXPIRED']));
  fake.faults.push({ path: /devicecode$/, times: 1, respond: { status: 503, html: 'busy' } });
  const failed = await owner.mutate('startIntegrationSignIn', startByDevice, deviceFields);
  expect(failed.integrationSignIn).toMatchObject({ state: 'FAILED', userCode: null });
});

test('a wrong tenant is told at a sign-in, and signs nobody out who is connected', async () => {
  const scene = await outlookScene({ OUTLOOK_TENANT: 'contoso.example' });
  const { app, fake, owner } = scene;
  const { id } = await connectOutlook(scene);
  const wrong = await secondApp(app, { ...fake.variables, OUTLOOK_TENANT: 'elsewhere.example' }, { clock: app.clock });
  const elsewhere = wrong.as({ cookie: owner.cookie, 'x-waymark-csrf': '1' });
  const { authorizationUrl } = await startByCode(elsewhere);
  expect(await fake.browse(authorizationUrl)).toContain("AADSTS90002: Tenant 'elsewhere.example' not found.");
  const { integrationSignIn } = await elsewhere.mutate('startIntegrationSignIn', startByDevice, deviceFields);
  expect(integrationSignIn).toMatchObject({ state: 'FAILED', problem: expect.stringContaining('AADSTS90002') });
  app.clock.advance(2 * 60 * 60_000);
  await wrong.worker.work();
  expect(await integrationsOf(owner)).toMatchObject([{ id, state: 'BACKING_OFF' }]);
  app.clock.advance(60 * 60_000);
  await app.worker.work();
  expect(await integrationsOf(owner)).toMatchObject([{ id, state: 'CONNECTED', problem: null }]);
});

test('a script with an access token signs in by device, as there is no session to come back to', async () => {
  const { app, owner } = await outlookScene();
  const { token } = await owner.mutate('createAccessToken', { name: 'x', scopes: ['READ', 'INTEGRATIONS'] }, 'token');
  const script = app.as({ authorization: `Bearer ${token}` });
  const refused = await startByCode(script);
  expect(refused.issues).toEqual([{ path: ['input', 'method'], message: expect.stringContaining('use DEVICE') }]);
  const started = await script.mutate('startIntegrationSignIn', startByDevice, deviceFields);
  expect(started.integrationSignIn.state).toBe('WAITING');
});

test('signing in to the same account again renews the integration', async () => {
  const scene = await outlookScene();
  const { app, fake, owner } = scene;
  const first = await connectOutlook(scene);
  await owner.mutate('updateIntegration', { id: first.id, name: 'Work' });
  await owner.mutate('pauseIntegration', { id: first.id });
  app.clock.advance(60_000);
  expect(await connectOutlook(scene)).toMatchObject({ id: first.id, name: 'Work', state: 'CONNECTED' });
  fake.identity.state.user = 'grace';
  await connectOutlook(scene);
  expect((await integrationsOf(owner)).map((one: { connectedTo: string }) => one.connectedTo)).toEqual([
    'ada@contoso.example',
    'grace@contoso.example',
  ]);
});

test('a server that is not set up has no Outlook: null in the configuration, no route, and a refusal that says what to do', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await ada.query('{ configuration { outlook { redirectUri scopes } } }')).toEqual({
    configuration: { outlook: null },
  });
  expect(await startByCode(ada)).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('OUTLOOK_CLIENT_ID'),
  });
  expect((await app.fetch(new Request('http://waymark.test/connect/outlook/callback?code=x'))).status).toBe(404);
  const scene = await outlookScene();
  const asked = '{ configuration { outlook { redirectUri permissionScopes { permission scopes } } } }';
  expect((await scene.owner.query(asked)).configuration.outlook).toEqual({
    redirectUri: 'http://waymark.test/connect/outlook/callback',
    permissionScopes: [
      { permission: 'WRITE_CALENDAR', scopes: ['Calendars.ReadWrite'] },
      { permission: 'WRITE_TASKS', scopes: ['Tasks.ReadWrite'] },
    ],
  });
});

test('a device code that cannot be shown, or waited for, ends the sign-in or is bounded', async () => {
  const { app, fake, owner } = await outlookScene();
  const code = {
    user_code: 'ABC',
    device_code: 'd',
    verification_uri: 'https://x.example/y',
    expires_in: 900,
    interval: 5,
  };
  const start = async (more: object) => {
    fake.faults.push({ path: /devicecode/, times: 1, respond: { status: 200, json: { ...code, ...more } } });
    return (await owner.mutate('startIntegrationSignIn', startByDevice, deviceFields)).integrationSignIn;
  };
  const day = (time: string) => (Date.parse(time) - app.clock.now().getTime()) / 86_400_000;
  for (const more of [{ interval: 0.001 }, { interval: 1e15 }, { expires_in: 1e15 }]) {
    const { state, nextPollAt, expiresAt } = await start(more);
    expect([state, day(nextPollAt) <= 1, day(expiresAt) <= 1]).toEqual(['WAITING', true, true]);
  }
  for (const more of [
    { verification_uri: 'javascript:alert(1)' },
    { user_code: 'a\u001b[31m' },
    { user_code: 'x'.repeat(10_000) },
  ])
    expect(await start(more)).toMatchObject({ state: 'FAILED', userCode: null, verificationUrl: null });
});
