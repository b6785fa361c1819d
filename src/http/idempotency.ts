import { GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context, ViewerContext } from '../platform/context.ts';
import { toGlobalId } from '../platform/database/global-ids.ts';
import { digest } from '../platform/security/crypto.ts';
import {
  claimIdempotencyKey,
  keepResponse,
  releaseKey,
  type StoredResponse,
} from '../platform/transactions/idempotency.ts';
import type { IdempotencyClaim } from '../platform/transactions/idempotency-claim.ts';
import { allowsRejected } from './rejected-credentials.ts';
import { type Reply, TextReply, toText } from './text-reply.ts';

/** The state of a request's `Idempotency-Key`. Empty if the request has none, or is not a mutation. */
export interface IdempotencyState {
  /** The claim that the request runs under, and its context. */
  claimed?: { ctx: ViewerContext; claim: IdempotencyClaim };
  /** The stored response of an earlier request with the key. */
  stored?: StoredResponse;
}

/** The context of an execution: that of services, and the fields that Yoga and the endpoint add. */
interface ExecutionContext extends Context {
  request: Request;
  params: RequestParams;
  idempotency: IdempotencyState;
}

/** What a request asks for. */
export interface RequestParams {
  readonly query?: string;
  readonly operationName?: string | null;
  readonly variables?: object | null;
}

/** Visible ASCII characters. */
const keyPattern = /^[\x21-\x7e]{1,255}$/;

/** Runs a mutation with an `Idempotency-Key` once, by `claimKey`. */
export const claimKeys: Plugin<Partial<ExecutionContext>> = {
  async onExecute({ args, extendContext, setResultAndStopExecution }) {
    const ctx = args.contextValue as ExecutionContext;
    const operation = getOperationAST(args.document, args.operationName);
    if (operation?.operation !== 'mutation') return;
    if (allowsRejected(args.schema, operation)) return;
    await claimKey(ctx, ctx.request.headers.get('idempotency-key'), ctx.params, ctx.idempotency);
    const { claimed, stored } = ctx.idempotency;
    if (claimed) extendContext({ claim: claimed.claim, wait: claimed.ctx.wait });
    // `replayOrStore` replaces this result with the stored response.
    if (stored) setResultAndStopExecution({ data: null });
  },
};

/**
 * Claims the `Idempotency-Key` of a mutation, so that it runs once (draft-ietf-httpapi-idempotency-key-header). Keys belong to the
 * account. They are ignored for queries, which change nothing, for sign-ups and sign-ins, which have no account yet, and for what
 * refreshes or ends a session, which can be repeated as it is.
 * @param state gets the claim, or the stored response that takes the place of running the mutation
 * @throws GraphQLError if the key cannot be claimed
 */
export async function claimKey(
  ctx: Context,
  key: string | null,
  { query, operationName, variables }: RequestParams,
  state: IdempotencyState,
): Promise<void> {
  // A viewer who may change nothing is refused by the mutation itself.
  if (key === null || !isViewed(ctx) || !(ctx.viewer.canWrite || ctx.viewer.canIntegrate)) return;
  if (!keyPattern.test(key)) {
    throw keyError(400, 'BAD_REQUEST', 'Idempotency-Key must be 1 to 255 visible ASCII characters.');
  }
  const asked = { query, operationName: operationName ?? null, variables: variables === undefined ? {} : variables };
  // The key's own transactions and the mutation's do not each wait for all of the time that a lock may take.
  const waiting = { ...ctx, wait: { spent: 0 } };
  const claimed = await claimIdempotencyKey(waiting, key, digest(asked));
  switch (claimed.is) {
    case 'CLAIMED':
      // The response is stored after the claim has ended, so in a context without it.
      state.claimed = { ctx: waiting, claim: claimed.claim };
      return;
    case 'ANSWERED':
      state.stored = claimed.response;
      return;
    case 'REUSED':
      throw keyError(422, 'IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.');
    case 'IN_USE':
      throw keyError(409, 'IDEMPOTENCY_KEY_IN_USE', 'A request with this Idempotency-Key is running. Send it again.', {
        headers: { 'retry-after': '1' },
      });
    case 'DONE':
      throw keyError(
        409,
        'ALREADY_DONE',
        'This request was completed, but its response is not available. The change sets list what it changed.',
        { extensions: { changeSetIds: claimed.changeSetIds.map((id) => toGlobalId('ChangeSet', id)) } },
      );
  }
}

const isViewed = (ctx: Context): ctx is ViewerContext => ctx.viewer !== null;

function keyError(
  status: number,
  code: string,
  message: string,
  more: { headers?: Record<string, string>; extensions?: object } = {},
): GraphQLError {
  const http = { status, ...(more.headers && { headers: more.headers }) };
  return new GraphQLError(message, { extensions: { code, ...more.extensions, http } });
}

/**
 * Replays the stored response to a request, or stores the response of a request that runs under its key.
 * @returns a promise only if something is stored
 */
export function replayOrStore(reply: Reply, { claimed, stored }: IdempotencyState): Reply | Promise<Reply> {
  if (stored) {
    const headers = { 'content-type': stored.contentType, 'idempotent-replayed': 'true' };
    return new TextReply(stored.body, { status: stored.status, headers });
  }
  return claimed ? store(reply, claimed) : reply;
}

async function store(reply: Reply, { ctx, claim }: NonNullable<IdempotencyState['claimed']>): Promise<Reply> {
  const text = await toText(reply);
  const kept = { status: text.status, contentType: text.headers.get('content-type') ?? '', body: text.body };
  const failed = hasErrors(kept);
  try {
    await keepResponse(ctx, claim, kept, failed);
  } catch (error) {
    // If the mutation is committed, a repeated request gets ALREADY_DONE. Otherwise it shall not have to wait for the lease to end.
    if (failed) ctx.app.deferredWrites.defer(`releaseKey ${claim.id}`, (tx) => releaseKey(tx, claim));
    ctx.log.error({ err: error }, 'response not stored');
  }
  return text;
}

/** Whether a response has top-level errors, as opposed to typed errors of a mutation. */
const hasErrors = ({ contentType, body }: StoredResponse) =>
  contentType.includes('json') && (JSON.parse(body) as { errors?: unknown }).errors !== undefined;
