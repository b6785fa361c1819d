import { expect, test } from 'vitest';
import { passkeys } from '../../../../src/domains/accounts/passkeys/passkeys.ts';
import { createTestApp, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import {
  cborBytes,
  cborMap,
  cborText,
  createAuthenticator,
  type Deviation,
  onlyPresent,
} from '../../../support/authenticator.ts';

type Authenticator = ReturnType<typeof createAuthenticator>;

const tokens = 'accessToken refreshToken account { id }';
const invalid = { __typename: 'InvalidPasskeyError', code: 'INVALID_PASSKEY' };
const minute = 60_000;

const begin = async (person: SignedInPerson) =>
  (await person.mutate('beginPasskeyRegistration', { password: person.password }, 'options')).options;

async function register(person: SignedInPerson, authenticator: Authenticator, deviation: Deviation = {}) {
  const response = authenticator.create(await begin(person), deviation);
  return person.mutate('registerPasskey', { name: 'Phone', response }, 'id name isBackedUp lastUsedAt');
}

let networks = 0;
/** Somebody without credentials, from a network of their own: limits are for each. */
const someone = (app: TestApp) => {
  networks += 1;
  return app.as({ 'x-forwarded-for': `10.9.${networks >> 8}.${networks & 255}` });
};

async function signIn(app: TestApp, authenticator: Authenticator, deviation: Deviation = {}) {
  const browser = someone(app);
  const { options } = await browser.mutate('beginPasskeySignIn', {}, 'options');
  const response = authenticator.get(options, deviation);
  const send = () => browser.mutate('signInWithPasskey', { response }, tokens);
  return { result: await send(), again: send };
}

async function eventsOf(app: TestApp, { query }: Pick<SignedInPerson, 'query'>): Promise<string[]> {
  await app.deferredWrites.flush();
  const { securityEvents } = await query('{ securityEvents(first: 100) { nodes { kind } } }');
  return securityEvents.nodes.map(({ kind }: { kind: string }) => kind);
}

test('a passkey is added with the password, and signs in without naming an account', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const authenticator = createAuthenticator();
  const options = await begin(ada);
  expect(options).toMatchObject({
    rp: { id: 'localhost', name: 'Waymark' },
    user: { name: ada.email, displayName: 'Ada' },
    attestation: 'none',
    timeout: 5 * minute,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const response = authenticator.create(options);
  const passkey = await ada.mutate('registerPasskey', { name: ' Phone ', response }, 'id name isBackedUp lastUsedAt');
  expect(passkey).toMatchObject({ __typename: 'Passkey', name: 'Phone', isBackedUp: false, lastUsedAt: null });
  expect((await begin(ada)).excludeCredentials).toMatchObject([{ id: authenticator.credentialId }]);

  const { result } = await signIn(app, authenticator);
  expect(result).toMatchObject({ __typename: 'SignInWithPasskeyPayload', account: { id: ada.id } });
  const again = app.as({ authorization: `Bearer ${result.accessToken}` });
  const { viewer, passkeys } = await again.query('{ viewer { id } passkeys { id lastUsedAt } }');
  expect([viewer.id, passkeys]).toEqual([ada.id, [{ id: passkey.id, lastUsedAt: '2026-11-23T09:00:00.000Z' }]]);
  expect(await eventsOf(app, again)).toEqual(expect.arrayContaining(['PASSKEY_ADDED', 'SIGNED_IN']));
  const refreshed = await app.nobody.mutate('refreshSession', { refreshToken: result.refreshToken }, tokens);
  expect(refreshed.__typename).toBe('RefreshSessionPayload');
});

test('adding one takes a session and the password', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const password of ['a wrong password', null, undefined]) {
    const refused = await ada.mutate('beginPasskeyRegistration', { password }, 'options');
    expect(refused).toMatchObject({ code: 'INVALID_CREDENTIALS' });
  }
  const { token } = await ada.mutate('createAccessToken', { name: 'x', scopes: ['READ', 'WRITE'] }, 'token');
  const script = app.as({ authorization: `Bearer ${token}` });
  const text = 'mutation { beginPasskeyRegistration(input: {}) { __typename } }';
  expect((await script.ask(text)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await app.nobody.ask(text)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a cookie signs in a browser', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const authenticator = createAuthenticator();
  await register(ada, authenticator);
  const browser = app.as({ 'x-waymark-csrf': '1' });
  const { options } = await browser.mutate('beginPasskeySignIn', {}, 'options');
  const { data, headers } = await browser.ask(
    'mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { ... on SignInWithPasskeyPayload { accessToken } } }',
    { input: { response: authenticator.get(options), cookie: true } },
  );
  expect(data.signInWithPasskey).toEqual({ accessToken: null });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await app.as({ cookie, 'x-waymark-csrf': '1' }).query('{ viewer { id } }')).viewer.id).toBe(ada.id);
});

