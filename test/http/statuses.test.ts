import { expect, test } from 'vitest';
import { createTestApp, type Person, secondApp, type TestApp } from '../support/app.ts';
import { fetchFrom } from '../support/http.ts';
import { interposed } from '../support/interposed.ts';

const strict = { accept: 'application/graphql-response+json' };
const create = (title: string) => `createTask(input: { title: "${title}" }) { __typename }`;
const guess = (email: string) => `signIn(input: { email: "${email}", password: "guess" }) { __typename }`;

const failures: [string, string, object, string][] = [
  ['a syntax error', '{', {}, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['a page size', '{ tasks(first: 0) { totalCount } }', {}, 'BAD_USER_INPUT'],
  ['two page sizes', '{ tasks(first: 1, last: 1) { totalCount } }', {}, 'BAD_USER_INPUT'],
  ['a missing variable', 'query ($id: ID!) { node(id: $id) { id } }', {}, 'BAD_USER_INPUT'],
  ['a variable of a wrong type', 'query ($n: Int) { tasks(first: $n) { totalCount } }', { n: 'x' }, 'BAD_USER_INPUT'],
  [
    'an unknown enum value',
    'query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }',
    { f: { status: { eq: 'X' } } },
    'BAD_USER_INPUT',
  ],
];

test.each(failures)(
  'a request that fails before it runs is a bad request: %s',
  async (_name, query, variables, code) => {
    const app = await createTestApp();
    const ada = await app.person();
    const answer = await ada.ask(query, variables, strict);
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code } }] });
    expect(answer).not.toHaveProperty('data');
  },
);

test('an operation that the document does not have is a bad request', async () => {
  const app = await createTestApp();
  const body = JSON.stringify({ query: 'query A { __typename }', operationName: 'B' });
  const headers = { 'content-type': 'application/json', ...strict };
  expect((await fetchFrom(app, '/graphql', { method: 'POST', headers, body })).status).toBe(400);
});

test('a fault of the server before a request runs is a fault of the server', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await app.db.write((client) => client.$executeRawUnsafe('ALTER TABLE "Session" RENAME TO "Gone"'));
  for (const headers of [{}, strict]) {
    const answer = await ada.ask('{ viewer { id } }', {}, headers);
    expect(answer).toMatchObject({ status: 500, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(answer).not.toHaveProperty('data');
  }
});

/** Somebody who has guessed a password too often. */
async function guesser(app: TestApp): Promise<Person> {
  const ada = await app.person();
  for (let index = 0; index < 10; index += 1) await ada.ask(`mutation { ${guess('bob@example.org')} }`);
  return ada;
}

test('a mutation that is done is no failure, whatever becomes of a later one', async () => {
  const app = await createTestApp({}, { passwords: { hash: async () => 'hash', matches: async () => false } });
  const ada = await guesser(app);
  const alone = await ada.ask(`mutation { ${guess('bob@example.org')} }`, {}, strict);
  expect(alone.status).toBe(429);
  expect(Number(alone.headers.get('retry-after'))).toBeGreaterThan(0);

  const both = await ada.ask(`mutation { ${create('Done')} ${guess('bob@example.org')} }`, {}, strict);
  expect(both.errors).toMatchObject([{ path: ['signIn'], extensions: { code: 'RATE_LIMITED' } }]);
  expect(both.status).toBe(200);
  expect(both.headers.get('retry-after')).toBeNull();
  expect(await app.db.reads.task.count()).toBe(1);
});

test('a query that the database fails in part is a 503, whatever data it has', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'One' });
  const failing = interposed(app.db, (model) => {
    if (model === 'task') throw Object.assign(new Error('down'), { code: 'ECONNREFUSED' });
  });
  const other = await secondApp(app, {}, { database: { ...failing, close: async () => {} } });
  const answer = await other.again(ada).ask(`{ viewer { name } task(id: "${id}") { title } }`);
  expect(answer).toMatchObject({
    status: 503,
    data: { viewer: { name: 'Ada' }, task: null },
    errors: [{ extensions: { code: 'UNAVAILABLE' } }],
  });
  expect(answer.headers.get('retry-after')).toBe('2');
});
