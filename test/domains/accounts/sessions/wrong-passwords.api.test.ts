import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '../../../support/app.ts';

const signIn = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { __typename }
}`;

// Rate limits count by the clock of the machine.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const seconds = (count: number) => vi.setSystemTime(Date.now() + count * 1000);

/** An application in which passwords that begin with `correct` are right, and how many were checked. */
async function guessing() {
  const state = { checks: 0 };
  const passwords = {
    hash: async () => 'hash',
    async matches(passwordHash: string | null, password: string) {
      state.checks += 1;
      return passwordHash !== null && password.startsWith('correct');
    },
  };
  const app = await createTestApp({}, { passwords });
  return { app, state };
}

/** Tries to sign in from an address. Returns the result, or for how many seconds it has to wait. */
async function attempt(app: TestApp, from: string, email: string, password = 'wrong'): Promise<string | number> {
  const { status, data, errors, headers } = await app.nobody.ask(
    signIn,
    { email, password },
    { 'x-forwarded-for': from },
  );
  if (status !== 429) return data.signIn.__typename;
  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  expect(errors?.[0]?.extensions.retryAfterSeconds).toBe(Number(headers.get('retry-after')));
  return Number(headers.get('retry-after'));
}

test('after five wrong passwords from an address, each next one has to wait twice as long, up to 15 minutes', async () => {
  const { app, state } = await guessing();
  const { email } = await app.person();
  for (let guess = 0; guess < 5; guess += 1)
    expect(await attempt(app, '10.9.0.1', email)).toBe('InvalidCredentialsError');
  const waits: (string | number)[] = [];
  for (let guess = 0; guess < 12; guess += 1) {
    const wait = await attempt(app, '10.9.0.1', email);
    // Trying early does not make it longer.
    expect(await attempt(app, '10.9.0.1', email, 'correct')).toBe(wait);
    waits.push(wait);
    seconds(Number(wait));
    expect(await attempt(app, '10.9.0.1', email)).toBe('InvalidCredentialsError');
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  expect(state.checks).toBe(5 + 12);
});

test('an account that does not exist is refused in the same way', async () => {
  const { app } = await guessing();
  const { email } = await app.person();
  const refusals = async (address: string, from: string) => {
    const answers: (string | number)[] = [];
    for (let guess = 0; guess < 8; guess += 1) answers.push(await attempt(app, from, address));
    return answers;
  };
  expect(await refusals('nobody@example.org', '10.9.0.1')).toEqual(await refusals(email, '10.9.0.2'));
});

test('the right password ends the delay', async () => {
  const { app } = await guessing();
  const { email } = await app.person();
  for (let guess = 0; guess < 5; guess += 1) await attempt(app, '10.9.0.1', email);
  seconds(1);
  expect(await attempt(app, '10.9.0.1', email, 'correct')).toBe('SignInPayload');
  for (let guess = 0; guess < 5; guess += 1)
    expect(await attempt(app, '10.9.0.1', email)).toBe('InvalidCredentialsError');
  expect(await attempt(app, '10.9.0.1', email)).toBe(1);
});

test('guesses at the same time count like those one after another', async () => {
  const { app, state } = await guessing();
  const { email } = await app.person();
  await Promise.all(Array.from({ length: 20 }, () => attempt(app, '10.9.0.1', email)));
  expect(state.checks).toBe(5);
});

test('a stranger cannot keep the owner out, and the addresses of one IPv6 network count as one', async () => {
  const { app } = await guessing();
  const { email } = await app.person();
  for (let guess = 0; guess < 5; guess += 1) await attempt(app, `2001:db8:1:2:${guess}::1`, email);
  expect(await attempt(app, '2001:db8:1:2::9', email)).toBe(1);
  // From another address, also one that the account was never signed in from.
  expect(await attempt(app, '2001:db8:1:3::1', email, 'correct')).toBe('SignInPayload');
  expect(await attempt(app, '10.9.0.2', email, 'correct')).toBe('SignInPayload');
  // In any case of the email address.
  expect(await attempt(app, '2001:db8:1:2::9', email.toUpperCase())).toBe(1);
});

test('many strangers together may try 100 passwords an hour; a network that the account is known from is not blocked', async () => {
  const { app } = await guessing();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  expect(await attempt(app, '10.9.0.1', ada.email, 'correct')).toBe('SignInPayload');
  await app.deferredWrites.flush();
  // The first attempt from there counts, since it was not known then.
  for (let guess = 1; guess < 100; guess += 1) {
    expect(await attempt(app, `10.8.0.${guess}`, ada.email)).toBe('InvalidCredentialsError');
  }
  expect(await attempt(app, '10.8.0.100', ada.email, 'correct')).toBe(3600);
  expect(await attempt(app, '10.9.0.1', ada.email, 'correct')).toBe('SignInPayload');
  // Neither is another account, nor what was refused counted as a wrong password from there.
  expect(await attempt(app, '10.8.0.100', bob.email)).toBe('InvalidCredentialsError');
  for (let guess = 0; guess < 6; guess += 1) expect(await attempt(app, '10.8.0.100', ada.email)).toBe(3600);
  seconds(3600);
  expect(await attempt(app, '10.8.0.100', ada.email, 'correct')).toBe('SignInPayload');
});

test('a network is known for 90 days', async () => {
  const { app } = await guessing();
  const { email } = await app.person();
  expect(await attempt(app, '10.9.0.1', email, 'correct')).toBe('SignInPayload');
  await app.deferredWrites.flush();
  for (let guess = 1; guess < 100; guess += 1) await attempt(app, `10.8.0.${guess}`, email);
  const day = 24 * 60 * 60 * 1000;
  app.clock.advance(90 * day - 1);
  expect(await attempt(app, '10.9.0.1', email)).toBe('InvalidCredentialsError');
  app.clock.advance(1);
  expect(await attempt(app, '10.9.0.1', email)).toBe(3600);
});

test('wrong passwords while signed in count, too', async () => {
  const { app } = await guessing();
  const ada = await app.person();
  const change = (currentPassword: string) =>
    ada.ask(
      `mutation ($it: String!) { changePassword(input: { currentPassword: $it, newPassword: "battery staple correct" }) { __typename } }`,
      { it: currentPassword },
    );
  for (let guess = 0; guess < 5; guess += 1) {
    expect((await change('wrong')).data.changePassword.__typename).toBe('InvalidCredentialsError');
  }
  expect(await change('correct')).toMatchObject({ status: 429, errors: [{ extensions: { retryAfterSeconds: 1 } }] });
  seconds(1);
  expect((await change('correct')).data.changePassword.__typename).toBe('ChangePasswordPayload');
});