test('what is not signed as it was asked for does not sign in', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [hers, his] = [createAuthenticator(), createAuthenticator()];
  await register(ada, hers);
  await register(bob, his);
  const flipped = (data: Buffer) => Buffer.from(data.map((byte, index) => (index === 36 ? byte ^ 1 : byte)));
  const sealed = (purpose: string) =>
    Buffer.from(app.systemContext().app.vault.seal(String(Date.now() * 2), purpose)).toString('base64url');
  const bobsHandle = Buffer.from(bob.id.slice('Account:'.length)).toString('base64url');
  const cases: Record<string, Deviation> = {
    'another origin': { origin: 'http://evil.localhost:4000' },
    'another port': { origin: 'http://localhost:5173' },
    'another scheme': { origin: 'https://localhost:4000' },
    'another domain': { rpId: 'example.org' },
    'a challenge of nobody': { challenge: Buffer.from('made up').toString('base64url') },
    'no challenge': { challenge: '' },
    'a challenge for something else': { challenge: sealed('passkey registration') },
    'a user who was not verified': { flags: onlyPresent },
    'a user who was not there': { flags: 0 },
    'the response to a registration': { type: 'webauthn.create' },
    'a changed counter': { tamper: flipped },
    'the credential of somebody else': { credentialId: his.credentialId },
    'the user of somebody else': { userHandle: bobsHandle },
    'no user': { userHandle: null },
    'an unknown credential': { credentialId: 'AAAA' },
  };
  for (const [name, deviation] of Object.entries(cases)) {
    expect([name, (await signIn(app, hers, deviation)).result]).toMatchObject([name, invalid]);
  }
  expect(await app.db.reads.usedChallenge.count()).toBe(2);
  expect((await signIn(app, hers)).result.account.id).toBe(ada.id);
  expect((await eventsOf(app, ada)).filter((kind) => kind === 'SIGN_IN_FAILED').length).toBeGreaterThan(0);
});

test('what is not created as it was asked for is not added', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const authenticator = createAuthenticator();
  const certificates = cborMap(cborText('x5c'), Buffer.concat([Buffer.from([0x81]), cborBytes(Buffer.from('x'))]));
  const cases: Record<string, Deviation> = {
    'another origin': { origin: 'https://evil.example' },
    'another domain': { rpId: 'example.org' },
    'a challenge of nobody': { challenge: 'AAAA' },
    'the challenge of somebody else': { challenge: (await begin(bob)).challenge },
    'a challenge to sign in': {
      challenge: (await app.nobody.mutate('beginPasskeySignIn', {}, 'options')).options.challenge,
    },
    'a user who was not verified': { flags: onlyPresent },
    'the response to a sign-in': { type: 'webauthn.get' },
    'certificates, which would have to be fetched': { attestation: { format: 'packed', statement: certificates } },
    'another format': { attestation: { format: 'fido-u2f', statement: cborMap() } },
    'a broken key': { tamper: (data) => data.subarray(0, 80) },
  };
  for (const [name, deviation] of Object.entries(cases)) {
    // A person may be asked for the password ten times a minute.
    app.clock.advance(10_000);
    const result = await register(app.again(ada), authenticator, deviation);
    expect([name, result]).toMatchObject([name, invalid]);
  }
  expect(await app.db.reads.passkey.count()).toBe(0);
});

