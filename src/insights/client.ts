import type { TypedDocumentString } from './generated/graphql.ts';

/** What the server has said in place of the data. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** The code of the error, such as `UNAUTHENTICATED`. */
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

interface Answer<R> {
  data?: R | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/**
 * Runs a query that takes no variables, as who is signed in in this browser.
 * @throws ApiError with the first error of the answer
 */
export async function ask<R>(document: TypedDocumentString<R, Record<string, never>>): Promise<R> {
  const response = await fetch('/graphql', {
    method: 'POST',
    // Pages of other sites cannot send the last one, so that they cannot ask in the reader's name.
    headers: { 'content-type': 'application/json', 'x-waymark-csrf': '1' },
    body: JSON.stringify({ query: document.toString() }),
  });
  const { data, errors } = (await response.json()) as Answer<R>;
  const [error] = errors ?? [];
  if (error) throw new ApiError(error.message, error.extensions?.code ?? 'UNKNOWN');
  if (!data) throw new ApiError('The server sent no data.', 'UNKNOWN');
  return data;
}
