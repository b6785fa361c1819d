import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { ViewerContext } from '../../platform/context.ts';
import { pageSize } from '../../platform/queries/keyset-pagination.ts';
import { createLruMap } from '../../platform/runtime/lru-map.ts';
import { isPageSize } from './page-limits.ts';
import { tooLarge } from './too-large.ts';

/** The maximum complexity of an operation. */
const maxCost = 10_000;

/**
 * The assumed length of a list, unless a shorter page is requested. Actual lengths are not known before an operation runs, so
 * `limitResponseSize` counts the nodes of nested lists while they are read.
 */
const assumedLength = 5;

/** The cost of reading the schema, in addition to that of its fields. Its lists are longer than those of the data. */
const introspection: Record<string, number> = { __schema: 200, __type: 50 };

/** The options of the complexity plugin: each field costs 1 for each node that has it, before anything runs. */
export const complexityOptions = {
  // Checked once for an operation, by `createCostCheck`, and not again with each of its root fields.
  disabled: true,
  fieldComplexity: (
    { first, last }: { first?: unknown; last?: unknown },
    _ctx: ViewerContext,
    { args }: GraphQLField<unknown, ViewerContext>,
  ) => {
    const asked = Number(first ?? last ?? pageSize.default);
    const isList = args.some(({ name }) => name === 'first');
    return { field: 1, multiplier: isList ? Math.max(1, Math.min(asked, assumedLength)) : 1 };
  },
};

/** What an operation is checked with. */
interface Asked {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly contextValue: unknown;
}

/**
 * Returns the complexity of an operation before it runs. 0 if its variables are invalid, so that it cannot run.
 * @throws GraphQLError TOO_LARGE if the operation is too complex
 */
export type CostCheck = (asked: Asked) => number;

/** How many costs of an operation are kept. */
const maxKept = 100;

/** A check of the cost of an operation. Costs are kept by the page sizes that they depend on. */
export function createCostCheck(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostCheck {
  const fragments = document.definitions.filter((node) => node.kind === 'FragmentDefinition');
  const asked: DocumentNode = { ...document, definitions: [operation, ...fragments] };
  const keyOf = createCostKey(schema, asked);
  const kept = createLruMap<number>(maxKept);

  function costOf({ variables, contextValue }: Asked): number {
    try {
      const { complexity } = complexityFromQuery(asked, { schema, variables, ctx: contextValue as object });
      const cost = complexity + introspectionCost(schema, operation, fragments);
      if (cost > maxCost) throw tooExpensive(cost);
      return cost;
    } catch (error) {
      if ('errors' in getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 }))
        return 0;
      throw error;
    }
  }

  return (given) => {
    const key = keyOf?.(given.variables);
    if (key === undefined) return costOf(given);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const cost = costOf(given);
    if (cost > 0) kept.set(key, cost);
    return cost;
  };
}

/**
 * What the cost of an operation depends on: the variables in its page sizes.
 * @returns null if a field makes its cost of other arguments
 */
function createCostKey(
  schema: GraphQLSchema,
  asked: DocumentNode,
): ((variables: Readonly<Record<string, unknown>>) => string) | null {
  const sizes = new Set<string>();
  let isBySizes = true;
  const types = new TypeInfo(schema);
  visit(
    asked,
    visitWithTypeInfo(types, {
      Field({ arguments: given = [] }) {
        const { complexity } = types.getFieldDef()?.extensions ?? {};
        if (typeof complexity === 'function' && complexity !== complexityOptions.fieldComplexity) isBySizes = false;
        for (const { name, value } of given)
          if (isPageSize({ name: name.value }) && value.kind === 'Variable') sizes.add(value.name.value);
      },
    }),
  );
  if (!isBySizes) return null;
  const names = [...sizes];
  return names.length === 0 ? () => '' : (variables) => JSON.stringify(names.map((name) => variables[name]));
}

function tooExpensive(cost: number): GraphQLError {
  const message =
    `The complexity of this operation is ${cost}, and the maximum is ${maxCost}. Each field counts 1, and the fields of a list ` +
    `count up to ${assumedLength} times. Select fewer nested lists or fewer fields, or send several operations.`;
  return tooLarge(message, { cost, limit: maxCost });
}

/** The cost of the fields `__schema` and `__type` of an operation, which the complexity plugin does not count. */
function introspectionCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): number {
  const query = schema.getQueryType();
  if (operation.operation !== 'query' || !query) return 0;
  const sets = new Map(fragments.map(({ name, selectionSet }) => [name.value, selectionSet]));
  const known = new Map<SelectionSetNode, number>();

  function costOf(set: SelectionSetNode | undefined, type: GraphQLNamedType): number {
    if (set === undefined) return 0;
    // Selection sets of introspection are all of one type, however they are reached.
    const cost = known.get(set) ?? set.selections.reduce((sum, selection) => sum + costOfSelection(selection, type), 0);
    known.set(set, cost);
    return cost;
  }

  function costOfSelection(selection: SelectionSetNode['selections'][number], type: GraphQLNamedType): number {
    if (selection.kind === 'InlineFragment') return costOf(selection.selectionSet, type);
    if (selection.kind === 'FragmentSpread') return costOf(sets.get(selection.name.value), type);
    const name = selection.name.value;
    // At the root, everything else is counted by the plugin.
    if (type === query && !Object.hasOwn(introspection, name)) return 0;
    const field = isObjectType(type) ? schema.getField(type, name) : undefined;
    if (!field) return 0;
    const rows = isListType(getNullableType(field.type)) ? assumedLength : 1;
    return 1 + (introspection[name] ?? 0) + rows * costOf(selection.selectionSet, getNamedType(field.type));
  }

  return costOf(operation.selectionSet, query);
}
