import { expect, test } from 'vitest';
import { createTestApp, type Person, secondApp } from '../../../support/app.ts';

/* A viewer that a server keeps is never one that it knows to be no more, and elsewhere for a second at most. */

const name = async (person: Person) => (await person.ask('{ viewer { name timeZone } }')).data?.viewer ?? null;
const asks = async (person: Person) => (await person.ask('{ viewer { name } }')).status;
const writes = async (person: Person) => {
  const { data, errors } = await person.ask('mutation { createLabel(input: { name: "A" }) { __typename } }');
  return errors?.[0]?.extensions.code ?? data.createLabel.__typename;
};

test('asking again costs no statement', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await asks(ada);
  expect(await app.counting(() => ada.ask('{ __typename }'))).toBe(0);
});

test('what ends a session here is seen with the next request', async () => {
  const app = await createTestApp();
  for (const mutation of ['signOut', 'signOutEverywhere', 'deleteAccount']) {
    const ada = await app.person();
    expect(await asks(ada)).toBe(200);
    const { email, password } = ada;
    await ada.mutate(mutation, mutation === 'deleteAccount' ? { email, password } : {}, '__typename');
    expect(await asks(ada), mutation).toBe(401);
  }
});

test('a changed password ends the other sessions at once', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { email, password } = ada;
  const { accessToken } = await app.nobody.mutate('signIn', { email, password }, 'accessToken');
  const other = app.as({ authorization: `Bearer ${accessToken}` });
  expect(await asks(other)).toBe(200);
  await ada.mutate('changePassword', { currentPassword: password, newPassword: `${password} anew` }, '__typename');
  expect([await asks(ada), await asks(other)]).toEqual([200, 401]);
});

test('an access token that is revoked or has expired is refused at once', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const expiresAt = new Date(app.clock.now().getTime() + 500).toISOString();
  const made = await ada.mutate('createAccessToken', { name: 'A', scopes: ['READ'] }, 'token accessToken { id }');
  const short = await ada.mutate('createAccessToken', { name: 'B', scopes: ['READ'], expiresAt }, 'token');
  const [token, brief] = [made, short].map((one) => app.as({ authorization: `Bearer ${one.token}` })) as [
    Person,
    Person,
  ];
  expect([await asks(token), await asks(brief)]).toEqual([200, 200]);
  expect(await writes(token)).toBe('FORBIDDEN');
  app.clock.advance(500);
  expect(await asks(brief)).toBe(401);
  await ada.mutate('revokeAccessToken', { id: made.accessToken.id }, '__typename');
  expect(await asks(token)).toBe(401);
});

test('a new name and time zone are those of the next request', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await asks(ada);
  await ada.mutate('updateProfile', { name: 'Grace', timeZone: 'Asia/Tokyo' }, '__typename');
  expect(await name(ada)).toEqual({ name: 'Grace', timeZone: 'Asia/Tokyo' });
});

test('what another server ends or changes is seen within a second', async () => {
  const app = await createTestApp();
  const other = await secondApp(app);
  const ada = await app.person();
  const there = other.as({ authorization: `Bearer ${ada.accessToken}` });
  expect(await asks(there)).toBe(200);
  await ada.mutate('updateProfile', { name: 'Grace' }, '__typename');
  app.clock.advance(1_000);
  other.clock.advance(1_000);
  expect((await name(there)).name).toBe('Grace');
  await ada.mutate('signOut', {}, '__typename');
  app.clock.advance(1_000);
  other.clock.advance(1_000);
  expect(await asks(there)).toBe(401);
});
