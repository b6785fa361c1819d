import type { ExecutionResult } from 'graphql';
import type { OperationLabel } from '../graphql/operations.ts';
import type { Context } from '../platform/context.ts';
import { type PromiseOrValue, whenKnown } from '../platform/runtime/promise-or-value.ts';
import type { SpanAttributes, Tracing } from '../platform/runtime/tracing.ts';
import type { RequestHead } from './json-post.ts';
import { redactPath } from './redacted-path.ts';
import type { Reply } from './text-reply.ts';

const methods = new Set(['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE']);

/** Responds to a request. */
type Route<R, A> = (request: R, ctx: Context) => Promise<A> | A;

/** Has a route run in a span for each of its requests. */
export type TraceRoute = <R extends RequestHead, A extends Reply>(
  route: Route<R, A>,
  pathname: string | undefined,
) => Route<R, A>;

/**
 * Creates what has routes traced, by the semantic conventions for HTTP and GraphQL. Spans have no address and no name of who asks,
 * but the id of the account.
 * @param tracing null: routes stay as they are
 * @param publicUrl where clients reach the server
 * @param routeOf the route of a path: `other` if it has none
 */
export function traceRoutes(
  tracing: Tracing | null,
  publicUrl: string,
  routeOf: (pathname: string | undefined) => string,
): TraceRoute {
  if (!tracing) return (route) => route;
  const { hostname, port, protocol } = new URL(publicUrl);
  const server: SpanAttributes = {
    'url.scheme': protocol.slice(0, -1),
    'server.address': hostname,
    'server.port': Number(port || (protocol === 'https:' ? 443 : 80)),
  };
  return (route, pathname) => {
    const known = routeOf(pathname);
    const template = known === 'other' ? undefined : known;
    return (request, ctx) => {
      const method = methods.has(request.method) ? request.method : '_OTHER';
      const attributes = {
        ...server,
        'http.request.method': method,
        'http.route': template,
        'url.path': redactPath(pathname),
        'waymark.request.id': ctx.requestId,
      };
      const name = `${method === '_OTHER' ? 'HTTP' : method}${template === undefined ? '' : ` ${template}`}`;
      return tracing.begin(
        { name, kind: 'server', attributes },
        async (span) => {
          ctx.log.traceId = span.traceId;
          const response = await route(request, ctx);
          const { operation, accountId } = ctx.log;
          span.set({
            'http.response.status_code': response.status,
            ...(accountId !== null && { 'user.id': accountId }),
            ...(operation && operationAttributes(operation)),
          });
          if (response.status >= 500) span.fail(String(response.status));
          return response;
        },
        (header) => request.headers.get(header),
      );
    };
  };
}

/** Executes an operation in a span. It fails with the code of its first error. */
export function traceExecution(
  tracing: Tracing,
  label: OperationLabel,
  execute: () => PromiseOrValue<ExecutionResult>,
): PromiseOrValue<ExecutionResult> {
  return tracing.part({ name: label.type, attributes: operationAttributes(label) }, (span) =>
    whenKnown(execute(), (result) => {
      const [error] = result.errors ?? [];
      if (error) span?.fail(typeof error.extensions.code === 'string' ? error.extensions.code : 'INTERNAL');
      return result;
    }),
  );
}

/** Waits for something in a span, if requests are traced. */
export const traceWait = <T>(
  { app: { tracing } }: Pick<Context, 'app'>,
  name: string,
  waited: Promise<T>,
): Promise<T> => (tracing ? tracing.part({ name }, () => waited) : waited);

const operationAttributes = ({ type, name }: Pick<OperationLabel, 'name'> & { type: string }): SpanAttributes => ({
  'graphql.operation.type': type,
  'graphql.operation.name': name,
});
