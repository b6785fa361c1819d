import { type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';

/** The status of a request that failed as a whole, if its errors name none. */
const statusOfCode: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

/**
 * Makes the status of a response that of what was done. A request that fails before anything is executed is never a success:
 * 400 for the client's faults, 500 and 503 for the server's. A response with data is one whatever its errors say, but for a query
 * that the database failed in part: null is not what it would have said. A success is also that of a mutation that may be done, even if a later error leaves no data: a client that repeats it would do it twice.
 */
export function statusOfResult(): Plugin<YogaInitialContext> {
  const mutations = new WeakMap<Request, { fields: number }>();
  return {
    onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== 'mutation') return;
      const { selections } = operation.selectionSet;
      const fields = selections.every(({ kind }) => kind === 'Field') ? selections.length : Number.POSITIVE_INFINITY;
      mutations.set(args.contextValue.request, { fields });
    },
    onResultProcess(hook) {
      const { request, result } = hook;
      if (Array.isArray(result) || !('errors' in result) || !result.errors?.length) return;
      const { errors, data } = result as ExecutionResult & { errors: readonly GraphQLError[] };
      if (data === undefined) return hook.setResult({ ...result, errors: errors.map(withStatus) });
      const mutation = mutations.get(request);
      const isDone = mutation && (mutation.fields > 1 || errors.some(({ path }) => path && path.length > 1));
      if (data === null && !isDone) return;
      const isFailed = (error: GraphQLError) => !mutation && error.extensions.code === 'UNAVAILABLE';
      hook.setResult({ ...result, errors: errors.map((error) => (isFailed(error) ? error : withoutStatus(error))) });
    },
  };
}

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
