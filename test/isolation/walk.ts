import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/* Ways through a schema, for tests that ask it everything it can be asked. */

export type Field = GraphQLField<unknown, unknown>;

/** The names of the types that `node` can answer. */
export function nodeTypes(schema: GraphQLSchema): string[] {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('There is no interface Node.');
  return schema.getPossibleTypes(node).map(({ name }) => name);
}

export const queries = (schema: GraphQLSchema): Field[] => Object.values(schema.getQueryType()?.getFields() ?? {});
export const mutations = (schema: GraphQLSchema): Field[] => Object.values(schema.getMutationType()?.getFields() ?? {});
export const subscriptions = (schema: GraphQLSchema): Field[] =>
  Object.values(schema.getSubscriptionType()?.getFields() ?? {});

const listed = (type: GraphQLType): boolean => (isNonNullType(type) ? listed(type.ofType) : isListType(type));
const isNode = (type: GraphQLNamedType) =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');

/** Types that show lists: nodes, and days. */
const isRow = (type: GraphQLObjectType) =>
  isNode(type) || Object.values(type.getFields()).some(({ args }) => args.some(({ name }) => name === 'first'));

/**
 * A selection of everything: all scalars, and all relations down to some number of rows below each other.
 * @param flag what every Boolean argument on the way is given
 */
export function selectAll(type: GraphQLOutputType, rows: number, flag = false): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return named.name === 'Node' ? '{ __typename id }' : '{ __typename }';
  const left = isRow(named) ? rows - 1 : rows;
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    if (!isLeafType(below) && left <= 0 && leadsToRows(below)) return [];
    // What `nodes` shows in full, `edges` need not show once more.
    const again = named.name.endsWith('Edge') && field.name === 'node';
    const selection = again ? (isNode(below) ? '{ id }' : '{ __typename }') : selectAll(field.type, left, flag);
    return [`${field.name}${flags(field.args, flag)} ${selection}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

const leadsToRows = (type: GraphQLNamedType): boolean =>
  isNode(type) ||
  (isObjectType(type) && Object.values(type.getFields()).some((field) => isNode(getNamedType(field.type))));

/** The arguments that turn every Boolean of a field on or off, and keep its pages small enough to ask for many. */
function flags(args: readonly GraphQLArgument[], flag: boolean): string {
  const named = args.filter((arg) => getNamedType(arg.type).name === 'Boolean').map((arg) => `${arg.name}: ${flag}`);
  if (args.some(({ name }) => name === 'first')) named.push('first: 3');
  return named.length > 0 ? `(${named.join(', ')})` : '';
}

/** The text of an operation on one root field, with its arguments as variables. */
export function operationOn(
  kind: 'query' | 'mutation' | 'subscription',
  field: Field,
  given: readonly string[],
  selection: string,
): string {
  const args = field.args.filter(({ name }) => given.includes(name));
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const [head, call] = args.length > 0 ? [`(${declared})`, `(${passed})`] : ['', ''];
  return `${kind} ${head} { answer: ${field.name}${call} ${selection} }`;
}

/** A root field, asked with one of its arguments. */
export interface Question {
  field: Field;
  argument: string;
  selection: string;
}

function argumentOf({ field, argument }: Question): GraphQLArgument {
  const found = field.args.find(({ name }) => name === argument);
  if (!found) throw new Error(`${field.name} has no argument ${argument}.`);
  return found;
}

/** The text of one operation that asks several questions: each under the name `a0`, `a1`, … with its argument in `$v0`, `$v1`, … */
export function operationOnAll(kind: 'query' | 'mutation', questions: readonly Question[]): string {
  const declared = questions.map((question, index) => `$v${index}: ${String(argumentOf(question).type)}`);
  const asked = questions.map(
    ({ field, argument, selection }, index) => `a${index}: ${field.name}(${argument}: $v${index}) ${selection}`,
  );
  return `${kind} (${declared.join(', ')}) { ${asked.join(' ')} }`;
}

/** The variables of such an operation. */
export const variablesOfAll = (values: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(values.map((value, index) => [`v${index}`, value]));

/** The largest cost of an operation here; the server takes somewhat more. */
export const maxCost = 9_000;

/** What the server reckons that an operation costs. */
export const costOf = (schema: GraphQLSchema, text: string, variables: Record<string, unknown> = {}): number =>
  complexityFromQuery(text, { schema, variables, ctx: {} }).complexity;

/**
 * Questions in groups that each fit into one operation: the server limits what it costs, and its fields and tokens.
 * @param argumentFor a valid value of a question's argument
 */
export function inOperations<T extends Question>(
  schema: GraphQLSchema,
  kind: 'query' | 'mutation',
  questions: readonly T[],
  argumentFor: (question: T) => unknown,
): T[][] {
  const groups: T[][] = [];
  let [cost, words] = [0, 0];
  for (const question of questions) {
    const text = operationOnAll(kind, [question]);
    const variables = variablesOfAll([argumentFor(question)]);
    const complexity = costOf(schema, text, variables);
    const more = text.match(/\w+/g)?.length ?? 0;
    if (groups.length === 0 || cost + complexity > maxCost || words + more > 1_000 || groups.at(-1)?.length === 50) {
      groups.push([]);
      [cost, words] = [0, 0];
    }
    groups.at(-1)?.push(question);
    [cost, words] = [cost + complexity, words + more];
  }
  return groups;
}

/** A place in an input where an id can be put. */
export interface IdPosition {
  /** From the argument down: `filter.labels.some.id.eq`. */
  path: string[];
  /** What the id is about: the field that holds it, or that is compared with it. */
  about: string;
  /** The value of the argument with an id there, and nothing else. */
  build(id: string): unknown;
}

/** Every place for an id within an input, at most so many steps down. */
export function idPositions(name: string, type: GraphQLInputType, owner: string, deepest: number): IdPosition[] {
  if (deepest < 0) return [];
  const named = getNamedType(type);
  const wrap = (value: unknown) => (listed(type) ? [value] : value);
  if (named.name === 'ID') return [{ path: [name], about: `${owner}.${name}`, build: wrap }];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    idPositions(field.name, field.type, named.name, deepest - 1).map((position) => ({
      path: [name, ...position.path],
      // A comparison is about what is compared, not about its comparator.
      about: named.name === 'IDFilter' ? `${owner}.${name}` : position.about,
      build: (id: string) => wrap({ [field.name]: position.build(id) }),
    })),
  );
}

/** The simplest value that a type accepts; what it means to a resolver does not matter. */
export function anyValue(type: GraphQLInputType, id: string): unknown {
  if (isNonNullType(type)) return anyValue(type.ofType, id);
  if (isListType(type)) return [anyValue(type.ofType, id)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const required = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, anyValue(field.type, id)]));
  }
  return { ID: id, Int: 1, Float: 1, Boolean: true }[getNamedType(type).name] ?? 'TODAY';
}

/** The simplest arguments that a field takes. */
export function anyArguments(field: Field, id: string): Record<string, unknown> {
  return Object.fromEntries(field.args.filter(isRequiredArgument).map((arg) => [arg.name, anyValue(arg.type, id)]));
}
