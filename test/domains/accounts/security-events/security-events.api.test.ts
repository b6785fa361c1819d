import { expect, test } from 'vitest';
import { securityEventRetention } from '../../../../src/domains/accounts/security-events/security-events.service.ts';
import { refreshGrace } from '../../../../src/domains/accounts/sessions/sessions.rules.ts';
import type { RowWriter } from '../../../../src/platform/database/row-writer.ts';
import { deleteExpired } from '../../../../src/platform/jobs/retention.ts';
import { createTestApp, type Person, type TestApp } from '../../../support/app.ts';
import { openLink, ownersLink } from '../../../support/browser.ts';
import { failWrites } from '../../../support/failing-writes.ts';
import { everythingIn } from '../../../support/rows.ts';

const fields = 'id kind at count address userAgent sessionId accessTokenId';
const list = `query ($filter: SecurityEventFilter, $orderBy: [SecurityEventOrder!], $first: Int, $after: String) {
  securityEvents(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } nodes { ${fields} }
  }
}`;
const hour = 60 * 60 * 1000;
const day = 24 * hour;

interface Event {
  id: string;
  kind: string;
  at: string;
  count: number;
  address: string | null;
  userAgent: string;
  sessionId: string | null;
  accessTokenId: string | null;
}

async function eventsOf(app: TestApp, person: Person, variables: object = {}): Promise<Event[]> {
  await app.deferredWrites.flush();
  return (await person.query(list, { first: 100, ...variables })).securityEvents.nodes;
}
const kindsOf = async (app: TestApp, person: Person) => (await eventsOf(app, person)).map(({ kind }) => kind);
const ofKind = (kind: string) => ({ filter: { kind: { eq: kind } } });
const from = (address: string, userAgent = 'program') => ({ 'x-forwarded-for': address, 'user-agent': userAgent });

test('signing in, out and everywhere, revoking a session and changing the password are events with their client', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { email, password } = ada;
  const signIn = async (address: string) => {
    const client = app.as(from(address));
    const { accessToken } = await client.mutate('signIn', { email, password }, 'accessToken');
    const person = app.as({ ...from(address), authorization: `Bearer ${accessToken}` });
    const { sessions } = await person.query('{ sessions { id isCurrent } }');
    return { ...person, sessionId: sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).id as string };
  };
  const steps: [kind: string, step: () => Promise<{ by: string; sessionId: string }>][] = [
    ['SIGNED_IN', async () => ({ by: '10.9.0.1', sessionId: (await signIn('10.9.0.1')).sessionId })],
    [
      'SIGNED_OUT',
      async () => {
        const phone = await signIn('10.9.0.2');
        await phone.query('mutation { signOut { __typename } }');
        return { by: '10.9.0.2', sessionId: phone.sessionId };
      },
    ],
    [
      'SESSION_REVOKED',
      async () => {
        const { sessionId } = await signIn('10.9.0.3');
        await app
          .as({ ...from('10.9.0.4'), authorization: `Bearer ${ada.accessToken}` })
          .mutate('revokeSession', { id: sessionId });
        return { by: '10.9.0.4', sessionId };
      },
    ],
    [
      'PASSWORD_CHANGED',
      async () => {
        const laptop = await signIn('10.9.0.5');
        const input = { currentPassword: password, newPassword: 'battery staple correct' };
        await laptop.mutate('changePassword', input, 'endedSessionCount');
        return { by: '10.9.0.5', sessionId: laptop.sessionId };
      },
    ],
    [
      'SIGNED_OUT_EVERYWHERE',
      async () => {
        const client = app.as(from('10.9.0.6'));
        const again = { email, password: 'battery staple correct' };
        const { accessToken } = await client.mutate('signIn', again, 'accessToken');
        const person = app.as({ ...from('10.9.0.6'), authorization: `Bearer ${accessToken}` });
        const { sessions } = await person.query('{ sessions { id isCurrent } }');
        await person.query('mutation { signOutEverywhere { __typename } }');
        return { by: '10.9.0.6', sessionId: sessions.find((one: { isCurrent: boolean }) => one.isCurrent).id };
      },
    ],
  ];
  const told: Record<string, { by: string; sessionId: string }> = {};
  for (const [kind, step] of steps) {
    app.clock.advance(1_000);
    told[kind] = await step();
  }
  const { accessToken } = await app.nobody.mutate(
    'signIn',
    { email, password: 'battery staple correct' },
    'accessToken',
  );
  const reader = app.as({ authorization: `Bearer ${accessToken}` });
  for (const [kind, { by, sessionId }] of Object.entries(told)) {
    const events = await eventsOf(app, reader, ofKind(kind));
    expect(events, kind).toContainEqual(
      expect.objectContaining({ kind, address: by, userAgent: 'program', sessionId, accessTokenId: null, count: 1 }),
    );
  }
  // The newest comes first.
  const times = (await eventsOf(app, reader)).map(({ at }) => at);
  expect(times).toEqual(times.toSorted().reverse());
});

