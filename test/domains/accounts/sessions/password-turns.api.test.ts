import { expect, test } from 'vitest';
import type { Passwords } from '../../../../src/platform/security/passwords.ts';
import { createTestApp } from '../../../support/app.ts';

/** Passwords that count what is hashed. Each is right that contains `correct`. */
function countingPasswords(): Passwords & { hashed: string[] } {
  const hashed: string[] = [];
  return {
    hashed,
    async hash(password) {
      hashed.push(password);
      return 'hash';
    },
    async matches(passwordHash, password) {
      hashed.push(password);
      return passwordHash !== null && password.includes('correct');
    },
  };
}

test('a document with 60 sign-ins checks one password, and refuses the others', async () => {
  const passwords = countingPasswords();
  const app = await createTestApp({}, { passwords });
  const { email } = await app.person();
  passwords.hashed.length = 0;
  const signIns = Array.from(
    { length: 60 },
    (_, index) => `a${index}: signIn(input: { email: "${email}", password: "correct ${index}" }) {
      __typename ... on Error { code message } ... on SignInPayload { accessToken }
    }`,
  );
  const { status, data, errors } = await app.nobody.ask(`mutation { ${signIns.join(' ')} }`);
  expect([status, errors]).toEqual([200, undefined]);
  expect(passwords.hashed).toEqual(['correct 0']);
  const [first, ...others] = Object.values(data) as { __typename: string; accessToken?: string }[];
  expect(first).toMatchObject({ __typename: 'SignInPayload', accessToken: expect.any(String) });
  for (const other of others) {
    expect(other).toEqual({
      __typename: 'TooManyPasswordsError',
      code: 'TOO_MANY_PASSWORDS',
      message: 'A request can check or set one password. Send the other mutations in requests of their own.',
    });
  }
  // What was refused does not count as an attempt.
  expect((await app.nobody.mutate('signIn', { email, password: 'correct' }, 'accessToken')).__typename).toBe(
    'SignInPayload',
  );
});

test('the mutations that check or set a password share the one turn of a request', async () => {
  const passwords = countingPasswords();
  const app = await createTestApp({}, { passwords });
  const ada = await app.person();
  const mutations = {
    signIn: `signIn(input: { email: "${ada.email}", password: "wrong" })`,
    signUp: 'signUp(input: { email: "eve@example.org", password: "correct horse battery", name: "Eve" })',
    changePassword: 'changePassword(input: { currentPassword: "wrong", newPassword: "battery staple correct" })',
    deleteAccount: `deleteAccount(input: { email: "${ada.email}", password: "wrong" })`,
  };
  for (const [first, firstText] of Object.entries(mutations)) {
    for (const [second, secondText] of Object.entries(mutations)) {
      passwords.hashed.length = 0;
      const app2 = ada;
      const text = `mutation { one: ${firstText} { __typename } two: ${secondText} { __typename } }`;
      const { data } = await app2.ask(text, {}, { 'x-forwarded-for': `10.9.${first.length}.${second.length}` });
      expect([first, second, data?.two.__typename]).toEqual([first, second, 'TooManyPasswordsError']);
      expect(data?.one.__typename, first).not.toBe('TooManyPasswordsError');
      expect(passwords.hashed.length, `${first} and ${second}`).toBeLessThanOrEqual(1);
    }
  }
  expect(await app.db.reads.account.findFirst({ where: { id: ada.id.slice('Account:'.length) } })).not.toBeNull();
});
