import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';

/* Inputs that a long run found to be faults of the server, each for its kind. */

test('a list of 1,500 equal enum values is a list of one', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createTask', { title: 'Here' });
  const many = (value: string) => Array(1_500).fill(value);
  const text = `query ($id: ID!, $kinds: [LinkKind!], $types: [NodeType!], $searched: [SearchType!], $trashed: [TrashableType!]) {
    task(id: $id) { links(kinds: $kinds) { totalCount } }
    changes(types: $types) { __typename }
    search(text: "here", types: $searched) { totalCount }
    timeline(types: $searched) { totalCount }
    trash(types: $trashed) { totalCount }
  }`;
  const variables = { id, kinds: many('ABOUT'), types: many('TASK'), searched: many('TASK'), trashed: many('TASK') };
  expect(await ada.query(text, variables)).toMatchObject({ search: { totalCount: 1 }, trash: { totalCount: 0 } });
});

test('an address with a NUL signs nobody in, and says why on either engine', async () => {
  const { nobody } = await createTestApp();
  const result = await nobody.mutate('signIn', { email: 'a\0b@example.org', password: 'secret' }, 'accessToken');
  expect(result).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['input', 'email'], message: expect.stringContaining('control characters') }],
  });
});

test('statistics are filtered by a text that cannot be stored as lists are', async () => {
  const ada = await (await createTestApp()).person();
  await ada.mutate('createTask', { title: 'Here' });
  const text =
    'query ($is: TaskFilter, $not: TaskFilter) { a: taskStats(filter: $is) { count } b: taskStats(filter: $not) { count } }';
  const title = { eq: '\ud800' };
  const found = await ada.query(text, { is: { title }, not: { not: { title } } });
  expect(found).toEqual({ a: [], b: [{ count: 1 }] });
});
