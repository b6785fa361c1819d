import type { ViewerContext } from '../context.ts';
import type { Row } from '../database/models.ts';
import type { IdempotencyClaim } from './idempotency-claim.ts';
import { type Transaction, transaction } from './transaction.ts';

/*
 * Idempotency of mutations. A mutation's key is claimed before it runs. Each of its transactions marks the claim as completed,
 * so that both are committed or neither is. The response is stored with the claim. So the key tells reliably whether the
 * mutation took effect, even if the server was killed in between.
 */

/** How long a key is remembered. */
export const keptMs = 24 * 60 * 60 * 1000;
/** How long a request has its key for itself: as long as a transaction may take. Then another request takes over. */
const leaseMs = 30_000;
/** The status of a response of a server that could not do all of a request. */
const unavailable = 503;
/** Longer responses are not stored, in UTF-16 units. */
const maxStored = 1_000_000;

/** A response, to be sent again as it was. */
export interface StoredResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The state of a key. */
export type Claimed =
  | { readonly is: 'CLAIMED'; readonly claim: IdempotencyClaim }
  | { readonly is: 'ANSWERED'; readonly response: StoredResponse }
  /** Another request with the key is running. */
  | { readonly is: 'IN_USE' }
  /** The key was used for another request. */
  | { readonly is: 'REUSED' }
  /** The request was completed, in these change sets. Its response was not stored, or is not for this credential. */
  | { readonly is: 'DONE'; readonly changeSetIds: string[] };

/**
 * Claims a key for a request of the viewer, or returns the state of the key.
 * @param digest a hash of the request
 */
export function claimIdempotencyKey(ctx: ViewerContext, key: string, digest: string): Promise<Claimed> {
  const { accountId, actor } = ctx.viewer;
  const now = ctx.calendar.now;
  const run = { actor, requestId: ctx.requestId, claimedAt: now };
  return transaction(ctx, 'claimKey', async (tx): Promise<Claimed> => {
    const found = await tx.db.idempotentRequest.findUnique({ where: { accountId_key: { accountId, key } } });
    if (found === null || now.getTime() - found.createdAt.getTime() >= keptMs) {
      if (found) await tx.write.idempotentRequest.delete({ id: found.id });
      const { id } = await tx.write.idempotentRequest.create({ ...run, accountId, key, digest });
      return { is: 'CLAIMED', claim: { id, requestId: ctx.requestId } };
    }
    if (found.digest !== digest) return { is: 'REUSED' };
    // The response is for the same credential only: another one may not be allowed to read it.
    const response = found.actor === actor ? openResponse(ctx, found) : null;
    if (response) return { is: 'ANSWERED', response };
    const answered = found.response !== null;
    if (!answered && now.getTime() - found.claimedAt.getTime() < leaseMs) return { is: 'IN_USE' };
    if (found.isCompleted) return { is: 'DONE', changeSetIds: await changeSetsOf(tx, found.requestId) };
    await tx.write.idempotentRequest.update({ id: found.id }, { ...run, response: null });
    return { is: 'CLAIMED', claim: { id: found.id, requestId: ctx.requestId } };
  });
}

async function changeSetsOf(ctx: ViewerContext, requestId: string): Promise<string[]> {
  const where = { ownerId: ctx.viewer.accountId, requestId };
  const changeSets = await ctx.db.changeSet.findMany({ where, orderBy: { sequence: 'asc' }, select: { id: true } });
  return changeSets.map(({ id }) => id);
}

/**
 * Stores the response of a request. The key of a request that failed without effect is free again. One of a request that was
 * completed, but for which the server was unavailable in the end, tells which change sets it has, at once.
 * @param failed whether the request as a whole failed
 */
export async function keepResponse(
  ctx: ViewerContext,
  claim: IdempotencyClaim,
  response: StoredResponse,
  failed: boolean,
): Promise<void> {
  await transaction(ctx, 'keepResponse', async (tx) => {
    if (failed && (await releaseKey(tx, claim))) return;
    const row = await tx.db.idempotentRequest.findFirst({ where: { ...claim } });
    // The account may have been deleted with its keys, and a request that took over stores its own response.
    if (row === null) return;
    if (response.status === unavailable) {
      // It may say that nobody knows whether the request is done. That is known now, and the key says so from here on.
      const claimedAt = new Date(ctx.calendar.now.getTime() - leaseMs);
      await tx.write.idempotentRequest.update({ id: row.id }, { claimedAt });
      return;
    }
    if (response.body.length <= maxStored) {
      const sealed = ctx.app.vault.seal(JSON.stringify(response), contextOf(row.id));
      await tx.write.idempotentRequest.update({ id: row.id }, { response: sealed });
    }
  });
}

/** Frees the key of a request that has changed nothing. Returns whether it did. */
export async function releaseKey(tx: Transaction, claim: IdempotencyClaim): Promise<boolean> {
  const row = await tx.db.idempotentRequest.findFirst({ where: { ...claim, isCompleted: false } });
  if (row) await tx.write.idempotentRequest.delete({ id: row.id });
  return row !== null;
}

function openResponse(ctx: ViewerContext, { id, response }: Row<'idempotentRequest'>): StoredResponse | null {
  const text = response === null ? null : ctx.app.vault.open(response, contextOf(id));
  return text === null ? null : (JSON.parse(text) as StoredResponse);
}

const contextOf = (id: string) => `idempotency:${id}`;
