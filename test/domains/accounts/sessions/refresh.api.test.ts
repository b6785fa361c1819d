import { expect, test } from 'vitest';
import { refreshGrace } from '../../../../src/domains/accounts/sessions/sessions.rules.ts';
import { createVault } from '../../../../src/platform/security/crypto.ts';
import { createTestApp, type TestApp } from '../../../support/app.ts';

const tokens = 'accessToken accessTokenExpiresAt refreshToken account { id }';
const refresh = (app: TestApp, refreshToken: string) => app.nobody.mutate('refreshSession', { refreshToken }, tokens);
const status = async (app: TestApp, accessToken: string) =>
  (await app.as({ authorization: `Bearer ${accessToken}` }).ask('{ viewer { id } }')).status;

test('a refresh token is exchanged for a new pair in the same session', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  app.clock.advance(10 * 60_000);
  const pair = await refresh(app, ada.refreshToken);
  expect(pair).toMatchObject({ __typename: 'RefreshSessionPayload', accessTokenExpiresAt: '2026-11-23T09:25:00.000Z' });
  expect(pair.refreshToken).not.toBe(ada.refreshToken);
  expect(await status(app, pair.accessToken)).toBe(200);
  expect(await app.db.reads.session.count()).toBe(1);
  const next = await refresh(app, pair.refreshToken);
  expect(next.__typename).toBe('RefreshSessionPayload');
});

test('a refresh token that is used twice ends its session, with all of its tokens', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { email, password } = ada;
  const elsewhere = await app.nobody.mutate('signIn', { email, password }, tokens);
  const pair = await refresh(app, ada.refreshToken);
  expect(await status(app, pair.accessToken)).toBe(200);

  app.clock.advance(refreshGrace);
  expect(await refresh(app, ada.refreshToken)).toMatchObject({
    __typename: 'InvalidRefreshTokenError',
    code: 'INVALID_REFRESH_TOKEN',
  });
  expect(await status(app, pair.accessToken)).toBe(401);
  expect(await status(app, ada.accessToken)).toBe(401);
  expect((await refresh(app, pair.refreshToken)).__typename).toBe('InvalidRefreshTokenError');
  // Other sessions of this account and of others stay valid.
  expect(await status(app, elsewhere.accessToken)).toBe(200);
  expect((await refresh(app, bob.refreshToken)).__typename).toBe('RefreshSessionPayload');
});

test('within 30 seconds, a used refresh token returns the same successor, whether that was used or not', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const first = await refresh(app, ada.refreshToken);
  app.clock.advance(refreshGrace - 2);
  const second = await refresh(app, ada.refreshToken);
  expect(second.refreshToken).toBe(first.refreshToken);
  expect(await status(app, second.accessToken)).toBe(200);
  const next = await refresh(app, first.refreshToken);
  app.clock.advance(1);
  expect((await refresh(app, ada.refreshToken)).refreshToken).toBe(first.refreshToken);
  expect((await refresh(app, next.refreshToken)).__typename).toBe('RefreshSessionPayload');
  // Only hashes are stored, and no token follows from another one without the server's secret.
  const stored = JSON.stringify(await app.db.reads.refreshToken.findMany());
  for (const { refreshToken } of [ada, first, next]) expect(stored).not.toContain(refreshToken);
  const elsewhere = createVault('another secret, of another server, 0123456789');
  expect(`wm_rt_${elsewhere.derive(ada.refreshToken, 'refresh')}`).not.toBe(first.refreshToken);
});

test('the successor is replayed like any token: a thief who came in time is found out by the next refresh', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const hers = await refresh(app, ada.refreshToken);
  const stolen = await refresh(app, ada.refreshToken);
  app.clock.advance(15 * 60_000);
  const next = await refresh(app, hers.refreshToken);
  app.clock.advance(15 * 60_000);
  expect((await refresh(app, stolen.refreshToken)).__typename).toBe('InvalidRefreshTokenError');
  expect(await status(app, next.accessToken)).toBe(401);
});

test('a used refresh token of an ended session returns nothing, at once or later', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const pair = await refresh(app, ada.refreshToken);
  await app.as({ authorization: `Bearer ${pair.accessToken}` }).query('mutation { signOut { __typename } }');
  expect((await refresh(app, ada.refreshToken)).__typename).toBe('InvalidRefreshTokenError');
});

test.each([
  ['alone', () => ({})],
  ['with an Idempotency-Key', () => ({ 'idempotency-key': 'refresh' })],
  ['with its valid access token', (valid: string) => ({ authorization: `Bearer ${valid}` })],
  ['with both', (valid: string) => ({ authorization: `Bearer ${valid}`, 'idempotency-key': 'refresh' })],
])(
  'twenty refreshes at once with one token, %s, all get the same successor; a later one is a replay',
  async (_how, headersFor) => {
    const app = await createTestApp();
    const ada = await app.person();
    const asking = app.as(headersFor(ada.accessToken));
    const again = () => asking.mutate('refreshSession', { refreshToken: ada.refreshToken }, tokens);
    const pairs = await Promise.all(Array.from({ length: 20 }, again));
    const [first] = pairs;
    expect(pairs.map(({ refreshToken }) => refreshToken)).toEqual(Array(20).fill(first.refreshToken));
    for (const { accessToken } of pairs) expect(await status(app, accessToken)).toBe(200);
    expect(await app.db.reads.refreshToken.count()).toBe(2);
    const events = () => app.db.reads.securityEvent.count({ where: { kind: 'REFRESH_TOKEN_REPLAYED' } });
    expect(await events()).toBe(0);

    app.clock.advance(refreshGrace);
    expect(await again()).toMatchObject({ __typename: 'InvalidRefreshTokenError' });
    expect(await status(app, first.accessToken)).toBe(401);
    expect(await events()).toBe(1);
  },
);

test('of concurrent replays each is refused, and the session ends once', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await refresh(app, ada.refreshToken);
  app.clock.advance(refreshGrace);
  const attempts = await Promise.all(Array.from({ length: 8 }, () => refresh(app, ada.refreshToken)));
  expect(attempts.map(({ __typename }) => __typename)).toEqual(Array(8).fill('InvalidRefreshTokenError'));
  expect(await status(app, ada.accessToken)).toBe(401);
});

test('an unknown refresh token is refused and ends no session', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const guess of ['', 'wm_rt_guess', ada.accessToken.slice(0, 200), `${ada.refreshToken}x`]) {
    expect((await refresh(app, guess)).__typename).toBe('InvalidRefreshTokenError');
  }
  expect(await status(app, ada.accessToken)).toBe(200);
  expect((await refresh(app, ada.refreshToken)).__typename).toBe('RefreshSessionPayload');
});

test('a refresh token does not authenticate a request', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await status(app, ada.refreshToken)).toBe(401);
  expect(
    (await app.as({ cookie: `waymark_session=${ada.refreshToken}` }).query('{ viewer { id } }')).viewer,
  ).toBeNull();
});
