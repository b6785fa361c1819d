import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { retryAfterSeconds } from './pause.ts';
import { readJson } from './read-json.ts';

/** A request that has no result. The message is for people. */
export class RequestError extends Error {
  override name = 'RequestError';
  /** `OFFLINE` if there was no response, and else the code of the error, if it has one. */
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export interface RequestOptions {
  /** Sends the access token, if the request needs one. */
  readonly fetch?: typeof globalThis.fetch;
  /** After how many milliseconds without a response it has failed. */
  readonly timeout?: number;
}

/**
 * Sends a document by `fetch`: for what needs no cache, such as signing in. It is sent as it is: ask for `__typename` where you need it.
 * @throws RequestError if there is no response, or one with top-level errors
 */
export async function request<Result, Variables>(
  endpoint: string,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  { fetch: send = (...sent) => fetch(...sent), timeout = 30_000 }: RequestOptions = {},
): Promise<Result> {
  const unreachable = () => {
    throw new RequestError('The server cannot be reached.', 'OFFLINE');
  };
  const response = await send(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
    signal: AbortSignal.timeout(timeout),
    // It arrives even if the page is closed at once.
    keepalive: true,
  }).catch(unreachable);
  const answer = (await readJson(response).catch(unreachable)) as Answer<Result> | null;
  const [error] = answer?.errors ?? [];
  if (answer?.data && !error) return answer.data;
  const code = error?.extensions?.code ?? '';
  if (response.status === 429 || code === 'RATE_LIMITED') {
    const seconds = retryAfterSeconds(response.headers);
    throw new RequestError(`Too many attempts. Try again ${seconds ? timeIn(seconds) : 'later'}.`, code);
  }
  throw new RequestError(error?.message ?? `The server has failed (status ${response.status}).`, code);
}

const timeIn = (seconds: number) => (seconds < 120 ? `in ${seconds} s` : `in ${Math.ceil(seconds / 60)} minutes`);
