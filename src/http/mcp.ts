import type { Config } from '../config.ts';
import { type App, type Context, createContext } from '../platform/context.ts';
import { newId } from '../platform/database/ids.ts';
import { ForbiddenError, UnauthenticatedError } from '../platform/errors.ts';
import { programVersion } from '../platform/runtime/version.ts';
import { authenticate } from './authenticate.ts';
import { errorResponse } from './error-response.ts';
import type { GraphQLEndpoint } from './graphql-endpoint.ts';
import type { Handler } from './head-requests.ts';
import { askWithin } from './inner-request.ts';

/** The maximum size of a message in bytes. Notes of 50,000 characters fit. */
const maxRequestBodySize = 1_000_000;

/** Tells clients to send a token (RFC 6750, 3). */
const challenge = { 'www-authenticate': 'Bearer realm="waymark"' };

/**
 * The endpoint of the Model Context Protocol: streamable HTTP without sessions, so that each message is a request of its own, which
 * any server can respond to. Its tools ask the API with the token of the message.
 */
export function createMcpEndpoint(
  app: App,
  { publicUrl, corsOrigins, introspection, trustedDocuments, environment }: Config,
  endpoint: GraphQLEndpoint,
): Handler {
  const origins = new Set([publicUrl, ...corsOrigins]);

  return async (request, base) => {
    // A page of another name for this address, as by DNS rebinding, has another origin. Programs have none.
    const origin = request.headers.get('origin');
    if (origin !== null && !origins.has(origin))
      throw new ForbiddenError('Pages of this origin may not use MCP. CORS_ORIGINS lists those that may.');
    if (request.method !== 'POST')
      return errorResponse(405, 'METHOD_NOT_ALLOWED', 'Send messages by POST.', { headers: { allow: 'POST' } });
    const authorization = request.headers.get('authorization');
    const viewer = await viewerOf(request, base);
    if (authorization === null || !viewer)
      return errorResponse(401, 'UNAUTHENTICATED', 'Send a token: Authorization: Bearer <token>.', {
        headers: challenge,
      });

    const ask = async (query: string, variables?: Readonly<Record<string, unknown>>, operationName?: string) => {
      // A message may ask several times, each of which is a request to the API.
      const ctx = createContext(app, newId(), base.client);
      const params = { query, variables, ...(operationName !== undefined && { operationName }) };
      const answer = await askWithin(endpoint, ctx, params, authorization);
      base.responseSize.objects += ctx.responseSize.objects;
      base.responseSize.loaded += ctx.responseSize.loaded;
      return answer;
    };
    // Loaded when it is first used.
    const [{ createMcpServer }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
      import('../mcp/server.ts'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    ]);
    const server = createMcpServer({
      ask,
      canWrite: viewer.canWrite,
      // Its queries are not among the documents that are trusted.
      canQuery: trustedDocuments === null || environment !== 'production',
      schema: introspection ? endpoint.schemaText : null,
      version: programVersion(),
    });
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true, maxRequestBodySize });
    try {
      await server.connect(transport);
      return await transport.handleRequest(request);
    } finally {
      await server.close();
    }
  };
}

/** Who sends a message. Null if the credential is missing or not valid. A cookie is none: browsers send it by themselves. */
async function viewerOf({ headers }: Request, base: Context): Promise<Context['viewer']> {
  if (!headers.has('authorization')) return null;
  try {
    return (await authenticate(base, headers)).viewer;
  } catch (error) {
    if (error instanceof UnauthenticatedError) return null;
    throw error;
  }
}
