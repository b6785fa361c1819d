import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { pruneHistory } from '../../../../src/domains/history/changes/changes.service.ts';
import { openDatabase } from '../../../../src/platform/database/database.ts';
import { createTestApp, type SignedInPerson, secondApp } from '../../../support/app.ts';
import { interposed } from '../../../support/interposed.ts';

const changesQuery = `query ($after: String, $first: Int, $types: [NodeType!]) {
  changes(after: $after, first: $first, types: $types) {
    __typename
    ... on ChangePage {
      cursor hasMore
      changes { type nodeId action nodeVersion at changeSet { name } node { id ... on Task { title labels { name } } } }
    }
    ... on Error { code message }
    ... on InvalidInputError { issues { path message } }
  }
}`;

const logQuery = `query ($id: ID!) {
  changeSets(first: 6) { nodes { changes { totalCount nodes { changeSet { id } } } } }
  history(id: $id) { totalCount nodes { at changeSet { name } } }
}`;

const ask = async (person: SignedInPerson, variables: object = {}) =>
  (await person.query(changesQuery, variables)).changes;
const cursorOf = async (person: SignedInPerson): Promise<string> => (await ask(person)).cursor;
const written = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

test('changes after a cursor come once, in order, with the current node', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Before' });
  const start = await ask(ada);
  expect(start).toEqual({ __typename: 'ChangePage', cursor: expect.any(String), hasMore: false, changes: [] });
  const { id: label } = await ada.mutate('createLabel', { name: 'Home' });
  const { id } = await ada.mutate('createTask', { title: 'One', labelIds: [label] });
  await ada.mutate('updateTask', { id, title: 'Two', labelIds: [] });
  const page = await ask(ada, { after: start.cursor });
  const [made, task, renamed] = page.changes;
  expect(page.changes.length).toBe(3);
  expect(made).toMatchObject({ type: 'LABEL', nodeId: label, action: 'CREATE', nodeVersion: 1 });
  const node = { id, title: 'Two', labels: [] };
  expect(task).toMatchObject({ type: 'TASK', nodeId: id, action: 'CREATE', nodeVersion: 1, node });
  expect(renamed).toEqual({
    type: 'TASK',
    nodeId: id,
    action: 'UPDATE',
    nodeVersion: 2,
    at: '2026-11-23T09:00:00.000Z',
    changeSet: { name: 'updateTask' },
    node,
  });
  const rest = await ask(ada, { after: page.cursor });
  expect(rest).toMatchObject({ changes: [], hasMore: false, cursor: page.cursor });
});

test('trashing is a change, and the change of a deletion has a null node', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'Short' });
  const after = await cursorOf(ada);
  await ada.mutate('trash', { id });
  const trashed = await ask(ada, { after });
  expect(trashed.changes).toMatchObject([{ action: 'UPDATE', nodeId: id, node: { id } }]);
  await ada.mutate('emptyTrash', {}, 'deletedCount');
  const removed = await ask(ada, { after: trashed.cursor });
  expect(removed.changes).toMatchObject([{ action: 'DELETE', nodeId: id, nodeVersion: 2, node: null }]);
});

test('a page can end within a change set, and its cursor continues there', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'Above' });
  for (const title of ['a', 'b', 'c']) await ada.mutate('createTask', { title, parentId: id });
  const first = await cursorOf(ada);
  await ada.mutate('trash', { id });
  const seen: string[] = [];
  let page = { cursor: first, hasMore: true, changes: [] as { nodeId: string }[] };
  while (page.hasMore) {
    page = await ask(ada, { after: page.cursor, first: 1 });
    seen.push(...page.changes.map(({ nodeId }) => nodeId));
  }
  expect(seen.length).toBe(4);
  expect(new Set(seen).size).toBe(4);
  expect((await ask(ada, { after: page.cursor })).changes).toEqual([]);
});

test('changes can be limited to types, including the account, and cursors skip what is left out', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const after = await cursorOf(ada);
  await ada.mutate('createTask', { title: 'Left out' });
  await ada.mutate('updateProfile', { name: 'Countess' });
  await ada.mutate('createTask', { title: 'Left out too' });
  const page = await ask(ada, { after, types: ['ACCOUNT'] });
  expect(page.changes).toMatchObject([{ type: 'ACCOUNT', nodeId: ada.id, action: 'UPDATE', node: { id: ada.id } }]);
  expect((await ask(ada, { after: page.cursor })).changes).toEqual([]);
});

test('a forged cursor is an invalid input', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = '019a0000-0000-7000-8000-000000000000';
  const bad = ['', 'x', written([]), written(['changes', -1, null, id]), written(['changes', 1, 2, 'x'])];
  bad.push(written(['changes', 0, null, id]), written(['changes', 1e12, null, id]), written(['other', 1, null, id]));
  for (const after of bad) {
    expect(await ask(ada, { after })).toEqual({
      __typename: 'InvalidInputError',
      code: 'INVALID_INPUT',
      message: expect.any(String),
      issues: [{ path: ['after'], message: 'must be a cursor of changes, changed or a change set' }],
    });
  }
  const later = await ask(ada, { after: written(['changes', 999, null, id]) });
  expect(later.issues).toEqual([{ path: ['after'], message: 'must not be later than the last change' }]);
});

