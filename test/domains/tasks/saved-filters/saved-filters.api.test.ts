import fc from 'fast-check';
import { coerceInputValue, type GraphQLInputType } from 'graphql';
import { expect, test } from 'vitest';
import { taskFilter } from '../../../../src/domains/tasks/tasks/tasks.rules.ts';
import type { Filter } from '../../../../src/platform/queries/filters.ts';
import { asWritten } from '../../../../src/platform/queries/saved-lists.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp, type Person, type SignedInPerson, type TestApp, testSchema } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { writingNothing } from '../../../support/history.ts';
import { staying } from '../../../support/staying.ts';

const fields = 'id name filter orderBy problems { path message } version';

/** The titles of a list of tasks, as one text. */
const titles = async (person: Person, args: string) =>
  (await person.query(`{ tasks(${args}) { nodes { title } } }`)).tasks.nodes
    .map(({ title }: { title: string }) => title)
    .join(' ');

/** The error that a list of tasks answers. */
const refusal = async (person: Person, args: string) =>
  (await person.ask(`{ tasks(${args}) { nodes { title } } }`)).errors?.[0]?.extensions;

/** Overwrites the JSON of a saved filter, as an older or newer version of the server has stored it. */
const overwrite = async (
  app: TestApp,
  person: SignedInPerson,
  id: string,
  data: { filter?: object; orderBy?: object },
) =>
  transaction(await contextOf(app, person), 'overwrite', (tx) =>
    tx.write.savedFilter.update({ id: id.split(':')[1] as string }, data),
  );

async function withTasks() {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const { id: goalId } = await ada.mutate('createGoal', { title: 'Grow', kind: 'PROJECT' });
  for (const [title, dueOn, priority] of [
    ['a', 'P8D', 'HIGH'],
    ['b', 'P7D', 'URGENT'],
    ['c', 'P1D', 'HIGH'],
    ['d', 'P1D', 'LOW'],
  ] as const) {
    await ada.mutate('createTask', { title, dueOn, priority, goalId, scheduledOn: 'TODAY' });
  }
  const soon = {
    name: 'Due soon',
    filter: { dueOn: { lte: 'P7D' }, or: [{ priority: { in: ['HIGH', 'URGENT'] } }, { title: { eq: 'z' } }] },
    orderBy: [{ field: 'DUE_ON', direction: 'DESC' }],
  };
  return { app, ada, soon, saved: await ada.mutate('createSavedFilter', soon, fields) };
}

test('a saved filter is kept as it was written, and found by its name or id in every list of tasks', async () => {
  const { app, ada, soon, saved } = await withTasks();
  expect(saved).toMatchObject({ name: 'Due soon', filter: soon.filter, problems: [], version: 1 });
  expect(saved.orderBy).toEqual([{ field: 'DUE_ON', direction: 'DESC', nulls: 'LAST' }]);
  expect(await titles(ada, 'savedFilter: "due SOON"')).toBe('b c');
  expect(await titles(ada, `savedFilter: "${saved.id}"`)).toBe('b c');
  // Both filters apply, and a given order comes before the saved one.
  expect(await titles(ada, 'savedFilter: "Due soon", filter: { title: { ne: "b" } }')).toBe('c');
  expect(await titles(ada, 'savedFilter: "Due soon", filter: { and: [{ title: { ne: "c" } }] }')).toBe('b');
  expect(await titles(ada, 'savedFilter: "Due soon", orderBy: [{ field: DUE_ON }]')).toBe('c b');
  const everywhere = await ada.query(`{
    goals { nodes { tasks(savedFilter: "Due soon") { totalCount nodes { title } } } }
    day { tasks(savedFilter: "Due soon") { totalCount nodes { title } } }
    taskStats(savedFilter: "Due soon") { count }
    taskReview(savedFilter: "Due soon") { byStatus { todoCount } }
  }`);
  const review = { taskReview: { byStatus: { todoCount: 2 } } };
  const list = { totalCount: 2, nodes: [{ title: 'b' }, { title: 'c' }] };
  expect(everywhere).toEqual({
    goals: { nodes: [{ tasks: list }] },
    day: { tasks: list },
    taskStats: [{ count: 2 }],
    ...review,
  });

  // What is relative stays relative.
  app.clock.advance(24 * 60 * 60 * 1000);
  expect(await titles(ada, 'savedFilter: "Due soon"')).toBe('a b c');
});

