import { AsyncLocalStorage } from 'node:async_hooks';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Config } from '../config.ts';
import { presentError } from '../graphql/errors.ts';
import { limitOperations } from '../graphql/limits/operation-limits.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/database/ids.ts';
import type { SubscriptionStreams } from '../platform/live/subscription-streams.ts';
import { authenticate } from './authenticate.ts';
import { errorResponse } from './error-response.ts';
import { claimKeys, type Repeat, repeatable } from './idempotency.ts';
import { createRequestLimit } from './rate-limit.ts';
import { streamSubscriptions } from './subscriptions.ts';

/** A body larger than this is refused, however it is declared: a calendar file of 5 MB, written as JSON, fits. */
const maxBytes = 8_000_000;

/** The GraphQL endpoint: answers a request within the context that was made for it. */
export function createGraphQL(
  schema: GraphQLSchema,
  { introspection, requestsPerMinute }: Pick<Config, 'introspection' | 'requestsPerMinute'>,
  streams: SubscriptionStreams,
) {
  const countRequest = createRequestLimit(requestsPerMinute);
  // Yoga masks errors where it no longer knows which request they belong to.
  const current = new AsyncLocalStorage<Context>();
  const yoga = createYoga<{ base: Context; repeat: Repeat }, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    // Health is a route of its own; Yoga's check would answer for any URL that ends like it.
    healthCheckEndpoint: `/${newId()}`,
    multipart: false,
    batching: false,
    maxRequestBodySize: maxBytes,
    cors: false,
    logging: false,
    maskedErrors: { maskError: (error) => presentError(error, current.getStore()) },
    plugins: [parameterFaults, limitOperations({ introspection }), claimKeys, streamSubscriptions(streams)],
    context: async ({ base, request }) => {
      await countRequest(base);
      return authenticate(base, request.headers);
    },
  });

  return (request: Request, base: Context): Promise<Response> =>
    current.run(base, async () => {
      const repeat: Repeat = {};
      // Not `fetch`, which gives up when the client does: what is done for it then must be kept for when it asks again.
      const response = await repeatable(await yoga.handleRequest(request, { base, repeat }), repeat);
      // A proxy that gathers what it passes on would keep events back.
      if (response.headers.get('content-type') === 'text/event-stream') response.headers.set('x-accel-buffering', 'no');
      // What is left of a body that was refused would stand in the way of the next request on its connection.
      if (response.status === 413) response.headers.set('connection', 'close');
      // A few refusals come without a body; a client that expects JSON gets some.
      return response.status >= 400 && response.body === null ? withBody(response) : response;
    });
}

/** Yoga takes variables in a query string or form that are not JSON for a fault of its own; they are the client's. */
const parameterFaults: Plugin = {
  onRequestParse({ requestParser, setRequestParser }) {
    if (!requestParser) return;
    setRequestParser(async (request) => {
      try {
        return await requestParser(request);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        const extensions = { code: 'BAD_REQUEST', http: { status: 400 } };
        throw new GraphQLError('variables and extensions must be JSON.', { extensions });
      }
    });
  },
};

function withBody({ status, statusText, headers }: Response): Response {
  const code = statusText.toUpperCase().replaceAll(/\W+/g, '_') || 'BAD_REQUEST';
  const answer = errorResponse(status, code, `${statusText || 'Bad request'}.`);
  for (const [name, value] of headers)
    if (!['content-length', 'content-type'].includes(name)) answer.headers.append(name, value);
  return answer;
}
