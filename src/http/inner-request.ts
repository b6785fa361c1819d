import type { Answer } from '../mcp/answers.ts';
import type { Context } from '../platform/context.ts';
import type { GraphQLEndpoint } from './graphql-endpoint.ts';
import type { GraphQLParams, JsonPost } from './json-post.ts';
import { toText } from './text-reply.ts';

/** A program of this process never leaves before its response. */
const { signal } = new AbortController();

/**
 * Asks the API from within the server, under the same rules as a request over HTTP.
 * @param authorization the header that the request is signed in by; without one it is made for the viewer of the context
 */
export async function askWithin(
  endpoint: Pick<GraphQLEndpoint, 'respondToPost'>,
  ctx: Context,
  params: GraphQLParams,
  authorization?: string,
): Promise<Answer> {
  const body = Buffer.from(JSON.stringify(params));
  const headers = new Headers({
    'content-type': 'application/json',
    'content-length': String(body.byteLength),
    // No browser sends it.
    'x-waymark-csrf': '1',
    ...(authorization !== undefined && { authorization }),
  });
  const request: JsonPost = {
    isInner: true,
    method: 'POST',
    url: 'http://localhost/graphql',
    headers,
    allHeaders: headers,
    signal,
    body: () => Promise.resolve(body),
  };
  const reply = await toText(await endpoint.respondToPost(request, ctx));
  return { status: reply.status, ...(JSON.parse(reply.body) as Omit<Answer, 'status'>) };
}
