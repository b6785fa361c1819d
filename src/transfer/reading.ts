import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { upgradeManifest, upgradeRecord } from './earlier-versions.ts';
import { endLine, formatName, formatVersion, type Manifest, manifestLine, rowLine } from './format.ts';

/** A file cannot be taken over, because of one of its lines. Nothing was written. */
export class ImportFault extends Error {
  override name = 'ImportFault';
  /** Which line, counted from 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(`Line ${line}: ${message}`);
    this.line = line;
  }
}

/** A row as it stands in a file, and in which line. */
export interface ExportedRow {
  line: number;
  type: string;
  row: Record<string, unknown>;
}

/** The longest line there can be, in bytes: a change of a row holds its texts twice, and none is longer than a megabyte. */
export const maxLine = 16 * 2 ** 20;

/**
 * Reads an export of this version of the format or an earlier one: first what it says it is, then its records, both under the
 * names of this version. That the file is whole, and as it was written, is known only when
 * all rows were read.
 * @throws ImportFault at the first line that is not what it should be
 */
export async function* readExport(file: string): AsyncGenerator<Manifest | ExportedRow> {
  const hash = createHash('sha256');
  let last: Line | null = null;
  let ended = false;
  let version = formatVersion;
  for await (const line of linesOf(file)) {
    last = line;
    if (ended) throw new ImportFault(line.number, 'comes after the end.');
    const value = parse(line);
    if (line.number === 1) {
      version = versionOf(value);
      yield shaped(manifestLine, upgradeManifest(version, value as Record<string, unknown>), 1);
    } else if (value !== null && typeof value === 'object' && 'end' in value) {
      const { end } = shaped(endLine, value, line.number);
      const matches = end.lines === line.number - 1 && end.sha256 === hash.digest('hex');
      if (!matches) throw new ImportFault(line.number, 'the lines before it are not those that were written.');
      ended = true;
    } else {
      yield { line: line.number, ...upgradeRecord(version, shaped(rowLine, value, line.number)) };
    }
    if (!ended) hash.update(line.bytes).update('\n');
  }
  if (last === null) throw new ImportFault(1, 'the file is empty.');
  if (!ended) throw new ImportFault(last.number + 1, 'is missing, and so is all that should come after it.');
}

/** The version of the format that a first line names. */
function versionOf(value: unknown): number {
  const { format, version, program } = (value ?? {}) as Record<string, unknown>;
  if (format !== formatName) throw new ImportFault(1, `this is no export of Waymark: it does not say "${formatName}".`);
  if (Number(version) > formatVersion)
    throw new ImportFault(1, `a newer Waymark, ${String(program)}, wrote this: import it with that one.`);
  if (!Number.isInteger(version) || Number(version) < 1)
    throw new ImportFault(
      1,
      `the version of the format is ${String(version)}; this Waymark reads 1 to ${formatVersion}.`,
    );
  return Number(version);
}

/** The value, when it has the form. */
function shaped<T>(form: z.ZodType<T>, value: unknown, line: number): T {
  const { success, data, error } = form.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new ImportFault(line, `${issue?.path.join('.') || 'it'} is not as it should be: ${issue?.message}.`);
}

interface Line {
  number: number;
  bytes: Buffer;
}

function parse({ number, bytes }: Line): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new ImportFault(number, 'is not JSON, or ends early.');
  }
}

/** The lines of a file, without what ends them; no more than one is held in memory. */
async function* linesOf(file: string): AsyncGenerator<Line> {
  let number = 1;
  let begun: Buffer[] = [];
  let length = 0;
  const add = (piece: Buffer) => {
    begun.push(piece);
    length += piece.length;
    if (length > maxLine) throw new ImportFault(number, `is longer than ${maxLine} bytes.`);
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
  // A last line that nothing ends was cut off, whatever is in it.
  if (begun.length > 0) throw new ImportFault(number, 'ends early.');
}
