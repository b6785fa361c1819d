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
import { type Context, createContext, type ViewerContext } from '../platform/context.ts';
import { UnauthenticatedError } from '../platform/errors.ts';
import type { SubscriptionStream, SubscriptionStreams } from '../platform/live/subscription-streams.ts';
import { authenticate } from './authenticate.ts';

/** The context of the request that subscribes, with what Yoga adds to it. */
type Subscriber = Context & YogaInitialContext;

/**
 * Answers subscriptions as streams of events. Each event is resolved in a context of its own, in which whoever subscribed is
 * authenticated anew: time has passed since the one before, rows have changed, and they may have been signed out.
 */
export const streamSubscriptions = (streams: SubscriptionStreams): Plugin<Subscriber> => ({
  onSubscribe({ args, setSubscribeFn }) {
    if (!/(text|\*)\/(event-stream|\*)/.test(args.contextValue.request.headers.get('accept') ?? '*/*')) {
      const extensions = { code: 'NOT_ACCEPTABLE', http: { status: 406 } };
      throw new GraphQLError('Subscriptions are answered as text/event-stream; accept that.', { extensions });
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
  const opened = openStream(streams, args.contextValue as Subscriber);
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

/** Goes through the events of a stream, and ends it with them. */
function iterate(events: AsyncGenerator<ExecutionResult, void>, opened: Opened): AsyncIterator<ExecutionResult, void> {
  /** After an event that failed there are no more, or its changes would be missed: clients go on from the cursor before. */
  function failed({ errors = [], ...event }: ExecutionResult): ExecutionResult {
    opened.end();
    // Presented here, where it is known which request they are of.
    return { ...event, errors: errors.map((error) => presentError(error, opened.context)) };
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
      // A generator can be left only once what it waits for is over.
      opened.end();
      return events.return();
    },
  };
}

interface Opened {
  /** That of the current event. */
  readonly context: Context;
  end(): void;
}

/** Opens a stream for whoever subscribes. For nobody there is none: the schema refuses those who are not signed in. */
function openStream(streams: SubscriptionStreams, subscriber: Subscriber): Opened {
  const { app, viewer, request, requestId, client } = subscriber;
  if (viewer === null) return { context: subscriber, end: () => {} };
  let context: Context = subscriber;
  const stream: SubscriptionStream<ViewerContext> = streams.open(viewer.accountId, async () => {
    const now = await authenticate(createContext(app, requestId, client), request.headers);
    if (now.viewer === null) throw new UnauthenticatedError('What this was subscribed with is no longer good.');
    const renewed = { ...now, viewer: now.viewer, stream };
    context = renewed;
    return renewed;
  });
  context = { ...subscriber, stream };
  // A client that has gone before the answer was begun is told of by this alone.
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
