import { retryAfterSeconds } from './pause.ts';

/** A request that has no result. The message is for people. */
export class RequestError extends Error {
  override name = 'RequestError';
  /** `OFFLINE` if there was no response, and else the code of the error, if it has one. */
  readonly code: string;
  /** How long the server asks to wait before the next attempt. */
  readonly seconds: number | undefined;

  constructor(message: string, code: string, seconds?: number) {
    super(message);
    this.code = code;
    this.seconds = seconds;
  }
}

/** What a GraphQL server responds. */
export interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** There was no response, or none that was whole. */
export const unreachable = () => new RequestError('The server cannot be reached.', 'OFFLINE');

/**
 * What a response without a result says.
 * @param seconds what is left of the time that it asks to wait. Default: all
 */
export function errorOf(
  response: Response,
  answer: Answer<unknown> | null,
  seconds = retryAfterSeconds(response.headers),
): RequestError {
  const [error] = answer?.errors ?? [];
  const code = error?.extensions?.code ?? '';
  if (response.status === 429 || code === 'RATE_LIMITED')
    return new RequestError(`Too many attempts. Try again ${seconds ? timeIn(seconds) : 'later'}.`, code, seconds);
  return new RequestError(error?.message ?? `The server has failed (status ${response.status}).`, code, seconds);
}

const timeIn = (seconds: number) => (seconds < 120 ? `in ${seconds} s` : `in ${Math.ceil(seconds / 60)} minutes`);
