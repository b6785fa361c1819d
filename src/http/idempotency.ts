import { GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ViewerContext } from '../platform/context.ts';
import { toGlobalId } from '../platform/database/global-ids.ts';
import { digest } from '../platform/security/crypto.ts';
import { claimIdempotencyKey, keepResponse, type StoredResponse } from '../platform/transactions/idempotency.ts';
import type { IdempotencyClaim } from '../platform/transactions/idempotency-claim.ts';

/** What it turns out about a request's `Idempotency-Key` while it is answered: nothing, when it has none or needs none. */
export interface Repeat {
  /** It runs under its key, as this viewer. */
  claimed?: { ctx: ViewerContext; claim: IdempotencyClaim };
  /** It was answered before. */
  response?: StoredResponse;
}

/** What an execution's context has, besides what services take. */
interface Asked extends ViewerContext {
  request: Request;
  params: { query?: string; operationName?: string; variables?: object };
  repeat: Repeat;
}

/** Visible ASCII, as a header's value has it. */
const keyPattern = /^[\x21-\x7e]{1,255}$/;

/**
 * Runs a mutation with an `Idempotency-Key` once, as draft-ietf-httpapi-idempotency-key-header says. The key is the
 * account's. Queries change nothing, and nobody's sign-ups and sign-ins have no account that could have keys: theirs are ignored.
 */
export const claimKeys: Plugin<Partial<Asked>> = {
  async onExecute({ args, extendContext, setResultAndStopExecution }) {
    const ctx = args.contextValue as unknown as Asked;
    const key = ctx.request.headers.get('idempotency-key');
    const isMutation = getOperationAST(args.document, args.operationName)?.operation === 'mutation';
    // Who may not write is refused by the mutation itself.
    if (key === null || !isMutation || !(ctx.viewer as ViewerContext['viewer'] | null)?.canWrite) return;
    if (!keyPattern.test(key)) {
      throw refused(400, 'BAD_REQUEST', 'Idempotency-Key must be 1 to 255 visible ASCII characters.');
    }
    const { query, operationName = null, variables = {} } = ctx.params;
    const claimed = await claimIdempotencyKey(ctx, key, digest({ query, operationName, variables }));
    switch (claimed.is) {
      case 'CLAIMED':
        // The answer is kept by the request, not under the claim.
        ctx.repeat.claimed = { ctx: { ...ctx }, claim: claimed.claim };
        extendContext({ claim: claimed.claim });
        return;
      case 'ANSWERED':
        ctx.repeat.response = claimed.response;
        // What it says is put in the place of this answer once it is a response.
        setResultAndStopExecution({ data: null });
        return;
      case 'REUSED':
        throw refused(422, 'IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.');
      case 'IN_USE':
        throw refused(
          409,
          'IDEMPOTENCY_KEY_IN_USE',
          'A request with this Idempotency-Key is under way. Send it again.',
          {
            headers: { 'retry-after': '1' },
          },
        );
      case 'DONE':
        throw refused(
          409,
          'ALREADY_DONE',
          'This was done, and is not done again. What was answered is not at hand; the change sets say what was changed.',
          { extensions: { changeSetIds: claimed.changeSetIds.map((id) => toGlobalId('ChangeSet', id)) } },
        );
    }
  },
};

function refused(
  status: number,
  code: string,
  message: string,
  more: { headers?: Record<string, string>; extensions?: object } = {},
): GraphQLError {
  const http = { status, ...(more.headers && { headers: more.headers }) };
  return new GraphQLError(message, { extensions: { code, ...more.extensions, http } });
}

/** The response to a request, once what became of its key is known: the one from before, or this one, which is kept. */
export async function repeatable(response: Response, { claimed, response: stored }: Repeat): Promise<Response> {
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
    await keepResponse(ctx, claim, kept, wentWrong(kept));
  } catch (error) {
    // It was done all the same, which its key tells whoever asks again.
    ctx.log.error({ err: error }, 'an answer could not be kept');
  }
  return new Response(body, { status, headers });
}

/** Whether an answer says that something went wrong, which is no refusal of a mutation's own. */
const wentWrong = ({ contentType, body }: StoredResponse) =>
  contentType.includes('json') && (JSON.parse(body) as { errors?: unknown }).errors !== undefined;
