import { type FieldNode, type GraphQLField, getArgumentValues, type ValueNode, type VariableValues } from 'graphql';

/** The arguments of a field in an execution. Resolvers may change what they get: every call returns an object of its own. */
export type ReadArguments = (variableValues: VariableValues, hideSuggestions: boolean) => { [name: string]: unknown };

/** Reads the arguments of a field. Those that no variable is in are coerced once. */
export function argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): ReadArguments {
  if (definition.args.length === 0) return () => Object.create(null);
  const coerce: ReadArguments = (variableValues, hideSuggestions) =>
    getArgumentValues(definition, node, variableValues, undefined, hideSuggestions);
  if (hasVariables(node)) return coerce;
  let known: { [name: string]: unknown } | undefined;
  return (variableValues, hideSuggestions) => {
    known ??= coerce(variableValues, hideSuggestions);
    // Objects and lists cannot be shared by copying the arguments alone.
    if (Object.values(known).some((value) => typeof value === 'object' && value !== null)) {
      return coerce(variableValues, hideSuggestions);
    }
    return Object.assign(Object.create(null), known);
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
