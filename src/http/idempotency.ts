import { GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ViewerContext } from '../platform/context.ts';
import { toGlobalId } from '../platform/database/global-ids.ts';
import { digest } from '../platform/security/crypto.ts';
import { claimIdempotencyKey, keepResponse, type StoredResponse } from '../platform/transactions/idempotency.ts';
import type { IdempotencyClaim } from '../platform/transactions/idempotency-claim.ts';

/** The state of a request's `Idempotency-Key`. Empty if the request has none, or is not a mutation. */
export interface IdempotencyState {
  /** The claim that the request runs under, and its context. */
  claimed?: { ctx: ViewerContext; claim: IdempotencyClaim };
  /** The stored response of an earlier request with the key. */
  stored?: StoredResponse;
}

/** The context of an execution: that of services, and the fields that Yoga and the endpoint add. */
interface ExecutionContext extends ViewerContext {
  request: Request;
  params: { query?: string; operationName?: string; variables?: object };
  idempotency: IdempotencyState;
}

/** Visible ASCII characters. */
const keyPattern = /^[\x21-\x7e]{1,255}$/;

/**
 * Runs a mutation with an `Idempotency-Key` once (draft-ietf-httpapi-idempotency-key-header). Keys belong to the account. They
 * are ignored for queries, which change nothing, and for sign-ups and sign-ins, which have no account yet.
 */
export const claimKeys: Plugin<Partial<ExecutionContext>> = {
  async onExecute({ args, extendContext, setResultAndStopExecution }) {
    const ctx = args.contextValue as ExecutionContext;
    const key = ctx.request.headers.get('idempotency-key');
    const isMutation = getOperationAST(args.document, args.operationName)?.operation === 'mutation';
    // A viewer who may not write is refused by the mutation itself.
    if (key === null || !isMutation || !(ctx.viewer as ViewerContext['viewer'] | null)?.canWrite) return;
    if (!keyPattern.test(key)) {
      throw keyError(400, 'BAD_REQUEST', 'Idempotency-Key must be 1 to 255 visible ASCII characters.');
    }
    const { query, operationName = null, variables = {} } = ctx.params;
    const claimed = await claimIdempotencyKey(ctx, key, digest({ query, operationName, variables }));
    switch (claimed.is) {
      case 'CLAIMED':
        // The response is stored after the claim has ended, so in a context without it.
        ctx.idempotency.claimed = { ctx: { ...ctx }, claim: claimed.claim };
        extendContext({ claim: claimed.claim });
        return;
      case 'ANSWERED':
        ctx.idempotency.stored = claimed.response;
        // `replayOrStore` replaces this result with the stored response.
        setResultAndStopExecution({ data: null });
        return;
      case 'REUSED':
        throw keyError(422, 'IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.');
      case 'IN_USE':
        throw keyError(
          409,
          'IDEMPOTENCY_KEY_IN_USE',
          'A request with this Idempotency-Key is running. Send it again.',
          {
            headers: { 'retry-after': '1' },
          },
        );
      case 'DONE':
        throw keyError(
          409,
          'ALREADY_DONE',
          'This request was completed, but its response is not available. The change sets list what it changed.',
          { extensions: { changeSetIds: claimed.changeSetIds.map((id) => toGlobalId('ChangeSet', id)) } },
        );
    }
  },
};

function keyError(
  status: number,
  code: string,
  message: string,
  more: { headers?: Record<string, string>; extensions?: object } = {},
): GraphQLError {
  const http = { status, ...(more.headers && { headers: more.headers }) };
  return new GraphQLError(message, { extensions: { code, ...more.extensions, http } });
}

/** Replays the stored response to a request, or stores the response of a request that runs under its key. */
export async function replayOrStore(response: Response, { claimed, stored }: IdempotencyState): Promise<Response> {
  if (stored) {
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    headers.set('content-type', stored.contentType);
    headers.set('idempotent-replayed', 'true');
    return new Response(stored.body, { status: stored.status, headers });
  }
  if (!claimed) return response;
  const { ctx, claim } = claimed;
  const { status, headers } = response;
  const body = await response.text();
  const kept = { status, contentType: headers.get('content-type') ?? '', body };
  try {
    await keepResponse(ctx, claim, kept, hasErrors(kept));
  } catch (error) {
    // The mutation is committed, and a repeated request gets ALREADY_DONE.
    ctx.log.error({ err: error }, 'response not stored');
  }
  return new Response(body, { status, headers });
}

/** Whether a response has top-level errors, as opposed to typed errors of a mutation. */
const hasErrors = ({ contentType, body }: StoredResponse) =>
  contentType.includes('json') && (JSON.parse(body) as { errors?: unknown }).errors !== undefined;
