import {
  GraphQLInt,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  getOperationAST,
  parse,
  type VariableValues,
} from 'graphql';
import { expect, test } from 'vitest';
import { ofObject } from '../../../src/graphql/execution/fields.ts';
import { planOperation } from '../../../src/graphql/execution/operation-plan.ts';

type Source = { isEnough: boolean; text: string };

/** What the fields were told: their arguments and the name of the field, unless these were left out. */
const told: unknown[] = [];
const note = (source: Source, args?: object, _ctx?: unknown, info?: { fieldName: string }) => {
  told.push(args && { ...args }, info?.fieldName);
  return source;
};
const Below = new GraphQLObjectType<Source>({ name: 'Below', fields: { text: { type: GraphQLString } } });
const Item = new GraphQLObjectType<Source>({
  name: 'Item',
  fields: {
    always: { type: GraphQLString, resolve: ofObject((source: Source) => note(source).text) },
    some: {
      type: Below,
      args: { size: { type: GraphQLInt, defaultValue: 3 } },
      resolve: ofObject(note, (source) => (source as Source).isEnough),
    },
  },
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: { enough: { type: Item }, notEnough: { type: Item } },
  }),
});
const variableValues: VariableValues = { sources: {}, coerced: {} };

function run(text: string) {
  told.length = 0;
  const document = parse(text);
  const plan = planOperation(schema, document, getOperationAST(document) as never, { hideSuggestions: false });
  const rootValue = { enough: { isEnough: true, text: 'a' }, notEnough: { isEnough: false, text: 'b' } };
  return plan?.({ variableValues, contextValue: {}, rootValue });
}

test('a resolver that reads its object alone gets neither arguments nor what there is to know of the field', () => {
  expect(run('{ enough { always some { text } } }')).toEqual({
    data: { enough: { always: 'a', some: { text: 'a' } } },
  });
  expect(told).toEqual([undefined, undefined, undefined, undefined]);
});

test('it gets both for an object that is not enough', () => {
  expect(run('{ notEnough { some { text } } }')).toEqual({ data: { notEnough: { some: { text: 'b' } } } });
  expect(told).toEqual([{ size: 3 }, 'some']);
});

test('a field may be named __proto__ in the response', () => {
  const { data } = run('{ enough { __proto__: always } }') as { data: { enough: object } };
  expect(JSON.stringify(data)).toBe('{"enough":{"__proto__":"a"}}');
});
