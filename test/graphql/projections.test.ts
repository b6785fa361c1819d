import { type DocumentNode, execute, Kind, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createTestApp, testSchema } from '../support/app.ts';
import { contextOf } from '../support/context.ts';
import { adaAndBob, ownIn } from '../support/examples.ts';
import { createRandom, randomRequest } from '../support/random-documents.ts';
import { tries } from '../support/services.ts';

/* Lists and single records read the columns that are shown, and return what whole records would. */

test('random queries return the same by projections as with whole records', async () => {
  const { app, ada, hers } = await adaAndBob();
  const schema = testSchema();
  const id = ownIn(hers);
  const scalars = {
    ID: [id('Task'), id('Goal'), id('Meeting')],
    Int: [1, 2, 10],
    String: ['', 'a'],
    Boolean: [true, false],
    Date: ['TODAY', '2026-11-24'],
    DateTime: ['NOW', '2026-11-24T10:00:00Z'],
  };
  const seen = { same: 0, withMoreColumns: 0 };
  for (let seed = 10_000; seed < 10_000 + tries(800); seed += 1) {
    const { text, variables } = randomRequest(schema, createRandom(seed), { depth: 4, operation: 'query', scalars });
    const document = parse(text);
    if (validate(schema, document).length > 0) continue;
    const run = async (of: DocumentNode) => {
      const before = app.statements.length;
      const { data } = await execute({
        ...{ schema, document: of, variableValues: variables, contextValue: await contextOf(app, ada) },
        hideSuggestions: true,
      });
      return { data: JSON.stringify(data), columns: app.statements.slice(before).join().split('"."').length };
    };
    const [projected, whole] = [await run(document), await run(twice(document))];
    expect(projected.data, text).toBe(whole.data);
    if (projected.data !== undefined) seen.same += 1;
    if (whole.columns > projected.columns) seen.withMoreColumns += 1;
  }
  expect(seen.same).toBeGreaterThan(tries(800) / 10);
  expect(seen.withMoreColumns).toBeGreaterThan(0);
});

/** A document that asks for everything twice. What several nodes of a document select together is read as whole records. */
const twice = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? {
          ...definition,
          selectionSet: {
            ...definition.selectionSet,
            selections: [...definition.selectionSet.selections, ...definition.selectionSet.selections],
          },
        }
      : definition,
  ),
});

test('a list reads the columns that are shown, and those of its order', async () => {
  const app = await createTestApp();
  const ada = await app.person('ada');
  const statements = await statementsOf(app, () => ada.query('{ tasks { nodes { title goal { title } } } }'));
  expect(columnsIn(statements.at(-1))).toEqual(['Task.id', 'Task.title', 'j0.id', 'j0.title', 'Task.position']);
});

test('columns that a variable leaves out are not read', async () => {
  const app = await createTestApp();
  const ada = await app.person('ada');
  const query = 'query ($more: Boolean!) { tasks { nodes { title description @include(if: $more) } } }';
  for (const more of [true, false, true]) {
    const statements = await statementsOf(app, () => ada.query(query, { more }));
    expect(columnsIn(statements.at(-1)).includes('Task.description')).toBe(more);
  }
});

test('a list of which only the number is shown reads no records', async () => {
  const app = await createTestApp();
  const ada = await app.person('ada');
  await ada.query('{ viewer { id } }');
  const statements = await statementsOf(app, () => ada.query('{ tasks { totalCount } }'));
  expect(statements).toHaveLength(1);
  expect(statements[0]).toMatch(/^SELECT COUNT\(\*\)/);
  const refused = await ada.ask('{ tasks(after: "x") { totalCount } }');
  expect(refused.errors?.[0]?.message).toContain('after');
});

type App = Awaited<ReturnType<typeof createTestApp>>;

async function statementsOf(app: App, work: () => Promise<unknown>): Promise<string[]> {
  const before = app.statements.length;
  await work();
  return app.statements.slice(before);
}

const columnsIn = (statement = '') =>
  [...(statement.split(' FROM ')[0] ?? '').matchAll(/"(\w+)"\."(\w+)"/g)].map(([, table, name]) => `${table}.${name}`);
