import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const energyOf = `query ($id: ID!, $first: Int) { person(id: $id) {
  energyEntries(first: $first) { totalCount nodes { energy person { name } } } } }`;

test('an energy entry can be about a person, who lists what is about them', async () => {
  const ada = await (await createTestApp()).person();
  const [mara, ben] = [
    await ada.mutate('createPerson', { name: 'Mara' }),
    await ada.mutate('createPerson', { name: 'Ben' }),
  ];
  const first = await ada.mutate(
    'createEnergyEntry',
    { energy: 5, personId: mara.id, at: '-PT2H' },
    'id person { id }',
  );
  expect(first.person.id).toBe(mara.id);
  await ada.mutate('createEnergyEntry', { energy: 1, personId: mara.id });
  await ada.mutate('createEnergyEntry', { energy: 3 });
  const { person } = await ada.query(energyOf, { id: mara.id, first: 1 });
  expect(person.energyEntries).toEqual({ totalCount: 2, nodes: [{ energy: 1, person: { name: 'Mara' } }] });
  const filtered = `query ($id: ID!) { energyEntries(filter: { personId: { eq: $id } }) { totalCount } }`;
  expect(await ada.query(filtered, { id: mara.id })).toEqual({ energyEntries: { totalCount: 2 } });
  const moved = await ada.mutate('updateEnergyEntry', { id: first.id, personId: ben.id }, 'person { name }');
  expect(moved.person).toEqual({ name: 'Ben' });
  const emptied = await ada.mutate('updateEnergyEntry', { id: first.id, personId: null }, 'person { name }');
  expect(emptied.person).toBeNull();
  expect((await ada.query(energyOf, { id: ben.id })).person.energyEntries.totalCount).toBe(0);
});

test('an entry cannot name another owner’s person or one in the trash, but keeps a person that is trashed later', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const mara = await ada.mutate('createPerson', { name: 'Mara' });
  const refused = await writingNothing(app, bob, () =>
    bob.mutate('createEnergyEntry', { energy: 1, personId: mara.id }, 'id'),
  );
  expect(refused.__typename).toBe('NotFoundError');
  const entry = await ada.mutate('createEnergyEntry', { energy: 2, personId: mara.id });
  await ada.mutate('trash', { id: mara.id });
  expect(await ada.mutate('createEnergyEntry', { energy: 1, personId: mara.id })).toMatchObject({
    issues: [{ path: ['input', 'personId'], message: 'must not be in the trash' }],
  });
  const kept = await ada.mutate('updateEnergyEntry', { id: entry.id, energy: 4, personId: mara.id }, 'person { name }');
  expect(kept.person).toEqual({ name: 'Mara' });
});
