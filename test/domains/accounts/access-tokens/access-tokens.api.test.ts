import { expect, test } from 'vitest';
import { hashToken, randomToken } from '../../../../src/platform/security/crypto.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp, type Person, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { everythingIn } from '../../../support/rows.ts';

const created = 'token accessToken { id name scopes createdAt expiresAt lastUsedAt revokedAt }';
const list = '{ accessTokens { id name scopes expiresAt lastUsedAt revokedAt } }';
const minute = 60_000;

/** A script of a person, with its token. */
async function scriptOf(app: TestApp, person: SignedInPerson, input: object = {}) {
  const all = { name: 'script', scopes: ['READ', 'WRITE'], ...input };
  const { token, accessToken } = await person.mutate('createAccessToken', all, created);
  return { ...app.as({ authorization: `Bearer ${token}` }), token: token as string, id: accessToken.id as string };
}

test('a new access token is shown once, with its scopes', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { name: ' Backup ', scopes: ['READ'], expiresAt: 'P90D' };
  const made = await ada.mutate('createAccessToken', input, created);
  expect(made.token).toMatch(/^wm_pat_[\w-]{43}[0-9A-Za-z]{6}$/);
  expect(made.accessToken).toMatchObject({
    name: 'Backup',
    scopes: ['READ'],
    expiresAt: '2027-02-21T09:00:00.000Z',
    lastUsedAt: null,
    revokedAt: null,
  });
  const { accessTokens } = await ada.query(list);
  expect(accessTokens).toMatchObject([{ id: made.accessToken.id, name: 'Backup' }]);
  expect(JSON.stringify(accessTokens)).not.toContain(made.token);
  const one = await ada.query('query ($id: ID!) { accessToken(id: $id) { name } }', { id: made.accessToken.id });
  expect(one).toEqual({ accessToken: { name: 'Backup' } });
});

test('access tokens, refresh tokens and passwords are stored only as hashes', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const script = await scriptOf(app, ada);
  await script.query('{ viewer { id } }');
  const { token } = script;
  const everything = await everythingIn(app);
  expect(everything).toContain(ada.email);
  for (const secret of [token, token.slice('wm_pat_'.length), ada.refreshToken, ada.accessToken, ada.password]) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString('base64url'));
    expect(everything).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

test('an invalid access token input is refused with every problem', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const faulty = { name: ' ', scopes: ['WRITE'], expiresAt: '-PT1S' };
  const { __typename, issues } = await ada.mutate('createAccessToken', faulty, 'token');
  expect(__typename).toBe('InvalidInputError');
  const where = issues.map(({ path }: { path: string[] }) => path.join('.'));
  expect(where.sort()).toEqual(['input.expiresAt', 'input.name', 'input.scopes']);
  for (const input of [
    { ...faulty, name: 'x', scopes: [], expiresAt: null },
    { name: 'x', scopes: ['READ'], expiresAt: 'NOW' },
    { name: 'x', scopes: ['READ'], expiresAt: 'tomorrow' },
  ]) {
    expect((await ada.mutate('createAccessToken', input, 'token')).__typename).toBe('InvalidInputError');
  }
  expect(await app.db.reads.accessToken.count()).toBe(0);
});

test("a script reads and writes its owner's nodes with a token that has both scopes", async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const script = await scriptOf(app, ada);
  const task = await script.mutate('createTask', { title: 'From a script' });
  expect(await ada.query('{ tasks { nodes { id } } }')).toEqual({ tasks: { nodes: [{ id: task.id }] } });
  expect(await bob.query('{ tasks { nodes { id } } }')).toEqual({ tasks: { nodes: [] } });
  const changeSet = await app.db.reads.changeSet.findFirstOrThrow({ where: { name: 'createTask' } });
  expect(changeSet.actor).toBe(`token:${script.id.slice('AccessToken:'.length)}`);
});

