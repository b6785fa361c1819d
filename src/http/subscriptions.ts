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
import { type Context, createContext } from '../platform/context.ts';
import { UnauthenticatedError } from '../platform/errors.ts';
import type { Stream } from '../platform/streams.ts';
import { authenticate } from './authenticate.ts';

/** The context of the request that subscribes, with what Yoga adds to it. */
type Subscriber = Context & YogaInitialContext;

/**
 * Answers subscriptions as streams of events. Each event is resolved in a context of its own, in which whoever subscribed is
 * authenticated anew: time has passed since the one before, rows have changed, and they may have been signed out.
 */
export const streamSubscriptions: Plugin<Subscriber> = {
  onSubscribe({ args, setSubscribeFn }) {
    if (!/(text|\*)\/(event-stream|\*)/.test(args.contextValue.request.headers.get('accept') ?? '*/*')) {
      const extensions = { code: 'NOT_ACCEPTABLE', http: { status: 406 } };
      throw new GraphQLError('Subscriptions are answered as text/event-stream; accept that.', { extensions });
    }
    setSubscribeFn(subscribe);
  },
};

async function subscribe(args: ExecutionArgs): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const validated = validateSubscriptionArgs(args);
  if (!('schema' in validated)) {
    const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
    return { errors: validated.map((error) => new GraphQLError(error.message, { nodes: error.nodes, extensions })) };
  }
  const subscriber = args.contextValue as Subscriber;
  const opened = openStream(subscriber);
  const source = await createSourceEventStream({ ...validated, contextValue: opened.context });
  if (!isAsyncIterable(source)) {
    opened.end();
    return source;
  }
  const events = mapSourceToResponseEvent(validated, source, (event) =>
    executeSubscriptionEvent({ ...event, contextValue: opened.context }),
  );
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        try {
          const event = await events.next();
          if (event.done) opened.end();
          // Presented here, where it is known which request they are of.
          else event.value.errors &&= event.value.errors.map((error) => presentError(error, subscriber));
          return event;
        } catch (error) {
          opened.end();
          return { done: false, value: { errors: [presentError(error, subscriber)] } };
        }
      },
      async return() {
        // What it waits for has to be over before a generator can be left.
        opened.end();
        return events.return();
      },
    }),
  };
}

/** A stream with the context of its current event. For nobody there is none: the schema refuses those who are not signed in. */
function openStream(subscriber: Subscriber): { readonly context: Context; end(): void } {
  const { app, viewer, request, requestId, client } = subscriber;
  if (viewer === null) return { context: subscriber, end: () => {} };
  let context: Context = subscriber;
  const stream: Stream = app.streams.open(viewer.accountId, async () => {
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
