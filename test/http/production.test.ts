import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { openLink, ownersLink } from '../support/browser.ts';
import { fetchFrom } from '../support/http.ts';

const page = { headers: { accept: 'text/html' } };
const typos = [
  '{ viewr { id } }',
  '{ tasks(frist: 1) { nodes { id } } }',
  '{ tasks(orderBy: [{ field: PRIORTY }]) { nodes { id } } }',
  '{ tasks(filter: { titel: { eq: "x" } }) { nodes { id } } }',
  '{ node(id: "x") { ... on Taks { id } } }',
  'query ($x: TaskFilte) { tasks(filter: $x) { nodes { id } } }',
  'query @skp(if: true) { viewer { id } }',
];
const variables = [
  ['query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }', { f: { titel: { eq: 'x' } } }],
  ['query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }', { f: { status: { eq: 'DOEN' } } }],
] as const;

test('production hides the schema: no introspection, suggestions or GraphiQL', async () => {
  const app = await createTestApp({ NODE_ENV: 'production' });
  const ada = await app.person();
  for (const query of [
    '{ __schema { types { name } } }',
    '{ __type(name: "Task") { name } }',
    '{ ...F } fragment F on Query { __schema { queryType { name } } }',
  ]) {
    const { data, errors } = await ada.ask(query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  }
  expect((await ada.query('{ __typename }')).__typename).toBe('Query');

  for (const [query, given] of [...typos.map((typo) => [typo, {}] as const), ...variables]) {
    const { errors } = await ada.ask(query, given);
    expect(errors?.length, query).toBeGreaterThan(0);
    expect(JSON.stringify(errors), query).not.toMatch(/did you mean/i);
  }

  expect((await fetchFrom(app, '/graphql', page)).text).not.toContain('<html');
});

test('a browser is sent to the account page in place of GraphiQL, also after a sign-in link', async () => {
  const app = await createTestApp({ NODE_ENV: 'production' });
  const { status, headers } = await fetchFrom(app, '/graphql', page);
  expect([status, headers.get('location')]).toEqual([302, '/']);
  expect((await openLink(app, await ownersLink(app))).headers.get('location')).toBe('/');
  // A query in the address of a browser reaches the API.
  const browser = { headers: { accept: 'text/html,*/*;q=0.8', 'x-waymark-csrf': '1' } };
  const query = await fetchFrom(app, '/graphql?query={__typename}', browser);
  expect([query.status, query.text]).toEqual([200, '{"data":{"__typename":"Query"}}']);
});

test('outside production all three are on', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect((await ada.query('{ __schema { queryType { name } } }')).__schema.queryType.name).toBe('Query');
  for (const [query, given] of [[typos[0] ?? '', {}] as const, ...variables]) {
    expect(JSON.stringify((await ada.ask(query, given)).errors), query).toMatch(/did you mean/i);
  }
  const answer = await fetchFrom(app, '/graphql', page);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});

test('each of them can be turned on in production', async () => {
  const app = await createTestApp({ NODE_ENV: 'production', INTROSPECTION: 'on' });
  const ada = await app.person();
  expect((await ada.query('{ __schema { queryType { name } } }')).__schema.queryType.name).toBe('Query');
  expect((await fetchFrom(app, '/graphql', page)).text).not.toContain('<html');
});