test('a read-only token is forbidden every mutation', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const script = await scriptOf(app, ada, { scopes: ['READ'] });
  const { id } = await ada.mutate('createTask', { title: 'Here' });
  expect((await script.query('{ tasks { nodes { id } } }')).tasks.nodes).toEqual([{ id }]);
  const mutations = {
    createTask: 'createTask(input: { title: "No" }) { __typename }',
    completeTask: `completeTask(input: { id: "${id}" }) { __typename }`,
    trash: `trash(input: { id: "${id}" }) { __typename }`,
    createLabel: 'createLabel(input: { name: "No" }) { __typename }',
    setDailyFocus: 'setDailyFocus(input: { intention: "No" }) { __typename }',
    createEnergyEntry: 'createEnergyEntry(input: { energy: 1 }) { __typename }',
    recordEngagementPulse: 'recordEngagementPulse(input: { score: 1 }) { __typename }',
  };
  const before = await app.db.reads.changeSet.count();
  for (const [name, mutation] of Object.entries(mutations)) {
    const { data, errors } = await script.ask(`mutation { ${mutation} }`);
    expect({ data, code: errors?.[0]?.extensions.code, path: errors?.[0]?.path }, name).toEqual({
      data: null,
      code: 'FORBIDDEN',
      path: [name],
    });
  }
  expect(await app.db.reads.changeSet.count()).toBe(before);
});

test('no access token can change the account, its sessions or its tokens', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const script = await scriptOf(app, ada);
  const session = (await ada.query('{ sessions { id } }')).sessions[0].id;
  const mutations = {
    updateProfile: 'updateProfile(input: { name: "Eve" }) { __typename }',
    changePassword: `changePassword(input: { currentPassword: "${ada.password}", newPassword: "battery staple correct" })
      { __typename }`,
    deleteAccount: `deleteAccount(input: { email: "${ada.email}", password: "${ada.password}" }) { __typename }`,
    createAccessToken: 'createAccessToken(input: { name: "more", scopes: [READ, WRITE] }) { __typename }',
    revokeAccessToken: `revokeAccessToken(input: { id: "${script.id}" }) { __typename }`,
    revokeSession: `revokeSession(input: { id: "${session}" }) { __typename }`,
    signOut: 'signOut { __typename }',
    signOutEverywhere: 'signOutEverywhere { __typename }',
  };
  for (const [name, mutation] of Object.entries(mutations)) {
    const { data, errors } = await script.ask(`mutation { ${mutation} }`);
    expect({ data, code: errors?.[0]?.extensions.code }, name).toEqual({ data: null, code: 'FORBIDDEN' });
  }
  expect((await ada.query('{ viewer { name } }')).viewer.name).toBe('Ada');
  expect((await ada.query(list)).accessTokens).toHaveLength(1);
  expect((await script.ask('{ viewer { id } }')).status).toBe(200);
});

test('a token stops working when it expires, and leaves the list', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const script = await scriptOf(app, ada, { expiresAt: 'PT10M' });
  const forever = await scriptOf(app, ada);
  app.clock.advance(10 * minute - 1);
  expect((await script.ask('{ viewer { id } }')).status).toBe(200);
  app.clock.advance(1);
  expect(await script.ask('{ viewer { id } }')).toMatchObject({
    status: 401,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect((await ada.query(list)).accessTokens.map(({ id }: { id: string }) => id)).toEqual([forever.id]);
  app.clock.advance(10 * 365 * 24 * 60 * minute);
  expect((await forever.ask('{ viewer { id } }')).status).toBe(200);
});

test('a revoked token stops working at once, and cannot be revoked again', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [script, other] = [await scriptOf(app, ada), await scriptOf(app, ada)];
  expect(await ada.mutate('revokeAccessToken', { id: script.id }, 'id revokedAt')).toEqual({
    __typename: 'AccessToken',
    id: script.id,
    revokedAt: '2026-11-23T09:00:00.000Z',
  });
  expect((await script.ask('{ viewer { id } }')).status).toBe(401);
  expect((await other.ask('{ viewer { id } }')).status).toBe(200);
  expect((await ada.mutate('revokeAccessToken', { id: script.id })).__typename).toBe('NotFoundError');
  expect((await ada.query(list)).accessTokens).toHaveLength(1);
});

