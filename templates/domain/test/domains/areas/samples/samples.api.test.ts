import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = 'id title notes version createdAt updatedAt trashedAt';
const get = `query ($id: ID!) { sample(id: $id) { ${fields} } }`;
const now = '2026-11-23T09:00:00.000Z';

const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.'));
const titles = async (person: Person, args = '') =>
  (await person.query(`{ samples${args} { nodes { title } } }`)).samples.nodes
    .map(({ title }: { title: string }) => title)
    .join(' ');

test('a new «sample» needs only a title, and an update changes only what it is given', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { __typename, ...made } = await ada.mutate('createSample', { title: ' One ' }, fields);
  const times = { createdAt: now, updatedAt: now, trashedAt: null };
  expect(made).toEqual({ id: expect.stringMatching(/^Sample:/), title: 'One', notes: '', version: 1, ...times });
  expect((await ada.query(get, { id: made.id })).sample).toEqual(made);
  const noted = await ada.mutate('updateSample', { id: made.id, notes: 'Good' }, fields);
  expect(noted).toMatchObject({ title: 'One', notes: 'Good', version: 2 });
  const same = { id: made.id, title: 'One', notes: 'Good' };
  expect(await writingNothing(app, ada, () => ada.mutate('updateSample', same, fields))).toEqual(noted);
});

test('all problems of an input are reported with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createSample', { title: 'One' });
  for (const wrong of [
    { title: '', notes: 'x'.repeat(20_001) },
    { title: 'x'.repeat(201), notes: '\u0000' },
  ]) {
    const made = await writingNothing(app, ada, () => ada.mutate('createSample', wrong));
    const changed = await writingNothing(app, ada, () => ada.mutate('updateSample', { id, ...wrong }));
    for (const refused of [made, changed]) expect(paths(refused)).toEqual(['input.title', 'input.notes']);
  }
  const emptied = await writingNothing(app, ada, () => ada.mutate('updateSample', { id, title: null, notes: null }));
  expect(paths(emptied)).toEqual(['input.title', 'input.notes']);
});

test('«samples» of another account can be neither seen nor changed', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { id } = await ada.mutate('createSample', { title: 'Hers' });
  await bob.mutate('createSample', { title: 'His' });
  expect(await bob.query(get, { id })).toEqual({ sample: null });
  expect([await titles(ada), await titles(bob)]).toEqual(['Hers', 'His']);
  for (const mutation of ['updateSample', 'trash', 'restore']) {
    expect((await writingNothing(app, ada, () => bob.mutate(mutation, { id }))).__typename).toBe('NotFoundError');
  }
});

test('a «sample» in the trash is neither listed nor found, and can be restored', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createSample', { title: 'Findable' });
  const found = async () => (await ada.query('{ search(text: "findable") { totalCount } }')).search.totalCount;
  expect([await titles(ada), await found()]).toEqual(['Findable', 1]);
  for (const mutation of ['updateSample', 'trash', 'restore']) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { id, ifVersion: 2 }));
    expect(refused.__typename).toBe('ConflictError');
  }
  expect(await ada.mutate('trash', { id }, 'trashedAt')).toMatchObject({ trashedAt: now });
  expect([await titles(ada), await titles(ada, '(trashed: true)'), await found()]).toEqual(['', 'Findable', 0]);
  expect(await ada.mutate('restore', { id }, 'trashedAt')).toMatchObject({ trashedAt: null });
  expect([await titles(ada), await found()]).toEqual(['Findable', 1]);
});

test('created twice with the same id, it is created once, in one change set', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { id: v7(), title: 'Once' };
  expect(await changeSetOf(app, ada, () => ada.mutate('createSample', input))).toMatchObject({
    name: 'createSample',
    changes: [{ model: 'Sample', action: 'CREATE', after: { title: 'Once' } }],
  });
  expect((await writingNothing(app, ada, () => ada.mutate('createSample', input))).__typename).toBe('Sample');
  const other = { ...input, title: 'Twice' };
  expect((await writingNothing(app, ada, () => ada.mutate('createSample', other))).__typename).toBe('ConflictError');
});

test('a list is filtered and sorted, in the same number of statements for any length', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const title of ['b', 'A', 'c']) await ada.mutate('createSample', { title });
  expect(await titles(ada)).toBe('A b c');
  expect(await titles(ada, '(filter: { title: { in: ["a", "C"] } })')).toBe('A c');
  expect(await titles(ada, '(orderBy: { field: TITLE, direction: DESC }, first: 2)')).toBe('c b');
  // Two read the session and the account, one the page.
  for (const first of [1, 3]) expect(await app.counting(() => titles(ada, `(first: ${first})`))).toBe(1);
});
