import { expect, test } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../support/app.ts';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
/** Tasks within tasks, each level with a page of its own. */
const nested = (levels: number, page: string): string =>
  levels === 0 ? 'id' : `subtasks(${page}) { nodes { ${nested(levels - 1, page)} } }`;
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
  'complexity by pages': tasks(nested(3, 'first: 100')),
  'complexity by last': tasks(nested(3, 'last: 100')),
  'fragments in a circle': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
};

/** The statements that signing in with a token takes, once the server has read its keys. */
async function costOfAuthentication(app: TestApp, person: Person): Promise<number> {
  await person.ask('{ __typename }');
  return app.counting(() => person.ask('{ __typename }'));
}

test('a document that would cost too much is refused before anything of it is looked up', async () => {
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

test('what asks for a lot, but within the bounds, is answered', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Here' });
  const within = [
    `{ ${times(60, (index) => `a${index}: __typename`)} }`,
    tasks(nested(5, 'first: 1')),
    '{ tasks(first: 99) { nodes { subtasks(first: 99) { nodes { id } } } } }',
    `{ viewer { ${times(500, () => 'id')} } }`,
  ];
  for (const document of within) expect((await ada.ask(document)).errors, document.slice(0, 80)).toBeUndefined();
});

test('complexity counts the pages in variables too', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const query = `query ($n: Int) ${tasks(nested(3, 'first: $n'))}`;
  const authentication = await costOfAuthentication(app, ada);
  const statements = await app.counting(async () => {
    expect((await ada.ask(query, { n: 100 })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
  expect(statements).toBe(authentication);
  expect((await ada.ask(query, { n: 2 })).errors).toBeUndefined();
});

test('however much is wrong with a document, only the first few faults are told', async () => {
  const app = await createTestApp();
  const { errors } = await app.nobody.ask(`{ ${times(50, (index) => `nothing${index}`)} }`);
  expect(errors?.length).toBeLessThanOrEqual(6);
});
