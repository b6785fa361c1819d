import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateFolder, makeFilesPrivate } from '../runtime/private-files.ts';
import { randomToken } from './crypto.ts';

/** The secret in a data folder. It is created there on first use, readable by the user of the process only. */
export function loadSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  createPrivateFolder(dataDir);
  try {
    // With `wx`, one of two processes that start together creates the file, and the other one reads it.
    writeFileSync(file, `${randomToken()}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  makeFilesPrivate(file, /^$/);
  return readFileSync(file, 'utf8').trim();
}
