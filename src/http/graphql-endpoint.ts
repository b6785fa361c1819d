import { AsyncLocalStorage } from 'node:async_hooks';
import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Config } from '../config.ts';
import { presentError } from '../graphql/errors.ts';
import { hideNames } from '../graphql/limits/hidden-names.ts';
import { limitOperations } from '../graphql/limits/operation-limits.ts';
import { createOperations, type Operations } from '../graphql/operations.ts';
import { createSchemaText } from '../graphql/schema-text.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/database/ids.ts';
import type { SubscriptionStreams } from '../platform/live/subscription-streams.ts';
import type { CacheLoad } from '../platform/runtime/cache-load.ts';
import { createLruMap } from '../platform/runtime/lru-map.ts';
import type { Admission } from './admission.ts';
import { authenticateOrReject, csrfHeaders, isForgeable } from './authenticate.ts';
import { compressed } from './compression.ts';
import { countResultErrors } from './count-errors.ts';
import { errorResponse } from './error-response.ts';
import { createFastPath, type RequestState } from './fast-path.ts';
import { claimKeys, replayOrStore } from './idempotency.ts';
import { isJsonPost, type JsonPost, maxBodySize, type RequestHead } from './json-post.ts';
import type { Measurements } from './metrics/measurements.ts';
import { parameterErrors } from './parameter-errors.ts';
import { createPersistedDocuments, findDocuments } from './persisted-documents.ts';
import { createRequestLimit } from './rate-limit.ts';
import { refuseRejected } from './rejected-credentials.ts';
import { createResponseCache, executeObserved } from './response-cache.ts';
import { statusOfResult } from './response-status.ts';
import { streamSubscriptions } from './subscriptions.ts';
import { type Reply, toResponse } from './text-reply.ts';
import { traceWait } from './traced-requests.ts';
import type { TrustedDocuments } from './trusted-documents.ts';
import { admit, type Turn } from './turn.ts';

const forgeable = `A GET request or a form needs the header Authorization or one of these: ${csrfHeaders.join(', ')}.`;

/** What Yoga hands on with a request. */
interface ServerContext extends RequestState {
  base: Context;
}

/** How many characters the parsed documents that are kept may have together. One takes about a hundred times the space. */
const maxCachedCharacters = 500_000;

/** The GraphQL endpoint. It responds to a request within the context that was created for the request. */
export interface GraphQLEndpoint {
  readonly schemaText: ReturnType<typeof createSchemaText>;
  readonly respond: (request: Request, base: Context) => Promise<Response>;
  /** Responds to a request that `isJsonPost`. The body of the response is a text where it can be. */
  readonly respondToPost: (request: JsonPost, base: Context) => Promise<Reply>;
  /** What it does at present. */
  readonly load: () => {
    readonly lanes: ReturnType<Admission['load']>;
    readonly responses: CacheLoad;
    readonly documents: CacheLoad;
  };
}

/**
 * Creates the GraphQL endpoint.
 * @param options.fastPath false: every request takes the way through Yoga
 * @param options.trusted the documents that are trusted; null if any is
 * @param options.measurements what is measured of requests; null if nothing is
 */
