import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { testSchema } from './support/app.ts';
import { examples } from './support/examples.ts';

/* What every part of the schema keeps to, whichever domain it comes from. */

const schema = lexicographicSortSchema(testSchema());
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));

interface OutputField {
  owner: GraphQLNamedType;
  name: string;
  field: GraphQLField<unknown, unknown>;
}

const outputFields: OutputField[] = types.flatMap((owner) =>
  isObjectType(owner) || isInterfaceType(owner)
    ? Object.entries(owner.getFields()).map(([name, field]) => ({ owner, name, field }))
    : [],
);
const show = (list: OutputField[]) =>
  list.map(({ owner, name, field }) => `${owner.name}.${name}: ${String(field.type)}`);

test('the committed SDL is the schema', () => {
  const committed = readFileSync(join(import.meta.dirname, '../schema/schema.graphql'), 'utf8');
  expect(`${printSchema(schema)}\n`).toBe(committed);
});

test('every type, field, argument, input field and enum value is described', () => {
  const described = types.flatMap((type): [string, string | null | undefined][] => {
    if (isSpecifiedScalarType(type)) return [];
    const own: [string, string | null | undefined] = [type.name, type.description];
    if (isEnumType(type)) {
      return [
        own,
        ...type.getValues().map(({ name, description }) => [`${type.name}.${name}`, description] as const),
      ] as [string, string | null | undefined][];
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      return [
        own,
        ...fields.map((field): [string, string | null | undefined] => [
          `${type.name}.${field.name}`,
          field.description,
        ]),
      ];
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [own];
    return [
      own,
      ...Object.values(type.getFields()).flatMap((field): [string, string | null | undefined][] => [
        [`${type.name}.${field.name}`, field.description],
        ...field.args.map((arg): [string, string | null | undefined] => [
          `${type.name}.${field.name}(${arg.name}:)`,
          arg.description,
        ]),
      ]),
    ];
  });
  expect(described.length).toBeGreaterThan(types.length * 3);
  expect(described.filter(([, text]) => !text?.trim()).map(([name]) => name)).toEqual([]);
  // A description is a sentence, and one that only repeats the name says nothing.
  expect(described.filter(([, text]) => !/[.!?:]$/.test(text ?? '')).map(([name]) => name)).toEqual([]);
});

test('a field that can be null says what null means', () => {
  const nullable = outputFields.filter(({ field }) => !isNonNullType(field.type));
  expect(nullable.length).toBeGreaterThan(20);
  expect(show(nullable.filter(({ field }) => !/\bnull\b/i.test(field.description ?? '')))).toEqual([]);
  const holes = outputFields.filter(({ field }) => hasNullableItems(field.type));
  expect(show(holes.filter(({ field }) => !/\bnull\b/i.test(field.description ?? '')))).toEqual([]);
});

function hasNullableItems(type: GraphQLType): boolean {
  const list = isNonNullType(type) ? type.ofType : type;
  return isListType(list) && !isNonNullType(list.ofType);
}

/** Mutations without an input. */
const plainMutations = ['beginPasskeySignIn', 'signOut', 'signOutEverywhere'];

test('a mutation takes one input and returns a union of one type and errors', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.length).toBeGreaterThan(20);
  const plain = mutations.filter(({ args }) => args.length === 0);
  expect(plain.map(({ name }) => name)).toEqual(plainMutations);
  for (const { name, args, type } of mutations) {
    expect([name, isNonNullType(type)]).toEqual([name, true]);
    const result = getNamedType(type);
    expect([name, args.map((arg) => arg.name)]).toEqual([name, plainMutations.includes(name) ? [] : ['input']]);
    const inputs = args.filter((arg) => isNonNullType(arg.type) && isInputObjectType(arg.type.ofType));
    expect([name, inputs.length]).toEqual([name, args.length]);
    if (!isUnionType(result)) throw new Error(`${name} answers ${String(type)}, which is no union.`);
    expect(result.name).toBe(`${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
    const isError = (member: GraphQLNamedType) =>
      isObjectType(member) && member.getInterfaces().some((face) => face.name === 'Error');
    const [errors, rows] = [result.getTypes().filter(isError), result.getTypes().filter((type) => !isError(type))];
    expect([name, rows.length]).toEqual([name, 1]);
    expect([name, errors.map((error) => error.name)]).toEqual([name, expect.arrayContaining(['InvalidInputError'])]);
    expect(errors.every((error) => error.name.endsWith('Error'))).toBe(true);
  }
});

test('the result of a mutation that takes an id includes NotFoundError', () => {
  for (const { name, args, type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const input = args[0] && getNamedType(args[0].type);
    const fields = isInputObjectType(input) ? Object.values(input.getFields()) : [];
    // The `id` of a create, which may be left out, is the client's own choice and names no row.
    const refers = fields.filter(
      (field) => getNamedType(field.type).name === 'ID' && (field.name !== 'id' || isNonNullType(field.type)),
    );
    if (refers.length === 0) continue;
    const result = getNamedType(type);
    const members = isUnionType(result) ? result.getTypes().map((member) => member.name) : [];
    expect([name, members]).toEqual([name, expect.arrayContaining(['NotFoundError'])]);
  }
});

/** The plain lists of things that have fields of their own, each with what bounds it. Every other list is a connection. */
const boundedLists: Record<string, string> = Object.assign(
  {
    'InvalidInputError.issues': 'Bounded by the fields of one input.',
    'Query.nodes': 'As many as were asked for, at most 100.',
  },
  ...[...examples.values()].map(({ bounded }) => bounded),
);

const listed = (type: GraphQLType): boolean => (isNonNullType(type) ? listed(type.ofType) : isListType(type));
const isConnection = (type: GraphQLNamedType) => type.name.endsWith('Connection');

test('a list of nodes that can grow is a connection; all others are listed with their limits', () => {
  const lists = outputFields.filter(({ owner, field }) => {
    const item = getNamedType(field.type);
    return listed(field.type) && (isObjectType(item) || isInterfaceType(item)) && !isConnection(owner);
  });
  expect(lists.map(({ owner, name }) => `${owner.name}.${name}`).sort()).toEqual(Object.keys(boundedLists).sort());
});

test('a connection has nodes, edges, pageInfo and totalCount, none of them null, and page arguments', () => {
  const connections = types.filter(isConnection);
  expect(connections.length).toBeGreaterThanOrEqual(4);
  for (const type of connections) {
    const row = type.name.slice(0, -'Connection'.length);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    expect(fields.map(({ name, type: of }) => `${name}: ${String(of)}`)).toEqual([
      `edges: [${row}Edge!]!`,
      `nodes: [${row}!]!`,
      'pageInfo: PageInfo!',
      'totalCount: Int!',
    ]);
    const edge = schema.getType(`${row}Edge`);
    const inside = isObjectType(edge) ? Object.values(edge.getFields()) : [];
    expect(inside.map(({ name, type: of }) => `${name}: ${String(of)}`)).toEqual(['cursor: String!', `node: ${row}!`]);
  }
  const used = outputFields.filter(({ field }) => isConnection(getNamedType(field.type)));
  expect(new Set(used.map(({ field }) => getNamedType(field.type))).size).toBe(connections.length);
  for (const { owner, name, field } of used) {
    const paging = field.args.filter((arg) => ['first', 'after', 'last', 'before'].includes(arg.name));
    const text = paging.map((arg) => `${arg.name}: ${String(arg.type)}`).sort();
    expect([owner.name, name, text]).toEqual([
      owner.name,
      name,
      ['after: String', 'before: String', 'first: Int', 'last: Int'],
    ]);
    expect([name, String(field.type).endsWith('!')]).toEqual([name, true]);
  }
});

/** The root lists that are over rows of all types or over the log of them, each with why it has an order and arguments of its own. */
const acrossTypes: Record<string, string> = {
  search: 'Its order is how well a row matches, and which rows it has is said by the words.',
  trash: 'Its order is when rows went there, and what rows of all types can be filtered by is their type.',
  changeSets: 'They are a log: the latest first.',
  history: 'It is the log of one row: the latest first.',
  timeline: 'Its order is that of time, and what rows of all types can be filtered by is their moment and type.',
};

test('every root list of nodes of one type can be filtered and sorted', () => {
  const all = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) =>
    isConnection(getNamedType(field.type)),
  );
  const lists = all.filter(({ name }) => acrossTypes[name] === undefined);
  expect(all.length - lists.length).toBe(Object.keys(acrossTypes).length);
  expect(lists.length).toBeGreaterThanOrEqual(5);
  for (const { name, args, type } of lists) {
    const row = getNamedType(type).name.slice(0, -'Connection'.length);
    const asked = args.map((arg) => `${arg.name}: ${String(arg.type)}`);
    expect([name, asked]).toEqual([name, expect.arrayContaining([`filter: ${row}Filter`, `orderBy: [${row}Order!]`])]);
  }
});

test('an owned node can be read by its id, and has a version and the times of its creation and last change', () => {
  const owned = types.filter((type) => isObjectType(type) && 'version' in type.getFields());
  expect(owned.length).toBeGreaterThanOrEqual(6);
  for (const type of owned) {
    const faces = isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : [];
    expect([type.name, faces]).toEqual([type.name, expect.arrayContaining(['Node', 'Owned'])]);
  }
});