test('every list of tasks takes a saved filter', () => {
  const lists = Object.values(testSchema().getTypeMap()).flatMap((type) =>
    'getFields' in type && !type.name.startsWith('__')
      ? Object.values(type.getFields() as Record<string, { name: string; args?: { name: string; type: unknown }[] }>)
          .filter(({ args }) => args?.some((arg) => arg.name === 'filter' && String(arg.type) === 'TaskFilter'))
          .map((field) => ({
            field: `${type.name}.${field.name}`,
            takes: field.args?.some(({ name }) => name === 'savedFilter'),
          }))
      : [],
  );
  expect(lists.length).toBeGreaterThan(8);
  expect(lists.filter(({ takes }) => !takes)).toEqual([]);
});

test('a saved filter can be changed, trashed and restored, and its name is free meanwhile', async () => {
  const { app, ada, saved } = await withTasks();
  const renamed = await ada.mutate('updateSavedFilter', { id: saved.id, name: 'Soon' }, fields);
  expect(renamed).toMatchObject({ name: 'Soon', filter: saved.filter, orderBy: saved.orderBy, version: 2 });
  const emptied = await ada.mutate('updateSavedFilter', { id: saved.id, filter: {}, orderBy: [] }, fields);
  expect(emptied).toMatchObject({ filter: {}, orderBy: [] });
  expect(await titles(ada, 'savedFilter: "Soon"')).toBe('a b c d');
  const taken = await writingNothing(app, ada, () => ada.mutate('createSavedFilter', { name: 'SOON' }));
  expect(taken.issues).toEqual([{ path: ['input', 'name'], message: 'is the name of another saved filter' }]);
  await ada.mutate('trash', { id: saved.id });
  expect(await refusal(ada, 'savedFilter: "Soon"')).toMatchObject({ code: 'BAD_USER_INPUT' });
  const other = await ada.mutate('createSavedFilter', { name: 'Soon' }, fields);
  const refused = await writingNothing(app, ada, () => ada.mutate('restore', { id: saved.id }));
  expect(refused).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('“Soon”') });
  await ada.mutate('updateSavedFilter', { id: other.id, name: 'Other' });
  expect(await ada.mutate('restore', { id: saved.id }, 'trashedAt')).toMatchObject({ trashedAt: null });
  expect((await ada.query('{ savedFilters { nodes { name } } }')).savedFilters.nodes).toEqual([
    { name: 'Other' },
    { name: 'Soon' },
  ]);
  // An undo cannot bring a name back that is taken.
  const renaming =
    'mutation ($input: UpdateSavedFilterInput!) { updateSavedFilter(input: $input) { ... on UpdateSavedFilterPayload { changeSet { id } } } }';
  const { updateSavedFilter } = await ada.query(renaming, { input: { id: saved.id, name: 'Away' } });
  await ada.mutate('createSavedFilter', { name: 'Soon' });
  const undone = await writingNothing(app, ada, () =>
    ada.mutate('undoChangeSet', { changeSetId: updateSavedFilter.changeSet.id }, 'name'),
  );
  expect(undone.__typename).toBe('ConflictError');
});

test('what no list could take is refused when it is saved, with its place', async () => {
  const { app, ada, saved } = await withTasks();
  const wrong: [object, string][] = [
    [{ goalId: { eq: saved.id } }, 'input.filter.goalId.eq: must be the id of a Goal'],
    [{ dueOn: { lte: 'soon' } }, 'input.filter.dueOn.lte'],
    [{ or: [{ labels: { some: { id: { eq: 'x' } } } }] }, 'input.filter.or.0.labels.some.id.eq'],
    [{ title: { contains: 'x'.repeat(20_001) } }, 'input.filter: must have at most 20,000 characters as JSON'],
  ];
  for (const [filter, message] of wrong) {
    for (const [mutation, target] of [
      ['createSavedFilter', { name: 'New' }],
      ['updateSavedFilter', { id: saved.id }],
    ] as const) {
      const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { ...target, filter }));
      expect(refused.message).toContain(message);
    }
  }
  const named = await writingNothing(app, ada, () => ada.mutate('createSavedFilter', { name: saved.id }));
  expect(named.message).toBe('input.name: must not be the id of a saved filter');
});

