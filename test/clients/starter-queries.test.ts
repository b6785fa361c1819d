import { type FieldNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import { readStarterQueries } from '../../src/http/graphiql/starter-queries.ts';
import { createTestApp } from '../support/app.ts';

const starterQueries = readStarterQueries();
const documents = starterQueries.map(({ query }) => ({ query, operation: onlyOperation(query) }));

/** GraphiQL runs a tab with one operation directly, and names the tab after it. */
function onlyOperation(query: string): OperationDefinitionNode {
  const [operation, ...others] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0)
    throw new Error(`Not one operation: ${query}`);
  return operation;
}

const rootFields = ({ selectionSet }: OperationDefinitionNode): FieldNode[] =>
  selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD);

test('every starter query succeeds for a new account, in order, and again for the next account', async () => {
  const app = await createTestApp();
  for (const person of [await app.person('Ada'), await app.person('Ben')]) {
    for (const { query, operation } of documents) {
      const { data, errors, status } = await person.ask(query);
      expect({ query, status, errors }).toEqual({ query, status: 200, errors: undefined });
      if (operation.operation !== 'mutation') continue;
      for (const { name } of rootFields(operation)) {
        // The whole result, so that a failure shows the error.
        expect({ ...data[name.value] }).toEqual(
          expect.objectContaining({ __typename: expect.stringMatching(/^(?!.*Error$)[A-Z]/) }),
        );
      }
    }
  }
});

test('the starter queries show what their mutations created', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const { query, operation } of documents) if (operation.operation === 'mutation') await ada.query(query);
  const answers = new Map<string | undefined, Record<string, unknown>>();
  for (const { query, operation } of documents) {
    if (operation.operation === 'query') answers.set(operation.name?.value, await ada.query(query));
  }
  expect(answers.get('Welcome')).toMatchObject({
    viewer: { name: 'Ada' },
    day: {
      tasks: { totalCount: 1, nodes: [{ title: 'Prepare my talk' }] },
      energy: { nodes: [{ energy: 4 }] },
    },
  });
  expect(answers.get('Search')).toMatchObject({ search: { totalCount: 2 } });
  // One value has no mean.
  expect(answers.get('Numbers')).toMatchObject({ energy: [{ count: 1, energy: { mean: null } }] });
  expect(answers.get('History')).toMatchObject({
    changeSets: { nodes: [{ name: 'createEnergyEntry' }, { name: 'createTask' }, { name: 'createAccount' }] },
  });
});

test('the starter queries begin with a welcome and a first mutation, and each has its own name', () => {
  expect(documents.slice(0, 2).map(({ operation }) => operation.operation)).toEqual(['query', 'mutation']);
  const names = documents.map(({ operation }) => operation.name?.value);
  expect(names[0]).toBe('Welcome');
  expect(new Set(names).size).toBe(names.length);
  // GraphiQL opens all of them as tabs.
  expect(names.length).toBeLessThanOrEqual(12);
  expect(names).not.toContain(undefined);
});

test('no line of a starter query is cut off in GraphiQL on a small screen', () => {
  for (const { query } of starterQueries)
    for (const line of query.split('\n')) expect(line.length).toBeLessThanOrEqual(50);
});
