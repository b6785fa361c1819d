import { type FieldNode, type GraphQLField, getArgumentValues, type ValueNode, type VariableValues } from 'graphql';

/** The arguments of a field in an execution. Resolvers may change what they get: every call returns an object of its own. */
export type ReadArguments = (variableValues: VariableValues, hideSuggestions: boolean) => { [name: string]: unknown };

/** The arguments of a field. They inherit nothing, as objects of `Object.create(null)` do, which take far more time to make. */
const Arguments = function Arguments() {} as unknown as new () => { [name: string]: unknown };
Arguments.prototype = Object.create(null);

/** Reads the arguments of a field. Those that no variable is in are coerced once. */
export function argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): ReadArguments {
  if (definition.args.length === 0) return () => new Arguments();
  const coerce: ReadArguments = (variableValues, hideSuggestions) =>
    getArgumentValues(definition, node, variableValues, undefined, hideSuggestions);
  if (hasVariables(node)) return coerce;
  let known: { [name: string]: unknown } | undefined;
  let canShare = false;
  return (variableValues, hideSuggestions) => {
    if (!known) {
      known = coerce(variableValues, hideSuggestions);
      // Objects and lists cannot be shared by copying the arguments alone.
      canShare = !Object.values(known).some((value) => typeof value === 'object' && value !== null);
    }
    return canShare ? Object.assign(new Arguments(), known) : coerce(variableValues, hideSuggestions);
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
