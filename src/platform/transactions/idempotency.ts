import type { ViewerContext } from '../context.ts';
import type { Row } from '../database/models.ts';
import type { Retention } from '../jobs/retention.ts';
import type { IdempotencyClaim } from './idempotency-claim.ts';
import { transaction } from './transaction.ts';

/*
 * What makes a mutation safe to repeat. Its key is claimed before it runs. Each transaction that it makes notes on the claim
 * that it was done, so that both are committed or neither; and the answer is kept with it. Whatever comes to pass in
 * between, the same key tells later whether it was done.
 */

/** How long a key stands for what it was first used for. */
const keptMs = 24 * 60 * 60 * 1000;
/** How long a request may run before another one with its key takes over: as long as a transaction may take. */
const leaseMs = 30_000;
/** A longer answer is not kept. */
const maxKept = 1_000_000;

/** An answer, to be given again as it was. */
export interface StoredResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** What a key turns out to stand for. */
export type Claimed =
  | { readonly is: 'CLAIMED'; readonly claim: IdempotencyClaim }
  | { readonly is: 'ANSWERED'; readonly response: StoredResponse }
  /** Another request with it is under way. */
  | { readonly is: 'IN_USE' }
  /** It was used for something else. */
  | { readonly is: 'REUSED' }
  /** It was done, in these change sets; what was answered is not there, or not for whoever asks. */
  | { readonly is: 'DONE'; readonly changeSetIds: string[] };

/**
 * Claims a key for a request of the viewer's, or says what it stands for already.
 * @param digest a hash of what is asked
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
    // Whoever signed in with the same could have read it the first time; it may be an access token.
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
 * Keeps what a request was answered. One that failed and has done nothing is as if it had never been: its key is free again.
 * @param failed whether the answer is that the request as a whole went wrong
 */
export async function keepResponse(
  ctx: ViewerContext,
  claim: IdempotencyClaim,
  answer: StoredResponse,
  failed: boolean,
): Promise<void> {
  await transaction(ctx, 'keepResponse', async (tx) => {
    const row = await tx.db.idempotentRequest.findFirst({ where: { ...claim } });
    // With an account its keys go too, and a request that took over keeps its own answer.
    if (row === null) return;
    if (failed && !row.isCompleted) await tx.write.idempotentRequest.delete({ id: row.id });
    else if (answer.body.length <= maxKept) {
      const sealed = ctx.app.vault.seal(JSON.stringify(answer), contextOf(row.id));
      await tx.write.idempotentRequest.update({ id: row.id }, { response: sealed });
    }
  });
}

function openResponse(ctx: ViewerContext, { id, response }: Row<'idempotentRequest'>): StoredResponse | null {
  const text = response === null ? null : ctx.app.vault.open(response, contextOf(id));
  return text === null ? null : (JSON.parse(text) as StoredResponse);
}

const contextOf = (id: string) => `idempotency:${id}`;

/** Keys are deleted once a day has passed. */
export const idempotencyRetention: readonly Retention[] = [
  {
    model: 'idempotentRequest',
    expired: (ctx) => ({ createdAt: { lte: new Date(ctx.calendar.now.getTime() - keptMs) } }),
    // Each may hold a response of up to a megabyte.
    batchSize: 50,
  },
];
