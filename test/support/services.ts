import type { TestContext } from 'vitest';

/** Whether everything must be shown, as in CI: all services are there, and nobody waits. */
const isCI = process.env.WAYMARK_REQUIRE_SERVICES === '1';

/** Whether to run what takes long, too: in CI, but where it leaves that to another engine. */
const isThorough = isCI && process.env.WAYMARK_THOROUGH !== '0';

/**
 * Ends a test that takes long, seconds or processes of its own, and guards what seldom breaks: a person has the others in under a
 * minute and a half, CI runs them all.
 */
export function leaveToCI(context: TestContext): void {
  if (!isThorough) context.skip('it takes long: CI runs it, as does WAYMARK_REQUIRE_SERVICES=1');
}

/** How often a property that takes long is tried, or how much there is to try it with: an eighth of it where a person waits. */
export const tries = (thorough: number): number => (isThorough ? thorough : Math.ceil(thorough / 8));

/** Ends a test that lacks what it needs: skipped with the reason, or failed where all must be there, as in CI. */
export function skipOrFail(context: TestContext, reason: string): never {
  if (isCI) throw new Error(`${reason}, and WAYMARK_REQUIRE_SERVICES is 1.`);
  return context.skip(reason);
}
