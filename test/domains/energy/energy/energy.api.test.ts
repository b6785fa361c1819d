import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = `id at energy mood focus stress engagement notes moment task { id } labels { name }
  version createdAt updatedAt trashedAt`;
const get = `query ($id: ID!) { energyEntry(id: $id) { ${fields} } }`;
const now = '2026-11-23T09:00:00.000Z';

const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.'));
const list = async (person: Person, args = '') =>
  (await person.query(`{ energyEntries${args} { totalCount nodes { notes } } }`)).energyEntries.nodes
    .map(({ notes }: { notes: string }) => notes)
    .join(' ');

test('an entry needs only a rating, and is about now by default', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { __typename, ...energyEntry } = await ada.mutate('createEnergyEntry', { energy: 4 }, fields);
  expect(energyEntry).toEqual({
    id: expect.stringMatching(/^EnergyEntry:/),
    at: now,
    energy: 4,
    mood: null,
    focus: null,
    stress: null,
    engagement: null,
    notes: '',
    moment: null,
    task: null,
    labels: [],
    version: 1,
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  });
  expect(await ada.query(get, { id: energyEntry.id })).toEqual({ energyEntry });
  expect(await ada.mutate('createEnergyEntry', { energy: 4, at: null }, 'at')).toMatchObject({ at: now });
});

test('all fields of an entry can be set, null clears the optional ones, and a day can have several', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const task = await ada.mutate('createTask', { title: 'Talk' });
  const label = await ada.mutate('createLabel', { name: 'Stage' });
  const ratings = { energy: 5, mood: 4, focus: 3, stress: 2, engagement: 1 };
  const about = { at: '-PT2H', notes: 'Before\nthe talk', moment: 'BEFORE', taskId: task.id, labelIds: [label.id] };
  const made = await ada.mutate('createEnergyEntry', { ...ratings, ...about }, fields);
  expect(made).toMatchObject({
    ...ratings,
    at: '2026-11-23T07:00:00.000Z',
    notes: 'Before\nthe talk',
    moment: 'BEFORE',
    task: { id: task.id },
    labels: [{ name: 'Stage' }],
  });
  await ada.mutate('createEnergyEntry', { energy: 1, notes: 'now' });
  expect(await list(ada)).toBe('now Before\nthe talk');
  const emptied = { mood: null, focus: null, stress: null, engagement: null, moment: null };
  const cleared = { id: made.id, ...emptied, taskId: null, notes: '', labelIds: [] };
  expect(await ada.mutate('updateEnergyEntry', cleared, fields)).toEqual({
    ...made,
    ...emptied,
    task: null,
    notes: '',
    labels: [],
    version: 2,
  });
  const required = { id: made.id, at: null, notes: null, labelIds: null };
  const refused = await writingNothing(app, ada, () => ada.mutate('updateEnergyEntry', required));
  expect(paths(refused).sort()).toEqual(['input.at', 'input.labelIds', 'input.notes']);
});

test('all issues of an entry are reported together with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createEnergyEntry', { energy: 3 });
  const task = await ada.mutate('createTask', { title: 'A' });
  const label = await ada.mutate('createLabel', { name: 'L' });
  for (const input of [
    { energy: 0, mood: 6, focus: -1, stress: 100, engagement: 0, notes: 'x'.repeat(2_001), at: '2026-02-30T10:00:00Z' },
    { energy: 6, notes: 'a\u0000', taskId: label.id, labelIds: [label.id, label.id], at: '2026-11-23 10:00' },
    {
      energy: 6,
      notes: '\ud800',
      taskId: 'Task:1',
      labelIds: Array.from({ length: 21 }, () => `Label:${v7()}`),
      at: '0000-06-01T00:00:00Z',
    },
    { energy: 0, taskId: id, labelIds: task.id, at: '10000-01-01T00:00:00Z' },
  ]) {
    const expected = Object.keys(input).map((name) => `input.${name}`);
    const made = await writingNothing(app, ada, () => ada.mutate('createEnergyEntry', input));
    const changed = await writingNothing(app, ada, () => ada.mutate('updateEnergyEntry', { id, ...input }));
    for (const refused of [made, changed]) {
      expect(refused.__typename).toBe('InvalidInputError');
      expect(
        paths(refused)
          .map((path) => path.split('.').slice(0, 2).join('.'))
          .sort(),
      ).toEqual(expected.sort());
    }
  }
  const { errors } = await writingNothing(app, ada, () =>
    ada.ask('mutation ($input: CreateEnergyEntryInput!) { createEnergyEntry(input: $input) { __typename } }', {
      input: { energy: 2.5 },
    }),
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['input', 'energy'] }] });
});

