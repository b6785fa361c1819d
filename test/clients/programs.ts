import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'vitest';
import { skipOrFail } from '../support/services.ts';

/** The scripts that people copy. */
export const examples = join(import.meta.dirname, '../../scripts/examples');

/** Where a program is that a test needs. Without it the test is skipped, and says why; or fails where all must be there. */
export function requireProgram(context: TestContext, name: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const path = folders.map((folder) => join(folder, name)).find(isExecutable);
  if (path !== undefined) return path;
  return skipOrFail(context, `${name} is not installed`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
