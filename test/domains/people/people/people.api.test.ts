import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { findOrCreatePeople } from '../../../../src/domains/people/people/people.service.ts';
import { InvalidInputError } from '../../../../src/platform/errors.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { writingNothing } from '../../../support/history.ts';

const all = 'id name company relationship notes emails version trashedAt';

test('a person needs only a name; all other fields are optional', async () => {
  const ada = await (await createTestApp()).person();
  expect(await ada.mutate('createPerson', { name: '  Grace ' }, all)).toMatchObject({
    name: 'Grace',
    company: '',
    relationship: 'OTHER',
    notes: '',
    emails: [],
    version: 1,
    trashedAt: null,
  });
  const whole = {
    name: 'Mara',
    company: 'Northwind',
    relationship: 'MANAGER',
    notes: '# Fair',
    emails: ['m@x.org', 'a@x.org'],
  };
  const mara = await ada.mutate('createPerson', whole, all);
  expect(mara).toMatchObject(whole);
  const changed = await ada.mutate('updatePerson', { id: mara.id, emails: ['A@x.org', 'new@x.org'] }, all);
  expect(changed).toMatchObject({ ...whole, emails: ['a@x.org', 'new@x.org'], version: 2 });
  expect(await ada.mutate('updatePerson', { id: mara.id, emails: ['a@x.org', 'new@x.org'] }, all)).toEqual(changed);
});

test('people are listed by name, filtered, trashed and restored', async () => {
  const ada = await (await createTestApp()).person();
  await ada.mutate('createPerson', { name: 'zoë', relationship: 'PEER' });
  const ben = await ada.mutate('createPerson', { name: 'Ben', emails: ['Ben@Work.example'] });
  const names = async (args: string) =>
    (await ada.query(`{ people${args} { nodes { name } } }`)).people.nodes.map(({ name }: { name: string }) => name);
  expect(await names('')).toEqual(['Ben', 'zoë']);
  expect(await names('(filter: { emails: { some: { email: { eq: "BEN@work.example" } } } })')).toEqual(['Ben']);
  expect(await names('(filter: { relationship: { eq: PEER } })')).toEqual(['zoë']);
  await ada.mutate('trash', { id: ben.id });
  expect([await names(''), await names('(trashed: true)')]).toEqual([['zoë'], ['Ben']]);
  await ada.mutate('restore', { id: ben.id });
  expect(await names('(orderBy: { field: NAME, direction: DESC })')).toEqual(['zoë', 'Ben']);
});

test('an address belongs to one person of an owner, in the trash or not', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const first = await ada.mutate('createPerson', { name: 'First', emails: ['one@x.org'] });
  const input = { name: 'Second', emails: ['two@x.org', 'ONE@x.org'] };
  expect(await ada.mutate('createPerson', input)).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['input', 'emails', '1'], message: 'is an address of another person' }],
  });
  await ada.mutate('trash', { id: first.id });
  const { issues } = await ada.mutate('createPerson', input);
  expect(issues[0].message).toBe('is an address of a person in the trash');
  expect((await bob.mutate('createPerson', input)).__typename).toBe('Person');
  expect((await ada.query('{ people { totalCount } }')).people.totalCount).toBe(0);
});

test('a payload has the change set of the mutation, which undoes it; null if nothing changed', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createPerson', { name: 'Mara' });
  const rename = async (name: string) =>
    (
      await ada.query(
        `mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) {
          ... on UpdatePersonPayload { person { name version } changeSet { id } } } }`,
        { input: { id, name } },
      )
    ).updatePerson;
  const { person, changeSet } = await rename('Mara L.');
  expect(person).toEqual({ name: 'Mara L.', version: 2 });
  expect(await rename('Mara L.')).toEqual({ person: { name: 'Mara L.', version: 2 }, changeSet: null });
  await ada.mutate('undoChangeSet', { changeSetId: changeSet.id }, '__typename');
  expect((await ada.query('query ($id: ID!) { person(id: $id) { name } }', { id })).person).toEqual({ name: 'Mara' });
});

test('people are filtered by each of their fields, and sorted', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const first = { name: 'a', company: 'Zeta', notes: 'Knows Rust', emails: ['a@x.org'] };
  const one = await ada.mutate('createPerson', first);
  app.clock.advance(600_000);
  await ada.mutate('createPerson', {
    name: 'B',
    company: 'alpha',
    relationship: 'MENTOR',
    emails: ['b@x.org', 'b@y.org'],
  });
  const names = async (args: string) =>
    (await ada.query(`{ people${args} { nodes { name } } }`)).people.nodes
      .map(({ name }: { name: string }) => name)
      .join(' ');
  const cases: [string, string][] = [
    [`{ id: { eq: "${one.id}" } }`, 'a'],
    ['{ name: { eq: "b" } }', 'B'],
    ['{ company: { startsWith: "ALPH" } }', 'B'],
    ['{ relationship: { in: [MENTOR, PEER] } }', 'B'],
    ['{ relationship: { ne: MENTOR } }', 'a'],
    ['{ notes: { contains: "rust" } }', 'a'],
    ['{ emails: { none: { email: { contains: "@y.org" } } } }', 'a'],
    ['{ emails: { every: { email: { startsWith: "b@" } } } }', 'B'],
    ['{ createdAt: { gt: "-PT5M" } }', 'B'],
    ['{ updatedAt: { lte: "-PT5M" } }', 'a'],
  ];
  for (const [filter, expected] of cases) {
    expect([filter, await names(`(filter: ${filter})`)]).toEqual([filter, expected]);
  }
  expect(await names('(orderBy: { field: COMPANY })')).toBe('B a');
  expect(await names('(orderBy: { field: CREATED_AT, direction: DESC })')).toBe('B a');
  expect(await names('(orderBy: { field: UPDATED_AT })')).toBe('a B');
});

