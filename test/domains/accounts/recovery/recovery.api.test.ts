import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { ownerInBrowser } from '../../../support/browser.ts';
import { createMailbox } from '../../../support/mailbox.ts';

const newPassword = 'a new and better password';
const tokens = 'accessToken refreshToken account { id }';

const codesOf = async (who: SignedInPerson): Promise<string[]> =>
  (await who.mutate('createRecoveryCodes', { password: who.password }, 'codes')).codes;

const reset = (app: TestApp, input: object) => app.nobody.mutate('resetPassword', { newPassword, ...input }, tokens);

const kindsOf = async (app: TestApp, accessToken: string) => {
  await app.deferredWrites.flush();
  const { securityEvents } = await app
    .as({ authorization: `Bearer ${accessToken}` })
    .query('{ securityEvents { nodes { kind } } }');
  return securityEvents.nodes.map(({ kind }: { kind: string }) => kind);
};

test('a recovery code sets a new password once, ends all sessions and signs in', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const codes = await codesOf(ada);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(await ada.query('{ recoveryCodeCount }')).toEqual({ recoveryCodeCount: 10 });

  const [code = ''] = codes;
  const signedIn = await reset(app, { email: ada.email.toUpperCase(), code });
  expect(signedIn).toMatchObject({ __typename: 'ResetPasswordPayload', account: { id: ada.id } });
  expect((await ada.ask('{ tasks { totalCount } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const { email } = ada;
  expect((await app.nobody.mutate('signIn', { email, password: newPassword }, tokens)).__typename).toBe(
    'SignInPayload',
  );
  expect(await reset(app, { email, code })).toMatchObject({ code: 'INVALID_RECOVERY_CODE' });
  expect(await kindsOf(app, signedIn.accessToken)).toEqual(
    expect.arrayContaining(['RECOVERY_CODES_CREATED', 'PASSWORD_RESET']),
  );
  const again = app.as({ authorization: `Bearer ${signedIn.accessToken}` });
  expect(await again.query('{ recoveryCodeCount }')).toEqual({ recoveryCodeCount: 9 });
});

test('a code may be typed in any case, without hyphens and with letters that look alike', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const codes = await codesOf(ada);
  const code = codes.find((one) => /[01]/.test(one)) ?? codes[0] ?? '';
  const typed = ` ${code.toLowerCase().replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  expect((await reset(app, { email: ada.email, code: typed })).__typename).toBe('ResetPasswordPayload');
});

test('a code is good for its own account only, and a weak password does not use it up', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [code = ''] = await codesOf(ada);
  const bobs = await codesOf(bob);
  for (const input of [
    { email: bob.email, code },
    { email: 'nobody@example.org', code },
    { email: ada.email, code: bobs[0] },
    { email: ada.email, code: '' },
  ]) {
    expect(await reset(app, input), JSON.stringify(input)).toMatchObject({ code: 'INVALID_RECOVERY_CODE' });
  }
  expect(await reset(app, { email: ada.email, code, newPassword: 'short' })).toMatchObject({ code: 'INVALID_INPUT' });
  expect((await reset(app, { email: ada.email, code })).__typename).toBe('ResetPasswordPayload');
  expect(await bob.query('{ recoveryCodeCount }')).toEqual({ recoveryCodeCount: 10 });
});

test('new codes replace the earlier ones, and require the password', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [old = ''] = await codesOf(ada);
  expect(await ada.mutate('createRecoveryCodes', { password: 'a wrong password' }, 'codes')).toMatchObject({
    code: 'INVALID_CREDENTIALS',
  });
  expect(await ada.mutate('createRecoveryCodes', {}, 'codes')).toMatchObject({ code: 'INVALID_CREDENTIALS' });
  expect(await ada.query('{ recoveryCodeCount }')).toEqual({ recoveryCodeCount: 10 });
  await codesOf(ada);
  expect(await reset(app, { email: ada.email, code: old })).toMatchObject({ code: 'INVALID_RECOVERY_CODE' });
});

test('the owner, who has no password, gets codes without one; an access token gets none', async () => {
  const app = await createTestApp();
  const owner = await ownerInBrowser(app);
  expect((await owner.mutate('createRecoveryCodes', {}, 'codes')).codes).toHaveLength(10);
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'x', scopes: ['READ', 'WRITE'] }, 'token');
  const script = app.as({ authorization: `Bearer ${token}` });
  const query = 'mutation { createRecoveryCodes(input: {}) { __typename } }';
  expect((await script.ask(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('of two resets at once with one code, one succeeds', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [code] = await codesOf(ada);
  const results = await Promise.all([1, 2, 3].map(() => reset(app, { email: ada.email, code })));
  expect(results.map(({ __typename }) => String(__typename)).toSorted()).toEqual([
    'InvalidRecoveryCodeError',
    'InvalidRecoveryCodeError',
    'ResetPasswordPayload',
  ]);
});

/** An application that sends mail, and the code of the mail that arrives last. */
async function withMail() {
  const mailbox = await createMailbox();
  const app = await createTestApp({ SMTP_URL: mailbox.url, MAIL_FROM: 'Waymark <waymark@example.org>' });
  const request = (email: string) => app.nobody.mutate('requestPasswordReset', { email }, 'expiresAt');
  const deliver = async () => {
    await app.deferredWrites.flush();
    await app.worker.work();
  };
  const lastCode = () => /Your code is (\S+)\./.exec(mailbox.mails.at(-1)?.text ?? '')?.[1] ?? '';
  return { app, mailbox, request, deliver, lastCode };
}

test('a code is mailed on request, works once and for half an hour', async () => {
  const { app, mailbox, request, deliver, lastCode } = await withMail();
  const ada = await app.person();
  expect(await request(ada.email)).toEqual({
    __typename: 'RequestPasswordResetPayload',
    expiresAt: '2026-11-23T09:30:00.000Z',
  });
  await deliver();
  expect(mailbox.mails.map(({ to }) => to)).toEqual([[ada.email]]);
  expect(mailbox.mails[0]?.text).toContain('From: Waymark <waymark@example.org>');
  const [first] = [lastCode()];
  await request(ada.email);
  await deliver();
  // The later mail replaces the earlier one.
  expect(await reset(app, { email: ada.email, code: first })).toMatchObject({ code: 'INVALID_RECOVERY_CODE' });
  const code = lastCode();
  expect((await reset(app, { email: ada.email, code })).__typename).toBe('ResetPasswordPayload');
  expect(await reset(app, { email: ada.email, code })).toMatchObject({ code: 'INVALID_RECOVERY_CODE' });
  await request(ada.email);
  await deliver();
  app.clock.advance(30 * 60_000);
  expect(await reset(app, { email: ada.email, code: lastCode() })).toMatchObject({ code: 'INVALID_RECOVERY_CODE' });
});

test('a request for an address that no account has looks the same and mails nothing', async () => {
  const { app, mailbox, request, deliver } = await withMail();
  const ada = await app.person();
  const known = await app.counting(() => request(ada.email));
  const unknown = await app.counting(() => request('nobody@example.org'));
  expect(unknown).toBe(known);
  await deliver();
  expect(mailbox.mails.map(({ to }) => to)).toEqual([[ada.email]]);
});

test('requests for an account are limited', async () => {
  const { app, mailbox, request, deliver } = await withMail();
  const ada = await app.person();
  for (const _ of [1, 2, 3]) await request(ada.email);
  const query = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }';
  const { errors } = await app.nobody.ask(query, { input: { email: ada.email.toUpperCase() } });
  expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  await deliver();
  expect(mailbox.mails.length).toBeLessThanOrEqual(3);
});

test('a mail that is refused is sent again with another code', async () => {
  const { app, mailbox, request, deliver, lastCode } = await withMail();
  const ada = await app.person();
  mailbox.isRefusing = true;
  await request(ada.email);
  await deliver();
  expect(mailbox.mails).toEqual([]);
  mailbox.isRefusing = false;
  app.clock.advance(60_000);
  await deliver();
  expect((await reset(app, { email: ada.email, code: lastCode() })).__typename).toBe('ResetPasswordPayload');
});

test('a mailed code does not touch the list of codes', async () => {
  const { app, request, deliver, lastCode } = await withMail();
  const ada = await app.person();
  const codes = await codesOf(ada);
  await request(ada.email);
  await deliver();
  await codesOf(ada);
  expect((await reset(app, { email: ada.email, code: lastCode() })).__typename).toBe('ResetPasswordPayload');
  expect(codes).toHaveLength(10);
});

test('without a mail server a request is refused with what to do', async () => {
  const app = await createTestApp();
  expect(await app.nobody.mutate('requestPasswordReset', { email: 'ada@example.org' }, 'expiresAt')).toMatchObject({
    code: 'MAIL_UNAVAILABLE',
    message: expect.stringContaining('waymark password'),
  });
});
