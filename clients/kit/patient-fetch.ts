import { readJson } from './read-json.ts';
import { type Answer, errorOf, RequestError, unreachable } from './request-error.ts';

/**
 * A `fetch` that fails with a `RequestError` where there is no response, or one of a server that is busy or has failed, or of something
 * on the way, such as the page of a hotel. What a server asks by `Retry-After`
 * holds for all that is sent by it: until then, requests fail at once, and nothing is sent.
 * @param send such as one that notices silence
 */
export function createPatientFetch(send: typeof fetch = (...request) => fetch(...request)): typeof fetch {
  let held: {
    readonly since: number;
    readonly until: number;
    readonly errorAfter: (left: number) => RequestError;
  } | null = null;

  return async (input, init) => {
    const now = Date.now();
    // A clock that was set back is no reason to wait for longer.
    if (held && held.since <= now && now < held.until) throw held.errorAfter(Math.ceil((held.until - now) / 1000));
    const response = await send(input, init).catch((error: unknown) => {
      // What browsers throw says nothing to people. A request that was ended has its own reason.
      throw error instanceof TypeError ? unreachable() : error;
    });
    if (response.status !== 429 && response.status < 500) {
      if (/json|event-stream/.test(response.headers.get('content-type') ?? '')) return response;
      throw new RequestError('Something other than the server has answered. The network may ask you to sign in.', '');
    }
    const answer = (await readJson(response)) as Answer<unknown> | null;
    const error = errorOf(response, answer);
    const since = Date.now();
    const until = since + (error.seconds ?? 0) * 1000;
    held = { since, until, errorAfter: (left) => errorOf(response, answer, left) };
    throw error;
  };
}
