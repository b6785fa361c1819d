import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = 'id name description version createdAt updatedAt trashedAt';
const get = `query ($id: ID!) { energyScale(id: $id) { ${fields} } }`;
const now = '2026-11-23T09:00:00.000Z';

const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.'));
const names = async (person: Person, args = '') =>
  (await person.query(`{ energyScales${args} { nodes { name } } }`)).energyScales.nodes
    .map(({ name }: { name: string }) => name)
    .join(' ');

test('a new energy scale needs only a name, and an update changes only what it is given', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { __typename, ...made } = await ada.mutate('createEnergyScale', { name: ' One ' }, fields);
  const times = { createdAt: now, updatedAt: now, trashedAt: null };
  expect(made).toEqual({
    id: expect.stringMatching(/^EnergyScale:/),
    name: 'One',
    description: '',
    version: 1,
    ...times,
  });
  expect((await ada.query(get, { id: made.id })).energyScale).toEqual(made);
  const noted = await ada.mutate('updateEnergyScale', { id: made.id, description: 'Good' }, fields);
  expect(noted).toMatchObject({ name: 'One', description: 'Good', version: 2 });
  const same = { id: made.id, name: 'One', description: 'Good' };
  expect(await writingNothing(app, ada, () => ada.mutate('updateEnergyScale', same, fields))).toEqual(noted);
});

test('all problems of an input are reported with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createEnergyScale', { name: 'One' });
  for (const wrong of [
    { name: '', description: 'x'.repeat(2_001) },
    { name: 'x'.repeat(101), description: '\u0000' },
  ]) {
    const made = await writingNothing(app, ada, () => ada.mutate('createEnergyScale', wrong));
    const changed = await writingNothing(app, ada, () => ada.mutate('updateEnergyScale', { id, ...wrong }));
    for (const refused of [made, changed]) expect(paths(refused)).toEqual(['input.name', 'input.description']);
  }
  const emptied = await writingNothing(app, ada, () =>
    ada.mutate('updateEnergyScale', { id, name: null, description: null }),
  );
  expect(paths(emptied)).toEqual(['input.name', 'input.description']);
});

test('energy scales of another account can be neither seen nor changed', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { id } = await ada.mutate('createEnergyScale', { name: 'Hers' });
  await bob.mutate('createEnergyScale', { name: 'His' });
  expect(await bob.query(get, { id })).toEqual({ energyScale: null });
  expect([await names(ada), await names(bob)]).toEqual(['Hers', 'His']);
  for (const mutation of ['updateEnergyScale', 'trash', 'restore']) {
    expect((await writingNothing(app, ada, () => bob.mutate(mutation, { id }))).__typename).toBe('NotFoundError');
  }
});

test('an energy scale in the trash is neither listed nor found, and can be restored', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createEnergyScale', { name: 'Findable' });
  const found = async () => (await ada.query('{ search(text: "findable") { totalCount } }')).search.totalCount;
  expect([await names(ada), await found()]).toEqual(['Findable', 1]);
  for (const mutation of ['updateEnergyScale', 'trash', 'restore']) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { id, ifVersion: 2 }));
    expect(refused.__typename).toBe('ConflictError');
  }
  expect(await ada.mutate('trash', { id }, 'trashedAt')).toMatchObject({ trashedAt: now });
  expect([await names(ada), await names(ada, '(trashed: true)'), await found()]).toEqual(['', 'Findable', 0]);
  expect(await ada.mutate('restore', { id }, 'trashedAt')).toMatchObject({ trashedAt: null });
  expect([await names(ada), await found()]).toEqual(['Findable', 1]);
});

test('created twice with the same id, it is created once, in one change set', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { id: v7(), name: 'Once' };
  expect(await changeSetOf(app, ada, () => ada.mutate('createEnergyScale', input))).toMatchObject({
    name: 'createEnergyScale',
    changes: [{ model: 'EnergyScale', action: 'CREATE', after: { name: 'Once' } }],
  });
  expect((await writingNothing(app, ada, () => ada.mutate('createEnergyScale', input))).__typename).toBe('EnergyScale');
  const other = { ...input, name: 'Twice' };
  expect((await writingNothing(app, ada, () => ada.mutate('createEnergyScale', other))).__typename).toBe(
    'ConflictError',
  );
});