test('a saved filter that a later schema does not understand says why, and lists that name it answer that', async () => {
  const { app, ada, saved } = await withTasks();
  await overwrite(app, ada, saved.id, {
    filter: { or: [{ mood: { eq: 3 } }], priority: { gte: 'SOMEWHAT' }, dueOn: { lte: 'P7D' } },
    orderBy: [{ field: 'DUE_ON' }, { field: 'MOOD' }],
  });
  const query = `query ($id: ID!) { savedFilter(id: $id) { ${fields} } }`;
  const { savedFilter } = await ada.query(query, { id: saved.id });
  const places = ['filter.or.0', 'filter.priority.gte', 'orderBy.1.field'];
  const placesOf = (issues: { path: string[] }[]) => issues.map(({ path }) => path.join('.')).sort();
  expect(placesOf(savedFilter.problems)).toEqual(places);
  expect(savedFilter.problems.map(({ message }: { message: string }) => message).join(' ')).toMatch(/mood.*SOMEWHAT/s);
  const error = await refusal(ada, 'savedFilter: "Due soon"');
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(placesOf(error?.issues as { path: string[] }[])).toEqual(places.map((place) => `savedFilter.${place}`));
  // One that is no filter at all, and one that the types allow but no list takes.
  await overwrite(app, ada, saved.id, { filter: [1], orderBy: { field: 1 } });
  expect((await ada.query(query, { id: saved.id })).savedFilter.problems).not.toEqual([]);
  await overwrite(app, ada, saved.id, { filter: { goalId: { eq: 'Mood:1' } }, orderBy: [] });
  expect((await ada.query(query, { id: saved.id })).savedFilter.problems).toEqual([
    { path: ['filter', 'goalId', 'eq'], message: 'must be the id of a Goal' },
  ]);
  // It can be mended.
  await ada.mutate('updateSavedFilter', { id: saved.id, filter: { title: { eq: 'c' } } });
  expect(await titles(ada, 'savedFilter: "Due soon"')).toBe('c');
});

test('saved filters of another account are not there, by name or id', async () => {
  const { app, ada, saved } = await withTasks();
  const bob = await app.person('Bob');
  for (const which of [saved.id, 'Due soon', 'SavedFilter:x', '']) {
    expect(await refusal(bob, `savedFilter: "${which}"`)).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  // An id of another account is kept as an unknown one is, and finds nothing.
  const { tasks } = await ada.query('{ tasks { nodes { id goal { id } } } }');
  const about = { or: [{ goalId: { eq: tasks.nodes[0].goal.id } }, { id: { eq: tasks.nodes[0].id } }] };
  await bob.mutate('createSavedFilter', { name: 'Hers', filter: about });
  expect(await titles(bob, 'savedFilter: "Hers"')).toBe('');
  // A name is one's own, and so are the tasks.
  await bob.mutate('createSavedFilter', { name: 'Due soon' });
  expect([await titles(bob, 'savedFilter: "Due soon"'), await titles(ada, 'savedFilter: "Due soon"')]).toEqual([
    '',
    'b c',
  ]);
});

test('naming a saved filter takes one statement for a list, however many parents it has', async () => {
  const { app, ada } = await withTasks();
  const lists = (args: string) =>
    app.counting(() => ada.query(`{ goals { nodes { tasks${args} { nodes { title } } } } }`));
  await lists('');
  const without = await lists('(filter: { title: { ne: "x" } }, orderBy: [{ field: DUE_ON }])');
  expect(await lists('(savedFilter: "Due soon")')).toBe(without + 1);
  for (let one = 0; one < 20; one++) await ada.mutate('createGoal', { title: `${one}`, kind: 'PROJECT' });
  expect(await lists('(savedFilter: "Due soon")')).toBe(without + 1);
});

test('what is written of a filter is coerced to the same filter', () => {
  const date = fc.constantFrom('TODAY', 'P7D', '2026-11-23');
  const leaf = fc.oneof(
    fc.record({ priority: fc.record({ gte: fc.constantFrom('LOW', 'HIGH'), in: fc.array(fc.constant('NONE')) }) }),
    fc.record({ status: fc.record({ in: fc.array(fc.constantFrom('TODO', 'DONE')) }) }),
    fc.record({ dueOn: fc.record({ lte: date, isNull: fc.boolean() }, { requiredKeys: [] }) }),
    fc.record({ isBlocked: fc.record({ eq: fc.boolean() }) }),
    fc.record({ estimateMinutes: fc.record({ notIn: fc.array(fc.integer({ min: 0, max: 5 })) }) }),
  );
  const { filter } = fc.letrec<{ filter: object }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({ and: fc.array(tie('filter'), { maxLength: 2 }), not: tie('filter') }, { requiredKeys: [] }),
      fc.record({ parent: tie('filter') }),
      fc.record({ subtasks: fc.record({ some: tie('filter'), none: tie('filter') }, { requiredKeys: [] }) }),
    ),
  }));
  const type = testSchema().getType('TaskFilter') as GraphQLInputType;
  fc.assert(
    fc.property(filter, (given) => {
      const written = asWritten(taskFilter, coerceInputValue(given, type) as Filter);
      expect(written).toEqual(given);
    }),
    { numRuns: 200 },
  );
});