test('an entry of another account does not exist, and an entry refers to own tasks and labels only', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { id } = await ada.mutate('createEnergyEntry', { energy: 3, notes: 'mine' });
  const hers = { taskId: (await ada.mutate('createTask', { title: 'A' })).id };
  const labelIds = [(await ada.mutate('createLabel', { name: 'L' })).id];
  const his = await bob.mutate('createEnergyEntry', { energy: 2, notes: 'his' });
  expect(await bob.query(get, { id })).toEqual({ energyEntry: null });
  expect(await list(bob)).toBe('his');
  for (const mutation of ['updateEnergyEntry', 'trash', 'restore']) {
    expect((await writingNothing(app, ada, () => bob.mutate(mutation, { id }))).__typename).toBe('NotFoundError');
  }
  for (const [mutation, input] of [
    ['createEnergyEntry', { energy: 1, ...hers }],
    ['createEnergyEntry', { energy: 1, labelIds }],
    ['updateEnergyEntry', { id: his.id, energy: 1, ...hers }],
    ['updateEnergyEntry', { id: his.id, energy: 1, labelIds }],
  ] as const) {
    expect((await writingNothing(app, bob, () => bob.mutate(mutation, input))).__typename).toBe('NotFoundError');
  }
});

test('an entry is trashed and restored at the expected version only', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createEnergyEntry', { energy: 3, notes: 'one' });
  await ada.mutate('updateEnergyEntry', { id, ifVersion: 1, energy: 4 });
  for (const mutation of ['updateEnergyEntry', 'trash', 'restore']) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { id, ifVersion: 1 }));
    expect(refused.__typename).toBe('ConflictError');
  }
  const stats = '{ energyEntryStats { count } }';
  expect(await ada.mutate('trash', { id }, 'trashedAt')).toMatchObject({ trashedAt: now });
  expect([await list(ada), await list(ada, '(trashed: true)')]).toEqual(['', 'one']);
  expect(await ada.query(stats)).toEqual({ energyEntryStats: [] });
  expect(await ada.mutate('restore', { id }, 'trashedAt version')).toMatchObject({
    trashedAt: null,
    version: 4,
  });
  expect(await ada.query(stats)).toEqual({ energyEntryStats: [{ count: 1 }] });
});

test('a mutation that changes nothing leaves the version, the timestamps and the history as they are', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const label = await ada.mutate('createLabel', { name: 'L' });
  const input = { energy: 3, at: '2026-11-23T08:00:00Z', notes: 'same', labelIds: [label.id] };
  const before = await ada.mutate('createEnergyEntry', input, fields);
  app.clock.advance(1_000);
  const { id } = before;
  for (const same of [{}, input, { mood: null, taskId: null, at: '2026-11-23T09:00:00+01:00' }]) {
    const answer = await writingNothing(app, ada, () => ada.mutate('updateEnergyEntry', { id, ...same }, fields));
    expect(answer).toEqual(before);
  }
  // Labels and ratings changed at once are one change.
  const both = await ada.mutate('updateEnergyEntry', { id, energy: 1, labelIds: [] }, 'version');
  expect(both).toMatchObject({ version: 2 });
});

test('an entry created twice with one id is created once, also if it is about now', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = v7();
  const first = await ada.mutate('createEnergyEntry', { id, energy: 3 }, fields);
  app.clock.advance(60_000);
  for (const same of [id, `EnergyEntry:${id}`]) {
    const again = await writingNothing(app, ada, () =>
      ada.mutate('createEnergyEntry', { id: same, energy: 3 }, fields),
    );
    expect(again).toEqual(first);
  }
  const other = await writingNothing(app, ada, () => ada.mutate('createEnergyEntry', { id, energy: 4 }));
  expect(other.__typename).toBe('ConflictError');
  for (const bad of [id.toUpperCase(), `Task:${id}`, 'x']) {
    expect(paths(await ada.mutate('createEnergyEntry', { id: bad, energy: 3 }))).toEqual(['input.id']);
  }
});

