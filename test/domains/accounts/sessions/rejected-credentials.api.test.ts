import { expect, test } from 'vitest';
import { accessTokenSeconds } from '../../../../src/platform/security/access-jwt.ts';
import { createTestApp } from '../../../support/app.ts';

/* Clients send what they are signed in with along with everything, also once it is not valid anymore. */

const minute = 60_000;
const tokens = 'accessToken refreshToken';
const signOut = 'mutation { signOut { __typename ... on SignOutPayload { endedSessionCount } } }';

test.each([
  ['an expired token', ({ accessToken }: { accessToken: string }) => ({ authorization: `Bearer ${accessToken}` })],
  ['no token at all', () => ({ authorization: 'Bearer nonsense' })],
  ['an unknown access token', () => ({ authorization: `Bearer wm_pat_${'x'.repeat(43)}` })],
  ['another scheme', () => ({ authorization: 'Basic YWRhOmFkYQ==' })],
  ['the cookie of an ended session', () => ({ cookie: 'waymark_session=ended' }), 'UNAUTHENTICATED'],
])(
  '%s does not prevent signing in, signing up, refreshing and signing out',
  async (_what, credential, result = 'SignOutPayload') => {
    const app = await createTestApp();
    const ada = await app.person();
    app.clock.advance(accessTokenSeconds * 1000 + minute);
    const stale = app.as(credential(ada));
    const { email, password } = ada;
    expect(await stale.mutate('signIn', { email, password }, tokens)).toMatchObject({ __typename: 'SignInPayload' });
    const pair = await stale.mutate('refreshSession', { refreshToken: ada.refreshToken }, tokens);
    expect(pair.__typename).toBe('RefreshSessionPayload');
    const fresh = { email: 'new@example.org', password: 'correct horse battery staple', name: 'New' };
    expect(await stale.mutate('signUp', fresh, tokens)).toMatchObject({ __typename: 'SignUpPayload' });
    // A browser whose session has ended is signed out already, and its request is not signed in.
    const { data, errors } = await stale.ask(signOut);
    expect(data?.signOut?.__typename ?? errors?.[0]?.extensions.code).toBe(result);
  },
);

test('an expired access token ends its session, and one of an ended session ends none', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  app.clock.advance(accessTokenSeconds * 1000 + minute);
  const stale = app.as({ authorization: `Bearer ${ada.accessToken}` });
  expect((await stale.query(signOut)).signOut.endedSessionCount).toBe(1);
  expect((await stale.query(signOut)).signOut.endedSessionCount).toBe(0);
  const refused = await stale.mutate('refreshSession', { refreshToken: ada.refreshToken }, tokens);
  expect(refused.__typename).toBe('InvalidRefreshTokenError');
  const [header = '', , signature] = bob.accessToken.split('.');
  const forged = `${header}.${ada.accessToken.split('.')[1]}.${signature}`;
  const forger = app.as({ authorization: `Bearer ${forged}` });
  expect((await forger.query(signOut)).signOut.endedSessionCount).toBe(0);
  expect((await app.nobody.mutate('refreshSession', { refreshToken: bob.refreshToken }, tokens)).__typename).toBe(
    'RefreshSessionPayload',
  );
});

test('everything else is refused with it, also beside what is not, and nothing is done', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  app.clock.advance(accessTokenSeconds * 1000 + minute);
  const stale = app.as({ authorization: `Bearer ${ada.accessToken}` });
  const signIn = `signIn(input: { email: "${ada.email}", password: "${ada.password}" }) { __typename }`;
  const sessions = await app.db.reads.session.count();
  for (const text of [
    '{ viewer { id } }',
    '{ __typename }',
    'mutation { signOutEverywhere { __typename } }',
    `mutation { ${signIn} createTask(input: { title: "T" }) { __typename } }`,
    `mutation { ${signIn} ... on Mutation { createTask(input: { title: "T" }) { __typename } } }`,
    `mutation { ...Both } fragment Both on Mutation { ${signIn} createTask(input: { title: "T" }) { __typename } }`,
  ]) {
    const { status, errors } = await stale.ask(text);
    expect([text, status, errors?.[0]?.extensions.code]).toEqual([text, 401, 'UNAUTHENTICATED']);
  }
  expect(await app.db.reads.session.count()).toBe(sessions);
  expect(await app.db.reads.task.count()).toBe(0);
});