test('a list is filtered and sorted, in the same number of statements for any length', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const name of ['b', 'A', 'c']) await ada.mutate('createEnergyScale', { name });
  expect(await names(ada)).toBe('A b c');
  expect(await names(ada, '(filter: { name: { in: ["a", "C"] } })')).toBe('A c');
  expect(await names(ada, '(orderBy: { field: NAME, direction: DESC }, first: 2)')).toBe('c b');
  // Two read the session and the account, one the page.
  for (const first of [1, 3]) expect(await app.counting(() => names(ada, `(first: ${first})`))).toBe(1);
});

const values = 'mood energy scaleValues { scale { name } value } version';

test("an entry has values on scales of one's own, each within its levels, and only some of them change", async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const scale = async (input: object) => (await ada.mutate('createEnergyScale', input)).id as string;
  const [sleep, walk] = [await scale({ name: 'Sleep', levels: 5 }), await scale({ name: 'Walk', isHighGood: true })];
  const entry = await ada.mutate(
    'createEnergyEntry',
    {
      scaleValues: [
        { scaleId: walk, value: 1 },
        { scaleId: sleep, value: 4 },
      ],
    },
    `id ${values}`,
  );
  const shown = (...all: [string, number][]) => all.map(([name, value]) => ({ scale: { name }, value }));
  expect(entry).toMatchObject({ energy: null, scaleValues: shown(['Sleep', 4], ['Walk', 1]), version: 1 });
  const { id } = entry;
  const set = (...scaleValues: object[]) => ada.mutate('updateEnergyEntry', { id, scaleValues }, values);
  for (const wrong of [
    { scaleId: sleep, value: 6 },
    { scaleId: sleep, value: 0 },
    { scaleId: walk, value: 2 },
    { scaleId: walk, value: 11 },
  ]) {
    const refused = await writingNothing(app, ada, () => set(wrong));
    expect(paths(refused)).toEqual(['input.scaleValues.0.value']);
  }
  expect((await set({ scaleId: sleep, value: 2 })).scaleValues).toEqual(shown(['Sleep', 2]));
  // Values on a scale in the trash are not shown, and stay.
  await ada.mutate('trash', { id: sleep });
  expect(await set({ scaleId: walk, value: 0 })).toMatchObject({ scaleValues: shown(['Walk', 0]) });
  const inTrash = await writingNothing(app, ada, () => set({ scaleId: sleep, value: 3 }));
  expect(paths(inTrash)).toEqual(['input.scaleValues.0.scaleId']);
  await ada.mutate('restore', { id: sleep });
  const after = await ada.query(`query ($id: ID!) { energyEntry(id: $id) { ${values} } }`, { id });
  expect(after.energyEntry.scaleValues).toEqual(shown(['Sleep', 2], ['Walk', 0]));
  const twice = await writingNothing(app, ada, () => set({ scaleId: walk, value: 0 }, { scaleId: walk, value: 1 }));
  expect(paths(twice)).toEqual(['input.scaleValues']);
  const bob = await app.person('Bob');
  const foreign = await bob.mutate('createEnergyEntry', { scaleValues: [{ scaleId: walk, value: 1 }] });
  expect(foreign.__typename).toBe('NotFoundError');
});

test('an entry of mood alone is one, and one of nothing is none', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id, energy } = await ada.mutate('createEnergyEntry', { mood: 4 }, 'id energy');
  expect(energy).toBe(null);
  const nothing = await writingNothing(app, ada, () => ada.mutate('createEnergyEntry', { notes: 'tired' }));
  expect(paths(nothing)).toEqual(['input.energy']);
  const emptied = await writingNothing(app, ada, () => ada.mutate('updateEnergyEntry', { id, mood: null }));
  expect(paths(emptied)).toEqual(['input.energy']);
  expect(await ada.mutate('updateEnergyEntry', { id, mood: null, stress: 2 }, 'mood')).toMatchObject({ mood: null });
});

test('a scale has 2 to 10 levels that never change', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const levels of [1, 11]) {
    expect(paths(await ada.mutate('createEnergyScale', { name: 'Wrong', levels }))).toEqual(['input.levels']);
  }
  const { levels, isHighGood } = await ada.mutate(
    'createEnergyScale',
    { name: 'Pain', levels: 10, isHighGood: false },
    'levels isHighGood',
  );
  expect([levels, isHighGood]).toEqual([10, false]);
});
