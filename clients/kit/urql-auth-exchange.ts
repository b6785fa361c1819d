import {
  type CombinedError,
  type Exchange,
  makeErrorResult,
  makeOperation,
  type Operation,
  type OperationResult,
} from '@urql/core';
import {
  empty,
  filter,
  fromPromise,
  fromValue,
  makeSubject,
  map,
  merge,
  mergeMap,
  pipe,
  share,
  takeUntil,
} from 'wonka';
import type { Session } from './session.ts';

const isUnauthenticated = (error: CombinedError | undefined) =>
  error?.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED') ?? false;

/** What is noted of an operation in its context. */
interface Noted {
  /** The header that it was sent with. */
  readonly authorization?: string;
  readonly wasSentAgain?: boolean;
}

/**
 * Sends the access token, refreshes the session when it has expired, and sends the operation again. Put it after the cache and before
 * the exchange that sends: `[cacheExchange, createAuthExchange(session), fetchExchange]`.
 * @param onSignedOut is called when the session is over
 */
export const createAuthExchange =
  (session: Session, onSignedOut: () => void = () => {}): Exchange =>
  ({ forward }) =>
  (operations$) => {
    const shared$ = share(operations$);
    const repeated = makeSubject<Operation>();

    function withToken(operation: Operation): Operation {
      if (operation.kind === 'teardown') return operation;
      const given = operation.context.fetchOptions;
      const options = (typeof given === 'function' ? given() : given) ?? {};
      const { authorization } = session.headers();
      const headers = Object.fromEntries(new Headers(options.headers));
      if (authorization) headers.authorization = authorization;
      const context = { ...operation.context, authorization, fetchOptions: { ...options, headers } };
      return makeOperation(operation.kind, operation, context);
    }

    /** Sends an operation again once the session is refreshed. A subscriber that has left meanwhile gets nothing. */
    function sendAgain(result: OperationResult) {
      const { operation } = result;
      const refreshed = session.refresh((operation.context as Noted).authorization).then(
        (isRefreshed) => {
          if (isRefreshed) return null;
          onSignedOut();
          return result;
        },
        // The server cannot be reached: the session may be as good as ever.
        (error: unknown) => makeErrorResult(operation, error instanceof Error ? error : new Error(String(error))),
      );
      const torndown$ = filter<Operation>(({ kind, key }) => kind === 'teardown' && key === operation.key)(shared$);
      return pipe(
        fromPromise(refreshed),
        takeUntil(torndown$),
        mergeMap((failed) => {
          if (failed) return fromValue(failed);
          repeated.next(makeOperation(operation.kind, operation, { ...operation.context, wasSentAgain: true }));
          return empty;
        }),
      );
    }

    return pipe(
      merge([shared$, repeated.source]),
      map(withToken),
      forward,
      mergeMap((result: OperationResult) =>
        isUnauthenticated(result.error) && !(result.operation.context as Noted).wasSentAgain
          ? sendAgain(result)
          : fromValue(result),
      ),
    );
  };