test('a sign-in link and a sign-up are sign-ins', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await eventsOf(app, ada)).toMatchObject([
    { kind: 'SIGNED_IN', sessionId: expect.stringMatching(/^Session:/) },
  ]);
  const opened = await openLink(app, await ownersLink(app));
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const owner = app.as({ cookie, 'x-waymark-csrf': '1' });
  expect(await kindsOf(app, owner)).toEqual(['SIGNED_IN']);
});

test('a replayed refresh token is an event that is committed with the end of its session', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { email, password } = ada;
  const thief = app.as(from('10.66.0.1', 'thief'));
  const refresh = (person: Person) =>
    person.mutate('refreshSession', { refreshToken: ada.refreshToken }, 'accessToken');
  expect((await refresh(app.nobody)).__typename).toBe('RefreshSessionPayload');
  app.clock.advance(refreshGrace);
  expect((await refresh(thief)).__typename).toBe('InvalidRefreshTokenError');
  // Written already: nothing is left to be written later.
  const stored = await app.db.reads.securityEvent.findMany({ where: { kind: 'REFRESH_TOKEN_REPLAYED' } });
  expect(stored).toHaveLength(1);
  const { accessToken } = await app.nobody.mutate('signIn', { email, password }, 'accessToken');
  const again = app.as({ authorization: `Bearer ${accessToken}` });
  const [replay] = await eventsOf(app, again, ofKind('REFRESH_TOKEN_REPLAYED'));
  expect(replay).toMatchObject({ address: '10.66.0.1', userAgent: 'thief', count: 1, accessTokenId: null });
  const session = await again.query('query ($id: ID!) { session(id: $id) { revokedAt } }', { id: replay?.sessionId });
  expect(session).toEqual({ session: { revokedAt: replay?.at } });
  // A replay after that is counted, and nothing of it is anybody else's.
  await refresh(thief);
  expect(await eventsOf(app, again, ofKind('REFRESH_TOKEN_REPLAYED'))).toMatchObject([{ id: replay?.id, count: 2 }]);
  expect(await kindsOf(app, bob)).toEqual(['SIGNED_IN']);
});

test('if a replay cannot be recorded, the session is not ended either', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await app.deferredWrites.flush();
  const refresh = () =>
    app.nobody.ask('mutation ($t: String!) { refreshSession(input: { refreshToken: $t }) { __typename } }', {
      t: ada.refreshToken,
    });
  await refresh();
  app.clock.advance(refreshGrace);
  const recover = failWrites(app, (write) => (work, ...more) => {
    const withoutEvents = (rows: RowWriter): RowWriter => ({
      ...rows,
      insertAndReturn: (key, given) =>
        key === 'securityEvent' ? Promise.reject(new Error('full')) : rows.insertAndReturn(key, given),
    });
    return write((client, rows, db) => work(client, withoutEvents(rows), db), ...more);
  });
  expect((await refresh()).errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
  expect(await app.db.reads.session.count({ where: { revokedAt: null } })).toBe(1);
  recover();
  expect((await refresh()).data.refreshSession.__typename).toBe('InvalidRefreshTokenError');
  expect(await app.db.reads.session.count({ where: { revokedAt: null } })).toBe(0);
});

