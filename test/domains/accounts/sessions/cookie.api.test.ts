import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../support/app.ts';

const csrf = { 'x-waymark-csrf': '1' };

const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) {
  ... on SignInPayload { accessToken accessTokenExpiresAt refreshToken account { email } } ... on Error { code }
} }`;

/** The cookie that a response sets, and its attributes. */
function cookieIn(headers: Headers): [cookie: string, attributes: string[]] {
  const [cookie = '', ...attributes] = (headers.get('set-cookie') ?? '').split('; ');
  return [cookie, attributes];
}

const viewerOf = async (app: TestApp, cookie: string, headers: object = csrf) =>
  app.as({ cookie, ...headers }).ask('{ viewer { email } sessions { isCurrent } }');

test('signing in by a cookie sets one that scripts cannot read, in place of tokens', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { email, password } = ada;
  const { data, headers } = await app.nobody.ask(signIn, { input: { email, password, cookie: true } });
  const tokens = { accessToken: null, accessTokenExpiresAt: null, refreshToken: null };
  expect(data.signIn).toEqual({ ...tokens, account: { email } });
  const [cookie, attributes] = cookieIn(headers);
  expect(cookie).toMatch(/^waymark_session=[\w-]{43}$/);
  expect(attributes).toEqual(['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=2592000']);
  expect((await viewerOf(app, cookie)).data.viewer.email).toBe(email);
  expect((await viewerOf(app, cookie, {})).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('signing out ends the session and removes its cookie; other requests set none', async () => {
  const app = await createTestApp();
  const { email, password } = await app.person();
  const input = { email, password, cookie: true };
  for (const out of ['signOut', 'signOutEverywhere']) {
    const [cookie] = cookieIn((await app.nobody.ask(signIn, { input })).headers);
    const query = await viewerOf(app, cookie);
    expect(query.headers.get('set-cookie')).toBeNull();
    const { headers } = await app.as({ cookie, ...csrf }).ask(`mutation { ${out} { __typename } }`);
    expect(cookieIn(headers)).toEqual(['waymark_session=', expect.arrayContaining(['Max-Age=0', 'HttpOnly'])]);
    expect((await viewerOf(app, cookie)).data?.viewer ?? null).toBeNull();
  }
  const plain = await app.nobody.ask(signIn, { input: { email, password } });
  expect(plain.headers.get('set-cookie')).toBeNull();
  expect(plain.data.signIn.refreshToken).toMatch(/^wm_rt_/);
  const bearer = app.as({ authorization: `Bearer ${plain.data.signIn.accessToken}` });
  expect((await bearer.ask('mutation { signOut { __typename } }')).headers.get('set-cookie')).toBeNull();
});

test('signing up and resetting a password can set the cookie, too', async () => {
  const app = await createTestApp({ PUBLIC_URL: 'https://waymark.test' });
  const input = { email: 'eve@example.org', password: 'correct horse battery', name: 'Eve', cookie: true };
  const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { ... on SignUpPayload { refreshToken } } }`;
  const up = await app.nobody.ask(signUp, { input });
  expect(up.data.signUp).toEqual({ refreshToken: null });
  const [cookie, attributes] = cookieIn(up.headers);
  expect(attributes).toContain('Secure');
  const eve = app.as({ cookie, ...csrf });
  const { codes } = await eve.mutate('createRecoveryCodes', { password: input.password }, 'codes');
  const reset = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ... on ResetPasswordPayload { refreshToken } } }`;
  const again = { email: input.email, code: codes[0], newPassword: 'battery staple correct', cookie: true };
  const back = await app.nobody.ask(reset, { input: again });
  expect(back.data.resetPassword).toEqual({ refreshToken: null });
  expect((await viewerOf(app, cookieIn(back.headers)[0])).data.viewer.email).toBe(input.email);
});

test('a form, which a page of another site can send, gets no cookie', async () => {
  const app = await createTestApp();
  const { email, password } = await app.person();
  const body = new URLSearchParams({
    query: signIn,
    variables: JSON.stringify({ input: { email, password, cookie: true } }),
  });
  const response = await app.fetch(new Request('http://waymark.test/graphql', { method: 'POST', body }));
  expect(response.status).toBe(200);
  expect(response.headers.get('set-cookie')).toBeNull();
});