test('entries are filtered by each of their fields, and sorted', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const task = await ada.mutate('createTask', { title: 'Talk' });
  const label = await ada.mutate('createLabel', { name: 'Stage' });
  await ada.mutate('createEnergyEntry', { notes: 'A', energy: 1, at: '-PT3H', mood: 2, moment: 'AFTER' });
  await ada.mutate('createEnergyEntry', { notes: 'b', energy: 5, at: '-PT2H', taskId: task.id, stress: 4, focus: 3 });
  await ada.mutate('createEnergyEntry', { notes: 'C', energy: 3, at: '-P1D', labelIds: [label.id], engagement: 1 });
  const cases: [string, string][] = [
    ['{ energy: { gte: 3 } }', 'b C'],
    ['{ at: { gte: "TODAY" } }', 'b A'],
    ['{ at: { lt: "-PT2H" } }', 'A C'],
    ['{ mood: { isNull: true } }', 'b C'],
    ['{ mood: { ne: 2 } }', 'b C'],
    ['{ focus: { eq: 3 } }', 'b'],
    ['{ stress: { gt: 3 } }', 'b'],
    ['{ engagement: { in: [1, 2] } }', 'C'],
    ['{ notes: { in: ["a", "c"] } }', 'A C'],
    ['{ moment: { eq: AFTER } }', 'A'],
    ['{ moment: { isNull: true } }', 'b C'],
    [`{ taskId: { eq: "${task.id}" } }`, 'b'],
    ['{ taskId: { isNull: true } }', 'A C'],
    ['{ labels: { some: { name: { eq: "STAGE" } } } }', 'C'],
    ['{ labels: { none: {} } }', 'b A'],
  ];
  for (const [filter, notes] of cases) {
    expect([filter, await list(ada, `(filter: ${filter})`)]).toEqual([filter, notes]);
  }
  expect(await list(ada)).toBe('b A C');
  expect(await list(ada, '(orderBy: [{ field: ENERGY }])')).toBe('A C b');
  expect(await list(ada, '(orderBy: [{ field: AT }], first: 2)')).toBe('C A');
});

test('entries are filtered by the task, meeting and person they are about; a missing or trashed one matches nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const make = async (mutation: string, input: object): Promise<string> => (await ada.mutate(mutation, input)).id;
  const goalId = await make('createGoal', { title: 'Speak', kind: 'PROJECT' });
  const taskId = await make('createTask', { title: 'Talk', goalId });
  const goneTask = await make('createTask', { title: 'Talk again' });
  const meetingId = await make('createMeeting', { title: 'Retro', startsAt: 'NOW', endsAt: 'PT1H' });
  const personId = await make('createPerson', { name: 'Mara' });
  const note = (notes: string, about: object) =>
    ada.mutate('createEnergyEntry', { energy: 3, notes, at: 'NOW', ...about });
  await note('a', { taskId, at: '-PT1H' });
  await note('b', { meetingId, personId, at: '-PT2H' });
  await note('c', { taskId: goneTask, at: '-PT3H' });
  await ada.mutate('trash', { id: goneTask });
  const cases: [string, string][] = [
    ['{ task: { title: { startsWith: "talk" } } }', 'a'],
    ['{ task: { goal: { title: { eq: "speak" } } } }', 'a'],
    ['{ not: { task: { title: { startsWith: "talk" } } } }', 'b c'],
    ['{ task: { not: { title: { eq: "talk" } } } }', ''],
    ['{ meeting: { title: { eq: "retro" } } }', 'b'],
    ['{ not: { meeting: {} } }', 'a c'],
    ['{ person: { name: { contains: "mar" } } }', 'b'],
    ['{ not: { person: { name: { contains: "mar" } } } }', 'a c'],
  ];
  for (const [filter, notes] of cases) {
    expect([filter, await list(ada, `(filter: ${filter})`)]).toEqual([filter, notes]);
  }
});

test('each mutation of an entry is one change set, with the fields that changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = `EnergyEntry:${v7()}`;
  const made = await changeSetOf(app, ada, () => ada.mutate('createEnergyEntry', { id, energy: 3 }));
  expect(made).toMatchObject({
    name: 'createEnergyEntry',
    changes: [{ model: 'EnergyEntry', action: 'CREATE', after: { energy: 3, at: now } }],
  });
  expect(await changeSetOf(app, ada, () => ada.mutate('updateEnergyEntry', { id, energy: 4, notes: '' }))).toEqual({
    name: 'updateEnergyEntry',
    changes: [
      { model: 'EnergyEntry', action: 'UPDATE', before: { energy: 3, version: 1 }, after: { energy: 4, version: 2 } },
    ],
  });
  for (const mutation of ['trash', 'restore']) {
    const { name, changes } = await changeSetOf(app, ada, () => ada.mutate(mutation, { id }));
    expect([name, changes.map(({ action }) => action)]).toEqual([mutation, ['UPDATE']]);
  }
});

test('an entry is not about the future; however long ago is fine', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createEnergyEntry', { energy: 3, at: '0999-01-01T00:00:00Z' });
  for (const at of ['2026-11-23T09:00:01Z', 'P1D', '2099-01-01T00:00:00Z']) {
    const issues = [{ path: ['input', 'at'], message: 'must not be in the future' }];
    expect((await ada.mutate('createEnergyEntry', { energy: 3, at })).issues).toEqual(issues);
    expect((await ada.mutate('updateEnergyEntry', { id, at })).issues).toEqual(issues);
  }
  expect(await ada.mutate('updateEnergyEntry', { id, at: 'NOW' }, 'at')).toMatchObject({
    at: '2026-11-23T09:00:00.000Z',
  });
});
