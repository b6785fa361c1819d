import { getNamedType, isInputObjectType, isRequiredArgument } from 'graphql';
import { expect, test } from 'vitest';
import { adaAndBob, schema, types } from '../../../isolation/ask.ts';
import { operationOn, queries, selectAll } from '../../../isolation/walk.ts';
import { leaveToCI } from '../../../support/services.ts';

/* What the API reads is compiled: Prisma is left with sums, maxima and what nobody needs to be fast. */

/** The statements that Prisma writes, which names the schema of every table. */
const byPrisma = (statements: readonly string[]) =>
  statements.filter((sql) => / FROM [`"](main|public)[`"]\./.test(sql));
const isAggregate = (sql: string) => /SELECT (SUM|MAX|MIN|AVG)\(/.test(sql);

test('every list, with all that its records show, by every filter, takes no statement of Prisma', async (context) => {
  leaveToCI(context);
  const { app, ada, hers } = await adaAndBob();
  const left = new Map<string, string[]>();
  let [asked, aggregates] = [0, 0];
  async function ask(name: string, text: string, variables: object = {}): Promise<void> {
    const before = app.statements.length;
    await ada.query(text, variables);
    asked += 1;
    const found = byPrisma(app.statements.slice(before));
    aggregates += found.filter(isAggregate).length;
    if (!found.every(isAggregate)) left.set(name, found);
  }
  for (const field of queries(schema)) {
    if (field.args.some(isRequiredArgument)) continue;
    await ask(field.name, operationOn('query', field, [], selectAll(field.type, 1)));
    const filter = getNamedType(field.args.find(({ name }) => name === 'filter')?.type);
    if (!isInputObjectType(filter) || !getNamedType(field.type).name.endsWith('Connection')) continue;
    const text = operationOn('query', field, ['filter'], '{ totalCount nodes { __typename } }');
    for (const { name, type } of Object.values(filter.getFields())) {
      const comparators = getNamedType(type);
      if (!isInputObjectType(comparators) || name === 'and' || name === 'or' || name === 'not') continue;
      if ('isNull' in comparators.getFields())
        await ask(`${field.name} by ${name}`, text, { filter: { [name]: { isNull: false } } });
    }
  }
  for (const type of types) {
    const of = schema.getType(type);
    if (of) await ask(type, `{ node(id: "${hers[type]?.[0]}") { ... on ${type} ${selectAll(of as never, 2)} } }`);
  }
  expect(Object.fromEntries(left)).toEqual({});
  expect(asked).toBeGreaterThan(150);
  expect(aggregates).toBeGreaterThan(0);
});