test('a repeated creation with one id creates one person, and ifVersion guards every change', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { id: v7(), name: 'Mara', emails: ['mara@x.org'] };
  const { id } = await ada.mutate('createPerson', input);
  expect((await writingNothing(app, ada, () => ada.mutate('createPerson', input))).id).toBe(id);
  const other = { ...input, emails: ['other@x.org'] };
  expect((await writingNothing(app, ada, () => ada.mutate('createPerson', other))).__typename).toBe('ConflictError');
  await ada.mutate('updatePerson', { id, ifVersion: 1, name: 'Mara L.' });
  for (const mutation of ['updatePerson', 'trash', 'restore']) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { id, ifVersion: 1 }));
    expect(refused.__typename).toBe('ConflictError');
  }
  // A removed address is free for another person.
  const emptied = await ada.mutate('updatePerson', { id, emails: [] }, 'emails version');
  expect(emptied).toMatchObject({ emails: [], version: 3 });
  expect((await ada.mutate('createPerson', { name: 'Twin', emails: input.emails })).__typename).toBe('Person');
  const refused = await writingNothing(app, ada, () => ada.mutate('updatePerson', { id, emails: input.emails }));
  expect(refused.issues).toEqual([{ path: ['input', 'emails', '0'], message: 'is an address of another person' }]);
});

test.each([
  [{ name: '' }, 'name'],
  [{ name: 'A\nB' }, 'name'],
  [{ name: 'A', emails: ['nobody'] }, 'emails.0'],
  [{ name: 'A', emails: ['a@x.org', 'A@X.org'] }, 'emails'],
  [{ name: 'A', emails: Array.from({ length: 11 }, (_, i) => `a${i}@x.org`) }, 'emails'],
  [{ name: 'A', company: 'x'.repeat(201) }, 'company'],
  [{ name: 'A', company: 'North\nwind' }, 'company'],
  [{ name: 'A', notes: 'x'.repeat(20_001) }, 'notes'],
  [{ name: 'A', id: 'Task:1' }, 'id'],
])('%j is rejected and creates nobody', async (input, path) => {
  const ada = await (await createTestApp()).person();
  const refused = await ada.mutate('createPerson', input);
  expect(refused.issues[0].path).toEqual(['input', ...path.split('.')]);
  expect((await ada.query('{ people { totalCount } }')).people.totalCount).toBe(0);
});

test('mentioned people are found by address, then by name, and created if they do not exist', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const mara = await ada.mutate('createPerson', { name: 'Mara', emails: ['mara@x.org'] });
  const ben = await ada.mutate('createPerson', { name: 'Ben' });
  await ada.mutate('trash', { id: mara.id });
  const ctx = await contextOf(app, ada);
  const named = [
    { name: 'M. Lindqvist', email: 'MARA@x.org' },
    { name: 'ben' },
    { name: 'Chloé', email: 'chloe@x.org' },
    { email: 'dan@x.org' },
    { email: 'Dan@x.org' },
  ];
  const find = () => transaction(ctx, 'test', (tx) => findOrCreatePeople(tx, named, ['input', 'attendees']));
  const found = await find();
  expect(found.map(({ name }) => name)).toEqual(['Mara', 'Ben', 'Chloé', 'dan', 'dan']);
  expect(found.slice(0, 2).map(({ id }) => `Person:${id}`)).toEqual([mara.id, ben.id]);
  expect(found.map(({ trashedAt }) => trashedAt)).toEqual(found.map(() => null));
  // The second time all of them exist.
  expect((await find()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  expect((await ada.query('{ people { nodes { name emails } } }')).people.nodes).toEqual([
    { name: 'Ben', emails: [] },
    { name: 'Chloé', emails: ['chloe@x.org'] },
    { name: 'dan', emails: ['dan@x.org'] },
    { name: 'Mara', emails: ['mara@x.org'] },
  ]);
  // The number of statements does not depend on the number of mentions, of which few are written in one turn.
  const counting = (count: number) => {
    const crowd = Array.from({ length: count }, (_, i) => ({ name: `N${count}${i}`, email: `e${count}${i}@x.org` }));
    return app.counting(() => transaction(ctx, 'test', (tx) => findOrCreatePeople(tx, crowd, [])));
  };
  expect(await counting(20)).toBe(await counting(2));
  const nobody = transaction(ctx, 'test', (tx) =>
    findOrCreatePeople(tx, [{ name: 'Eve' }, { name: ' ' }], ['input', 'attendees']),
  );
  await expect(nobody).rejects.toThrow(InvalidInputError);
  await expect(nobody).rejects.toMatchObject({ issues: [{ path: ['input', 'attendees', '1'] }] });
  expect((await ada.query('{ people { totalCount } }')).people.totalCount).toBe(26);
});
