/* What Prisma (P…), PostgreSQL and the driver adapters say when a statement does not fit what is stored. */

interface Coded {
  code?: string;
  cause?: { kind?: string; code?: string };
}

/** Whether a statement broke a constraint: a unique value is in use, or a record that it refers to is missing. */
export const isUniqueViolation = (error: unknown) => has(error, ['P2002', '23505'], ['UniqueConstraintViolation']);
export const isReferenceViolation = (error: unknown) =>
  has(error, ['P2003', '23503'], ['ForeignKeyConstraintViolation']);

/** Whether the engine rolled a transaction back because of a conflict with another one, so that it can be run again. */
export function isWriteConflict(error: unknown): boolean {
  // A write conflict, or a deadlock.
  const isConflict = has(error, ['P2034', '40001', '40P01'], ['TransactionWriteConflict']);
  // Another owner's transaction took a unique value after this one had looked for it. The next attempt finds it.
  return isConflict || isUniqueViolation(error);
}

function has(error: unknown, codes: readonly string[], kinds: readonly string[]): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as Error & Coded;
  return [code, cause?.code].some((one) => codes.includes(one ?? '')) || kinds.includes(cause?.kind ?? '');
}
