import type { Context } from '../platform/context.ts';

/** Responds to a request. */
export type Handler = (request: Request, ctx: Context) => Promise<Response> | Response;

/** A handler that responds to HEAD as to GET, without the body (RFC 9110, 9.3.2). */
export function respondToHead(handler: Handler): Handler {
  return async (request, ctx) => {
    if (request.method !== 'HEAD') return handler(request, ctx);
    const { status, statusText, headers, body } = await handler(asGet(request), ctx);
    if (body) await discard(body);
    return new Response(null, { status, statusText, headers });
  };
}

/** Ends what would have been sent, such as an export or events. What fails in it is no part of the response. */
async function discard(body: ReadableStream<unknown>): Promise<void> {
  const reader = body.getReader();
  try {
    // A source that has not begun cannot end.
    await reader.read();
    await reader.cancel();
  } catch {
    // The headers are known.
  }
}

/** A view of a request. A copy would need the request's own class, which is Node's or that of the adapter. */
function asGet(request: Request): Request {
  return new Proxy(request, {
    get(target, name) {
      if (name === 'method') return 'GET';
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
