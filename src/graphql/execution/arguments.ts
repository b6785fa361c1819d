import {
  coerceInputLiteral,
  coerceInputValue,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getArgumentValues,
  getNullableType,
  isInputObjectType,
  isNonNullType,
  type ValueNode,
  type VariableValues,
} from 'graphql';

type Values = { [name: string]: unknown };

/** The arguments of a field in an execution. Resolvers may change what they get: every call returns an object of its own. */
export type ReadArguments = (variableValues: VariableValues, hideSuggestions: boolean) => Values;

/** Arguments, or an input object. They inherit nothing, as objects of `Object.create(null)` do, which take far more time to make. */
const Inputs = function Inputs() {} as unknown as new () => Values;
Inputs.prototype = Object.create(null);

/**
 * Reads the arguments of a field. What the text and the schema tell of them is found out once: graphql-js would go through all
 * fields of an input object for each execution. Whatever is wrong with a value, graphql-js says.
 */
export function argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): ReadArguments {
  if (definition.args.length === 0) return () => new Inputs();
  const coerce: ReadArguments = (variableValues, hideSuggestions) =>
    getArgumentValues(definition, node, variableValues, undefined, hideSuggestions);
  const read = inputsReader(definition.args, node.arguments ?? []);
  if (!read) return coerce;
  return (variableValues, hideSuggestions) => {
    const values = read(variableValues);
    return values === unreadable ? coerce(variableValues, hideSuggestions) : (values as Values);
  };
}

/** Whether a variable is in the arguments of a field. */
export const hasVariables = (node: FieldNode): boolean =>
  node.arguments?.some(({ value }) => hasVariable(value)) ?? false;

function hasVariable(node: ValueNode): boolean {
  if (node.kind === 'Variable') return true;
  if (node.kind === 'ListValue') return node.values.some(hasVariable);
  return node.kind === 'ObjectValue' && node.fields.some(({ value }) => hasVariable(value));
}

/** Reads a value in an execution: undefined for a variable that is not given, `unreadable` for what is left to graphql-js. */
type Read = (variableValues: VariableValues) => unknown;

const unreadable = Symbol('unreadable');

type Input = GraphQLArgument | GraphQLInputField;

/** Reads arguments, or the fields of an input object. Null if one is missing or unknown: graphql-js says so. */
function inputsReader(
  inputs: readonly Input[],
  nodes: readonly { readonly name: { readonly value: string }; readonly value: ValueNode }[],
): Read | null {
  const given = new Map(nodes.map(({ name, value }) => [name.value, value]));
  const readers: { name: string; read: Read; byDefault: unknown }[] = [];
  for (const input of inputs) {
    const node = given.get(input.name);
    const byDefault = defaultOf(input);
    if (!node && byDefault === unreadable) return null;
    const read = node ? valueReader(node, input.type) : () => undefined;
    if (node || byDefault !== undefined) readers.push({ name: input.name, read, byDefault });
    given.delete(input.name);
  }
  if (given.size > 0) return null;
  return (variableValues) => {
    const values = new Inputs();
    for (const { name, read, byDefault } of readers) {
      const asGiven = read(variableValues);
      const value = asGiven === undefined ? byDefault : asGiven;
      if (value === unreadable) return unreadable;
      if (value !== undefined) values[name] = value;
    }
    return values;
  };
}

/** The default of an argument or a field of an input object: undefined for an optional one without, `unreadable` for a required one. */
function defaultOf({ type, default: byDefault, defaultValue }: Input): unknown {
  if (byDefault?.literal) return orUnreadable(coerceInputLiteral(byDefault.literal, type));
  if (byDefault) return orUnreadable(coerceInputValue(byDefault.value, type));
  return defaultValue === undefined && isNonNullType(type) ? unreadable : defaultValue;
}

function valueReader(node: ValueNode, type: GraphQLInputType): Read {
  if (node.kind === 'Variable') {
    const name = node.name.value;
    const isNullable = !isNonNullType(type);
    return ({ coerced }) => (coerced[name] === null && !isNullable ? unreadable : coerced[name]);
  }
  const named = getNullableType(type);
  if (node.kind === 'ObjectValue' && isInputObjectType(named) && !named.isOneOf) {
    const read = inputsReader(Object.values(named.getFields()), node.fields);
    if (read) return read;
  } else if (!hasVariable(node)) {
    const value = orUnreadable(coerceInputLiteral(node, type));
    // A resolver may change objects and lists: each execution has its own.
    if (typeof value !== 'object' || value === null) return () => value;
  }
  return (variableValues) => orUnreadable(coerceInputLiteral(node, type, variableValues));
}

const orUnreadable = (value: unknown) => (value === undefined ? unreadable : value);
