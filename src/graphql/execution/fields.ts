import { defaultFieldResolver, type GraphQLObjectType, isLeafType, isNonNullType, type ResponsePath } from 'graphql';
import { argumentsOf } from './arguments.ts';
import { type Collected, collectFields, type FieldGroups } from './collect-fields.ts';
import { type CompleteObjects, completionOf } from './complete-value.ts';
import { type Complete, type Execution, ignoreRejections, isPromiseLike, type SelectedField } from './execution.ts';

/** A field of the objects of a type, with all that can be known of it before there is an object. */
export interface FieldPlan {
  readonly responseName: string;
  /** Resolves and completes it. Returns a promise if a part of it is one. */
  readonly run: (source: unknown, execution: Execution, parent: ResponsePath | undefined) => unknown;
}

type Fields = { [responseName: string]: unknown };

/** Plans the fields that are selected of the objects of a type. Those of objects below are planned when there is one. */
export function planFields(from: Collected, type: GraphQLObjectType, groups: FieldGroups): FieldPlan[] {
  return [...groups].flatMap(([responseName, nodes]): FieldPlan[] => {
    const [node] = nodes;
    const definition = node && from.schema.getField(type, node.name.value);
    if (!definition) return [];
    if (definition.name === '__typename') return [{ responseName, run: () => type.name }];
    const field: SelectedField = { responseName, nodes, definition, parentType: type };
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const objectsOf: CompleteObjects = (runtimeType) => {
      let plans: FieldPlan[] | undefined;
      return (source, execution, path) => {
        plans ??= planFields(from, runtimeType, collectFields(from, runtimeType, sets));
        return executeFields(plans, source, execution, path);
      };
    };
    const complete = completionOf(definition.type, field, objectsOf);
    const read = readerOf(field);
    return [{ responseName, run: read ? readFrom(read, field, complete) : resolved(field, complete) }];
  });
}

/** Reads the value of a field from its object. Another function, if it is one, is left to `defaultFieldResolver`. */
type Read = (source: Fields) => unknown;

/** How a field is read that takes nothing but its object, if nothing is below it. Null for other fields. */
function readerOf({ definition: { name, resolve = defaultFieldResolver, type } }: SelectedField): Read | null {
  if (!isLeafType(isNonNullType(type) ? type.ofType : type)) return null;
  if (resolve === defaultFieldResolver) return (source) => source[name];
  return readsObject in resolve ? (resolve as unknown as Read) : null;
}

const readsObject: unique symbol = Symbol('reads object');

/** Marks a resolver that reads its object alone, and returns no function: neither arguments nor a path are made for it. */
export const ofObject = <S>(resolve: (source: S) => unknown): ((source: S) => unknown) =>
  Object.assign(resolve, { [readsObject]: true });

/** Runs a field by its resolver. */
function resolved(field: SelectedField, complete: Complete): FieldPlan['run'] {
  const { responseName, parentType, definition } = field;
  const { type, resolve = defaultFieldResolver } = definition;
  const readArguments = argumentsOf(definition, field.nodes[0] as SelectedField['nodes'][number]);
  return (source, execution, parent) => {
    const path: ResponsePath = { prev: parent, key: responseName, typename: parentType.name };
    try {
      const args = readArguments(execution.variableValues, execution.executed.hideSuggestions);
      const result = resolve(source, args, execution.contextValue, execution.infoOf(field, path));
      if (isPromiseLike(result)) return completeLater(result, field, complete, execution, path);
      const completed = complete(result, execution, path);
      if (!(completed instanceof Promise)) return completed;
      return completed.then(undefined, (error: unknown) => execution.fail(error, field, type, path));
    } catch (error) {
      return execution.fail(error, field, type, path);
    }
  };
}

/** Runs a field by reading it from its object. */
function readFrom(read: Read, field: SelectedField, complete: Complete): FieldPlan['run'] {
  const { responseName, parentType, definition } = field;
  const { type } = definition;
  const run = resolved(field, complete);
  const pathBelow = (prev: ResponsePath | undefined) => ({ prev, key: responseName, typename: parentType.name });
  return (source, execution, parent) => {
    if (typeof source !== 'object' || source === null) return run(source, execution, parent);
    try {
      const value = read(source as Fields);
      if (typeof value === 'function') return run(source, execution, parent);
      if (isPromiseLike(value)) return completeLater(value, field, complete, execution, pathBelow(parent));
      // Values of scalars and enums need no path.
      return complete(value, execution, undefined as never);
    } catch (error) {
      return execution.fail(error, field, type, pathBelow(parent));
    }
  };
}

async function completeLater(
  result: PromiseLike<unknown>,
  field: SelectedField,
  complete: Complete,
  execution: Execution,
  path: ResponsePath,
): Promise<unknown> {
  try {
    const value = await result;
    execution.requireOpen();
    let completed = complete(value, execution, path);
    if (completed instanceof Promise) completed = await completed;
    return completed;
  } catch (error) {
    return execution.fail(error, field, field.definition.type, path);
  }
}

/** Executes the fields of an object beside each other (GraphQL, 6.3). Returns a promise if one of them does. */
export function executeFields(
  fields: readonly FieldPlan[],
  source: unknown,
  execution: Execution,
  path: ResponsePath | undefined,
): Fields | Promise<Fields> {
  const results = createFields(fields);
  let hasPromise = false;
  try {
    for (const { responseName, run } of fields) {
      const result = run(source, execution, path);
      results[responseName] = result;
      if (result instanceof Promise) hasPromise = true;
    }
  } catch (error) {
    if (hasPromise) ignoreRejections(Object.values(results));
    throw error;
  }
  return hasPromise ? settled(fields, results) : results;
}

async function settled(fields: readonly FieldPlan[], results: Fields): Promise<Fields> {
  const values = await Promise.all(Object.values(results));
  fields.forEach(({ responseName }, index) => {
    results[responseName] = values[index];
  });
  return results;
}

/** Executes the fields of a mutation one after the other. */
export function executeSerially(
  fields: readonly FieldPlan[],
  source: unknown,
  execution: Execution,
): Fields | Promise<Fields> {
  const results = createFields(fields);
  let done: Fields | Promise<Fields> = results;
  for (const { responseName, run } of fields) {
    const execute = () => {
      execution.requireOpen();
      const result = run(source, execution, undefined);
      results[responseName] = result;
      if (!(result instanceof Promise)) return results;
      return result.then((value: unknown) => {
        results[responseName] = value;
        return results;
      });
    };
    done = done instanceof Promise ? done.then(execute) : execute();
  }
  return done;
}

/** An object for fields. A plain one is faster; one without a prototype can have a field named `__proto__`. */
const createFields = (fields: readonly FieldPlan[]): Fields =>
  fields.some(({ responseName }) => responseName === '__proto__') ? Object.create(null) : {};
