import { expect, test } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../../../support/app.ts';
import { ownerInBrowser } from '../../../support/browser.ts';

const tokens = 'accessToken refreshToken';
const changed = 'account { id } endedSessionCount';

/** The same person, signed in on another device. */
async function signInAgain(app: TestApp, { email, password }: { email: string; password: string }) {
  const { accessToken, refreshToken } = await app.nobody.mutate('signIn', { email, password }, tokens);
  return { ...app.as({ authorization: `Bearer ${accessToken}` }), refreshToken };
}

const isSignedIn = async (person: Person) => (await person.ask('{ viewer { id } }')).status === 200;

test('changing the password requires the current one, and afterwards only the new one signs in', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { currentPassword: ada.password, newPassword: 'battery staple correct' };
  expect(await ada.mutate('changePassword', input, changed)).toEqual({
    __typename: 'ChangePasswordPayload',
    account: { id: ada.id },
    endedSessionCount: 0,
  });
  const signIn = async (password: string) =>
    (await app.nobody.mutate('signIn', { email: ada.email, password }, tokens)).__typename;
  expect(await signIn(ada.password)).toBe('InvalidCredentialsError');
  expect(await signIn(input.newPassword)).toBe('SignInPayload');
});

test('a wrong or missing current password is refused and changes nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const other = await signInAgain(app, ada);
  for (const currentPassword of ['wrong horse battery', undefined, null, '']) {
    const input = { currentPassword, newPassword: 'battery staple correct' };
    expect(await ada.mutate('changePassword', input, changed)).toMatchObject({
      __typename: 'InvalidCredentialsError',
      code: 'INVALID_CREDENTIALS',
    });
  }
  expect(await isSignedIn(other)).toBe(true);
  expect(await isSignedIn(await signInAgain(app, ada))).toBe(true);
});

test('a weak new password is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const newPassword of ['short', 'correct horse '.repeat(19), 'abababababababab']) {
    expect(await ada.mutate('changePassword', { currentPassword: ada.password, newPassword }, changed)).toMatchObject({
      __typename: 'InvalidInputError',
      issues: [{ path: ['input', 'newPassword'] }],
    });
  }
});

test('changing the password ends the other sessions of the account only', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const other = await signInAgain(app, ada);
  const input = { currentPassword: ada.password, newPassword: 'battery staple correct' };
  expect(await ada.mutate('changePassword', input, changed)).toMatchObject({ endedSessionCount: 1 });
  expect(await isSignedIn(ada)).toBe(true);
  expect(await isSignedIn(bob)).toBe(true);
  expect((await other.ask('{ viewer { id } }')).status).toBe(401);
  const refreshed = (refreshToken: string) => app.nobody.mutate('refreshSession', { refreshToken }, tokens);
  expect((await refreshed(other.refreshToken)).__typename).toBe('InvalidRefreshTokenError');
  expect((await refreshed(ada.refreshToken)).__typename).toBe('RefreshSessionPayload');
});

test('the first password of the owner requires no current one', async () => {
  const app = await createTestApp();
  const owner = await ownerInBrowser(app);
  const input = { newPassword: 'battery staple correct' };
  expect((await owner.mutate('changePassword', input, changed)).__typename).toBe('ChangePasswordPayload');
  // Now there is one, so the next change requires it.
  expect((await owner.mutate('changePassword', input, changed)).__typename).toBe('InvalidCredentialsError');
  const { email } = (await owner.query('{ viewer { email } }')).viewer;
  const signedIn = await app.nobody.mutate('signIn', { email, password: input.newPassword }, tokens);
  expect(signedIn.__typename).toBe('SignInPayload');
});

test('an account without a password cannot be signed in to with a password', async () => {
  const app = await createTestApp();
  const { email } = (await (await ownerInBrowser(app)).query('{ viewer { email } }')).viewer;
  for (const password of ['', 'null', 'battery staple correct']) {
    expect((await app.nobody.mutate('signIn', { email, password }, tokens)).__typename).toBe('InvalidCredentialsError');
  }
});

test('guessing the current password is rate limited', async () => {
  const app = await createTestApp({}, { passwords: { hash: async () => 'hash', matches: async () => false } });
  const ada = await app.person();
  const change = `mutation ($guess: String!) {
    changePassword(input: { currentPassword: $guess, newPassword: "battery staple correct" }) { __typename }
  }`;
  // From one address after another, as somebody with a stolen session could.
  const from = (address: number) => ({ 'x-forwarded-for': `10.9.0.${address}` });
  for (let guess = 0; guess < 10; guess += 1) {
    expect((await ada.ask(change, { guess: `guess ${guess}` }, from(guess))).errors).toBeUndefined();
  }
  expect(await ada.ask(change, { guess: 'one more' }, from(10))).toMatchObject({
    status: 429,
    errors: [{ extensions: { code: 'RATE_LIMITED' } }],
  });
});