test('failed sign-ins are written after the response, for accounts that exist, and in few events', async () => {
  const app = await createTestApp({}, { passwords: { hash: async () => 'hash', matches: async () => false } });
  const ada = await app.person();
  await app.deferredWrites.flush();
  const guess = (email: string, address: string) =>
    app.as(from(address)).mutate('signIn', { email, password: 'wrong' }, 'accessToken');
  const taken = (email: string) => app.counting(() => guess(email, '10.66.0.1'));
  expect(await taken(ada.email)).toBe(await taken('nobody@example.org'));
  await guess(ada.email, '10.66.0.1');
  expect(await app.db.reads.securityEvent.count({ where: { kind: 'SIGN_IN_FAILED' } })).toBe(0);
  expect(await eventsOf(app, ada, ofKind('SIGN_IN_FAILED'))).toMatchObject([
    { count: 2, address: '10.66.0.1', userAgent: 'program', sessionId: null },
  ]);
  // A flood from many addresses: 20 events within the hour, and one that counts the rest.
  for (let address = 2; address < 40; address += 1) await guess(ada.email, `10.66.0.${address}`);
  const events = await eventsOf(app, ada, ofKind('SIGN_IN_FAILED'));
  expect(events).toHaveLength(21);
  expect(events.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  const [rest, ...others] = events.filter(({ address }) => address === null);
  expect([rest?.count, rest?.userAgent, others]).toEqual([19, '', []]);
  app.clock.advance(hour);
  await guess(ada.email, '10.66.0.1');
  const fresh = await app.db.reads.securityEvent.count({ where: { kind: 'SIGN_IN_FAILED' } });
  await app.deferredWrites.flush();
  expect(await app.db.reads.securityEvent.count({ where: { kind: 'SIGN_IN_FAILED' } })).toBe(fresh + 1);
});

test('signing in succeeds while nothing can be recorded', async () => {
  const app = await createTestApp();
  const { email, password } = await app.person();
  await app.nobody.mutate('signIn', { email, password }, 'accessToken');
  const recover = failWrites(app);
  await app.deferredWrites.flush();
  recover();
  expect(await app.db.reads.securityEvent.count()).toBe(0);
  const signedIn = await app.nobody.mutate('signIn', { email, password }, 'accessToken');
  expect(signedIn.__typename).toBe('SignInPayload');
  // What could not be written is written later.
  await app.deferredWrites.flush();
  expect(await app.db.reads.securityEvent.count()).toBe(3);
});

test('events of an account that was deleted meanwhile are dropped, and others written', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  await ada.mutate('deleteAccount', { email: ada.email, password: ada.password }, 'deletedAccountId');
  expect(await kindsOf(app, bob)).toEqual(['SIGNED_IN']);
  expect(await app.db.reads.securityEvent.count()).toBe(1);
});

test('access tokens have events: created, used from a new address, revoked', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { name: 'script', scopes: ['READ'] };
  const { token, accessToken } = await ada.mutate('createAccessToken', input, 'token accessToken { id }');
  const script = (address: string) => app.as({ ...from(address, 'curl'), authorization: `Bearer ${token}` });
  for (const address of ['10.9.0.1', '10.9.0.1', '10.9.0.2', '2001:db8::1', '2001:db8::2', '10.9.0.1']) {
    await script(address).query('{ viewer { id } }');
    await app.deferredWrites.flush();
  }
  await ada.mutate('revokeAccessToken', { id: accessToken.id });
  const events = await eventsOf(app, ada, { filter: { accessTokenId: { eq: accessToken.id } } });
  const told = events.map(({ kind, address, userAgent }) => [kind, address, userAgent]);
  expect(told).toHaveLength(5);
  expect(told).toEqual(
    expect.arrayContaining([
      ['TOKEN_CREATED', expect.any(String), ''],
      ['TOKEN_USED_FROM_NEW_ADDRESS', '10.9.0.1', 'curl'],
      ['TOKEN_USED_FROM_NEW_ADDRESS', '10.9.0.2', 'curl'],
      ['TOKEN_USED_FROM_NEW_ADDRESS', '2001:db8::1', 'curl'],
      ['TOKEN_REVOKED', expect.any(String), ''],
    ]),
  );
});

