import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'vitest';

/** Where a program is that a test needs. Without it the test is skipped, and says why; or fails where all must be there. */
export function requireProgram(context: TestContext, name: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const path = folders.map((folder) => join(folder, name)).find(isExecutable);
  if (path !== undefined) return path;
  const reason = `${name} is not installed`;
  if (process.env.WAYMARK_REQUIRE_SERVICES === '1') throw new Error(`${reason}, and WAYMARK_REQUIRE_SERVICES is 1.`);
  return context.skip(reason);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
