import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { readJson } from './read-json.ts';
import { type Answer, errorOf, RequestError, unreachable } from './request-error.ts';

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
  const fail = (error: unknown) => {
    throw error instanceof RequestError ? error : unreachable();
  };
  const response = await send(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
    signal: AbortSignal.timeout(timeout),
    // It arrives even if the page is closed at once.
    keepalive: true,
  }).catch(fail);
  const answer = (await readJson(response).catch(fail)) as Answer<Result> | null;
  if (answer?.data && !answer.errors?.length) return answer.data;
  throw errorOf(response, answer);
}