export function createGraphQL(
  schema: GraphQLSchema,
  config: Pick<Config, 'introspection' | 'requestsPerMinute' | 'responseCacheBytes'>,
  streams: SubscriptionStreams,
  admission: Admission,
  options: { fastPath: boolean; trusted: TrustedDocuments | null; measurements: Measurements | null },
): GraphQLEndpoint {
  const { introspection, requestsPerMinute, responseCacheBytes } = config;
  const { measurements } = options;
  const cache = createResponseCache(responseCacheBytes);
  const operations = createOperations(schema, { hideSuggestions: !introspection });
  const documents = createLruMap<DocumentNode>(maxCachedCharacters, (text) => text.length);
  const persisted = createPersistedDocuments(options.trusted);
  const limit = createRequestLimit(requestsPerMinute);
  // Yoga masks errors in a function that does not get the request.
  const current = new AsyncLocalStorage<Context>();
  const yoga = createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    // Health is a route of its own. Yoga's check would match any URL that ends like it, so it gets a random path.
    healthCheckEndpoint: `/${newId()}`,
    multipart: false,
    batching: false,
    extraParamNames: ['documentId'],
    maxRequestBodySize: maxBodySize,
    cors: false,
    logging: false,
    maskedErrors: { maskError: (error) => presentError(error, current.getStore()) },
    parserAndValidationCache: {
      documentCache: documents,
      errorCache: { get: () => undefined, set: () => {} },
    },
    plugins: [
      parameterErrors(limit),
      findDocuments(persisted),
      limitOperations(operations, { introspection }),
      executePlans(operations),
      ...(introspection ? [] : [hideNames]),
      refuseRejected,
      admitOperations(admission),
      claimKeys,
      streamSubscriptions(streams),
      statusOfResult(),
      countResultErrors,
    ],
    context: ({ base, request }) => authenticateOrReject(base, request.headers),
  });

  const fastPath = options.fastPath
    ? createFastPath({
        schema,
        operations,
        admission,
        documents,
        enveloped: yoga.getEnveloped,
        introspection,
        persisted,
      })
    : null;

  /** Yoga's response, with what clients and proxies expect in addition. */
  async function respondByYoga(request: Request, base: Context, state: RequestState): Promise<Response> {
    // Not `fetch`, which aborts when the client disconnects: the response must still be stored for a repeated request.
    const response = await current.run(base, () => Promise.resolve(yoga.handleRequest(request, { base, ...state })));
    // Tells nginx not to buffer events.
    if (response.headers.get('content-type') === 'text/event-stream') response.headers.set('x-accel-buffering', 'no');
    // The rest of a refused body would precede the next request on the connection.
    if (response.status === 413) response.headers.set('connection', 'close');
    // Some of Yoga's error responses have no body, but clients expect JSON.
    return response.status >= 400 && response.body === null ? withBody(response) : response;
  }

  /** Responds once the request may begin, and ends its turn. */
  async function begun(
    request: RequestHead & { readonly isInner?: boolean },
    base: Context,
    respond: (state: RequestState) => Promise<Reply>,
  ): Promise<Reply> {
    const started = measurements ? performance.now() : 0;
    const waited = admission.begin(base.client.address, request);
    if (waited) await traceWait(base, 'wait to begin', waited);
    const isInner = request.isInner === true;
    const state: RequestState = {
      isInner,
      idempotency: {},
      turn: { end: () => {} },
      cache: { mayKeep: false, label: null },
    };
    try {
      const stored = replayOrStore(await respond(state), state.idempotency);
      const reply = compressed(stored instanceof Promise ? await stored : stored, request.headers);
      return reply instanceof Promise ? await reply : reply;
    } finally {
      state.turn.end();
      measurements?.addOperation(state.cache.label, started);
    }
  }

  const endpoint: GraphQLEndpoint = {
    schemaText: createSchemaText(schema),
    load() {
      const { entries, hits, sets } = documents.load();
      return { lanes: admission.load(), responses: cache.load(), documents: { entries, hits, misses: sets } };
    },
    async respond(request, base) {
      // Tools that explore an API send their queries any way, and so may those that this one shows its schema to.
      if (!introspection && isForgeable(request)) return errorResponse(403, 'FORBIDDEN', forgeable);
      if (isJsonPost(request)) return toResponse(await endpoint.respondToPost(toPost(request), base));
      const reply = await begun(request, base, (state) => {
        const byYoga = () => respondByYoga(request, base, state);
        if (request.method !== 'GET') return byYoga();
        return cache.respond(request, new URL(request.url).search, base, state.cache, byYoga);
      });
      return toResponse(reply);
    },
    respondToPost: (request, base) =>
      begun(request, base, async (state) => {
        const body = await request.body();
        const text = body.toString();
        const byYoga = () => {
          const { url, method, allHeaders: headers, signal } = request;
          const again = new yoga.fetchAPI.Request(url, { method, headers, body, signal });
          return respondByYoga(again, base, state);
        };
        const respond = () => (fastPath ? fastPath(request, text, base, state, byYoga) : byYoga());
        return cache.respond(request, text, base, state.cache, respond);
      }),
  };
  return endpoint;
}

function toPost(request: Request): JsonPost {
  const { method, url, headers, signal } = request;
  return {
    method,
    url,
    headers,
    allHeaders: headers,
    signal,
    body: async () => Buffer.from(await request.arrayBuffer()),
  };
}

/** Executes queries and mutations as the fast path does. Yoga's executor says what is wrong with variables. */
const executePlans = (operations: Operations): Plugin => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args: ExecutionArgs) => {
      const operation = operations.find(args.document, args.operationName);
      const variables = args.variableValues ?? {};
      const coerced = operation?.coerce(variables);
      if (!operation || !coerced) return executeFn(args);
      const ctx = args.contextValue as Context & Pick<RequestState, 'cache'>;
      return executeObserved(operation, ctx, variables, coerced, ctx.cache);
    });
  },
});

/** Lets queries and mutations wait for their turn. It ends with their response. */
const admitOperations = (admission: Admission): Plugin<Context & { cost?: number; turn: Turn }> => ({
  onExecute({ args }) {
    const { cost = 0, turn, request, ...ctx } = args.contextValue;
    const waited = admit(admission, ctx, cost, turn, request);
    return waited && traceWait(ctx, 'wait for a turn', waited);
  },
});

function withBody({ status, statusText, headers }: Response): Response {
  const code = statusText.toUpperCase().replaceAll(/\W+/g, '_') || 'BAD_REQUEST';
  const response = errorResponse(status, code, `${statusText || 'Bad request'}.`);
  for (const [name, value] of headers)
    if (!['content-length', 'content-type'].includes(name)) response.headers.append(name, value);
  return response;
}