test('a cursor of another history has expired: of another account, or of a restored database', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  for (const person of [ada, bob]) await person.mutate('createTask', { title: 'Same sequence' });
  const hers = await cursorOf(ada);
  expect(await ask(bob, { after: hers })).toMatchObject({ __typename: 'CursorExpiredError', code: 'CURSOR_EXPIRED' });
  const his = await ask(bob, { after: await cursorOf(bob) });
  expect(his.changes).toEqual([]);
});

test('a cursor outlives a restart, and one before the kept history is expired', async () => {
  const app = await createTestApp({ WAYMARK_HISTORY_DAYS: '10' });
  const ada = await app.person();
  const [old, id] = [await cursorOf(ada), (await ada.mutate('createTask', { title: 'Old' })).id];
  const last = await cursorOf(ada);
  app.clock.set('2026-12-03T09:00:00Z');
  // The access token is long past: she asks with a new one.
  const again = await signedInAgain(app, ada);
  expect(await pruneHistory(app.systemContext())).toBe(0);
  await again.mutate('createTask', { title: 'New' });
  app.clock.set('2026-12-03T09:00:01Z');
  // What was made ten days and a second ago.
  expect(await pruneHistory(app.systemContext())).toBe(2);
  expect(await ask(again, { after: old })).toMatchObject({ __typename: 'CursorExpiredError' });
  expect(await ask(again, { after: last })).toMatchObject({ __typename: 'CursorExpiredError' });
  const { history } = await again.query('query ($id: ID!) { history(id: $id) { totalCount } }', { id });
  expect(history.totalCount).toBe(0);
  const now = await cursorOf(again);
  expect((await ask(again, { after: now })).changes).toEqual([]);
  expect(await pruneHistory(app.systemContext(), new Date('2030-01-01'))).toBe(0);
});

test('pruning during a read leaves no gap: the page is complete, or expired', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const reads: string[] = [];
  let forgetBefore = -1;
  let oldest = '';
  let before: Date;
  const database = interposed(await openDatabase(app.config.database), async (model) => {
    if (model !== 'change' && model !== 'changeSet') return;
    if (reads.push(model) - 1 === forgetBefore) await pruneHistory(app.systemContext(), before);
  });
  const reader = (await secondApp(app, {}, { database })).again(ada);
  const titles = Array.from('ABCDEF');
  const outcomes = [];
  for (forgetBefore = -1; forgetBefore < reads.length; forgetBefore += 1) {
    const after = await cursorOf(ada);
    for (const title of titles) {
      app.clock.advance(1_000);
      if (title === 'D') before = app.clock.now();
      const made = await ada.mutate('createTask', { title });
      if (title === 'A') oldest = made.id;
    }
    reads.length = 0;
    const page = await ask(reader, { after });
    const read = page.changes?.map((change: { node: { title: string } }) => change.node.title);
    outcomes.push(read ?? page.code);
    // Lists of the log are of what is kept, at some moment meanwhile.
    const lists = await reader.query(logQuery, { id: oldest });
    expect(lists.changeSets.nodes.length).toBeGreaterThanOrEqual(3);
  }
  // Before each of the three reads of the page, and then of the lists.
  expect(outcomes.slice(0, 4)).toEqual([titles, ...Array(3).fill('CURSOR_EXPIRED')]);
  expect(outcomes.slice(4)).toEqual(Array(outcomes.length - 4).fill(titles));
  expect(outcomes.length).toBeGreaterThan(6);
});

test('a repeated create returns its node to its owner even after the history is pruned', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const input = { id: v7(), title: 'Once' };
  const create = (person: SignedInPerson, more: object = {}) =>
    person.mutate('createTask', { ...input, ...more }, 'id title');
  const made = await create(ada);
  expect((await create(ada, { title: 'Else' })).__typename).toBe('ConflictError');
  // The last change set of somebody is kept whatever its age.
  await ada.mutate('createTask', { title: 'Later' });
  await pruneHistory(app.systemContext(), new Date('2030-01-01'));
  expect([await create(ada), await create(ada, { title: 'Else' })]).toEqual([made, made]);
  expect((await create(bob)).__typename).toBe('ConflictError');
});

async function signedInAgain(app: Awaited<ReturnType<typeof createTestApp>>, ada: SignedInPerson) {
  const { accessToken } = await app.nobody.mutate(
    'signIn',
    { email: ada.email, password: ada.password },
    'accessToken',
  );
  return { ...ada, ...app.as({ authorization: `Bearer ${accessToken}` }) };
}

test('the size of a page has a maximum', async () => {
  const ada = await (await createTestApp()).person();
  for (const first of [0, -1, 101]) {
    const { errors } = await ada.ask(changesQuery, { first });
    expect(errors?.[0]?.message).toContain('first must be from 1 to 100');
  }
});
