import type { Batch, BatchItem, FailedAttempt, Refusal } from './outbox-state.ts';
import { retryAfterSeconds } from './pause.ts';
import { readJson } from './read-json.ts';

/** What came back for a batch. */
export type BatchResponse =
  | { readonly kind: 'items'; readonly items: readonly BatchItem[] }
  /** It was done, and its response is gone. */
  | { readonly kind: 'done' }
  /** Nothing of it was done or ever will be. */
  | { readonly kind: 'rejected'; readonly refusal: Refusal }
  /** The same batch is to be sent again. */
  | ({ readonly kind: 'later' } & FailedAttempt);

interface ApiError {
  readonly code: string;
  readonly message: string;
  readonly issues?: Refusal['issues'];
  readonly currentVersion?: number | null;
}

interface Answer {
  readonly data?: {
    readonly batch:
      | {
          readonly __typename: 'BatchPayload';
          readonly items: readonly {
            readonly status: BatchItem['status'];
            readonly node: { readonly version?: number; readonly trashedAt?: string | null } | null;
            readonly error: ApiError | null;
          }[];
        }
      | ({ readonly __typename: 'InvalidInputError' } & ApiError);
  } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The paths of a batch begin with `input`, `operations`, the place and the mutation. */
const toRefusal = ({ code, message, issues = [], currentVersion }: ApiError): Refusal => ({
  code,
  message,
  issues: issues.map((issue) => ({ ...issue, path: issue.path.slice(4) })),
  version: currentVersion ?? undefined,
});

/**
 * Sends a batch under its key: all of it is done, or nothing. Sent again, it is not done again.
 * @param signal ends the request; after a minute without a response, it ends by itself
 */
export async function sendBatch(
  endpoint: string,
  { key, body }: Batch,
  send: typeof fetch,
  signal: AbortSignal,
): Promise<BatchResponse> {
  let response: Response;
  let answer: Answer | null;
  try {
    response = await send(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]),
    });
    answer = (await readJson(response)) as Answer | null;
  } catch {
    return { kind: 'later', delay: 'unreachable' };
  }
  const batch = answer?.data?.batch;
  if (batch?.__typename === 'BatchPayload') {
    const items = batch.items.map(({ status, node, error }) => ({
      status,
      version: node?.version,
      isTrashed: typeof node?.trashedAt === 'string',
      refusal: error ? toRefusal(error) : undefined,
    }));
    return { kind: 'items', items };
  }
  if (batch) return { kind: 'rejected', refusal: toRefusal(batch) };

  const [error] = answer?.errors ?? [];
  const code = error?.extensions?.code ?? '';
  if (code === 'ALREADY_DONE') return { kind: 'done' };
  if (code === 'UNAUTHENTICATED') return { kind: 'later', delay: 'signed-out' };
  const isFault = response.status === 500 || code === 'INTERNAL';
  const message = error?.message ?? `The server has failed (status ${response.status}).`;
  const refusal = { code, message, issues: [] };
  const isTemporary =
    isFault ||
    response.status > 500 ||
    [408, 429].includes(response.status) ||
    ['IDEMPOTENCY_KEY_IN_USE', 'UNAVAILABLE'].includes(code);
  // What is no answer of the API comes from something on the way, such as the page of a hotel.
  if (isTemporary || !error) {
    const seconds = retryAfterSeconds(response.headers);
    return { kind: 'later', delay: 'busy', seconds, ...(isFault && { fault: refusal }) };
  }
  return { kind: 'rejected', refusal };
}
