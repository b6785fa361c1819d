import type { GraphQLField, GraphQLObjectType, GraphQLOutputType, ResponsePath } from 'graphql';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isNonNullType,
  locatedError,
  type OperationDefinitionNode,
  responsePathAsArray,
  type VariableValues,
} from 'graphql';

/** A field that is selected of the objects of a type. */
export interface SelectedField {
  readonly responseName: string;
  readonly nodes: readonly FieldNode[];
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
}

/** What all executions of an operation share. */
export interface ExecutedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly hideSuggestions: boolean;
}

/** One execution of an operation: its variables, its context, and the errors so far. */
export class Execution {
  readonly executed: ExecutedOperation;
  readonly variableValues: VariableValues;
  readonly contextValue: unknown;
  readonly rootValue: unknown;
  readonly errors: GraphQLError[] = [];
  /** True once there is a result. Resolvers that are still running then start no others. */
  isDone = false;
  readonly #nulled = new Set<ResponsePath | undefined>();

  constructor(
    executed: ExecutedOperation,
    { variableValues, contextValue, rootValue }: Pick<Execution, 'variableValues' | 'contextValue' | 'rootValue'>,
  ) {
    this.executed = executed;
    this.variableValues = variableValues;
    this.contextValue = contextValue;
    this.rootValue = rootValue;
  }

  /** Adds the error that makes a position null, unless it lies within one that is null already. */
  add(error: GraphQLError, path: ResponsePath | undefined): void {
    let position = path;
    while (position !== undefined && !this.#nulled.has(position)) position = position.prev;
    if (this.#nulled.has(position)) return;
    this.#nulled.add(path);
    this.errors.push(error);
  }

  /** Makes a position null by an error, or fails so that the position around it becomes null, if this one cannot be. */
  fail(thrown: unknown, { nodes }: SelectedField, type: GraphQLOutputType, path: ResponsePath): null {
    const error = locatedError(thrown, nodes, responsePathAsArray(path));
    if (isNonNullType(type)) throw error;
    this.add(error, path);
    return null;
  }

  /** @throws if there is a result already */
  requireOpen(): void {
    if (this.isDone) throw new Error('The operation has a result.');
  }

  /** What resolvers are told about their field. @param path that of the field, or of an item of it */
  infoOf({ definition, nodes, parentType }: SelectedField, path: ResponsePath): GraphQLResolveInfo {
    const { schema, operation, fragments } = this.executed;
    let place = path;
    while (typeof place.key === 'number' && place.prev) place = place.prev;
    return {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType,
      path: place,
      schema,
      fragments,
      rootValue: this.rootValue,
      operation,
      variableValues: this.variableValues,
      getAbortSignal: noSignal,
      getAsyncHelpers,
    };
  }
}

/** Makes what a resolver returned part of the response (GraphQL, 6.4.3). Returns a promise where a part of it is one. */
export type Complete = (value: unknown, execution: Execution, path: ResponsePath) => unknown;

const noSignal = () => undefined;
const getAsyncHelpers = () => ({ promiseAll, track: ignoreRejections });
const promiseAll = <T>(values: readonly (T | PromiseLike<T>)[]): Promise<T[]> => Promise.all(values);

/** Handles the rejections of promises that nobody waits for. What made them superfluous is the error. */
export function ignoreRejections(values: Iterable<unknown>): void {
  for (const value of values) if (isPromiseLike(value)) value.then(undefined, () => {});
}

export const isPromiseLike = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
