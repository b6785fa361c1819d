import { v4, v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = 'id name color version createdAt updatedAt trashedAt';
const names = async (person: Person, args = '') =>
  (await person.query(`{ labels${args} { nodes { name } } }`)).labels.nodes.map(({ name }: { name: string }) => name);

/** The paths of what was wrong with an input. */
const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.'));

test('a label is created, read, updated, trashed and restored', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const made = await ada.mutate('createLabel', { name: '  Deep work ', color: '#AABBCC' }, fields);
  const now = '2026-11-23T09:00:00.000Z';
  expect(made).toMatchObject({ name: 'Deep work', color: '#aabbcc', version: 1, createdAt: now, updatedAt: now });
  expect(made.trashedAt).toBeNull();
  const get = `query ($id: ID!) { label(id: $id) { ${fields} } }`;
  const { __typename, ...label } = made;
  expect(__typename).toBe('Label');
  expect(await ada.query(get, { id: made.id })).toEqual({ label });

  app.clock.advance(60_000);
  const changed = await ada.mutate('updateLabel', { id: made.id, name: 'Deep Work' }, fields);
  expect(changed).toMatchObject({ name: 'Deep Work', color: '#aabbcc', version: 2, createdAt: now });
  expect(changed.updatedAt).toBe('2026-11-23T09:01:00.000Z');

  const trashed = await ada.mutate('trash', { id: made.id }, fields);
  expect(trashed).toMatchObject({ trashedAt: '2026-11-23T09:01:00.000Z', version: 3 });
  expect(await names(ada)).toEqual([]);
  expect(await names(ada, '(trashed: true)')).toEqual(['Deep Work']);
  expect((await ada.query(get, { id: made.id })).label).toMatchObject({ name: 'Deep Work', version: 3 });
  expect(await ada.mutate('restore', { id: made.id }, fields)).toMatchObject({ trashedAt: null, version: 4 });
  expect(await names(ada)).toEqual(['Deep Work']);
});

test('the default color of a label is slate gray', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await ada.mutate('createLabel', { name: 'Plain' }, 'color')).toMatchObject({ color: '#64748b' });
  expect(await ada.mutate('createLabel', { name: 'None', color: null }, 'color')).toMatchObject({
    color: '#64748b',
  });
});

test('a label of another account does not exist', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { id } = await ada.mutate('createLabel', { name: 'Mine' });
  expect(await bob.query('query ($id: ID!) { label(id: $id) { id } node(id: $id) { id } }', { id })).toEqual({
    label: null,
    node: null,
  });
  expect(await names(bob)).toEqual([]);
  for (const [mutation, input] of [
    ['updateLabel', { id, name: 'Stolen' }],
    ['trash', { id }],
    ['restore', { id }],
  ] as const) {
    const refused = await writingNothing(app, ada, () => bob.mutate(mutation, input));
    expect(refused).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
  }
  // And their names are their own: Bob may call his the same.
  expect((await bob.mutate('createLabel', { name: 'mine' })).__typename).toBe('Label');
  expect(await names(ada)).toEqual(['Mine']);
});

test('names are unique, regardless of case and composition, including those in the trash', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createLabel', { name: 'Größe Café' });
  const other = await ada.mutate('createLabel', { name: 'Other' });
  for (const name of ['größe café', 'GRÖSSE CAFÉ', 'Gro\u0308ße Cafe\u0301', ' Größe Café ']) {
    const refused = await writingNothing(app, ada, () => ada.mutate('createLabel', { name }));
    expect(refused.issues).toEqual([{ path: ['input', 'name'], message: 'is the name of another label' }]);
    const renamed = await writingNothing(app, ada, () => ada.mutate('updateLabel', { id: other.id, name }));
    expect(paths(renamed)).toEqual(['input.name']);
  }
  await ada.mutate('trash', { id });
  expect((await ada.mutate('createLabel', { name: 'GRÖßE CAFÉ' })).issues).toEqual([
    { path: ['input', 'name'], message: 'is the name of a label in the trash' },
  ]);
  // A label may change the case of its own name, and a name that was given up is free again.
  expect(await ada.mutate('updateLabel', { id, name: 'GRÖSSE CAFÉ' }, 'name')).toMatchObject({ name: 'GRÖSSE CAFÉ' });
  await ada.mutate('updateLabel', { id, name: 'Size' });
  expect((await ada.mutate('createLabel', { name: 'größe café' })).__typename).toBe('Label');
});

