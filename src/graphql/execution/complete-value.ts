import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { listOf } from './complete-list.ts';
import { type Complete, type Execution, isPromiseLike, type SelectedField } from './execution.ts';

/** Makes the completion of objects of a type, by the fields that are selected below a field. */
export type CompleteObjects = (type: GraphQLObjectType) => Complete;

/** The completion of values of a type, for a field. */
export function completionOf(type: GraphQLOutputType, field: SelectedField, objectsOf: CompleteObjects): Complete {
  if (isNonNullType(type)) return nonNull(completionOf(type.ofType, field, objectsOf), field);
  const complete = isListType(type)
    ? listOf(type.ofType, field, completionOf(type.ofType, field, objectsOf))
    : isLeafType(type)
      ? leaf(type)
      : isObjectType(type)
        ? objectOf(type, field, objectsOf)
        : abstract(type, field, objectsOf);
  return (value, execution, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(value, execution, path);
  };
}

function nonNull(complete: Complete, { definition, parentType }: SelectedField): Complete {
  return (value, execution, path) => {
    const completed = complete(value, execution, path);
    if (completed !== null) return completed;
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
  };
}

function leaf(type: GraphQLLeafType): Complete {
  return (value) => {
    const output = type.coerceOutputValue(value);
    if (output !== null && output !== undefined) return output;
    throw new Error(`${type.name} has no output for ${String(value)}.`);
  };
}

function objectOf(type: GraphQLObjectType, field: SelectedField, objectsOf: CompleteObjects): Complete {
  const complete = objectsOf(type);
  if (!type.isTypeOf) return complete;
  const require = (isOfType: boolean): void => {
    if (!isOfType) throw new GraphQLError(`The value is not of type "${type.name}".`, { nodes: field.nodes });
  };
  return (value, execution, path) => {
    const isOfType = type.isTypeOf?.(value, execution.contextValue, execution.infoOf(field, path)) ?? true;
    if (isPromiseLike(isOfType)) {
      return isOfType.then((resolved) => {
        execution.requireOpen();
        require(resolved);
        return complete(value, execution, path);
      });
    }
    require(isOfType);
    return complete(value, execution, path);
  };
}

function abstract(type: GraphQLAbstractType, field: SelectedField, objectsOf: CompleteObjects): Complete {
  const known = new Map<string, Complete>();

  function completionFor(name: unknown, execution: Execution): Complete {
    const found = known.get(name as string);
    if (found) return found;
    const { schema } = execution.executed;
    const runtimeType = typeof name === 'string' ? schema.getType(name) : undefined;
    if (!isObjectType(runtimeType) || !schema.isSubType(type, runtimeType)) {
      throw new GraphQLError(`The value of "${type.name}" is of no type that it can be.`, { nodes: field.nodes });
    }
    const complete = objectOf(runtimeType, field, objectsOf);
    known.set(runtimeType.name, complete);
    return complete;
  }

  return (value, execution, path) => {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const name: unknown = resolveType(value, execution.contextValue, execution.infoOf(field, path), type);
    if (!isPromiseLike(name)) return completionFor(name, execution)(value, execution, path);
    return name.then((resolved) => {
      execution.requireOpen();
      return completionFor(resolved, execution)(value, execution, path);
    });
  };
}
