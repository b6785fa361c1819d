import type { Prisma } from '../../generated/sqlite/client.ts';
import { ConflictError } from '../errors.ts';

/** The claim of one request to an idempotency key. */
export interface IdempotencyClaim {
  readonly id: string;
  readonly requestId: string;
}

/**
 * Marks the claim as completed, within the transaction that completes the request.
 * @throws ConflictError if another request has taken the key over
 */
export async function markCompleted(
  client: Prisma.TransactionClient,
  { id, requestId }: IdempotencyClaim,
): Promise<void> {
  const { count } = await client.idempotentRequest.updateMany({
    where: { id, requestId },
    data: { isCompleted: true },
  });
  if (count === 0)
    throw new ConflictError(
      'The request took too long, and a repetition with the same Idempotency-Key has taken over.',
    );
}
