import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  executeSubscriptionEvent,
  GraphQLError,
  mapSourceToResponseEvent,
  validateSubscriptionArgs,
} from 'graphql';
import { isAsyncIterable, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import { presentError } from '../graphql/errors.ts';
import { labelOfNode, unnamed } from '../graphql/operations.ts';
import { type Context, createContext, type ViewerContext } from '../platform/context.ts';
import { UnauthenticatedError } from '../platform/errors.ts';
import type { SubscriptionStream, SubscriptionStreams } from '../platform/live/subscription-streams.ts';
import { authenticate } from './authenticate.ts';
import { countErrors } from './count-errors.ts';
import type { CacheState } from './response-cache.ts';

/** The context of the subscribing request, with the fields that Yoga adds. */
type Subscriber = Context & YogaInitialContext & { readonly cache: Pick<CacheState, 'label'> };

/**
 * Serves subscriptions as server-sent events. Each event is resolved in a context of its own, with the request authenticated
 * again, since the viewer may have been signed out since the last event.
 */
export const streamSubscriptions = (streams: SubscriptionStreams): Plugin<Subscriber> => ({
  onSubscribe({ args, setSubscribeFn }) {
    if (!/(text|\*)\/(event-stream|\*)/.test(args.contextValue.request.headers.get('accept') ?? '*/*')) {
      const extensions = { code: 'NOT_ACCEPTABLE', http: { status: 406 } };
      throw new GraphQLError('Subscriptions require the header Accept: text/event-stream.', { extensions });
    }
    setSubscribeFn((subscription) => subscribe(streams, subscription));
  },
});

async function subscribe(
  streams: SubscriptionStreams,
  args: ExecutionArgs,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const validated = validateSubscriptionArgs(args);
  if (!('schema' in validated)) {
    const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
    return { errors: validated.map((error) => new GraphQLError(error.message, { nodes: error.nodes, extensions })) };
  }
  const subscriber = args.contextValue as Subscriber;
  subscriber.cache.label = unnamed.subscription;
  subscriber.log.operation = labelOfNode(validated.operation);
  const opened = openStream(streams, subscriber);
  const source = await createSourceEventStream({ ...validated, contextValue: opened.context });
  if (!isAsyncIterable(source)) {
    opened.end();
    return source;
  }
  const events = mapSourceToResponseEvent(validated, source, (event) =>
    executeSubscriptionEvent({ ...event, contextValue: opened.context }),
  );
  return { [Symbol.asyncIterator]: () => iterate(events, opened) };
}

/** Iterates over the events of a stream, and ends the stream with them. */
function iterate(events: AsyncGenerator<ExecutionResult, void>, opened: Opened): AsyncIterator<ExecutionResult, void> {
  /** Ends the stream after a failed event. Otherwise clients would continue with a later cursor and miss its changes. */
  function failed({ errors = [], ...event }: ExecutionResult): ExecutionResult {
    opened.end();
    // Presented here, where the request is known.
    const presented = errors.map((error) => presentError(error, opened.context));
    countErrors(opened.context, presented);
    return { ...event, errors: presented };
  }
  return {
    async next() {
      try {
        const event = await events.next();
        if (event.done) opened.end();
        return event.done || !event.value.errors ? event : { ...event, value: failed(event.value) };
      } catch (error) {
        return { done: false, value: failed({ errors: [error as GraphQLError] }) };
      }
    },
    async return() {
      // The stream ends first: a generator returns only after its pending promise settles.
      opened.end();
      return events.return();
    },
  };
}

interface Opened {
  /** The context of the current event. */
  readonly context: Context;
  end(): void;
}

/** Opens a stream for the viewer. A request that is not signed in has none, and the schema refuses it. */
function openStream(streams: SubscriptionStreams, subscriber: Subscriber): Opened {
  const { app, viewer, request, requestId, client } = subscriber;
  if (viewer === null) return { context: subscriber, end: () => {} };
  let context: Context = subscriber;
  const stream: SubscriptionStream<ViewerContext> = streams.open(viewer.accountId, async () => {
    const now = await authenticate(createContext(app, requestId, client), request.headers);
    if (now.viewer === null)
      throw new UnauthenticatedError('The credentials of the subscription are not valid anymore.');
    const renewed = { ...now, viewer: now.viewer, stream };
    context = renewed;
    return renewed;
  });
  context = { ...subscriber, stream };
  // The only sign of a client that disconnects before the response begins.
  const end = () => stream.end();
  if (request.signal.aborted) end();
  else request.signal.addEventListener('abort', end, { once: true });
  return {
    get context() {
      return context;
    },
    end,
  };
}