test('of several labels created with one name at once, one is created', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const answers = await Promise.all(
    ['Work', 'work', 'WORK', 'wOrK'].map((name) => ada.mutate('createLabel', { name })),
  );
  expect(answers.map(({ __typename }) => String(__typename)).sort()).toEqual([
    'InvalidInputError',
    'InvalidInputError',
    'InvalidInputError',
    'Label',
  ]);
  expect(await app.db.reads.label.count()).toBe(1);
});

test('all issues of a label are reported together with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createLabel', { name: 'Good' });
  const bad = [
    ['', 'red'],
    ['   ', '#fff'],
    ['x'.repeat(61), '#12345g'],
    ['two\nlines', '#1234567'],
    ['bell\u0007', 'url(x)'],
    ['half \ud83d', ''],
    ['separated\u2028line', '112233'],
  ];
  for (const [name, color] of bad) {
    const made = await writingNothing(app, ada, () => ada.mutate('createLabel', { id: 'X', name, color }));
    expect(made.__typename).toBe('InvalidInputError');
    expect(paths(made)).toEqual(['input.id', 'input.name', 'input.color']);
    const changed = await writingNothing(app, ada, () => ada.mutate('updateLabel', { id: 'Label:1', name, color }));
    expect(paths(changed).sort()).toEqual(['input.color', 'input.id', 'input.name']);
  }
  const empty = await writingNothing(app, ada, () => ada.mutate('updateLabel', { id, name: null, color: null }));
  expect(paths(empty)).toEqual(['input.name', 'input.color']);
  expect((await ada.mutate('createLabel', { name: 'x'.repeat(60) })).__typename).toBe('Label');
});

test('a label is updated only at the expected version', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createLabel', { name: 'One' });
  await ada.mutate('updateLabel', { id, ifVersion: 1, name: 'Two' });
  for (const [mutation, input] of [
    ['updateLabel', { id, ifVersion: 1, name: 'Three' }],
    ['trash', { id, ifVersion: 1 }],
    ['restore', { id, ifVersion: 3 }],
  ] as const) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, input));
    expect(refused).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
  }
  expect(await names(ada)).toEqual(['Two']);
});

test('an update without changes leaves version, updatedAt and history as they are', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const before = await ada.mutate('createLabel', { name: 'Same', color: '#aabbcc' }, fields);
  app.clock.advance(60_000);
  const { id } = before;
  for (const input of [{ id }, { id, name: ' Same ' }, { id, color: '#AABBCC' }, { id, ifVersion: 1 }]) {
    expect(await writingNothing(app, ada, () => ada.mutate('updateLabel', input, fields))).toEqual(before);
  }
  expect(await writingNothing(app, ada, () => ada.mutate('restore', { id }, fields))).toEqual(before);
  const trashed = await ada.mutate('trash', { id }, fields);
  app.clock.advance(60_000);
  expect(await writingNothing(app, ada, () => ada.mutate('trash', { id }, fields))).toEqual(trashed);
});

