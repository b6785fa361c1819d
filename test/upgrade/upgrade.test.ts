import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { secretContext } from '../../src/domains/webhooks/webhooks/webhooks.rules.ts';
import { reindex } from '../../src/platform/search/reindex.ts';
import { tokenizerVersion } from '../../src/platform/search/tokenizer.ts';
import { leaveToCI } from '../support/services.ts';
import { byName, currentChange, currentValue, fieldNameIn } from './names.ts';
import { thenAndNow } from './nodes.ts';
import { expected, peopleOf, upgradedApp, type Values, withToken } from './released.ts';

/* A database of version 0.1, upgraded by the start: nobody's data is lost, and what clients keep goes on working. */

const change = 'type nodeId action nodeVersion at changeSet { id name } fields { name before after }';

test('every record of every account is the same', async (context) => {
  leaveToCI(context);
  const app = await upgradedApp();
  for (const { account, person } of peopleOf(app)) {
    expect(Object.keys(account.nodes).length).toBeGreaterThan(250);
    const [before, now] = await thenAndNow(person, account.nodes);
    expect(now).toEqual(before);
  }
}, 120_000);

test('the trash has the same nodes', async () => {
  const app = await upgradedApp();
  for (const { account, person } of peopleOf(app)) {
    const { trash } = await person.query('{ trash(first: 100) { nodes { type title trashedAt node { id } } } }');
    expect(account.trash.length).toBeGreaterThan(20);
    expect(trash.nodes).toEqual(account.trash);
  }
});

test('the whole history is the same, under the current names', async () => {
  const app = await upgradedApp();
  const query = `query ($after: String) { changeSets(first: 100, after: $after) {
    pageInfo { endCursor hasNextPage }
    nodes { id name at actor actorId changes(first: 25) { totalCount nodes { type nodeId action nodeVersion fields { name } } } }
  } }`;
  const inOrder = ({ changes, ...rest }: Values) => ({
    ...rest,
    changes: { ...changes, nodes: byName(changes.nodes) },
  });
  for (const { account, person } of peopleOf(app)) {
    const seen: Values[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { changeSets } = await person.query(query, { after });
      seen.push(...changeSets.nodes);
      after = changeSets.pageInfo.endCursor;
      more = changeSets.pageInfo.hasNextPage;
    }
    const was = account.operations.map(({ changes, ...operation }: Values) => ({
      ...(currentValue(operation) as Values),
      changes: {
        totalCount: changes.totalCount,
        nodes: changes.first.map(({ type, rowId, action, rowVersion, fields }: Values) => ({
          ...{ type, nodeId: rowId, action, nodeVersion: rowVersion },
          fields: fields.map((name: string) => ({ name: fieldNameIn(type, name) })),
        })),
      },
    }));
    expect(seen.map(inOrder)).toEqual(was.map(inOrder));
  }
});

test('the history of a record has the values of earlier changes, also if it is deleted', async () => {
  const app = await upgradedApp();
  const query = `query ($id: ID!) { history(id: $id, first: 100) { nodes { ${change} } } }`;
  for (const { account, person } of peopleOf(app)) {
    expect(account.removed.some((id: string) => id in account.history)).toBe(true);
    for (const [id, was] of Object.entries<Values[]>(account.history)) {
      const { history } = await person.query(query, { id });
      expect(byName(history.nodes), id).toEqual(byName(was.map(currentChange)));
    }
  }
});

test('a cursor from before the upgrade leads to the same changes, also within a change set', async () => {
  const app = await upgradedApp();
  const query = `query ($after: String) { changes(after: $after) {
    ... on ChangePage { cursor hasMore changes { ${change} } } ... on CursorExpiredError { code }
  } }`;
  const { ada, bob, olga } = expected.accounts;
  for (const { account, person } of peopleOf(app)) {
    const follow = async (cursor: string) => {
      const changes: Values[] = [];
      for (let after = cursor, more = true; more; ) {
        const page = (await person.query(query, { after })).changes;
        changes.push(...page.changes);
        after = page.cursor;
        more = page.hasMore;
        if (!more) return { changes: byName(changes), next: after };
      }
      throw new Error('There is no last page.');
    };
    const { after, within, fromPopulate, now } = account.changes;
    const was = byName(after.changes.map(currentChange));
    expect(await follow(after.cursor)).toEqual({ changes: was, next: after.next });
    expect((await follow(within.cursor)).changes).toEqual(was.slice(within.seenBefore));
    expect((await follow(fromPopulate.cursor)).changes).toHaveLength(fromPopulate.count);
    expect(await follow(now)).toEqual({ changes: [], next: now });
  }
  const owner = await app.nobody.mutate('signIn', { email: olga.email, password: olga.password }, 'accessToken');
  const pruned = await withToken(app, owner.accessToken).query(query, { after: olga.changes.expired });
  expect(pruned.changes).toEqual({ code: 'CURSOR_EXPIRED' });
  expect(ada.changes.now).not.toBe(bob.changes.now);
});

test('every kind of earlier change set can be undone and redone after the upgrade', async (context) => {
  leaveToCI(context);
  const app = await upgradedApp();
  app.clock.advance(60_000);
  const [{ account, person }] = peopleOf(app);
  expect(account.undoable.length).toBeGreaterThan(35);
  for (const { what, operationId, rowsAfterUndo } of account.undoable) {
    const undone = await person.mutate('undoChangeSet', { changeSetId: currentValue(operationId) }, 'id');
    expect(undone, what).toMatchObject({ __typename: 'ChangeSet' });
    const [before, now] = await thenAndNow(person, rowsAfterUndo);
    expect(now, what).toEqual(before);
    const again = await person.mutate('undoChangeSet', { changeSetId: undone.id }, 'id');
    expect(again, `${what}, again`).toMatchObject({ __typename: 'ChangeSet' });
    await person.mutate('undoChangeSet', { changeSetId: again.id }, 'id');
  }
  for (const { operationId, rows } of account.conflicting) {
    const input = { changeSetId: currentValue(operationId) };
    expect(await person.mutate('undoChangeSet', input)).toMatchObject({ __typename: 'ConflictError' });
    expect(rows).toHaveLength(1);
  }
}, 120_000);

