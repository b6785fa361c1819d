import { expect, test } from 'vitest';
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

test('of concurrent refreshes with one token at most one succeeds, and the session ends', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const attempts = await Promise.all(Array.from({ length: 8 }, () => refresh(app, ada.refreshToken)));
  const winners = attempts.filter(({ __typename }) => __typename === 'RefreshSessionPayload');
  const losers = attempts.filter(({ __typename }) => __typename === 'InvalidRefreshTokenError');
  expect(winners.length).toBeLessThanOrEqual(1);
  expect(winners.length + losers.length).toBe(8);
  // Seven of them were replays.
  expect(await status(app, ada.accessToken)).toBe(401);
  for (const { accessToken } of winners) expect(await status(app, accessToken)).toBe(401);
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
