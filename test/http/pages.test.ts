import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';

/** Documents with page arguments, in every kind of place. */
const places: Record<string, (page: string) => string> = {
  'a list': (page) => `{ tasks(${page}) { nodes { id } } }`,
  'another list': (page) => `{ energyEntries(${page}) { nodes { id } } }`,
  'a list in a list': (page) => `{ tasks(first: 1) { nodes { subtasks(${page}) { nodes { id } } } } }`,
  'a list below node': (page) => `{ node(id: "x") { ... on Task { subtasks(${page}) { nodes { id } } } } }`,
  'a fragment': (page) => `{ ...F } fragment F on Query { tasks(${page}) { nodes { id } } }`,
  'an inline fragment': (page) => `{ ... on Query { tasks(${page}) { nodes { id } } } }`,
  'an alias': (page) => `{ good: tasks(first: 1) { nodes { id } } bad: tasks(${page}) { nodes { id } } }`,
  'the result of a mutation': (page) => `mutation {
    createTask(input: { title: "No" }) { ... on CreateTaskPayload { task { subtasks(${page}) { nodes { id } } } } }
  }`,
};

test('a page size below 1 or above 100 is refused everywhere, before any query runs', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Here' });
  const authentication = await app.counting(() => ada.ask('{ __typename }'));
  for (const [place, document] of Object.entries(places)) {
    for (const page of [
      'first: -5',
      'first: 0',
      'first: 101',
      'last: -1',
      'last: 0',
      'last: 101',
      'first: 2147483647',
    ]) {
      const statements = await app.counting(async () => {
        const { data, errors } = await ada.ask(document(page));
        expect({ data, codes: errors?.map(({ extensions }) => extensions.code) }, `${page} in ${place}`).toEqual({
          data: undefined,
          codes: ['BAD_USER_INPUT'],
        });
        expect(errors?.[0]?.message).toContain('must be from 1 to 100');
      });
      expect(statements).toBe(authentication);
    }
  }
  expect(await app.db.reads.task.count()).toBe(1);
});

test('first and last together are refused everywhere', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Here' });
  for (const [place, document] of Object.entries(places)) {
    const { errors } = await ada.ask(document('first: 1, last: 1'));
    expect(errors, place).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('together');
  }
});

test('a page size in a variable or its default has the same limits', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Here' });
  const lists = [
    'tasks(first: $n) { nodes { id } }',
    'tasks(last: $n) { nodes { id } }',
    'tasks(first: 1) { nodes { subtasks(first: $n) { nodes { id } } } }',
    'tasks(first: 1) { nodes { subtasks(last: $n) { nodes { id } } } }',
  ];
  const refused = async (query: string, variables: object) =>
    (await ada.ask(query, variables)).errors?.map(({ extensions }) => extensions.code);
  for (const list of lists) {
    for (const n of [-5, 0, 101]) {
      expect(await refused(`query ($n: Int) { ${list} }`, { n }), `${list} with ${n}`).toEqual(['BAD_USER_INPUT']);
      expect(await refused(`query ($n: Int = ${n}) { ${list} }`, {}), `${list} by default`).toEqual(['BAD_USER_INPUT']);
    }
    // The given value counts, not the default.
    expect(await refused(`query ($n: Int = -5) { ${list} }`, { n: 1 })).toBeUndefined();
    expect(await refused(`query ($n: Int = 5) { ${list} }`, { n: -1 })).toEqual(['BAD_USER_INPUT']);
    expect(await refused(`query ($n: Int) { ${list} }`, { n: null })).toBeUndefined();
    expect(await refused(`query ($n: Int) { ${list} }`, {})).toBeUndefined();
  }
  const both = 'query ($first: Int, $last: Int) { tasks(first: $first, last: $last) { nodes { id } } }';
  expect(await refused(both, { first: 1, last: 1 })).toEqual(['BAD_USER_INPUT']);
  expect(await refused(both, { first: 1, last: null })).toBeUndefined();
});

test('the variable defaults are those of the operation that runs', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const list = 'fragment List on Query { tasks(first: 1) { nodes { subtasks(first: $n) { nodes { id } } } } }';
  const document = `query Bad($n: Int = 101) { ...List } query Good($n: Int = 5) { ...List } ${list}`;
  const ask = async (operationName: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ada.accessToken}` };
    const body = JSON.stringify({ query: document, operationName });
    const response = await app.fetch(new Request('http://waymark.test/graphql', { method: 'POST', headers, body }));
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return errors?.map(({ extensions }) => extensions.code);
  };
  expect(await ask('Bad')).toEqual(['BAD_USER_INPUT']);
  expect(await ask('Good')).toBeUndefined();
});

test('pages of 1 and 100 nodes succeed, and the default is 25', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (let index = 0; index < 27; index += 1) await ada.mutate('createTask', { title: `Task ${index}` });
  const count = async (page: string) => (await ada.query(`{ tasks${page} { nodes { id } } }`)).tasks.nodes.length;
  expect(await count('(first: 1)')).toBe(1);
  expect(await count('(last: 1)')).toBe(1);
  expect(await count('(first: 100)')).toBe(27);
  expect(await count('')).toBe(25);
  expect(await count('(first: null)')).toBe(25);
});
