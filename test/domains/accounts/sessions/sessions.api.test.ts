import { expect, test } from 'vitest';
import { createPasswords, type Passwords } from '../../../../src/platform/security/passwords.ts';
import { createTestApp, type TestApp } from '../../../support/app.ts';

const tokens = 'accessToken accessTokenExpiresAt refreshToken account { id }';
const sessionList = '{ sessions { id userAgent createdAt lastUsedAt expiresAt revokedAt isCurrent } }';
const signInText = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { __typename ... on Error { code message } }
}`;
const hour = 60 * 60 * 1000;

const bearer = (app: TestApp, accessToken: string, more: Record<string, string> = {}) =>
  app.as({ authorization: `Bearer ${accessToken}`, ...more });

test('signing in accepts the email address in any case and returns valid tokens', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { email: ` ${ada.email.toUpperCase()} `, password: ada.password };
  const opened = await app.nobody.mutate('signIn', input, tokens);
  expect(opened).toMatchObject({
    __typename: 'SignInPayload',
    accessTokenExpiresAt: '2026-11-23T09:15:00.000Z',
    account: { id: ada.id },
  });
  expect(await bearer(app, opened.accessToken).query('{ viewer { id } }')).toEqual({ viewer: { id: ada.id } });
});

test('an unknown email address and a wrong password get the same response, after one password check', async () => {
  const checks: (string | null)[] = [];
  const real = createPasswords();
  const passwords: Passwords = {
    hash: (password) => real.hash(password),
    matches: (passwordHash, password) => {
      checks.push(passwordHash);
      return real.matches(passwordHash, password);
    },
  };
  const app = await createTestApp({}, { passwords });
  const ada = await app.person();
  const attempt = async (email: string, password: string) => {
    checks.length = 0;
    const { status, headers, ...body } = await app.nobody.ask(signInText, { email, password });
    const names = [...headers.keys()].filter((name) => name !== 'x-request-id');
    return { status, body, names, checks: checks.length };
  };
  const wrong = await attempt(ada.email, 'wrong horse battery');
  expect(wrong).toMatchObject({ status: 200, checks: 1, body: { data: { signIn: { code: 'INVALID_CREDENTIALS' } } } });
  expect(await attempt('nobody@example.org', 'wrong horse battery')).toEqual(wrong);
  // A password of another account does not matter.
  expect(await attempt('nobody@example.org', ada.password)).toEqual(wrong);
  expect(await attempt('not even an address', '')).toEqual(wrong);
  expect(await app.db.reads.session.count()).toBe(1);
});

test('sign-ins from one client address are rate limited across accounts', async () => {
  const app = await createTestApp({}, { passwords: { hash: async () => 'hash', matches: async () => false } });
  const guess = (number: number, from: string) =>
    app.nobody.ask(
      signInText,
      { email: `person${number}@example.org`, password: 'guess' },
      { 'x-forwarded-for': from },
    );
  for (let number = 0; number < 30; number += 1) expect((await guess(number, '10.9.0.1')).status).toBe(200);
  expect((await guess(31, '10.9.0.1')).status).toBe(429);
  // A client can forge earlier entries of the header. The last one is from the proxy.
  expect((await guess(32, '10.77.0.1, 10.9.0.1')).status).toBe(429);
  expect((await guess(33, '10.9.0.2')).status).toBe(200);
});

test('without TRUST_PROXY, X-Forwarded-For does not change the client address', async () => {
  const app = await createTestApp(
    { TRUST_PROXY: 'off' },
    { passwords: { hash: async () => 'hash', matches: async () => false } },
  );
  const statuses: number[] = [];
  for (let number = 0; number < 31; number += 1) {
    const variables = { email: `person${number}@example.org`, password: 'guess' };
    statuses.push((await app.nobody.ask(signInText, variables, { 'x-forwarded-for': `10.9.0.${number}` })).status);
  }
  expect(statuses.at(-1)).toBe(429);
});

test('the list of sessions has their user agents and marks the current one', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await app.person('Bob');
  app.clock.advance(60_000);
  const agent = `browser ${'x'.repeat(400)}`;
  const { accessToken } = await app
    .as({ 'user-agent': agent })
    .mutate('signIn', { email: ada.email, password: ada.password }, tokens);
  const { sessions } = await bearer(app, accessToken).query(sessionList);
  expect(sessions).toHaveLength(2);
  expect(sessions[0]).toMatchObject({
    userAgent: agent.slice(0, 300),
    createdAt: '2026-11-23T09:01:00.000Z',
    expiresAt: '2026-12-23T09:01:00.000Z',
    revokedAt: null,
    isCurrent: true,
  });
  expect(sessions[1]).toMatchObject({ createdAt: '2026-11-23T09:00:00.000Z', isCurrent: false });
});

test('a session records its last use to within a minute', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const lastUsed = async () => {
    await ada.query('{ viewer { id } }');
    await app.deferredWrites.flush();
    return (await ada.query(sessionList)).sessions[0].lastUsedAt;
  };
  app.clock.advance(59_000);
  expect(await lastUsed()).toBe('2026-11-23T09:00:00.000Z');
  app.clock.advance(1_000);
  expect(await lastUsed()).toBe('2026-11-23T09:01:00.000Z');
  // Use with an access token does not extend a session. A refresh does.
  expect((await ada.query(sessionList)).sessions[0].expiresAt).toBe('2026-12-23T09:00:00.000Z');
});

test('the credentials of a revoked session are refused, and it leaves the list', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const other = await app.nobody.mutate('signIn', { email: ada.email, password: ada.password }, tokens);
  const { sessions } = await bearer(app, other.accessToken).query(sessionList);
  const { id } = sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
  expect(await ada.mutate('revokeSession', { id }, 'id revokedAt')).toMatchObject({
    __typename: 'Session',
    id,
    revokedAt: '2026-11-23T09:00:00.000Z',
  });
  expect(await bearer(app, other.accessToken).ask('{ viewer { id } }')).toMatchObject({
    status: 401,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  const refreshed = await app.nobody.mutate('refreshSession', { refreshToken: other.refreshToken }, tokens);
  expect(refreshed.__typename).toBe('InvalidRefreshTokenError');
  expect((await ada.query(sessionList)).sessions).toHaveLength(1);
  expect((await ada.mutate('revokeSession', { id }, 'id')).__typename).toBe('NotFoundError');
});

test("another account's session is the same as one that does not exist", async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [session] = (await ada.query(sessionList)).sessions;
  const never = 'Session:01900000-0000-7000-8000-000000000000';
  const revoke = `mutation ($id: ID!) {
    revokeSession(input: { id: $id }) { __typename ... on NotFoundError { code message path } }
  }`;
  const answers = await Promise.all([bob.ask(revoke, { id: session.id }), bob.ask(revoke, { id: never })]);
  const [theirs, nones] = answers.map(({ status, data, errors }) => ({ status, data, errors }));
  expect(theirs).toEqual(nones);
  expect(theirs?.data.revokeSession).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'id'] });
  const node = 'query ($id: ID!) { node(id: $id) { id } }';
  expect(await bob.query(node, { id: session.id })).toEqual(await bob.query(node, { id: never }));
  expect(await ada.query(node, { id: session.id })).toEqual({ node: { id: session.id } });
  const byId = 'query ($id: ID!) { session(id: $id) { id } }';
  expect(await bob.query(byId, { id: session.id })).toEqual({ session: null });
  expect(await ada.query(byId, { id: session.id })).toEqual({ session: { id: session.id } });
});

test('signOut ends the current session, and signOutEverywhere all of the account', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const signIn = async () =>
    bearer(app, (await app.nobody.mutate('signIn', { email: ada.email, password: ada.password }, tokens)).accessToken);
  const [second, third] = [await signIn(), await signIn()];
  expect(await second.query('mutation { signOut { ... on SignOutPayload { endedSessionCount } } }')).toEqual({
    signOut: { endedSessionCount: 1 },
  });
  expect((await second.ask('{ viewer { id } }')).status).toBe(401);
  expect(
    await third.query('mutation { signOutEverywhere { ... on SignOutEverywherePayload { endedSessionCount } } }'),
  ).toEqual({
    signOutEverywhere: { endedSessionCount: 2 },
  });
  for (const person of [ada, third]) expect((await person.ask('{ viewer { id } }')).status).toBe(401);
  expect((await bob.ask('{ viewer { id } }')).status).toBe(200);
});

test('a session ends after 30 days without a refresh', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  app.clock.advance(29 * 24 * hour);
  const refreshed = await app.nobody.mutate('refreshSession', { refreshToken: ada.refreshToken }, tokens);
  expect(refreshed.__typename).toBe('RefreshSessionPayload');
  // The refresh extended the session by 30 days.
  app.clock.advance(30 * 24 * hour - 1);
  const again = await app.nobody.mutate('refreshSession', { refreshToken: refreshed.refreshToken }, tokens);
  expect(again.__typename).toBe('RefreshSessionPayload');
  app.clock.advance(30 * 24 * hour);
  const late = await app.nobody.mutate('refreshSession', { refreshToken: again.refreshToken }, tokens);
  expect(late).toMatchObject({ __typename: 'InvalidRefreshTokenError', code: 'INVALID_REFRESH_TOKEN' });
});
