/** Whether the engine rolled a transaction back because of a conflict with another one, so that it can be run again. */
export function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as Error & { code?: string; cause?: { kind?: string; code?: string } };
  // P2034: write conflict or deadlock. 40001 and 40P01: PostgreSQL's codes.
  // P2002: another owner's transaction took a unique value after this one had looked for it. The next attempt finds it.
  return (
    code === 'P2034' ||
    code === 'P2002' ||
    cause?.kind === 'TransactionWriteConflict' ||
    cause?.code === '40001' ||
    cause?.code === '40P01'
  );
}
