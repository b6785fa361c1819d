/** What a GraphQL request came to. */
export interface Answer {
  /** The HTTP status. */
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly AnswerError[];
}

interface AnswerError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number };
}

/** Asks the API for somebody. */
export type Ask = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  operationName?: string,
) => Promise<Answer>;

/** The result of a mutation, which may be an error. */
export interface MutationResult {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly changeSet?: { readonly id: string } | null;
}

/** The fields of a result that tell an error. Its message has every problem with the input. */
export const errorFields = '__typename ... on Error { code message }';

/** The server refused what was asked for. The message has the reason with its code, and every problem with the input. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  /** Why, as a constant of the API. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** An error in one line, with its code, and with how long to wait. */
function lineOf({ message, extensions = {} }: AnswerError): string {
  const { code, retryAfterSeconds } = extensions;
  const again = retryAfterSeconds !== undefined ? ` Try again in ${retryAfterSeconds} s.` : '';
  return `${code === undefined ? '' : `${code}: `}${message}${again}`;
}

/** The errors of an answer as one. Null if there are none. */
export function errorOf({ errors = [] }: Answer): RefusedError | null {
  const [first] = errors;
  return first ? new RefusedError(first.extensions?.code ?? 'BAD_REQUEST', errors.map(lineOf).join('\n')) : null;
}

/** The data of an answer. @throws RefusedError if there are errors */
export function dataOf<Data>(answer: Answer): Data {
  const error = errorOf(answer);
  if (error) throw error;
  return answer.data as Data;
}

/** Whether the result of a mutation is an error, which the name of its type tells. */
export const isRefused = ({ __typename }: Pick<MutationResult, '__typename'>) => __typename.endsWith('Error');

/** The result of a mutation. @throws RefusedError if it is an error */
export function requireDone<R extends MutationResult>(result: R): R {
  if (!isRefused(result)) return result;
  const { code = result.__typename, message = 'Nothing was changed.' } = result;
  throw new RefusedError(code, `${code}: ${message}`);
}
