import { createLocalJWKSet, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { createApp } from '../../../../src/app.ts';
import { createTestApp, type Person, type TestApp, testSchema } from '../../../support/app.ts';
import { everythingIn } from '../../../support/rows.ts';
import { claimsOf, forge, signingKeyOf, strangersKey } from '../../../support/tokens.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const bearer = (app: TestApp, token: string) => app.as({ authorization: `Bearer ${token}` });
const kidOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')).kid as string;
const refresh = (person: Person, refreshToken: string) =>
  person.mutate('refreshSession', { refreshToken }, 'accessToken refreshToken');

async function keySet(app: { fetch(request: Request): Promise<Response> }) {
  const response = await app.fetch(new Request('http://waymark.test/.well-known/jwks.json'));
  expect(response.status).toBe(200);
  return (await response.json()) as { keys: Record<string, unknown>[] };
}

test('an access token of a session is valid for 15 minutes', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  app.clock.advance(15 * minute - 1000);
  expect((await ada.ask('{ viewer { id } }')).status).toBe(200);
  app.clock.advance(1000);
  expect(await ada.ask('{ viewer { id } }')).toMatchObject({
    status: 401,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

test('an access token can be verified with the published keys, which are public only', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const published = await keySet(app);
  expect(published.keys).toHaveLength(1);
  expect(Object.keys(published.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  const { payload, protectedHeader } = await jwtVerify(ada.accessToken, createLocalJWKSet(published as never), {
    algorithms: ['EdDSA'],
    issuer: app.config.publicUrl,
    audience: 'waymark',
    typ: 'at+jwt',
    currentDate: app.clock.now(),
  });
  expect(protectedHeader.kid).toBe(published.keys[0]?.kid);
  expect(payload.sub).toBe(ada.id.slice('Account:'.length));
  // It contains the id of the account, and no name.
  expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
});

test('a forged token, or one for another purpose, is refused', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { publicJwk, kid } = await signingKeyOf(app);
  const stranger = await strangersKey();
  const publicBytes = Buffer.from((publicJwk as { x: string }).x, 'base64url');
  const [header = '', claims = '', signature = ''] = ada.accessToken.split('.');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = (alg: string) => `${encode({ alg, typ: 'at+jwt', kid })}.${claims}.`;
  const later = Math.floor(app.clock.now().getTime() / 1000) + 600;

  // Without changes, a forged token is valid. So each change below is the reason for its refusal.
  expect((await bearer(app, await forge(app, ada, {})).ask('{ viewer { id } }')).status).toBe(200);

  const forgeries: Record<string, string> = {
    'alg none': unsigned('none'),
    'alg None': unsigned('None'),
    'HS256 with the public key': await forge(app, ada, { header: { alg: 'HS256' }, key: publicBytes }),
    'HS256 with the public key as text': await forge(app, ada, {
      header: { alg: 'HS256' },
      key: Buffer.from(JSON.stringify(publicJwk)),
    }),
    'another key under our kid': await forge(app, ada, { key: stranger.privateKey }),
    'another key under its own kid': await forge(app, ada, { key: stranger.privateKey, header: { kid: stranger.kid } }),
    'another key in the header': await forge(app, ada, {
      key: stranger.privateKey,
      header: { jwk: stranger.publicJwk, kid: undefined } as never,
    }),
    'no kid': await forge(app, ada, { header: { kid: undefined } as never }),
    'another algorithm': await forge(app, ada, {
      header: { alg: 'ES256' },
      key: (await strangersKey('ES256')).privateKey,
    }),
    'another issuer': await forge(app, ada, { claims: { iss: 'https://elsewhere.example' } }),
    'no issuer': await forge(app, ada, { claims: { iss: undefined } }),
    'another audience': await forge(app, ada, { claims: { aud: 'elsewhere' } }),
    'no audience': await forge(app, ada, { claims: { aud: undefined } }),
    'an ID token': await forge(app, ada, { header: { typ: 'JWT' } }),
    'no type': await forge(app, ada, { header: { typ: undefined } as never }),
    'no exp': await forge(app, ada, { claims: { exp: undefined } }),
    'a text for exp': await forge(app, ada, { claims: { exp: String(later) } }),
    'no iat': await forge(app, ada, { claims: { iat: undefined } }),
    'no sid': await forge(app, ada, { claims: { sid: undefined } }),
    'a sid that is no text': await forge(app, ada, { claims: { sid: { not: '' } } }),
    'an unknown sid': await forge(app, ada, { claims: { sid: '01900000-0000-7000-8000-000000000000' } }),
    'a sub whose session it is not': await forge(app, ada, { claims: { sub: bob.id.slice('Account:'.length) } }),
    'no sub': await forge(app, ada, { claims: { sub: undefined } }),
    'not valid yet': await forge(app, ada, { claims: { nbf: later } }),
    'other claims under the signature': `${header}.${encode({ ...claimsOf(ada.accessToken), exp: later })}.${signature}`,
    'a signature cut short': ada.accessToken.slice(0, -4),
    'no signature': `${header}.${claims}.`,
    'not a token': 'x',
    'only dots': '..',
  };
  for (const [name, token] of Object.entries(forgeries)) {
    const { status, data, errors } = await bearer(app, token).ask('{ viewer { id } }');
    expect({ status, data, code: errors?.[0]?.extensions.code }, name).toEqual({
      status: 401,
      data: undefined,
      code: 'UNAUTHENTICATED',
    });
  }
});

test('other schemes than Bearer are refused, and no header means signed out', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const authorization of ['Basic YWRhOmFkYQ==', 'Bearer', 'Bearer ', ada.accessToken, 'Bearer  x']) {
    const { status, errors } = await app.as({ authorization }).ask('{ viewer { id } }');
    expect({ status, code: errors?.[0]?.extensions.code }, authorization).toEqual({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
  }
  expect((await app.as({ authorization: `bearer ${ada.accessToken}` }).ask('{ viewer { id } }')).status).toBe(200);
  expect(await app.as({ authorization: '' }).query('{ viewer { id } }')).toEqual({ viewer: null });
});

test('after 30 days a new key signs, and tokens of the old one stay valid until they expire', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  app.clock.advance(30 * day - 5 * minute);
  const old = await refresh(app.nobody, ada.refreshToken);
  app.clock.advance(6 * minute);
  const fresh = await refresh(app.nobody, old.refreshToken);
  expect(kidOf(fresh.accessToken)).not.toBe(kidOf(old.accessToken));
  expect(kidOf(old.accessToken)).toBe(kidOf(ada.accessToken));

  const ask = async (token: string) => (await bearer(app, token).ask('{ viewer { id } }')).status;
  expect(await ask(old.accessToken)).toBe(200);
  expect(await ask(fresh.accessToken)).toBe(200);
  const published = (await keySet(app)).keys.map(({ kid }) => String(kid));
  expect(published.sort()).toEqual([kidOf(old.accessToken), kidOf(fresh.accessToken)].sort());

  app.clock.advance(9 * minute);
  expect(await ask(old.accessToken)).toBe(401);
  expect(await ask(fresh.accessToken)).toBe(200);
  // A day after it retired, the old key is not published anymore.
  app.clock.advance(day);
  expect((await keySet(app)).keys.map(({ kid }) => kid)).toEqual([kidOf(fresh.accessToken)]);
});

test('the private key cannot be read from the database', async () => {
  const app = await createTestApp();
  await app.person();
  const row = await app.db.reads.signingKey.findFirstOrThrow();
  expect(JSON.stringify(row.publicJwk)).not.toContain('"d"');
  const everything = await everythingIn(app);
  const { d = '' } = (await signingKeyOf(app)).privateJwk;
  expect(d).toHaveLength(43);
  expect(everything).toContain(row.id);
  expect(everything).not.toContain(d);
  expect(everything).not.toContain(Buffer.from(d, 'base64url').toString('latin1'));
});

test('after a restart with the same secret, earlier tokens are valid and the same key signs', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const restarted = await createApp(app.config, { clock: app.clock, schema: testSchema() });
  try {
    const answer = await ask(restarted, ada.accessToken);
    expect(answer.status).toBe(200);
    const { accessToken } = await signIn(restarted, ada);
    expect(kidOf(accessToken)).toBe(kidOf(ada.accessToken));
    expect((await keySet(restarted)).keys).toHaveLength(1);
  } finally {
    await restarted.close();
  }
});

test('after a restart with another secret, a new key signs', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const config = { ...app.config, secret: 'another secret for the tests, 9876543210' };
  const restarted = await createApp(config, { clock: app.clock, schema: testSchema() });
  try {
    // Verification requires the public key only, so earlier tokens stay valid.
    expect((await ask(restarted, ada.accessToken)).status).toBe(200);
    const { accessToken } = await signIn(restarted, ada);
    expect(kidOf(accessToken)).not.toBe(kidOf(ada.accessToken));
    expect((await ask(restarted, accessToken)).status).toBe(200);
    expect((await keySet(restarted)).keys).toHaveLength(2);
  } finally {
    await restarted.close();
  }
});

type Fetching = { fetch(request: Request): Promise<Response> };

function post(app: Fetching, query: string, variables: object, headers: Record<string, string>): Promise<Response> {
  const body = JSON.stringify({ query, variables });
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  return app.fetch(new Request('http://waymark.test/graphql', init));
}

const ask = (app: Fetching, token: string) => post(app, '{ viewer { id } }', {}, { authorization: `Bearer ${token}` });

async function signIn(app: Fetching, { email, password }: { email: string; password: string }) {
  const query = `mutation ($email: String!, $password: String!) {
    signIn(input: { email: $email, password: $password }) { ... on SignInPayload { accessToken } }
  }`;
  const { data } = (await (await post(app, query, { email, password }, {})).json()) as {
    data: { signIn: { accessToken: string } };
  };
  return data.signIn;
}
