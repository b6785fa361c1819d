import { RequestError } from './request-error.ts';

export interface AbortableFetch {
  readonly fetch: typeof fetch;
  /** Ends all requests that are under way with a `RequestError`. */
  readonly giveUp: () => void;
}

/**
 * A `fetch` whose requests somebody can give up who does not want to wait, such as for a server that hangs. Put it below the others: what is
 * around it sees a request that has failed.
 * @param send what sends
 */
export function createAbortableFetch(send: typeof fetch = (...request) => fetch(...request)): AbortableFetch {
  let underWay = new AbortController();
  return {
    fetch(input, init) {
      const { signal } = underWay;
      return send(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal });
    },
    giveUp() {
      const before = underWay;
      underWay = new AbortController();
      before.abort(new RequestError('The server has not responded.', 'OFFLINE'));
    },
  };
}
