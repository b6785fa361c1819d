import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { EMPTY, from, switchMap, throwError } from 'rxjs';
import type { Session } from './session.ts';

/** Whether a request was refused because its access token has expired, or its session is over. */
const isUnauthenticated = (error: unknown) =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');

/**
 * Sends the access token, refreshes the session when it has expired, and sends the request again. Put it before the link that sends:
 * `createAuthLink(session).concat(new HttpLink({ uri }))`.
 * @param onSignedOut is called when the session is over
 */
export function createAuthLink(session: Session, onSignedOut: () => void = () => {}): ApolloLink {
  const withToken = new SetContextLink(({ headers }) => ({ headers: { ...headers, ...session.headers() } }));
  const refreshing = new ErrorLink(({ error, operation, forward }) => {
    if (!isUnauthenticated(error)) return;
    const { wasRefreshed, headers } = operation.getContext();
    if (wasRefreshed) return;
    return from(session.refresh(headers?.authorization)).pipe(
      switchMap((isRefreshed) => {
        if (!isRefreshed) {
          onSignedOut();
          return throwError(() => error);
        }
        operation.setContext({ wasRefreshed: true });
        return forward(operation) ?? EMPTY;
      }),
    );
  });
  return ApolloLink.from([refreshing, withToken]);
}
