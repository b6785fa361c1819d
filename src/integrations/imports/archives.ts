import { unzipSync } from 'fflate';
import { ImportFileError } from './imported.ts';

/** The most files that are read of an archive. */
const maxFiles = 20_000;

const isZip = ([p, k, three, four]: Uint8Array) => p === 0x50 && k === 0x4b && three === 3 && four === 4;

/**
 * Unpacks files of a ZIP archive, in the order of their names. Null if it is none.
 * @param maxBytes the most bytes that the files have together, unpacked
 * @param wants whether a file is wanted, by its name with folders
 * @throws ImportFileError if it is damaged, encrypted or too large unpacked
 */
export function unzip(
  bytes: Uint8Array,
  maxBytes: number,
  wants: (name: string) => boolean,
): Map<string, Uint8Array> | null {
  if (!isZip(bytes)) return null;
  let size = 0;
  let count = 0;
  const tooLarge = new ImportFileError(
    `The archive is too large: unpacked, it has more than ${maxBytes / 1_048_576} MiB or 20,000 files.`,
  );
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || name.startsWith('__MACOSX/') || !wants(name)) return false;
        size += originalSize;
        count += 1;
        // Space is reserved by the size that the archive tells, and not more than that is unpacked.
        if (size > maxBytes || count > maxFiles) throw tooLarge;
        return true;
      },
    });
    return new Map(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  } catch (error) {
    if (error === tooLarge) throw error;
    throw new ImportFileError('The archive cannot be unpacked: it is damaged, or encrypted.');
  }
}
