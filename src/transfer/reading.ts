import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { upgradeManifest, upgradeRecord } from './earlier-versions.ts';
import { endLine, formatName, formatVersion, type Manifest, manifestLine, recordLine } from './format.ts';

/** A line of a file cannot be imported. Nothing was written. */
export class ImportError extends Error {
  override name = 'ImportError';
  /** The number of the line, starting at 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(`Line ${line}: ${message}`);
    this.line = line;
  }
}

/** A record of a file, with the number of its line. */
export interface ExportedRecord {
  line: number;
  type: string;
  row: Record<string, unknown>;
}

/** The maximum length of a line, in bytes. A change has each text of a record twice, and a text has at most a megabyte. */
export const maxLine = 16 * 2 ** 20;

/**
 * Reads an export of this version of the format or an earlier one: its manifest, then its records, under the names of this
 * version. The checksum is compared at the end, so the file is known to be complete only after all records were read.
 * @throws ImportError for the first line that is malformed
 */
export async function* readExport(file: string): AsyncGenerator<Manifest | ExportedRecord> {
  const hash = createHash('sha256');
  let last: Line | null = null;
  let ended = false;
  let version = formatVersion;
  for await (const line of linesOf(file)) {
    last = line;
    if (ended) throw new ImportError(line.number, 'follows the last line.');
    const value = parse(line);
    if (line.number === 1) {
      version = versionOf(value);
      yield shaped(manifestLine, upgradeManifest(version, value as Record<string, unknown>), 1);
    } else if (value !== null && typeof value === 'object' && 'end' in value) {
      const { end } = shaped(endLine, value, line.number);
      const matches = end.lines === line.number - 1 && end.sha256 === hash.digest('hex');
      if (!matches) throw new ImportError(line.number, 'the checksum does not match the lines before it.');
      ended = true;
    } else {
      yield { line: line.number, ...upgradeRecord(version, shaped(recordLine, value, line.number)) };
    }
    if (!ended) hash.update(line.bytes).update('\n');
  }
  if (last === null) throw new ImportError(1, 'the file is empty.');
  if (!ended) throw new ImportError(last.number + 1, 'missing. The file is incomplete.');
}

/** The version of the format that a first line has. */
function versionOf(value: unknown): number {
  const { format, version, program } = (value ?? {}) as Record<string, unknown>;
  if (format !== formatName) throw new ImportError(1, `not an export of Waymark: the format is not "${formatName}".`);
  if (Number(version) > formatVersion)
    throw new ImportError(1, `written by a newer version of Waymark, ${String(program)}. Import it with that version.`);
  if (!Number.isInteger(version) || Number(version) < 1)
    throw new ImportError(
      1,
      `the format has version ${String(version)}. This version of Waymark reads 1 to ${formatVersion}.`,
    );
  return Number(version);
}

/** The value in its form. @throws ImportError if it has another one */
function shaped<T>(form: z.ZodType<T>, value: unknown, line: number): T {
  const { success, data, error } = form.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new ImportError(line, `${issue?.path.join('.') || 'the line'} is malformed: ${issue?.message}.`);
}

interface Line {
  number: number;
  bytes: Buffer;
}

function parse({ number, bytes }: Line): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new ImportError(number, 'not JSON, or cut off.');
  }
}

/** The lines of a file without their line breaks. Holds one line in memory. */
async function* linesOf(file: string): AsyncGenerator<Line> {
  let number = 1;
  let begun: Buffer[] = [];
  let length = 0;
  const add = (piece: Buffer) => {
    begun.push(piece);
    length += piece.length;
    if (length > maxLine) throw new ImportError(number, `longer than ${maxLine} bytes.`);
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 18 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end));
      yield { number, bytes: begun.length === 1 ? (begun[0] as Buffer) : Buffer.concat(begun) };
      number += 1;
      begun = [];
      length = 0;
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  // A last line without a line break was cut off.
  if (begun.length > 0) throw new ImportError(number, 'cut off.');
}
