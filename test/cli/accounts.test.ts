import { PassThrough } from 'node:stream';
import { beforeEach, expect, test, vi } from 'vitest';
import { accountDelete, accountList } from '../../src/cli/account.ts';
import { errorMessage } from '../../src/cli/error-messages.ts';
import { importCommand } from '../../src/cli/import.ts';
import { link } from '../../src/cli/link.ts';
import { password } from '../../src/cli/password.ts';
import * as terminal from '../../src/cli/terminal.ts';
import { tokenCreate } from '../../src/cli/token.ts';
import { createDemoAccount } from '../../src/domains/accounts/accounts/accounts.service.ts';
import { main } from '../../src/main.ts';
import { createTestApp } from '../support/app.ts';
import { leaveToCI } from '../support/services.ts';

const printed = { out: vi.spyOn(console, 'info'), err: vi.spyOn(console, 'error') };
beforeEach(() => {
  for (const spy of Object.values(printed)) spy.mockReset().mockImplementation(() => {});
});
const out = () => printed.out.mock.calls.map(([text]) => String(text)).join('\n');

const signIn = /* GraphQL */ `
  mutation ($email: String!, $password: String!) {
    signIn(input: { email: $email, password: $password }) { ... on Error { code } ... on SignInPayload { accessToken } }
  }`;

test('token create prints a token alone, for the owner or an account, with the scopes that are asked for', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await tokenCreate.run(app.config, {}, [])).toBe(0);
  const owners = app.as({ authorization: `Bearer ${out()}` });
  expect((await owners.query('{ viewer { role } }')).viewer.role).toBe('OWNER');

  printed.out.mockClear();
  const values = {
    account: ada.email.toUpperCase(),
    name: 'Backup',
    'read-only': true,
    integrations: true,
    expires: 'P1D',
  };
  expect(await tokenCreate.run(app.config, values, [])).toBe(0);
  const reader = app.as({ authorization: `Bearer ${out()}` });
  const { viewer, accessTokens } = await reader.query(
    '{ viewer { email } accessTokens { name scopes expiresAt } securityEvents { nodes { kind } } }',
  );
  expect(viewer.email).toBe(ada.email);
  expect(accessTokens).toEqual([{ name: 'Backup', scopes: ['READ', 'INTEGRATIONS'], expiresAt: expect.any(String) }]);
  const error = await tokenCreate.run(app.config, { expires: 'soon' }, []).catch((one: unknown) => one);
  expect(errorMessage(error)).toMatch(/^expiresAt must be a moment .*\.$/);
  const none = await importCommand.run(app.config, {}, ['/no/such.jsonl']).catch((one: unknown) => one);
  expect(errorMessage(none)).toBe('There is no /no/such.jsonl.');
  const folder = await importCommand.run(app.config, {}, ['.']).catch((one: unknown) => one);
  expect(errorMessage(folder)).toBe('That is a folder. Name a file.');
});

test('link says how to get another link to the demo account, if there is one', async () => {
  const app = await createTestApp();
  expect(await link.run(app.config, {}, [])).toBe(0);
  expect(out()).not.toContain('demo');
  await createDemoAccount(app.systemContext());
  expect(await link.run(app.config, {}, [])).toBe(0);
  expect(out()).toContain('npm run link -- --account demo@waymark.localhost');
});

test('password sets a password, ends the sessions and records it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ask = vi.spyOn(terminal, 'ask').mockResolvedValue('a new and better password');
  try {
    expect(await password.run(app.config, { account: ada.email }, [])).toBe(0);
    expect(out()).toMatch(/The password of .* was set\. 1 session ended\./);
    ask.mockResolvedValue('short');
    await expect(password.run(app.config, { account: ada.email }, [])).rejects.toThrow('at least 12 characters');
  } finally {
    ask.mockRestore();
  }
  const nobody = app.as({});
  const variables = { email: ada.email, password: 'a new and better password' };
  const { signIn: signedIn } = await nobody.query(signIn, variables);
  expect(signedIn).toEqual({ accessToken: expect.any(String) });
  const { securityEvents } = await app
    .as({ authorization: `Bearer ${signedIn.accessToken}` })
    .query('{ securityEvents(filter: { kind: { eq: PASSWORD_CHANGED } }) { totalCount } }');
  expect(securityEvents.totalCount).toBe(1);
});

test('account list shows every account, and account delete asks before it deletes one', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const [ada, ben] = [await app.person(), await app.person()];
  await accountList.run(app.config, {}, []);
  for (const { email } of [ada, ben]) expect(out()).toMatch(new RegExp(`^${email} +member +created .* last used`, 'm'));

  const ask = vi.spyOn(terminal, 'ask').mockResolvedValue('yes');
  try {
    await expect(accountDelete.run(app.config, {}, [ada.email])).rejects.toThrow('Nothing was deleted.');
    ask.mockResolvedValue(ada.email);
    expect(await accountDelete.run(app.config, {}, [ada.email])).toBe(0);
  } finally {
    ask.mockRestore();
  }
  expect(await accountDelete.run(app.config, { yes: true }, [ben.email])).toBe(0);
  printed.out.mockClear();
  await accountList.run(app.config, {}, []);
  for (const { email } of [ada, ben]) expect(out()).not.toContain(email);
  await expect(accountDelete.run(app.config, { yes: true }, [ada.email])).rejects.toThrow('There is no account');
  await expect(accountDelete.run(app.config, {}, [])).rejects.toThrow('Say which account');
});

test('a command of two words is found, and half of one is not', async () => {
  expect(await main(['account'])).toBe(1);
  expect(printed.err.mock.calls.join()).toContain('There is no command "account"');
  printed.err.mockClear();
  expect(await main(['token', 'create', '--nonsense'])).toBe(1);
  expect(printed.err.mock.calls.join()).toContain('Usage: token create [--account <email>]');
});

test('a terminal is asked, and does not show a secret', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  const answer = terminal.ask('New password: ', { isSecret: true }, { input, output });
  input.write('correct horse\r');
  expect(await answer).toBe('correct horse');
  expect(String(output.read())).toBe('New password: \n');
});

test('without a terminal a line is read and nothing is asked', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = terminal.ask('New password: ', {}, { input, output });
  input.end('correct horse\nbattery\n');
  expect(await answer).toBe('correct horse');
  expect(output.read()).toBeNull();
  const ended = new PassThrough();
  ended.end();
  expect(await terminal.ask('?', {}, { input: ended, output })).toBe('');
});
