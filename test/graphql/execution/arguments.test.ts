import fc from 'fast-check';
import {
  buildSchema,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { argumentsOf } from '../../../src/graphql/execution/arguments.ts';

const schema = buildSchema(`
  enum Status { OPEN DONE }
  input Range { min: Int! = 1, max: Int, not: Int! }
  input Words { eq: String, in: [String!], any: [Words] }
  input Choice @oneOf { id: ID, name: String }
  input Filter { title: Words, status: Status, range: Range, choice: Choice, all: [Filter!], must: Filter }
  type Query {
    items(filter: Filter, first: Int = 25, after: String, must: Words!, status: [Status!]): String
    item(id: ID!, filter: Filter): String
    none: String
  }
`);

/** Texts of values with variables in them, valid or not, and not only where their types are. */
const value = fc.letrec<
  Record<'words' | 'texts' | 'lists' | 'range' | 'number' | 'choice' | 'status' | 'filter', string>
>((tie) => ({
  words: object({ eq: fc.constantFrom('"a"', '$text', 'null', '$missing', '1'), in: tie('texts'), any: tie('lists') }),
  texts: fc.constantFrom('["a"]', '"a"', '[$text]', '$texts', '[$missing]', '[$none]', 'null'),
  lists: tie('words').map((words) => `[${words}, null]`),
  range: object({ min: tie('number'), max: tie('number'), not: tie('number') }),
  number: fc.constantFrom('1', '$number', '$missing', '$none', 'null', '"x"'),
  choice: object({ id: fc.constantFrom('"a"', '$text', '$missing'), name: fc.constantFrom('"a"', '$text') }),
  status: fc.constantFrom('OPEN', '$status', '[DONE]', '[$status]', 'null', '$none', 'WRONG'),
  filter: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('null', '$filter', '$missing', '{}', '{ unknown: 1 }'),
    object({
      ...{ title: tie('words'), status: tie('status'), range: tie('range'), choice: tie('choice') },
      ...{ all: tie('filter').map((filter) => `[${filter}]`), must: tie('filter') },
    }),
  ),
}));

function object(fields: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<string> {
  return fc.record(fields, { requiredKeys: [] }).map((given) => `{ ${pairs(given)} }`);
}

const pairs = (given: Record<string, string | undefined>) =>
  Object.entries(given)
    .map(([name, text]) => `${name}: ${text}`)
    .join(', ');

const fields = fc.oneof(
  fc
    .record(
      {
        ...{ filter: value.filter, first: value.number, after: fc.constantFrom('"a"', '$text', '$missing') },
        ...{ must: value.words, status: value.status },
      },
      { requiredKeys: [] },
    )
    .map((given) => ['items', given] as const),
  fc
    .record(
      { id: fc.constantFrom('"a"', '1', '$text', '$none', '$missing'), filter: value.filter },
      { requiredKeys: [] },
    )
    .map((given) => ['item', given] as const),
  fc.constant(['none', {}] as const),
);

function outcomeOf(read: () => object): unknown {
  try {
    return structuredClone({ ...read() });
  } catch (error) {
    return (error as Error).message;
  }
}

test('arguments are those that graphql-js reads, and so are its complaints', () => {
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(fields, fc.boolean(), ([name, given], hideSuggestions) => {
      const text = pairs(given);
      const document = parse(`query ($text: String, $texts: [String!], $number: Int, $none: Int, $missing: String,
        $status: Status, $filter: Filter) { ${name}${text === '' ? '' : `(${text})`} }`);
      const operation = document.definitions[0] as OperationDefinitionNode;
      const variables = getVariableValues(schema, operation.variableDefinitions ?? [], {
        ...{ text: 'T', texts: ['T', 'U'], number: 7, none: null, status: 'DONE', filter: { title: { eq: 'T' } } },
      }).variableValues;
      if (!variables) throw new Error('The variables are not valid.');
      const node = operation.selectionSet.selections[0] as FieldNode;
      const field = (schema.getQueryType() as GraphQLObjectType).getFields()[name] as GraphQLField<unknown, unknown>;
      const expected = outcomeOf(() => getArgumentValues(field, node, variables, undefined, hideSuggestions));
      const read = argumentsOf(field, node);
      // Twice: what one call gets is not what the next one gets.
      for (const _ of [1, 2]) expect(outcomeOf(() => read(variables, hideSuggestions))).toEqual(expected);
      const [first, second] = [1, 2].map(() => outcomeOf(() => changed(read(variables, hideSuggestions))));
      expect(first).toEqual(second);
      seen[typeof expected === 'string' ? 'refused' : 'read'] += 1;
    }),
    { numRuns: 2_000 },
  );
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(100);
});

/** Changes what a resolver may change, unless it is a variable's value, which all arguments share at graphql-js, too. */
function changed(values: Record<string, unknown>): object {
  const before = structuredClone({ ...values });
  for (const name of Object.keys(values)) values[name] = 'changed';
  return before;
}
