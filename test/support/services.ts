import type { TestContext } from 'vitest';

/** Ends a test that lacks what it needs: skipped with the reason, or failed where all must be there, as in CI. */
export function skipOrFail(context: TestContext, reason: string): never {
  if (process.env.WAYMARK_REQUIRE_SERVICES === '1') throw new Error(`${reason}, and WAYMARK_REQUIRE_SERVICES is 1.`);
  return context.skip(reason);
}
