import {
  defaultFieldResolver,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  getNullableType,
  isLeafType,
  isNonNullType,
  type ResponsePath,
} from 'graphql';
import { argumentsOf } from './arguments.ts';
import { type Collected, collectFields, type FieldGroups } from './collect-fields.ts';
import { compileObject, type ExecuteObject, type FieldPlan, type Fields, type LeafPlan } from './compile-object.ts';
import { type CompleteObjects, completionOf } from './complete-value.ts';
import { type Complete, type Execution, isPromiseLike, type SelectedField } from './execution.ts';

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
      let execute: ExecuteObject | undefined;
      return (source, execution, path) => {
        execute ??= compileObject(planFields(from, runtimeType, collectFields(from, runtimeType, sets)));
        return execute(source, execution, path);
      };
    };
    const complete = completionOf(definition.type, field, objectsOf);
    const run = resolved(field, complete);
    return [{ responseName, run, leaf: leafOf(field, complete, run) }];
  });
}

/** The shorter way to a field of a scalar or an enum that takes nothing but its object. Undefined for other fields. */
function leafOf(field: SelectedField, complete: Complete, run: FieldPlan['run']): LeafPlan | undefined {
  const { responseName, parentType, definition } = field;
  const { name, type, resolve = defaultFieldResolver } = definition;
  const isOfObject = (resolve as OfObject)[readsObject] === always;
  const read = resolve === defaultFieldResolver ? name : isOfObject ? (resolve as LeafPlan['read']) : null;
  if (read === null || !isLeafType(getNullableType(type))) return undefined;
  const below = (prev: ResponsePath | undefined) => ({ prev, key: responseName, typename: parentType.name });
  return {
    read,
    asIs: isNonNullType(type) ? commonest(type.ofType) : `value === null || ${commonest(type)}`,
    complete(value, source, execution, parent) {
      if (typeof value === 'function') return run(source, execution, parent);
      if (isPromiseLike(value)) return completeLater(value, field, complete, execution, below(parent));
      // Values of scalars and enums need no path.
      return complete(value, execution, undefined as never);
    },
    fail: (error, execution, parent) => execution.fail(error, field, type, below(parent)),
  };
}

/** The commonest values of a scalar of GraphQL itself, which are in the response as they are, as JavaScript. */
function commonest(type: GraphQLOutputType): string {
  switch (type) {
    case GraphQLString:
    case GraphQLID:
      return `typeof value === 'string'`;
    case GraphQLBoolean:
      return `typeof value === 'boolean'`;
    case GraphQLInt:
      return '(value | 0) === value';
    case GraphQLFloat:
      return `typeof value === 'number' && value - value === 0`;
    default:
      return 'false';
  }
}

const readsObject: unique symbol = Symbol('reads object');

type Resolver = (source: never, ...more: never[]) => unknown;
type OfObject = object & { readonly [readsObject]?: (source: unknown) => boolean };

/**
 * Marks a resolver that reads its object alone, and returns no function: neither arguments nor what there is to know of the field
 * are made for it.
 * @param isEnough for which objects it does so. Default: for all
 */
export const ofObject = <R extends Resolver>(resolve: R, isEnough: (source: unknown) => boolean = always): R =>
  Object.assign(resolve, { [readsObject]: isEnough });

const always = () => true;

/** Gives what wraps a resolver its mark. It adds nothing but what it reads of the context. */
export const likeWrapped = <R extends object>(wrapper: R, { [readsObject]: isEnough }: OfObject): R =>
  isEnough ? Object.assign(wrapper, { [readsObject]: isEnough }) : wrapper;

/** In place of what a resolver does not read. */
const unread = undefined as never;

/** Runs a field by its resolver. */
function resolved(field: SelectedField, complete: Complete): FieldPlan['run'] {
  const { responseName, parentType, definition } = field;
  const { type, resolve = defaultFieldResolver } = definition;
  const isEnough = (resolve as OfObject)[readsObject];
  const readArguments = argumentsOf(definition, field.nodes[0] as SelectedField['nodes'][number]);
  return (source, execution, parent) => {
    const path: ResponsePath = { prev: parent, key: responseName, typename: parentType.name };
    try {
      const result = isEnough?.(source)
        ? resolve(source, unread, execution.contextValue, unread)
        : resolve(
            source,
            readArguments(execution.variableValues, execution.executed.hideSuggestions),
            execution.contextValue,
            execution.infoOf(field, path),
          );
      if (isPromiseLike(result)) return completeLater(result, field, complete, execution, path);
      const completed = complete(result, execution, path);
      if (!(completed instanceof Promise)) return completed;
      return completed.then(undefined, (error: unknown) => execution.fail(error, field, type, path));
    } catch (error) {
      return execution.fail(error, field, type, path);
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

/** Executes the fields of a mutation one after the other. */
export function executeSerially(
  fields: readonly FieldPlan[],
  source: unknown,
  execution: Execution,
): Fields | Promise<Fields> {
  // One without a prototype can have a field named `__proto__`.
  const results: Fields = Object.create(null);
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
