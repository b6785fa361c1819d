import {
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isAsyncIterable, type Plugin, type YogaInitialContext } from 'graphql-yoga';

/** The status of a request that failed as a whole, if its errors name none. */
const statusOfCode: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

/** Makes the status of a response that of what was done, by `withStatuses`. */
export function statusOfResult(): Plugin<YogaInitialContext> {
  const operations = new WeakMap<Request, OperationDefinitionNode>();
  return {
    onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation) operations.set(args.contextValue.request, operation);
    },
    onResultProcess(hook) {
      const { request, result } = hook;
      if (!Array.isArray(result) && !isAsyncIterable(result))
        hook.setResult(withStatuses(result, operations.get(request)));
    },
  };
}

/**
 * The same result with the statuses that its errors make the response's. A request that fails before anything is executed is never a success:
 * 400 for the client's faults, 500 and 503 for the server's. A response with data is one whatever its errors say, but for a query
 * that the database failed in part: null is not what it would have said. A success is also that of a mutation that may be done, even if a later error leaves no data: a client that repeats it would do it twice.
 * @param operation what was executed, if anything was
 */
export function withStatuses(result: ExecutionResult, operation: OperationDefinitionNode | undefined): ExecutionResult {
  const { errors, data } = result;
  if (!errors?.length) return result;
  if (data === undefined) return { ...result, errors: errors.map(withStatus) };
  const mutation = operation?.operation === 'mutation' ? operation.selectionSet : undefined;
  const isDone = mutation && (mayHaveMore(mutation) || errors.some(({ path }) => path && path.length > 1));
  if (data === null && !isDone) return result;
  const isFailed = (error: GraphQLError) => !mutation && error.extensions.code === 'UNAVAILABLE';
  return { ...result, errors: errors.map((error) => (isFailed(error) ? error : withoutStatus(error))) };
}

/** Whether a selection may be of more than one field. */
const mayHaveMore = ({ selections }: SelectionSetNode) =>
  selections.length > 1 || selections.some(({ kind }) => kind !== 'Field');

function withoutStatus(error: GraphQLError): GraphQLError {
  if (error.extensions.http === undefined) return error;
  const { http: _status, ...extensions } = error.extensions;
  return again(error, extensions);
}

function withStatus(error: GraphQLError): GraphQLError {
  const { code, http } = error.extensions as { code?: string; http?: { status?: number } };
  // A subscription tells in its first event that its field was refused.
  if (http?.status !== undefined || error.path) return error;
  const status = statusOfCode[code ?? ''];
  // Clients of `application/json` get 200 for the errors of a well-formed request.
  const given = status === undefined ? { status: 400, spec: true } : { status };
  return again(error, { ...error.extensions, http: { ...http, ...given } });
}

function again({ message, nodes, source, positions, path }: GraphQLError, extensions: object): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions } });
}