test('a token outlives the session that created it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const script = await scriptOf(app, ada);
  await ada.query('mutation { signOutEverywhere { __typename } }');
  expect((await script.ask('{ viewer { id } }')).status).toBe(200);
});

test('a token records its last use to within a minute', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const script = await scriptOf(app, ada);
  const lastUsed = async () => {
    await app.deferredWrites.flush();
    return (await ada.query(list)).accessTokens[0].lastUsedAt;
  };
  expect(await lastUsed()).toBeNull();
  await script.query('{ viewer { id } }');
  expect(await lastUsed()).toBe('2026-11-23T09:00:00.000Z');
  app.clock.advance(minute - 1);
  await script.query('{ viewer { id } }');
  expect(await lastUsed()).toBe('2026-11-23T09:00:00.000Z');
  app.clock.advance(1);
  await script.query('{ viewer { id } }');
  expect(await lastUsed()).toBe('2026-11-23T09:01:00.000Z');
});

test("another account's token is the same as one that does not exist", async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const script = await scriptOf(app, ada);
  const never = 'AccessToken:01900000-0000-7000-8000-000000000000';
  const revoke = `mutation ($id: ID!) {
    revokeAccessToken(input: { id: $id }) { __typename ... on NotFoundError { code message path } }
  }`;
  const answers = [await bob.ask(revoke, { id: script.id }), await bob.ask(revoke, { id: never })];
  const [theirs, nones] = answers.map(({ status, data, errors }) => ({ status, data, errors }));
  expect(theirs).toEqual(nones);
  expect(theirs?.data.revokeAccessToken).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'id'] });
  const node = 'query ($id: ID!) { node(id: $id) { id } }';
  expect(await bob.query(node, { id: script.id })).toEqual({ node: null });
  const byId = 'query ($id: ID!) { accessToken(id: $id) { id } }';
  expect(await bob.query(byId, { id: script.id })).toEqual({ accessToken: null });
  expect(await ada.query(node, { id: script.id })).toEqual({ node: { id: script.id } });
  expect((await bob.query(list)).accessTokens).toEqual([]);
  expect((await script.ask('{ viewer { id } }')).status).toBe(200);
});

test('an unknown token is refused', async () => {
  const app = await createTestApp();
  const { token } = await scriptOf(app, await app.person());
  for (const guess of ['wm_', 'wm_pat_', `${token}x`, token.slice(0, -1), token.toUpperCase(), `x${token}`]) {
    expect((await app.as({ authorization: `Bearer ${guess}` }).ask('{ viewer { id } }')).status, guess).toBe(401);
  }
});

test('a token with a wrong checksum is refused without a query', async () => {
  const app = await createTestApp();
  const { token } = await scriptOf(app, await app.person());
  const other = token.endsWith('0') ? '1' : '0';
  const mistyped = [
    `${token.slice(0, -1)}${other}`,
    token.replace(/^wm_pat_./, 'wm_pat_~'),
    `${token}0`,
    token.slice(0, -2),
  ];
  for (const text of [...mistyped, `wm_pat_${'a'.repeat(49)}`, 'wm_pat_', 'wm_other']) {
    const person = app.as({ authorization: `Bearer ${text}` });
    const statements = await app.counting(async () => expect((await person.ask('{ viewer { id } }')).status).toBe(401));
    expect([text, statements]).toEqual([text, 0]);
  }
});

test('a token from before there were checksums is valid', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const token = `wm_pat_${randomToken()}`;
  const accountId = ada.id.slice('Account:'.length);
  await transaction(app.systemContext(), 'createAccessToken', (tx) =>
    tx.write.accessToken.create({ accountId, name: 'old', tokenHash: hashToken(token), canWrite: true }),
  );
  expect(await app.as({ authorization: `Bearer ${token}` }).query('{ viewer { id } }')).toEqual({
    viewer: { id: ada.id },
  });
});