test('a challenge is answered once, within five minutes, and one to register in its own session', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const authenticator = createAuthenticator({ counts: false });
  const options = await begin(ada);
  const response = authenticator.create(options);
  const { email, password } = ada;
  const { accessToken } = await someone(app).mutate('signIn', { email, password }, tokens);
  const elsewhere = app.as({ authorization: `Bearer ${accessToken}` });
  expect(await elsewhere.mutate('registerPasskey', { name: 'x', response })).toMatchObject(invalid);
  expect((await ada.mutate('registerPasskey', { name: 'x', response })).__typename).toBe('Passkey');
  expect(await ada.mutate('registerPasskey', { name: 'x', response })).toMatchObject(invalid);
  const other = createAuthenticator().create(options);
  expect(await ada.mutate('registerPasskey', { name: 'x', response: other })).toMatchObject(invalid);

  const first = await signIn(app, authenticator);
  expect(first.result.__typename).toBe('SignInWithPasskeyPayload');
  expect(await first.again()).toMatchObject(invalid);
  const browser = someone(app);
  const beginning = async () => (await browser.mutate('beginPasskeySignIn', {}, 'options')).options;
  const send = (signed: object) => browser.mutate('signInWithPasskey', { response: signed }, tokens);
  const [early, late] = [authenticator.get(await beginning()), authenticator.get(await beginning())];
  app.clock.advance(5 * minute - 1);
  expect((await send(early)).__typename).toBe('SignInWithPasskeyPayload');
  app.clock.advance(1);
  expect(await send(late)).toMatchObject(invalid);

  // Sent many times at once, it opens one session.
  const raced = authenticator.get(await beginning());
  const sessions = await app.db.reads.session.count();
  const results = await Promise.all(Array.from({ length: 4 }, () => send(raced)));
  expect(results.filter(({ __typename }) => __typename === 'SignInWithPasskeyPayload')).toHaveLength(1);
  expect(await app.db.reads.session.count()).toBe(sessions + 1);
});

test('a counter that goes back is refused, and is a security event; one that stays at zero is fine', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const authenticator = createAuthenticator();
  await register(ada, authenticator, { counter: 5 });
  expect((await signIn(app, authenticator, { counter: 6 })).result.account.id).toBe(ada.id);
  for (const counter of [6, 5, 0]) {
    expect((await signIn(app, authenticator, { counter })).result).toMatchObject(invalid);
  }
  expect((await signIn(app, authenticator, { counter: 7 })).result.account.id).toBe(ada.id);
  expect(await eventsOf(app, ada)).toContain('PASSKEY_COUNTER_WENT_BACK');
  const synced = createAuthenticator({ counts: false });
  await register(ada, synced);
  for (let time = 0; time < 2; time += 1) expect((await signIn(app, synced)).result.account.id).toBe(ada.id);
});

test('wrong responses delay the next ones from the same network, and begin to sign in counts as an attempt', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const authenticator = createAuthenticator();
  await register(ada, authenticator);
  const browser = someone(app);
  const attempt = async (deviation: Deviation = {}) => {
    const { options } = await browser.mutate('beginPasskeySignIn', {}, 'options');
    return browser.ask('mutation ($r: JSON!) { signInWithPasskey(input: { response: $r }) { __typename } }', {
      r: authenticator.get(options, deviation),
    });
  };
  for (let time = 0; time < 5; time += 1)
    expect((await attempt({ rpId: 'x' })).data.signInWithPasskey).toMatchObject({ __typename: 'InvalidPasskeyError' });
  expect((await attempt()).errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  // Another network does not wait.
  expect((await signIn(app, authenticator)).result.account.id).toBe(ada.id);
  const asks = await Promise.all(
    Array.from({ length: 40 }, () => browser.ask('mutation { beginPasskeySignIn { __typename } }')),
  );
  expect(asks.filter(({ errors }) => errors?.[0]?.extensions.code === 'RATE_LIMITED').length).toBeGreaterThan(5);
});

test('passkeys are renamed and deleted by their owner alone, and are gone with the account', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const authenticator = createAuthenticator();
  const { id } = await register(ada, authenticator);
  for (const [name, input] of [
    ['renamePasskey', { id, name: 'His' }],
    ['deletePasskey', { id }],
  ] as const) {
    expect((await bob.mutate(name, input)).code).toBe('NOT_FOUND');
  }
  // Nobody takes over a credential by registering it once more.
  expect(await register(bob, authenticator)).toMatchObject(invalid);
  expect(await ada.mutate('renamePasskey', { id, name: 'Tablet' }, 'name')).toMatchObject({ name: 'Tablet' });
  expect(await ada.mutate('renamePasskey', { id, name: '' })).toMatchObject({ code: 'INVALID_INPUT' });
  expect((await ada.mutate('deletePasskey', { id })).__typename).toBe('Passkey');
  expect((await signIn(app, authenticator)).result).toMatchObject(invalid);
  expect(await eventsOf(app, ada)).toContain('PASSKEY_DELETED');
  await register(ada, createAuthenticator());
  await ada.mutate('deleteAccount', { email: ada.email, password: ada.password }, 'deletedAccountId');
  expect(await app.db.reads.passkey.count()).toBe(0);
});

