import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const get = 'query ($id: ID!) { task(id: $id) { id title } }';
const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.'));

test('null for a required field is refused with its path', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'A' });
  const nothing = { title: null, description: null, status: null, priority: null, labelIds: null };
  const changed = await writingNothing(app, ada, () => ada.mutate('updateTask', { id, ...nothing }));
  expect(changed).toMatchObject({ __typename: 'InvalidInputError', code: 'INVALID_INPUT' });
  const messages = changed.issues.map(({ message }: { message: string }) => message);
  expect(new Set(messages)).toEqual(new Set(['must not be null: leave it out instead']));
  expect(paths(changed).sort()).toEqual(
    Object.keys(nothing)
      .map((name) => `input.${name}`)
      .sort(),
  );
  const made = await writingNothing(app, ada, () => ada.mutate('createTask', { title: 'B', labelIds: null }));
  expect(paths(made)).toEqual(['input.labelIds']);
});

test('all issues of a task are reported together with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'Good' });
  const label = await ada.mutate('createLabel', { name: 'Work' });
  const labels = Array.from({ length: 21 }, () => `Label:${v7()}`);
  const bad = [
    { title: '', description: 'a\u0000b', priority: 'LOW', scheduledOn: '2026-02-30', estimateMinutes: 0 },
    { title: ' \t ', scheduledOn: '0000-01-01', dueOn: '10000-01-01', estimateMinutes: 43_201, parentId: 'Task:1' },
    { title: 'two\nlines', scheduledAt: '2026-11-23T09:00:00', dueOn: 'tomorrow', parentId: label.id },
    { title: 'tab\there', scheduledAt: '2026-02-30T09:00:00Z', dueOn: '2026-2-3', labelIds: [id] },
    { title: 'x'.repeat(301), description: 'x'.repeat(20_001), scheduledOn: '', labelIds: [label.id, label.id] },
    {
      title: 'half \ud83d',
      description: '\udc00',
      scheduledAt: '',
      dueOn: '-P',
      estimateMinutes: -5,
      labelIds: labels,
    },
    { title: 'bell\u0007', scheduledAt: '0000-01-01T00:00:00Z', labelIds: ['Label:'], parentId: v7() },
    { title: '\u0085', scheduledAt: '2026-11-23T25:00:00Z', scheduledOn: 'today', parentId: id.toUpperCase() },
  ];
  for (const input of bad) {
    const expected = Object.keys(input)
      .filter((name) => name !== 'priority')
      .map((name) => `input.${name}`);
    const made = await writingNothing(app, ada, () => ada.mutate('createTask', input));
    expect(made.__typename).toBe('InvalidInputError');
    const places = (answer: { issues: { path: string[] }[] }) => [
      ...new Set(answer.issues.map(({ path }) => path.slice(0, 2).join('.'))),
    ];
    expect(places(made).sort()).toEqual(expect.arrayContaining(expected.sort()));
    const changed = await writingNothing(app, ada, () => ada.mutate('updateTask', { id, ...input }));
    expect(places(changed).sort()).toEqual(places(made).sort());
  }
  const max = { title: 'x'.repeat(300), description: 'x'.repeat(20_000), estimateMinutes: 43_200 };
  expect((await ada.mutate('createTask', max)).__typename).toBe('Task');
});

test('a wrong id in a list is reported with its index', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [one, two] = [
    await ada.mutate('createLabel', { name: 'One' }),
    await ada.mutate('createLabel', { name: 'Two' }),
  ];
  const labelled = (labelIds: string[]) =>
    writingNothing(app, ada, () => ada.mutate('createTask', { title: 'A', labelIds }));
  expect(paths(await labelled([one.id, 'Task:1', two.id, '']))).toEqual(['input.labelIds.1', 'input.labelIds.3']);
  expect((await labelled([one.id, one.id])).issues).toEqual([
    { path: ['input', 'labelIds'], message: 'must not name anything twice' },
  ]);
  const unknown = await writingNothing(app, ada, () =>
    ada.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { ... on NotFoundError { path } } }', {
      input: { title: 'A', labelIds: [one.id, `Label:${v7()}`] },
    }),
  );
  expect(unknown.data.createTask).toEqual({ path: ['input', 'labelIds', '1'] });
});

test('a task has at most 20 labels', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const labelIds: string[] = [];
  for (let count = 0; count < 21; count++) {
    labelIds.push((await ada.mutate('createLabel', { name: `Label ${count}` })).id);
  }
  const refused = await writingNothing(app, ada, () => ada.mutate('createTask', { title: 'A', labelIds }));
  expect(refused.issues).toEqual([{ path: ['input', 'labelIds'], message: 'must be at most 20' }]);
  const made = await ada.mutate('createTask', { title: 'A', labelIds: labelIds.slice(1) }, 'labels { name }');
  expect(made.labels).toHaveLength(20);
});

test('a task of another account does not exist, and its labels and tasks cannot be referenced', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { id } = await ada.mutate('createTask', { title: 'Mine' });
  const hers = await ada.mutate('createLabel', { name: 'Hers' });
  const his = await bob.mutate('createTask', { title: 'His' });
  expect(await bob.query(get, { id })).toEqual({ task: null });
  for (const mutation of [
    'updateTask',
    'completeTask',
    'reopenTask',
    'cancelTask',
    'rescheduleTask',
    'reorderTask',
    'trash',
    'restore',
  ]) {
    const refused = await writingNothing(app, ada, () => bob.mutate(mutation, { id }));
    expect(refused.__typename).toBe('NotFoundError');
  }
  for (const [mutation, input] of [
    ['createTask', { title: 'A', parentId: id }],
    ['createTask', { title: 'A', labelIds: [hers.id] }],
    ['updateTask', { id: his.id, title: 'Changed', parentId: id }],
    ['updateTask', { id: his.id, title: 'Changed', labelIds: [hers.id] }],
    ['reorderTask', { id: his.id, afterId: id }],
  ] as const) {
    const refused = await writingNothing(app, bob, () => bob.mutate(mutation, input));
    expect(refused.__typename).toBe('NotFoundError');
  }
});
