import type { Session } from './session.ts';

/**
 * A `fetch` that sends the access token, and sends a request again once the session is refreshed: for whatever is sent by no client,
 * such as the stream of events and the outbox.
 * @param onSignedOut is called when the session is over
 */
export const createAuthorizedFetch =
  (
    session: Session,
    onSignedOut: () => void = () => {},
    send: typeof fetch = (...request) => fetch(...request),
  ): typeof fetch =>
  async (input, init) => {
    const { authorization } = session.headers();
    const request = () => {
      const headers = { ...Object.fromEntries(new Headers(init?.headers)), ...session.headers() };
      return send(input, { ...init, headers });
    };
    const response = await request();
    if (response.status !== 401) return response;
    if (await session.refresh(authorization)) return request();
    onSignedOut();
    return response;
  };
