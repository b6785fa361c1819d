import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';

const createTask = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename } }';

/** The paths of the problems in each top-level error. */
async function placesOf(query: string, variables: object) {
  const app = await createTestApp();
  const ada = await app.person();
  const { status, data, errors = [] } = await ada.ask(query, variables);
  expect(status).toBeLessThan(500);
  expect(data).toBeUndefined();
  for (const { extensions, message } of errors) {
    expect(extensions.code).toBe('BAD_USER_INPUT');
    const issues = extensions.issues as { path: string[]; message: string }[];
    expect(issues).toHaveLength(1);
    expect(message).toContain(issues[0]?.message);
  }
  expect(await app.db.reads.task.count()).toBe(0);
  return errors.map(({ extensions }) => (extensions.issues as { path: string[] }[])[0]?.path.join('.') ?? '').sort();
}

test('each value of a wrong type and each unknown enum value is reported by its path', async () => {
  const input = {
    title: 5,
    priority: 'HIHG',
    estimateMinutes: 'abc',
    labelIds: ['Label:x', {}, 'Label:y', []],
    scheduledOn: 20261123,
  };
  expect(await placesOf(createTask, { input })).toEqual([
    'input.estimateMinutes',
    'input.labelIds.1',
    'input.labelIds.3',
    'input.priority',
    'input.scheduledOn',
    'input.title',
  ]);
});

test('a missing, null or completely different value is reported by its variable', async () => {
  for (const variables of [{}, { input: null }, { input: 5 }, { input: 'text' }]) {
    expect(await placesOf(createTask, variables)).toEqual(['input']);
  }
  expect(await placesOf(createTask, { input: {} })).toEqual(['input']);
});

test('a problem deep in a filter or a list is reported by its path', async () => {
  const query =
    'query ($where: TaskFilter, $order: [TaskOrder!]) { tasks(filter: $where, orderBy: $order) { totalCount } }';
  const where = { and: [{ status: { in: ['DONE', 'NOPE'] } }, { not: { title: { contains: 5 } } }, { titel: {} }] };
  expect(await placesOf(query, { where, order: [{ field: 'TITLE' }, { field: 'NOPE', direction: 'UP' }] })).toEqual([
    'order.1.direction',
    'order.1.field',
    'where.and.0.status.in.1',
    'where.and.1.not.title.contains',
    'where.and.2',
  ]);
});

test('a value that looks like an error message does not change the path', async () => {
  const trap = 'x" at "input.title"; no';
  expect(await placesOf(createTask, { input: { title: 'fine', priority: trap } })).toEqual(['input.priority']);
  expect(await placesOf(createTask, { input: { title: 'fine', estimateMinutes: { a: ' at ', b: '; ' } } })).toEqual([
    'input.estimateMinutes',
  ]);
});

test('a value in the document is reported by its location', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { errors } = await ada.ask('mutation { createTask(input: { title: 5, priority: NOPE }) { __typename } }');
  expect(errors).toHaveLength(2);
  for (const error of errors ?? []) {
    expect(error).toMatchObject({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' }, locations: [{ line: 1 }] });
  }
});