test('an account has at most 100 valid tokens', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const input = { name: 'script', scopes: ['READ'] };
  const ids: string[] = [];
  for (let count = 0; count < 100; count += 1) {
    const expiresAt = count === 0 ? 'PT10M' : null;
    const { accessToken } = await ada.mutate('createAccessToken', { ...input, expiresAt }, 'accessToken { id }');
    ids.push(accessToken.id);
  }
  const create = async (person = ada) => (await person.mutate('createAccessToken', input, 'token')).__typename;
  expect(await ada.mutate('createAccessToken', input, 'token')).toMatchObject({
    __typename: 'ConflictError',
    message: 'You have 100 valid access tokens. Revoke some that you do not need.',
  });
  expect(await create(bob)).toBe('CreateAccessTokenPayload');
  await ada.mutate('revokeAccessToken', { id: ids[50] });
  expect([await create(), await create()]).toEqual(['CreateAccessTokenPayload', 'ConflictError']);
  // An expired one does not count.
  app.clock.advance(10 * minute);
  expect([await create(), await create()]).toEqual(['CreateAccessTokenPayload', 'ConflictError']);
});

test('of concurrent creations no more succeed than there are tokens left', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const accountId = ada.id.slice('Account:'.length);
  await transaction(app.systemContext(), 'fill', (tx) =>
    tx.write.accessToken.createMany(
      Array.from({ length: 98 }, (_, index) => ({ accountId, name: 'x', tokenHash: String(index), canWrite: false })),
    ),
  );
  const input = { name: 'script', scopes: ['READ'] };
  const all = await Promise.all(Array.from({ length: 6 }, () => ada.mutate('createAccessToken', input, 'token')));
  expect(all.filter(({ __typename }) => __typename === 'CreateAccessTokenPayload')).toHaveLength(2);
});

test('a token with INTEGRATIONS manages webhooks and calendar feeds, and nothing else', async () => {
  const app = await createTestApp({ ALLOW_PRIVATE_ADDRESSES: 'on' });
  const ada = await app.person();
  const tokenOf = async (...scopes: string[]) => {
    const { token, accessToken } = await ada.mutate(
      'createAccessToken',
      { name: scopes.join(), scopes },
      'token accessToken { scopes }',
    );
    expect(accessToken.scopes).toEqual(scopes);
    return app.as({ authorization: `Bearer ${token}` });
  };
  const integrator = await tokenOf('READ', 'INTEGRATIONS');
  const { webhook } = await integrator.mutate('createWebhook', { url: 'http://127.0.0.1:9/' }, 'webhook { id }');
  expect(await integrator.mutate('updateWebhook', { id: webhook.id, isEnabled: false }, 'isEnabled')).toMatchObject({
    isEnabled: false,
  });
  expect((await integrator.mutate('createCalendarFeed', { name: 'Phone' }, 'url')).url).toContain('/calendar/');

  const refusal = async (who: Person, field: string) => {
    const { errors } = await who.ask(`mutation { ${field} { __typename } }`);
    return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
  };
  expect(await refusal(integrator, 'createTask(input: { title: "x" })')).toEqual({
    code: 'FORBIDDEN',
    message: 'This access token can only read. Use one with the scope WRITE.',
  });
  const writer = await tokenOf('READ', 'WRITE');
  expect(await refusal(writer, 'createCalendarFeed(input: { name: "x" })')).toEqual({
    code: 'FORBIDDEN',
    message: expect.stringContaining('with the scope INTEGRATIONS'),
  });
  for (const who of [writer, await tokenOf('READ', 'WRITE', 'INTEGRATIONS')]) {
    expect(await refusal(who, 'createAccessToken(input: { name: "x", scopes: [READ] })')).toEqual({
      code: 'FORBIDDEN',
      message: expect.stringMatching(/^This takes a session/),
    });
  }
});