test('an account has at most twenty passkeys, and an export has none', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const accountId = ada.id.slice('Account:'.length);
  const row = { accountId, publicKey: '', counter: 0, transports: [], isBackedUp: false, createdAt: new Date() };
  const response = createAuthenticator().create(await begin(ada));
  await app.db.write(async (client) => {
    for (let index = 0; index < 20; index += 1) {
      await client.passkey.create({ data: { ...row, id: `p${index}`, name: 'x', credentialId: `c${index}` } });
    }
  });
  expect(await ada.mutate('registerPasskey', { name: 'x', response })).toMatchObject({ code: 'CONFLICT' });
  const refused = await ada.mutate('beginPasskeyRegistration', { password: ada.password }, 'options');
  expect(refused).toMatchObject({ code: 'CONFLICT' });
  expect((await ada.query('{ passkeys { id } }')).passkeys).toHaveLength(20);
  const headers = { authorization: `Bearer ${ada.accessToken}` };
  const file = await (await app.fetch(new Request('http://waymark.test/export', { headers }))).text();
  expect(file).not.toMatch(/passkey|credential/i);
});

test('responses that are none are invalid input', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const good = createAuthenticator().create(await begin(ada));
  const noise: unknown[] = [
    null,
    5,
    'text',
    [],
    {},
    { ...good, type: 'password' },
    { ...good, id: '<script>' },
    { ...good, response: { ...good.response, attestationObject: 'A'.repeat(40_000) } },
  ];
  for (const response of noise) {
    for (const [person, name] of [
      [ada, 'registerPasskey'],
      [someone(app), 'signInWithPasskey'],
    ] as const) {
      const input = { response, ...(name === 'registerPasskey' && { name: 'x' }) };
      const { data, errors } = await person.ask(
        `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on Error { code } } }`,
        { input },
      );
      const code = data?.[name]?.code ?? errors?.[0]?.extensions.code;
      expect([name, response, code]).toEqual([
        name,
        response,
        expect.stringMatching(/^(INVALID_INPUT|BAD_USER_INPUT)$/),
      ]);
    }
  }
  // The authenticator data are garbage, but base64url.
  const garbage = { ...good, response: { ...good.response, attestationObject: 'AAAA', clientDataJSON: 'AAAA' } };
  expect(await ada.mutate('registerPasskey', { name: 'x', response: garbage })).toMatchObject(invalid);
});

test('passkeys need a domain name; pages of origins on it may use them', async () => {
  const app = await createTestApp({ PUBLIC_URL: 'http://192.0.2.7:4000' });
  const ada = await app.person();
  const begun = await ada.mutate('beginPasskeyRegistration', { password: ada.password }, 'options');
  expect(begun).toMatchObject({ code: 'PASSKEYS_UNAVAILABLE' });
  expect(await app.nobody.mutate('beginPasskeySignIn', {}, 'options')).toMatchObject({ code: 'PASSKEYS_UNAVAILABLE' });

  const origins = 'https://app.example.org,https://example.com,https://notexample.org';
  const named = await createTestApp({ PUBLIC_URL: 'https://example.org', CORS_ORIGINS: origins });
  const eve = await named.person();
  const authenticator = createAuthenticator({ origin: 'https://app.example.org' });
  expect((await begin(eve)).rp.id).toBe('example.org');
  expect((await register(eve, authenticator)).__typename).toBe('Passkey');
  expect((await signIn(named, authenticator)).result.account.id).toBe(eve.id);
  for (const origin of ['https://example.com', 'https://notexample.org', 'https://other.example.org']) {
    expect((await signIn(named, authenticator, { origin })).result).toMatchObject(invalid);
  }
  expect((await signIn(named, authenticator, { origin: 'https://example.org' })).result.account.id).toBe(eve.id);
});

test('challenges that were answered are forgotten once they have expired', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [job] = passkeys.recurring ?? [];
  await register(ada, createAuthenticator());
  expect(await app.db.reads.usedChallenge.count()).toBe(1);
  app.clock.advance(5 * minute);
  await job?.run(app.systemContext());
  expect(await app.db.reads.usedChallenge.count()).toBe(1);
  app.clock.advance(1);
  await job?.run(app.systemContext());
  expect(await app.db.reads.usedChallenge.count()).toBe(0);
});
