import { expect, test } from 'vitest';
import { transaction } from '../../src/platform/transactions/transaction.ts';
import { createTestApp, type Person, type TestApp } from '../support/app.ts';
import { contextOf } from '../support/context.ts';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
/** Nested subtasks, with a page at each level. */
const nested = (levels: number, page: string): string =>
  levels === 0 ? 'id' : `subtasks(${page}) { nodes { ${nested(levels - 1, page)} } }`;
const tasksOf = (count: number, parentId: string | null = null) =>
  Array.from({ length: count }, (_, position) => ({ title: 'T', position, parentId }));
const tasks = (below: string) => `{ tasks(first: 1) { nodes { ${below} } } }`;

const documents: Record<string, string> = {
  tokens: `{ ${times(4000, () => '__typename')} }`,
  'tokens in a string list': `{ nodes(ids: [${times(4000, (index) => `"${index}"`)}]) { id } }`,
  fields: `{ ${times(20, (index) => `a${index}: viewer { ${times(30, () => 'id email')} }`)} }`,
  'fields in fragments': `{ viewer { ...A ...B } } ${times(2, (index) => `fragment ${'AB'[index]} on Account { ${times(501, () => 'id')} }`)}`,
  aliases: `{ ${times(61, (index) => `a${index}: __typename`)} }`,
  'aliases in a fragment': `{ ...F } fragment F on Query { ${times(61, (index) => `a${index}: __typename`)} }`,
  'aliases of one expensive field': `{ ${times(61, (index) => `a${index}: tasks(first: 100) { totalCount }`)} }`,
  depth: tasks(nested(12, 'first: 1')),
  'lists within lists': tasks(nested(6, 'first: 100')),
  'lists within lists, from their ends': tasks(nested(6, 'last: 100')),
  'lists within lists, of whatever length': `{ tasks { nodes { ${nested(5, 'orderBy: []')} } } }`,
  'fragments in a circle': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
};

/** The number of statements that authentication takes, once the server has read its keys. */
async function costOfAuthentication(app: TestApp, person: Person): Promise<number> {
  await person.ask('{ __typename }');
  return app.counting(() => person.ask('{ __typename }'));
}

test('a document that costs too much is refused before any query runs', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const authentication = await costOfAuthentication(app, ada);
  for (const [name, document] of Object.entries(documents)) {
    const statements = await app.counting(async () => {
      const { status, data, errors } = await ada.ask(document);
      expect(status, name).toBeLessThan(500);
      expect(data ?? null, name).toBeNull();
      expect(errors?.length, name).toBeGreaterThan(0);
      expect(errors?.length, name).toBeLessThanOrEqual(6);
      expect(errors?.[0]?.extensions.code, name).toMatch(
        /^(BAD_USER_INPUT|TOO_LARGE|GRAPHQL_(PARSE|VALIDATION)_FAILED)$/,
      );
    });
    expect(statements, name).toBeLessThanOrEqual(authentication);
  }
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
    `{ viewer { ${times(500, () => 'id')} } }`,
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
    expect(errors?.[0]?.message).toContain('costs 39063, and 10000 is the most');
  });
  expect(statements).toBe(authentication);
  expect((await ada.ask(query, { n: 2 })).errors).toBeUndefined();
});

test('a response has at most 20,000 nodes, however they are reached, and exceeding it is an error', async () => {
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
  // Nodes that are only loaded count too: 30 times the 900 subtasks of 30 tasks.
  const aliases = times(30, (index) => `a${index}: subtasks(first: ${70 + index}) { pageInfo { hasNextPage } }`);
  const loaded = await ada.ask(`{ tasks(first: 30, filter: { parentId: { isNull: true } }) { nodes { ${aliases} } } }`);
  expect(loaded.errors).toMatchObject([{ extensions: { code: 'TOO_LARGE' } }]);
}, 60_000);

test('only the first errors of a document are returned', async () => {
  const app = await createTestApp();
  const { errors } = await app.nobody.ask(`{ ${times(50, (index) => `nothing${index}`)} }`);
  expect(errors?.length).toBeLessThanOrEqual(6);
});
