import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** A file is there already that was not to be replaced. */
export class FileExistsError extends Error {
  override name = 'FileExistsError';
}

/**
 * Makes a file that is there as a whole or not at all, whatever happens meanwhile: it is written beside its place, under a
 * name of its own, and takes its place once it is on the disk. Only its owner can read it.
 * @param write writes it, either through the handle or at the path; throws when it is no good
 * @throws FileExistsError when there is one already, and it is not to be replaced
 */
export async function replaceFile(
  path: string,
  { force }: { force: boolean },
  write: (file: FileHandle, path: string) => Promise<void>,
): Promise<void> {
  const place = resolve(path);
  if (!force && (await exists(place)))
    throw new FileExistsError(`${path} is there already. Use --force to replace it.`);
  const part = `${place}.${process.pid}.part`;
  try {
    const file = await open(part, 'w', 0o600);
    try {
      await write(file, part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, place);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncFolder(dirname(place));
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Sees to it that a new name in a folder outlives a power cut, where the system can. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
