import { ImportFileError } from './imported.ts';
import type { ReadOptions } from './options.ts';

/** The most files that are read of an archive. */
const maxFiles = 20_000;

/** Whether bytes are a ZIP archive with something in it, by their beginning. */
export const isZip = ([p, k, three, four]: Uint8Array) => p === 0x50 && k === 0x4b && three === 3 && four === 4;

/** A file of an archive, as its directory tells it. */
interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** How it is compressed: 0 not at all, 8 by Deflate. */
  readonly method: number;
  readonly size: number;
  readonly unpackedSize: number;
  readonly crc: number;
  /** Where its own header begins. */
  readonly offset: number;
}

/** How files are unpacked. */
type Unpacking = Pick<ReadOptions, 'maxUnpacked' | 'inflate' | 'crc32'>;

class DamagedError extends Error {
  override name = 'DamagedError';
}

/**
 * Unpacks files of a ZIP archive, in the order of their names. Null if it is none. Takes time and space in proportion to what is
 * unpacked, and never unpacks more than the archive says.
 * @param options.maxUnpacked the most bytes that the files have together, unpacked
 * @param wants whether a file is wanted, by its name with folders
 * @throws ImportFileError if it is damaged, encrypted or too large unpacked
 */
export function unzip(
  bytes: Uint8Array,
  options: Unpacking,
  wants: (name: string) => boolean,
): Map<string, Uint8Array> | null {
  if (!isZip(bytes)) return null;
  try {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const wanted = entriesOf(data).filter(
      ({ name }) => !name.endsWith('/') && !name.startsWith('__MACOSX/') && wants(name),
    );
    const total = (of: (entry: Entry) => number) => wanted.reduce((sum, entry) => sum + of(entry), 0);
    if (total(({ unpackedSize }) => unpackedSize) > options.maxUnpacked || wanted.length > maxFiles) {
      throw new ImportFileError(
        `The archive is too large: unpacked, it has more than ${options.maxUnpacked / 1_048_576} MiB or 20,000 files.`,
      );
    }
    // Files that share their bytes are made to be large.
    if (total(({ size }) => size) > bytes.length) throw new DamagedError();
    return new Map(
      wanted.map((entry) => [entry.name, unpack(data, entry, options)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  } catch (error) {
    if (error instanceof ImportFileError) throw error;
    throw new ImportFileError('The archive cannot be unpacked: it is damaged, or encrypted.');
  }
}

/** The least number of bytes of the record that ends an archive, before a comment of up to 65,535 bytes. */
const endSize = 22;
/** The number of files that stands for more. */
const manyFiles = 65_535;

/** The files of the directory at the end of an archive (PKWARE's APPNOTE 4.3.12 and 4.3.16). */
function entriesOf(data: Buffer): Entry[] {
  const end = data.lastIndexOf('PK\u0005\u0006', data.length - endSize, 'latin1');
  if (end < Math.max(0, data.length - endSize - 65_535)) throw new DamagedError();
  const count = data.readUInt16LE(end + 10);
  if (count === manyFiles)
    throw new ImportFileError('The archive has 65,535 files or more: unpack it, and pack those that are imported.');
  const entries: Entry[] = [];
  for (let at = data.readUInt32LE(end + 16), left = count; left > 0; left--) {
    if (data.readUInt32LE(at) !== 0x02014b50) throw new DamagedError();
    const flags = data.readUInt16LE(at + 8);
    const nameEnd = at + 46 + data.readUInt16LE(at + 28);
    const extraEnd = nameEnd + data.readUInt16LE(at + 30);
    const [unpackedSize = 0, size = 0, offset = 0] = wideNumbers(
      [data.readUInt32LE(at + 24), data.readUInt32LE(at + 20), data.readUInt32LE(at + 42)],
      data.subarray(nameEnd, extraEnd),
    );
    entries.push({
      name: data.toString((flags & 2_048) === 0 ? 'latin1' : 'utf8', at + 46, nameEnd),
      ...{ isEncrypted: flags % 2 === 1, method: data.readUInt16LE(at + 10), crc: data.readUInt32LE(at + 16) },
      ...{ size, unpackedSize, offset },
    });
    at = extraEnd + data.readUInt16LE(at + 32);
  }
  return entries;
}

/** Numbers of 32 bits, with those of 64 bits in place of the ones that are all ones (Zip64). */
function wideNumbers(numbers: readonly number[], extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return numbers.map((number) => {
    if (number !== 0xffff_ffff) return number;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

function unpack(
  data: Buffer,
  { isEncrypted, method, size, unpackedSize, crc, offset }: Entry,
  { inflate, crc32 }: Unpacking,
): Uint8Array {
  if (isEncrypted || ![0, 8].includes(method) || data.readUInt32LE(offset) !== 0x04034b50) throw new DamagedError();
  const from = offset + 30 + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28);
  const packed = data.subarray(from, from + size);
  // Of nothing, at least a byte is allowed.
  const content = method === 8 ? inflate(packed, Math.max(1, unpackedSize)) : packed;
  if (content.length !== unpackedSize || crc32(content) !== crc) throw new DamagedError();
  return content;
}
