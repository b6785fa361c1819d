import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { transaction } from '../../src/platform/transactions/transaction.ts';
import { createTestApp, type Person, type SignedInPerson, type TestApp } from '../support/app.ts';
import { contextOf } from '../support/context.ts';
import { fetchFrom } from '../support/http.ts';
import { leaveToCI } from '../support/services.ts';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
/** Nested subtasks, with a page at each level. */
const nested = (levels: number, page: string): string =>
  levels === 0 ? 'id' : `subtasks(${page}) { nodes { ${nested(levels - 1, page)} } }`;
const tasksOf = (count: number, parentId: string | null = null) =>
  Array.from({ length: count }, (_, position) => ({ title: 'T', position, parentId }));
const tasks = (below: string) => `{ tasks(first: 1) { nodes { ${below} } } }`;

const fragments = (count: number, text: (index: number) => string) =>
  times(count, (index) => `fragment F${index} ${text(index)}`);

/** Documents, of 20 KB at most, that cost more than they look, and the limit that each of them exceeds. */
const documents: Record<string, [document: string, limit: string]> = {
  tokens: [`{ ${times(4000, () => 'a')} }`, 'Tokens'],
  'tokens in a string list': [`{ nodes(ids: [${times(4000, () => '1')}]) { id } }`, 'Tokens'],
  'an object in the document': [`{ tasks(filter: { ${times(1400, () => 'a: 1')} }) { totalCount } }`, 'Tokens'],
  fields: [
    `{ ${times(20, (index) => `a${index}: viewer { ${times(30, () => 'id email')} }`)} }`,
    'Fields in a document',
  ],
  'fields in fragments': [
    `{ viewer { ...A ...B } } ${times(2, (index) => `fragment ${'AB'[index]} on Account { ${times(501, () => 'id')} }`)}`,
    'Fields in a document',
  ],
  'fields of a fragment that is used often': [
    `{ ${times(30, (index) => `a${index}: viewer { ...F0 }`)} } ${fragments(1, () => `on Account { ${times(40, (index) => `f${index}`)} }`)}`,
    'Fields in an operation',
  ],
  aliases: [`{ ${times(61, (index) => `a${index}: __typename`)} }`, 'Aliases'],
  'aliases in a fragment': [
    `{ ...F } fragment F on Query { ${times(61, (index) => `a${index}: __typename`)} }`,
    'Aliases',
  ],
  'aliases of one expensive field': [
    `{ ${times(61, (index) => `a${index}: tasks(first: 100) { totalCount }`)} }`,
    'Aliases',
  ],
  depth: [tasks(nested(12, 'first: 1')), 'Levels of fields'],
  'depth in fragments': [
    `{ ...F0 } ${fragments(9, (index) => `on Query { node(id: "x") { ... on Task { goal { ...F${index + 1} } } } }`)}`,
    'Levels of fields',
  ],
  'a fragment within itself': [
    '{ viewer { id } } fragment F on Task { goal { tasks { nodes { ...F } } } }',
    'Levels of fields',
  ],
  'the same field': [`{ ${times(990, () => 'tasks{__typename}')} }`, 'Fields in a document'],
  'the same field, within the limit of fields': [`{ ${times(400, () => 'tasks{__typename}')} }`, 'Pairs'],
  'the same field below the same field': [`{ ${times(80, () => 'tasks { nodes { goal { id } } }')} }`, 'Pairs'],
  'the same fragment': [`{ ${times(150, () => '...F0')} } ${fragments(1, () => 'on Query { __typename }')}`, 'Pairs'],
  'fragments that each spread the next twice': [
    `{ ...F0 } ${fragments(98, (index) => `on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F98 on Query { a }`,
    'Pairs',
  ],
  'fragments that each spread the next below two fields': [
    `{ ...F0 } ${fragments(14, (index) => `on Query { a: viewer { ...F${index + 1} } b: viewer { ...F${index + 1} } }`)}`,
    'Fields in an operation',
  ],
  'a fragment in many operations': [
    `${times(20, (index) => `query Q${index} { ...F0 }`)} ${fragments(1, () => `on Query { ${times(300, (index) => `f${index}`)} }`)}`,
    'Selections',
  ],
  'fragments that nobody uses': [
    `{ __typename } ${fragments(100, () => 'on Query { a }')}`,
    'Operations and fragments',
  ],
  operations: [times(101, (index) => `query Q${index} { a }`), 'Operations and fragments'],
  variables: [`query (${times(201, (index) => `$v${index}: Int`)}) { a }`, 'Variables'],
  directives: [`{ __typename ${times(101, () => '@a')} }`, 'Directives'],
  'lists within each other': [`{ a(b: ${'['.repeat(4000)}`, 'Brackets'],
  'objects within each other': [`{ a(b: ${'{a:'.repeat(4000)}`, 'Brackets'],
  'selections within each other': ['{a'.repeat(4000), 'Brackets'],
  'inline fragments within each other': [`{${'...{'.repeat(4000)}`, 'Brackets'],
  'a type within lists': [`query ($a: ${'['.repeat(4000)}Int${']'.repeat(4000)}) { a }`, 'Brackets'],
  'lists within lists': [tasks(nested(6, 'first: 100')), 'complexity'],
  'lists within lists, from their ends': [tasks(nested(6, 'last: 100')), 'complexity'],
  'lists within lists, of whatever length': [`{ tasks { nodes { ${nested(5, 'orderBy: []')} } } }`, 'complexity'],
  'introspection, again and again': [
    `{ ${times(50, (index) => `a${index}: __schema { types { fields { args { name } } } }`)} }`,
    'complexity',
  ],
  'fragments in a circle': ['{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'Cannot spread'],
  'introspection within introspection': [
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    'introspection',
  ],
};

/** The number of statements that authentication takes, once the server has read its keys. */
async function costOfAuthentication(app: TestApp, person: Person): Promise<number> {
  await person.ask('{ __typename }');
  return app.counting(() => person.ask('{ __typename }'));
}

test.each(Object.entries(documents))(
  'a document that costs too much is refused before any query runs: %s',
  async (_name, [document, limit]) => {
    const app = await createTestApp();
    const ada = await app.person();
    const authentication = await costOfAuthentication(app, ada);
    const statements = await app.counting(async () => {
      const { status, data, errors } = await ada.ask(document);
      expect(data).toBeUndefined();
      expect(errors?.length).toBeLessThanOrEqual(6);
      expect(errors?.[0]?.message).toContain(limit);
      const isInvalid = errors?.[0]?.extensions.code === 'GRAPHQL_VALIDATION_FAILED';
      expect(errors?.[0]?.extensions.code).toBe(isInvalid ? 'GRAPHQL_VALIDATION_FAILED' : 'TOO_LARGE');
      expect(status).toBe(isInvalid ? 200 : 400);
    });
    expect(document.length).toBeLessThanOrEqual(20_000);
    expect(statements).toBeLessThanOrEqual(authentication);
  },
);

test('a bracket in a text or a comment is none', async () => {
  const app = await createTestApp();
  const brackets = '['.repeat(1000);
  const document = `{ __typename } # ${brackets}\n query A { a: node(id: "${brackets}") { id } b: node(id: """\n"${brackets}\n""") { id } }`;
  expect((await app.nobody.ask(document)).errors?.[0]?.message).not.toContain('Brackets');
});

const filters = 'query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }';
/** JSON with a value within so many others. */
const within = (levels: number, open: string, close: string) =>
  `{ "f": ${open.repeat(levels)} {} ${close.repeat(levels)} }`;

const variables: Record<string, [json: string, limit: string]> = {
  'and within and': [within(2_000, '{ "and": [', '] }'), 'Levels'],
  'not within not': [within(20_000, '{ "not": ', '}'), 'Levels'],
  'lists within lists': [within(20_000, '[', ']'), 'Levels'],
  'an or of many': [JSON.stringify({ f: { or: Array(20_000).fill({ title: { eq: 'x' } }) } }), 'Values'],
  'a list of many': [JSON.stringify({ f: { id: { in: Array(50_000).fill('x') } } }), 'Values'],
  'many variables': [
    JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`v${index}`, 1]))),
    'Values',
  ],
};

test.each(Object.entries(variables))(
  'variables that are too large are a bad request: %s',
  async (_name, [json, limit]) => {
    const app = await createTestApp();
    const ada = await app.person();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ada.accessToken}` };
    const create = 'mutation { createTask(input: { title: "No" }) { __typename } }';
    for (const [query, more] of [
      [filters, {}],
      [create, { 'idempotency-key': 'one' }],
    ] as const) {
      const body = `{ "query": ${JSON.stringify(query)}, "variables": ${json} }`;
      const { status, errors } = await fetchFrom(app, '/graphql', {
        method: 'POST',
        headers: { ...headers, ...more },
        body,
      });
      expect(status).toBe(400);
      expect(errors).toMatchObject([{ message: expect.stringContaining(limit), extensions: { code: 'TOO_LARGE' } }]);
    }
    expect(await app.db.reads.task.count()).toBe(0);
  },
);

test('a filter has a limited number of conditions, even if they compare nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { errors } = await ada.ask(filters, { f: { or: Array(5_000).fill({}) } });
  expect(errors).toMatchObject([
    { message: expect.stringContaining('conditions'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('the introspection of clients and tools is within the limits, once', async () => {
  const app = await createTestApp();
  const everything = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  const query = getIntrospectionQuery(everything);
  expect((await app.nobody.query(query)).__schema.types.length).toBeGreaterThan(100);
  const twice = query.replace('__schema {', 'again: __schema { types { ...FullType } } __schema {');
  expect((await app.nobody.ask(twice)).errors).toMatchObject([{ extensions: { code: 'TOO_LARGE', limit: 10_000 } }]);
});

test('a large document within the limits succeeds', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Here' });
  const within = [
    `{ ${times(60, (index) => `a${index}: __typename`)} }`,
    tasks(nested(5, 'first: 1')),
    '{ tasks(first: 100) { nodes { subtasks(first: 100) { nodes { id } } } } }',
    // A typical query of a client, with default pages.
    `{ frameworks { nodes { name categories { nodes { name skills { nodes { name levels { level summary signals }
      assessments { nodes { level source person { name } } } } } } } } } }`,
    `{ viewer { ${times(100, () => 'id')} } }`,
  ];
  for (const document of within) expect((await ada.ask(document)).errors, document.slice(0, 80)).toBeUndefined();
});

test('the error has the cost and the limit, and counts pages in variables', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const query = `query ($n: Int) ${tasks(nested(6, 'first: $n'))}`;
  const authentication = await costOfAuthentication(app, ada);
  const statements = await app.counting(async () => {
    const { errors } = await ada.ask(query, { n: 100 });
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_LARGE', cost: 39_063, limit: 10_000 } }]);
    expect(errors?.[0]?.message).toContain('complexity of this operation is 39063, and the maximum is 10000');
  });
  expect(statements).toBe(authentication);
  expect((await ada.ask(query, { n: 2 })).errors).toBeUndefined();
});

/** Somebody with 930 tasks of one skill: 30 with 30 subtasks each. */
async function personWithTasks(): Promise<SignedInPerson> {
  const app = await createTestApp();
  const ada = await app.person();
  await transaction(await contextOf(app, ada), 'fill', async (tx) => {
    const framework = await tx.write.framework.create({ name: 'F' });
    const category = await tx.write.skillCategory.create({ frameworkId: framework.id, name: 'C', position: 1 });
    const skill = await tx.write.skill.create({ categoryId: category.id, name: 'All', position: 1 });
    const parents = await tx.write.task.createMany(tasksOf(30));
    const parts = await tx.write.task.createMany(parents.flatMap(({ id }) => tasksOf(30, id)));
    await tx.write.taskSkill.createMany([...parents, ...parts].map(({ id }) => ({ taskId: id, skillId: skill.id })));
  });
  return ada;
}

test('a response has at most 20,000 nodes, however they are reached, and exceeding it is an error', async (context) => {
  leaveToCI(context);
  const ada = await personWithTasks();
  const whole = '{ skills { nodes { tasks(first: 100) { nodes { skills { name } subtasks { nodes { id } } } } } } }';
  expect((await ada.ask(whole)).errors).toBeUndefined();
  // The same nodes repeatedly: 100 tasks of a skill of each of 100 tasks, and so on.
  const again =
    '{ tasks(first: 100) { nodes { skills { tasks(first: 100) { nodes { skills { tasks(first: 100) { nodes { id } } } } } } } } }';
  const { data, errors } = await ada.ask(again);
  expect(data).toBeNull();
  expect(errors).toMatchObject([
    { extensions: { code: 'TOO_LARGE' }, message: expect.stringContaining('20,000 nodes') },
  ]);
}, 60_000);

test('nodes of a response that are only loaded count towards its maximum', async () => {
  const ada = await personWithTasks();
  // 30 times the 900 subtasks of 30 tasks.
  const aliases = times(30, (index) => `a${index}: subtasks(first: ${70 + index}) { pageInfo { hasNextPage } }`);
  const loaded = await ada.ask(`{ tasks(first: 30, filter: { parentId: { isNull: true } }) { nodes { ${aliases} } } }`);
  expect(loaded.errors).toMatchObject([{ extensions: { code: 'TOO_LARGE' } }]);
}, 60_000);

test('only the first errors of a document are returned', async () => {
  const app = await createTestApp();
  const { errors } = await app.nobody.ask(`{ ${times(50, (index) => `nothing${index}`)} }`);
  expect(errors?.length).toBeLessThanOrEqual(6);
});