test('a label created twice with one id is created once; with another input it is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const uuid = v7();
  const first = await ada.mutate('createLabel', { id: uuid, name: 'Script', color: '#aabbcc' }, fields);
  expect(first.id).toBe(`Label:${uuid}`);
  for (const id of [uuid, `Label:${uuid}`]) {
    const again = { color: '#aabbcc', name: 'Script', id };
    expect(await writingNothing(app, ada, () => ada.mutate('createLabel', again, fields))).toEqual(first);
  }
  for (const other of [{ name: 'Else' }, { name: 'Script' }, { name: 'Script', color: '#000000' }]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('createLabel', { id: uuid, ...other }));
    expect(refused.__typename).toBe('ConflictError');
  }
  expect((await ada.mutate('createLabel', { id: `Label:${v4()}`, name: 'Global' })).__typename).toBe('Label');
  for (const id of [v7().toUpperCase(), `Task:${v7()}`, `Label:${v7()}:x`, 'Label:', '1', v7().slice(1)]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('createLabel', { id, name: 'Bad id' }));
    expect(paths(refused)).toEqual(['input.id']);
  }
});

test('labels are filtered by name and time, sorted, and paged in both directions', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const name of ['écru', 'Zebra', 'apple', 'Ärger', '100%', 'Apple pie']) {
    app.clock.advance(1_000);
    await ada.mutate('createLabel', { name });
  }
  expect(await names(ada)).toEqual(['100%', 'apple', 'Apple pie', 'Zebra', 'Ärger', 'écru']);
  expect(await names(ada, '(orderBy: [{ field: CREATED_AT, direction: DESC }], first: 2)')).toEqual([
    'Apple pie',
    '100%',
  ]);
  expect(await names(ada, '(filter: { name: { startsWith: "APP" } })')).toEqual(['apple', 'Apple pie']);
  expect(await names(ada, '(filter: { name: { contains: "ÄR" } })')).toEqual(['Ärger']);
  expect(await names(ada, '(filter: { name: { contains: "%" } })')).toEqual(['100%']);
  expect(await names(ada, '(filter: { not: { name: { in: ["APPLE", "zebra"] } } })')).toHaveLength(4);
  expect(await names(ada, '(filter: { createdAt: { gt: "2026-11-23T09:00:04Z" } })')).toEqual(['100%', 'Apple pie']);

  const page = `query ($after: String, $before: String, $first: Int, $last: Int) {
    labels(after: $after, before: $before, first: $first, last: $last) {
      totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  const { labels: one } = await ada.query(page, { first: 4 });
  expect(one).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  const { labels: two } = await ada.query(page, { first: 4, after: one.pageInfo.endCursor });
  expect(two.nodes).toEqual([{ name: 'Ärger' }, { name: 'écru' }]);
  expect(two.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const { labels: back } = await ada.query(page, { last: 4, before: two.pageInfo.startCursor });
  expect(back.nodes).toEqual(one.nodes);
});

test('each mutation of a label is one change set, with the fields that changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const uuid = v7();
  const made = await changeSetOf(app, ada, () => ada.mutate('createLabel', { id: uuid, name: 'One' }));
  expect(made).toMatchObject({
    name: 'createLabel',
    changes: [{ model: 'Label', action: 'CREATE', after: { id: uuid, name: 'One', version: 1, trashedAt: null } }],
  });
  app.clock.advance(1_000);
  const id = `Label:${uuid}`;
  expect(await changeSetOf(app, ada, () => ada.mutate('updateLabel', { id, color: '#000000', name: 'One' }))).toEqual({
    name: 'updateLabel',
    changes: [
      {
        model: 'Label',
        action: 'UPDATE',
        before: { color: '#64748b', version: 1, updatedAt: '2026-11-23T09:00:00.000Z' },
        after: { color: '#000000', version: 2, updatedAt: '2026-11-23T09:00:01.000Z' },
      },
    ],
  });
  for (const [mutation, trashedAt] of [
    ['trash', '2026-11-23T09:00:01.000Z'],
    ['restore', null],
  ] as const) {
    const { name, changes } = await changeSetOf(app, ada, () => ada.mutate(mutation, { id }));
    expect(name).toBe(mutation);
    expect(changes).toMatchObject([{ model: 'Label', action: 'UPDATE', after: { trashedAt } }]);
  }
});