test('a wrong password while signed in, and another email address, are events', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const newPassword = 'battery staple correct';
  await ada.mutate('changePassword', { currentPassword: 'wrong', newPassword }, 'endedSessionCount');
  await ada.mutate('updateProfile', { email: 'new@example.org' });
  await ada.mutate('updateProfile', { email: 'new@example.org', name: 'Ada L.' });
  const kinds = await kindsOf(app, ada);
  expect(kinds.toSorted()).toEqual(['EMAIL_CHANGED', 'PASSWORD_CHECK_FAILED', 'SIGNED_IN']);
});

test('the list has pages, a filter and an order, and everybody sees their own events only', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  await app.deferredWrites.flush();
  for (let number = 0; number < 4; number += 1) {
    app.clock.advance(1_000);
    await ada.mutate('createAccessToken', { name: `T${number}`, scopes: ['READ'] }, 'token');
  }
  const first = (await ada.query(list, { first: 3 })).securityEvents;
  expect([first.totalCount, first.nodes.length, first.pageInfo.hasNextPage]).toEqual([5, 3, true]);
  const rest = (await ada.query(list, { first: 3, after: first.pageInfo.endCursor })).securityEvents;
  expect(rest.nodes.map(({ kind }: Event) => kind)).toEqual(['TOKEN_CREATED', 'SIGNED_IN']);
  const all = [...first.nodes, ...rest.nodes] as Event[];
  const oldest = await eventsOf(app, ada, { orderBy: [{ field: 'AT', direction: 'ASC' }] });
  expect(oldest).toEqual(all.toReversed());
  const later = await eventsOf(app, ada, {
    filter: { at: { gt: '2026-11-23T09:00:02Z' }, ...ofKind('TOKEN_CREATED').filter },
  });
  expect(later).toHaveLength(2);
  const byId = 'query ($id: ID!) { securityEvent(id: $id) { kind } node(id: $id) { id } }';
  expect(await ada.query(byId, { id: all[0]?.id })).toMatchObject({ securityEvent: { kind: 'TOKEN_CREATED' } });
  expect(await bob.query(byId, { id: all[0]?.id })).toEqual({ securityEvent: null, node: null });
  expect(await eventsOf(app, bob)).toMatchObject([{ kind: 'SIGNED_IN' }]);
  const { errors } = await app.nobody.ask('{ securityEvents { totalCount } }');
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('failures are kept for 90 days, all else for 400', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await app.nobody.mutate('signIn', { email: ada.email, password: 'wrong' }, 'accessToken');
  await app.deferredWrites.flush();
  const kept = async () => {
    await deleteExpired(app.systemContext(), 'deleteOldSecurityEvents', securityEventRetention);
    return (await app.db.reads.securityEvent.findMany()).map(({ kind }) => kind).sort();
  };
  app.clock.advance(90 * day);
  expect(await kept()).toEqual(['SIGNED_IN', 'SIGN_IN_FAILED']);
  app.clock.advance(1);
  expect(await kept()).toEqual(['SIGNED_IN']);
  app.clock.advance(310 * day - 1);
  expect(await kept()).toEqual(['SIGNED_IN']);
  app.clock.advance(1);
  expect(await kept()).toEqual([]);
});

test('events are no part of an export or of the history, and hold no secret', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'script', scopes: ['READ'] }, 'token');
  await app.as({ authorization: `Bearer ${token}` }).query('{ viewer { id } }');
  await app.deferredWrites.flush();
  const headers = { authorization: `Bearer ${ada.accessToken}` };
  const exported = await (await app.fetch(new Request('http://waymark.test/export', { headers }))).text();
  expect(exported).not.toContain('SecurityEvent');
  expect(await app.db.reads.change.count({ where: { model: 'SecurityEvent' } })).toBe(0);
  const events = await app.db.reads.securityEvent.findMany();
  expect(await everythingIn(app)).toContain('TOKEN_USED_FROM_NEW_ADDRESS');
  for (const secret of [token, ada.password, ada.refreshToken]) expect(JSON.stringify(events)).not.toContain(secret);
});
