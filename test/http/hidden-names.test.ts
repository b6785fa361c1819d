import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { createTestApp, testSchema } from '../support/app.ts';

const node = 'node(id: "x")';

/** Requests whose errors name more of the schema than they do. Together they have every kind of error about a request. */
const requests: [name: string, query: string, variables?: object][] = [
  ['an unknown field', '{ viewr { id } }'],
  ['an unknown argument', '{ tasks(frist: 1) { totalCount } }'],
  ['an unknown type', `{ ${node} { ... on Taks { id } } }`],
  ['an unknown directive', '{ viewer @skp { id } }'],
  ['a field without its selection', '{ tasks }'],
  ['a selection of a scalar', '{ viewer { timeZone { x } } }'],
  ['a field without its argument', '{ node { id } }'],
  ['a mutation without its input', 'mutation { createTask { __typename } }'],
  ['an input without its fields', 'mutation { createTask(input: {}) { __typename } }'],
  ['an unknown field of an input', 'mutation { createTask(input: { titel: "x" }) { __typename } }'],
  ['a value of another type', 'mutation { createTask(input: { title: "x", priority: 5 }) { __typename } }'],
  ['an unknown enum value', 'mutation { createTask(input: { title: "x", priority: HIHG }) { __typename } }'],
  ['a text in place of an object', '{ tasks(filter: "x") { totalCount } }'],
  ['a text in place of a list', '{ tasks(orderBy: "x") { totalCount } }'],
  ['a number in place of a moment', 'mutation { createEnergyEntry(input: { energy: 3, at: 5 }) { __typename } }'],
  ['null where there must be a value', 'mutation { createTask(input: null) { __typename } }'],
  ['a variable of another type', 'query ($x: Int) { tasks(filter: $x) { totalCount } }'],
  ['a variable that may be null', 'mutation ($x: ID) { trash(input: { id: $x }) { __typename } }'],
  ['a variable of an unknown type', 'query ($x: TaskFilte) { tasks(filter: $x) { totalCount } }'],
  ['a variable of an output type', 'query ($x: Task) { viewer { name } }'],
  ['a fragment that never applies', '{ viewer { ... on Task { title } } }'],
  ['a named fragment that never applies', '{ viewer { ...F } } fragment F on Task { title }'],
  ['a fragment on a scalar', '{ viewer { ... on Int { x } } }'],
  ['fields in conflict', '{ viewer { a: name a: email } }'],
  ['fields of other types in conflict', `{ ${node} { ... on Task { a: title } ... on Goal { a: version } } }`],
  ['no variable', 'mutation ($i: CreateTaskInput!) { createTask(input: $i) { __typename } }'],
  [
    'a variable without its fields',
    'mutation ($i: CreateTaskInput!) { createTask(input: $i) { __typename } }',
    { i: {} },
  ],
  [
    'an unknown field in a variable',
    'query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }',
    { f: { titel: {} } },
  ],
  [
    'an unknown enum value in a variable',
    'query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }',
    { f: { status: { in: ['DOEN "', 5] } } },
  ],
  ['a text in a variable', 'query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }', { f: 'x " y' }],
  [
    'a number for a moment in a variable',
    'mutation ($i: CreateEnergyEntryInput!) { createEnergyEntry(input: $i) { __typename } }',
    { i: { energy: 3, at: 5 } },
  ],
  [
    'two keys of a oneOf',
    'mutation ($i: BatchInput!) { batch(input: $i) { __typename } }',
    { i: { mode: 'ATOMIC', operations: [{}] } },
  ],
  ['a missing value in an input', 'mutation ($x: String!) { createTask(input: { title: $x }) { __typename } }'],
  [
    'a default that does not fit',
    'query ($f: TaskFilter = { status: { eq: NOPE } }) { tasks(filter: $f) { totalCount } }',
  ],
  [
    'a subscription to no types',
    'subscription ($t: [NodeType!]) { changed(types: $t) { __typename } }',
    { t: ['NOPE'] },
  ],
  ['a subscription without fields', 'subscription { changed }'],
];

/** All names of the schema, but for those that every GraphQL server has. */
function namesOfSchema(): Set<string> {
  const types = Object.values(testSchema().getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  const members = types.flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map(({ name }) => name);
    if (isInputObjectType(type)) return Object.keys(type.getFields());
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) => [name, ...args.map((arg) => arg.name)]);
  });
  return new Set([...types.map(({ name }) => name), ...members]);
}

const words = (text: string) => text.match(/[_A-Za-z]\w*/g) ?? [];

/** Words of messages that are names of fields, too. */
const prose =
  'Variable value got invalid type types of in at field name not all fields was list position id input by to and text mean spread';

test('without introspection, errors have no name of the schema that the client did not send', async () => {
  const names = namesOfSchema().difference(
    new Set(words(`${prose} errors message locations line column extensions code issues path data`)),
  );
  expect(names.size).toBeGreaterThan(500);
  const unsaid = async (variables: Record<string, string>) => {
    const app = await createTestApp(variables);
    const { accessToken } = await app.person();
    const headers = { 'content-type': 'application/json', accept: '*/*', authorization: `Bearer ${accessToken}` };
    const all = requests.map(async ([name, query, values = {}]) => {
      const body = JSON.stringify({ query, variables: values });
      const text = await (
        await app.fetch(new Request('http://waymark.test/graphql', { method: 'POST', headers, body }))
      ).text();
      expect(text, name).toContain('"errors":[{"message"');
      const told = new Set(words(text)).difference(new Set(words(body)));
      return [...told.intersection(names)].map((word) => `${name}: ${word} in ${text}`);
    });
    return (await Promise.all(all)).flat();
  };
  expect(await unsaid({ INTROSPECTION: 'off' })).toEqual([]);
  expect((await unsaid({})).length).toBeGreaterThan(20);
});

test('what the client sent stays in the message, and so does its place', async () => {
  const app = await createTestApp({ INTROSPECTION: 'off' });
  const ada = await app.person();
  const query = 'query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }';
  const { errors } = await ada.ask(query, { f: { status: { eq: 'DOEN' } } });
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(/"\$f".*"f\.status\.eq".*Value "DOEN" does not exist in "…" enum\.$/),
      extensions: {
        code: 'BAD_USER_INPUT',
        issues: [{ path: ['f', 'status', 'eq'], message: 'Value "DOEN" does not exist in "…" enum.' }],
      },
    },
  ]);
  const missing = await ada.ask('mutation {\n  createTask(input: {}) { __typename }\n}');
  expect(missing.errors).toMatchObject([{ message: expect.stringContaining('"…"'), locations: [{ line: 2 }] }]);
});