test('records can be trashed and restored, and search finds them', async () => {
  const app = await upgradedApp();
  const [{ person }] = peopleOf(app);
  const found = async () =>
    (await person.query('{ search(text: "Bäume wachsen") { nodes { node { id } } } }')).search.nodes.map(
      ({ node }: Values) => node.id,
    );
  const [id] = await found();
  expect(id).toMatch(/^Learning:/);
  await person.mutate('trash', { id });
  expect(await found()).not.toContain(id);
  await person.mutate('restore', { id });
  expect(await found()).toContain(id);
  const [old] = (await person.query('{ trash(first: 1, types: [TASK]) { nodes { node { id } } } }')).trash.nodes;
  expect(await person.mutate('restore', { id: old.node.id })).toMatchObject({ id: old.node.id });
});

test('all credentials work as before: password, token, cookie, link and refresh token', async () => {
  const app = await upgradedApp();
  const viewer = '{ viewer { id } }';
  for (const { id, email, password } of Object.values(expected.accounts)) {
    expect(await app.nobody.mutate('signIn', { email, password }, 'account { id }')).toMatchObject({ account: { id } });
  }
  for (const { account } of peopleOf(app)) {
    const { id, accessTokens, session, cookie, signInLink } = account;
    const { write, read, expiring, revoked } = accessTokens;
    for (const token of [write.token, read.token, expiring.token, session.accessToken]) {
      expect(await withToken(app, token).query(viewer)).toEqual({ viewer: { id } });
    }
    const { errors } = await withToken(app, revoked.token).ask(viewer);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await app.as({ cookie, 'x-waymark-csrf': '1' }).query(viewer)).toEqual({ viewer: { id } });
    const { refreshToken } = session;
    const refreshed = await app.nobody.mutate('refreshSession', { refreshToken }, 'account { id }');
    expect(refreshed).toMatchObject({ account: { id } });
    const url = `${expected.publicUrl}/sign-in?token=${signInLink}`;
    const response = await app.fetch(new Request(url, { redirect: 'manual' }));
    expect(response.headers.get('set-cookie')).toContain('waymark_session=');
  }
});

test('calendar feeds, webhooks and idempotency keys work as before', async () => {
  const app = await upgradedApp();
  const { vault } = app.systemContext().app;
  for (const { account, person } of peopleOf(app)) {
    const { calendarFeed, webhooks, idempotency } = account;
    const feed = await (await app.fetch(new Request(calendarFeed.url))).text();
    expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(calendarFeed.events);
    expect((await app.fetch(new Request(calendarFeed.revokedUrl))).status).toBe(404);
    for (const { id, secret } of webhooks) {
      const [, uuid = ''] = id.split(':');
      const { encryptedSecret } = await app.db.reads.webhook.findUniqueOrThrow({ where: { id: uuid } });
      expect(vault.open(encryptedSecret, secretContext(uuid))).toBe(secret);
    }
    const headers = { 'idempotency-key': idempotency.key };
    const { errors } = await person.ask('mutation { emptyTrash(input: {}) { __typename } }', {}, headers);
    expect(errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
  }
});

test('the server runs the jobs that were waiting, under their current names', async () => {
  const nowhere: LookupFunction = (_host, _options, callback) => callback(new Error('There is no such host.'), []);
  const app = await upgradedApp({ lookup: nowhere });
  const waiting = await app.db.reads.job.findMany({ where: { state: 'WAITING' } });
  expect(new Set(waiting.map(({ kind }) => kind))).toContain('deliverWebhook');
  await app.worker.work();
  const dead = await app.db.reads.job.findMany({ where: { state: 'DEAD' } });
  expect(dead.map(({ kind }) => kind)).toEqual(['fixtureFails']);
  expect(await app.db.reads.job.count({ where: { kind: 'forgetKeys' } })).toBe(0);
});

test('search finds what it found before, and after the job everything that it finds in new records', async () => {
  const app = await upgradedApp();
  const [{ person }] = peopleOf(app);
  const count = async (text: string) =>
    (await person.query('query ($text: String!) { search(text: $text) { totalCount } }', { text })).search.totalCount;
  const earlier = () => app.db.reads.searchDocument.count({ where: { tokenizer: { lt: tokenizerVersion } } });
  expect(await earlier()).toBeGreaterThan(300);
  const before = await count('Bäume wachsen');
  expect([before > 0, await count('baeume wachsen'), await count('baume waschen')]).toEqual([true, 0, 0]);
  const order = () => app.db.reads.searchDocument.findMany({ select: { rowId: true }, orderBy: { number: 'asc' } });
  const documents = await order();
  await app.worker.work();
  expect(await earlier()).toBe(0);
  expect(await order()).toEqual(documents);
  for (const text of ['Bäume wachsen', 'BAUM wachsen', 'baume wachsen', 'Baeume wachsen', 'Bäume wahcsen'])
    expect([text, await count(text)]).toEqual([text, before]);
  // The next start finds nothing to do.
  await reindex(app.systemContext().app);
  expect(await app.db.reads.job.count({ where: { kind: 'retokenizeDocuments', state: 'WAITING' } })).toBe(0);
});
