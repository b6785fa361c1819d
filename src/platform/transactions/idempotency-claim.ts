import type { Prisma } from '../../generated/sqlite/client.ts';
import { ConflictError } from '../errors.ts';

/** The right of one request to do what a key stands for. */
export interface IdempotencyClaim {
  readonly id: string;
  readonly requestId: string;
}

/**
 * Notes on the claim that what a transaction does was done; both are committed, or neither.
 * @throws ConflictError when another request has taken over since
 */
export async function markCompleted(
  client: Prisma.TransactionClient,
  { id, requestId }: IdempotencyClaim,
): Promise<void> {
  const { count } = await client.idempotentRequest.updateMany({
    where: { id, requestId },
    data: { isCompleted: true },
  });
  if (count === 0) throw new ConflictError('It took so long that the same request, sent again, has taken over.');
}
