import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  type InlineFragmentNode,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
  type VariableValues,
} from 'graphql';

/** What fields are collected from. */
export interface Collected {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of the variables that `@skip` and `@include` read. */
  readonly conditions: VariableValues;
  readonly hideSuggestions: boolean;
}

/** The fields that are selected of an object, by their names in the response, in order (GraphQL, 6.3.2). */
export type FieldGroups = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * Collects the fields that selection sets select of an object of a type. The same field of several of them is one field.
 * @throws GraphQLError if a condition has no value
 */
export function collectFields(
  from: Collected,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): FieldGroups {
  const groups = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) if (isIncluded(from, selection)) add(selection);
  }

  function add(selection: SelectionNode): void {
    if (selection.kind === 'Field') {
      const name = (selection.alias ?? selection.name).value;
      const group = groups.get(name);
      if (group) group.push(selection);
      else groups.set(name, [selection]);
    } else if (selection.kind === 'InlineFragment') {
      if (isOfType(from, selection, type)) collect(selection.selectionSet);
    } else {
      const name = selection.name.value;
      const fragment = from.fragments[name];
      if (!fragment || visited.has(name) || !isOfType(from, fragment, type)) return;
      visited.add(name);
      collect(fragment.selectionSet);
    }
  }

  for (const set of sets) collect(set);
  return groups;
}

function isIncluded({ conditions, hideSuggestions }: Collected, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, conditions, undefined, hideSuggestions);
  if (skip?.if === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, node, conditions, undefined, hideSuggestions);
  return include?.if !== false;
}

/** Whether an object of a type is of the type that a fragment is on. */
function isOfType(
  { schema }: Collected,
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLObjectType,
): boolean {
  if (!typeCondition) return true;
  const condition = typeFromAST(schema, typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
