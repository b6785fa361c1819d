import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** A file exists that must not be replaced. */
export class FileExistsError extends Error {
  override name = 'FileExistsError';
}

/**
 * Writes a file atomically: to a temporary file beside it, which is renamed once it is on disk. Only the user of the process can
 * read it.
 * @param write writes the temporary file, by its handle or its path; if it throws, `path` stays as it is
 * @throws FileExistsError if the file exists and `force` is false
 */
export async function replaceFile(
  path: string,
  { force }: { force: boolean },
  write: (file: FileHandle, path: string) => Promise<void>,
): Promise<void> {
  const place = resolve(path);
  if (!force && (await exists(place))) throw new FileExistsError(`${path} already exists. Use --force to replace it.`);
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

/** Makes a new name in a folder survive a power cut, where the system supports it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
