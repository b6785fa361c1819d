import { GraphQLError, type GraphQLOutputType, type ResponsePath } from 'graphql';
import { type Complete, type Execution, ignoreRejections, isPromiseLike, type SelectedField } from './execution.ts';

/** The completion of lists (GraphQL, 6.4.3), whose items may be promises, and which may come one by one. */
export function listOf(itemType: GraphQLOutputType, field: SelectedField, complete: Complete): Complete {
  async function completeLater(item: PromiseLike<unknown>, execution: Execution, path: ResponsePath): Promise<unknown> {
    try {
      const value = await item;
      execution.requireOpen();
      let completed = complete(value, execution, path);
      if (completed instanceof Promise) completed = await completed;
      return completed;
    } catch (error) {
      return execution.fail(error, field, itemType, path);
    }
  }

  function completeItem(item: unknown, execution: Execution, path: ResponsePath): unknown {
    if (isPromiseLike(item)) return completeLater(item, execution, path);
    try {
      const completed = complete(item, execution, path);
      if (!(completed instanceof Promise)) return completed;
      return completed.then(undefined, (error: unknown) => execution.fail(error, field, itemType, path));
    } catch (error) {
      return execution.fail(error, field, itemType, path);
    }
  }

  function completeItems(items: Iterable<unknown>, execution: Execution, path: ResponsePath): unknown {
    const completed: unknown[] = [];
    const iterator = items[Symbol.iterator]();
    try {
      for (let next = iterator.next(); !next.done; next = iterator.next())
        completed.push(completeItem(next.value, execution, { prev: path, key: completed.length, typename: undefined }));
    } catch (error) {
      ignoreRejections(completed);
      ignoreRejections({ [Symbol.iterator]: () => iterator });
      throw error;
    }
    return settled(completed);
  }

  async function completeStream(
    items: AsyncIterable<unknown>,
    execution: Execution,
    path: ResponsePath,
  ): Promise<unknown> {
    const completed: unknown[] = [];
    const iterator = items[Symbol.asyncIterator]();
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        execution.requireOpen();
        const item = completeItem(next.value, execution, { prev: path, key: completed.length, typename: undefined });
        // It may fail before the list waits for it.
        ignoreRejections([item]);
        completed.push(item);
      }
    } catch (error) {
      iterator.return?.().catch(() => {});
      ignoreRejections(completed);
      throw error;
    }
    return settled(completed);
  }

  return (value, execution, path) => {
    if (isAsyncIterable(value)) return completeStream(value, execution, path);
    if (isIterable(value)) return completeItems(value, execution, path);
    const { definition, parentType } = field;
    throw new GraphQLError(
      `Expected Iterable, but did not find one for field "${parentType.name}.${definition.name}".`,
    );
  };
}

const settled = (values: unknown[]): unknown =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : values;

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && typeof (value as Partial<Iterable<unknown>> | null)?.[Symbol.iterator] === 'function';

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof (value as Partial<AsyncIterable<unknown>> | null)?.[Symbol.asyncIterator] === 'function';
