import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { ownerInBrowser } from '../../../support/browser.ts';
import { adaAndBob } from '../../../support/examples.ts';
import { rowsOf } from '../../../support/rows.ts';

test('deleting an account deletes all of its records, and no others', async () => {
  const { app, ada, bob } = await adaAndBob();
  const [adas, bobs] = [ada.id.slice('Account:'.length), bob.id.slice('Account:'.length)];
  const before = { ada: await rowsOf(app, adas), bob: await rowsOf(app, bobs) };
  // Every model has records, so that the test covers all of them.
  expect(Object.entries(before.ada).filter(([, count]) => count === 0)).toEqual([]);

  const input = { email: ada.email.toUpperCase(), password: ada.password };
  expect(await ada.mutate('deleteAccount', input, 'deletedAccountId')).toEqual({
    __typename: 'DeleteAccountPayload',
    deletedAccountId: ada.id,
  });

  expect(Object.entries(await rowsOf(app, adas)).filter(([, count]) => count > 0)).toEqual([]);
  expect(await rowsOf(app, bobs)).toEqual(before.bob);
});

test('the credentials of a deleted account are refused, and its email address is available again', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'script', scopes: ['READ'] }, 'token');
  await ada.mutate('deleteAccount', { email: ada.email, password: ada.password }, 'deletedAccountId');

  expect((await ada.ask('{ viewer { id } }')).status).toBe(401);
  expect((await app.as({ authorization: `Bearer ${token}` }).ask('{ viewer { id } }')).status).toBe(401);
  const { refreshToken, email, password } = ada;
  const refreshed = await app.nobody.mutate('refreshSession', { refreshToken }, 'accessToken');
  expect(refreshed.__typename).toBe('InvalidRefreshTokenError');
  const signedIn = await app.nobody.mutate('signIn', { email, password }, 'accessToken');
  expect(signedIn.__typename).toBe('InvalidCredentialsError');
  const made = await app.nobody.mutate('signUp', { email, password, name: 'Ada' }, 'account { id }');
  expect(made.__typename).toBe('SignUpPayload');
  expect(made.account.id).not.toBe(ada.id);
});

test('deleting an account requires its email address and password', async () => {
  const { app, ada, bob } = await adaAndBob();
  const before = await rowsOf(app, ada.id.slice('Account:'.length));
  for (const email of [bob.email, '', 'nobody@example.org', `${ada.email}.org`]) {
    expect(await ada.mutate('deleteAccount', { email, password: ada.password }, 'deletedAccountId')).toMatchObject({
      __typename: 'InvalidInputError',
      issues: [{ path: ['input', 'email'] }],
    });
  }
  for (const password of [bob.password, '', null, undefined]) {
    const refused = await ada.mutate('deleteAccount', { email: ada.email, password }, 'deletedAccountId');
    expect(refused.__typename).toBe('InvalidCredentialsError');
  }
  expect(await rowsOf(app, ada.id.slice('Account:'.length))).toEqual(before);
  expect((await bob.query('{ viewer { id } }')).viewer.id).toBe(bob.id);
});

test('without a password, deleting an account requires its email address only', async () => {
  const app = await createTestApp();
  const owner = await ownerInBrowser(app);
  const { email } = (await owner.query('{ viewer { email } }')).viewer;
  expect((await owner.mutate('deleteAccount', { email }, 'deletedAccountId')).__typename).toBe('DeleteAccountPayload');
  expect(await app.db.reads.account.count()).toBe(0);
});
