import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableValues,
  visit,
} from 'graphql';
import { createLruMap } from '../../platform/runtime/lru-map.ts';
import { type Collected, collectFields } from './collect-fields.ts';
import { compileObject, type ExecuteObject } from './compile-object.ts';
import { type ExecutedOperation, Execution } from './execution.ts';
import { executeSerially, planFields } from './fields.ts';

/** What an operation is executed with. */
export interface ExecutionInput {
  readonly variableValues: VariableValues;
  readonly contextValue: unknown;
  readonly rootValue?: unknown;
}

/** An operation made ready to be executed any number of times, with the meaning of `execute` of graphql-js. */
export type OperationPlan = (input: ExecutionInput) => Promise<ExecutionResult> | ExecutionResult;

/** How many variants of an operation are kept: one for each combination of what `@skip` and `@include` are given. */
const maxVariants = 16;

/**
 * Plans a query or mutation of a valid document: which fields are selected of the objects of each type, what is known of each, and
 * how its values are completed. The plan grows as the first executions meet types.
 * @returns null if the operation has what plans do not cover: `@defer`, `@stream`, or variables of fragments
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { hideSuggestions }: { hideSuggestions: boolean },
): OperationPlan | null {
  if (operation.operation === 'subscription' || !isCovered(document)) return null;
  const type = schema.getRootType(operation.operation);
  if (!type) return null;
  const plan = (from: Collected): ExecuteObject => {
    const fields = planFields(from, type, collectFields(from, type, [operation.selectionSet]));
    if (operation.operation === 'query') return compileObject(fields);
    return (source, execution) => executeSerially(fields, source, execution);
  };
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const node of document.definitions) if (node.kind === 'FragmentDefinition') fragments[node.name.value] = node;
  const executed: ExecutedOperation = { schema, operation, fragments, hideSuggestions };
  const names = conditionsOf(document);
  const variants = createLruMap<ExecuteObject>(maxVariants);

  function variantFor({ coerced, sources }: VariableValues): ExecuteObject {
    const key = names.length === 0 ? '' : JSON.stringify(names.map((name) => coerced[name]));
    const known = variants.get(key);
    if (known) return known;
    // The plan outlives the execution, whose other variables may be large.
    const conditions: VariableValues = { sources: pick(sources, names), coerced: pick(coerced, names) };
    const planned = plan({ schema, fragments, conditions, hideSuggestions });
    variants.set(key, planned);
    return planned;
  }

  return (input) => {
    const execution = new Execution(executed, { rootValue: undefined, ...input });
    const respond = (data: ExecutionResult['data']): ExecutionResult => {
      const { errors } = execution;
      return errors.length > 0 ? { errors, data } : { data };
    };
    const finish = (result: ExecutionResult): ExecutionResult => {
      execution.isDone = true;
      return result;
    };
    const refuse = (error: unknown): ExecutionResult => {
      execution.add(toGraphQLError(error), undefined);
      return respond(null);
    };
    try {
      const data = variantFor(input.variableValues)(execution.rootValue, execution, undefined);
      return data instanceof Promise ? data.then(respond, refuse).then(finish) : finish(respond(data));
    } catch (error) {
      return finish(refuse(error));
    }
  };
}

/** Directives that plans leave to graphql-js. */
const uncovered = new Set(['defer', 'stream', 'experimental_disableErrorPropagation']);

function isCovered(document: DocumentNode): boolean {
  let covered = true;
  visit(document, {
    Directive(node) {
      if (uncovered.has(node.name.value)) covered = false;
    },
    FragmentDefinition(node) {
      if (node.variableDefinitions?.length) covered = false;
    },
  });
  return covered;
}

/** The variables that `@skip` and `@include` read. */
function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      for (const { value } of directive.arguments ?? []) if (value.kind === 'Variable') names.add(value.name.value);
    },
  });
  return [...names];
}

function pick<T>(values: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  const picked: Record<string, T> = Object.create(null);
  for (const name of names) if (Object.hasOwn(values, name)) picked[name] = values[name] as T;
  return picked;
}

const toGraphQLError = (thrown: unknown): GraphQLError =>
  thrown instanceof GraphQLError
    ? thrown
    : new GraphQLError((thrown as Error).message, { originalError: thrown as Error });
