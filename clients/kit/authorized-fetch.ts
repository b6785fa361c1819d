import type { Session } from './session.ts';

/**
 * A `fetch` that sends the access token, and sends a request again once the session is refreshed: for whatever is sent by no client,
 * such as the stream of events and the outbox.
 */
export const createAuthorizedFetch =
  (session: Session, send: typeof fetch = (...request) => fetch(...request)): typeof fetch =>
  async (input, init) => {
    const { authorization } = session.headers();
    const request = () => {
      const headers = { ...Object.fromEntries(new Headers(init?.headers)), ...session.headers() };
      return send(input, { ...init, headers });
    };
    const response = await request();
    return response.status === 401 && (await session.refresh(authorization)) ? request() : response;
  };
