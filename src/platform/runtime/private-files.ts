import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Creates a folder that only the user of the process can enter, unless it is there. */
export function createPrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** Creates an empty file that only the user of the process can read, unless it is there. */
export function createPrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Lets nobody but the owner read a file, and those beside it whose names are its own with one of some endings. */
export function makeFilesPrivate(path: string, endings: RegExp): void {
  const [folder, name] = [dirname(path), basename(path)];
  for (const entry of entriesOf(folder)) {
    const isIts = entry.name.startsWith(name) && endings.test(entry.name.slice(name.length));
    if (entry.isFile() && isIts) denyOthers(join(folder, entry.name));
  }
}

/** Lets nobody but the owner enter a folder, if all that is in it is this program's: it may be a folder of others, too. */
export function makeFolderPrivate(folder: string, isOwn: (name: string) => boolean): void {
  const entries = entriesOf(folder);
  if (entries.length > 0 && entries.every(({ name }) => isOwn(name))) denyOthers(folder);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Takes the permissions of the group and of others. What belongs to another user, or cannot be changed, stays as it is. */
function denyOthers(path: string): void {
  try {
    const { mode } = statSync(path);
    if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
  } catch {
    // Not for this program to decide.
  }
}
