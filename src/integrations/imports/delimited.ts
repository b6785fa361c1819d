import { CsvError, parse } from 'csv-parse/sync';
import { ImportFileError } from './imported.ts';

/* Rows of values with a delimiter, as they come: a row that is broken costs no other. */

/** A row of a file. */
export interface DelimitedRow {
  /** The number of its first line, starting at 1. */
  readonly line: number;
  readonly values: readonly string[];
}

/** The rows of a file, and the lines that are none. */
export interface DelimitedRows {
  readonly rows: readonly DelimitedRow[];
  readonly broken: readonly { readonly line: number; readonly reason: string }[];
}

/** Files with more broken rows are no text of this form. */
const maxBroken = 10_000;
/** The rows are parsed in parts of this length, in characters, so that a broken row costs no more than one part. */
const partLength = 131_072;
/** The length up to which the end of a quoted value is looked for. */
const maxPart = 8_388_608;

/**
 * Reads the rows of a text. Quoted values can have line breaks. Where quotes are not as they should be, the line is read by itself, with
 * the quotes as they are; if that is not possible, it is named as broken.
 * @param text lines end with LF
 * @throws ImportFileError if too many rows are broken
 */
export function readRows(text: string, delimiter: string): DelimitedRows {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[line] ?? text.length;
  const lineAt = (line: number) => text.slice(startOf(line), startOf(line + 1)).replace(/\n$/, '');
  const rows: DelimitedRow[] = [];
  const broken: { line: number; reason: string }[] = [];
  let length = partLength;
  for (let next = 0; next < starts.length; ) {
    const from = next;
    const part = text.slice(startOf(from), startOf(from) + length);
    const isLast = startOf(from) + length >= text.length;
    const read = parseRows(part, delimiter, false);
    // The last row of a part may go on after it.
    const whole = isLast || read.error !== null ? read.rows : read.rows.slice(0, -1);
    for (const { line, values } of whole) rows.push({ line: from + line, values });
    next = from + (whole.at(-1)?.end ?? 0);
    const isCut = !isLast && (read.error === null || read.error === 'CSV_QUOTE_NOT_CLOSED');
    if (isCut && (whole.length > 0 || length < maxPart)) {
      length = whole.length > 0 ? partLength : length * 2;
      continue;
    }
    length = partLength;
    if (isLast && read.error === null) break;
    while (next < starts.length - 1 && lineAt(next).trim() === '') next += 1;
    const [row, ...others] = parseRows(lineAt(next), delimiter, true).rows;
    if (row && others.length === 0) rows.push({ line: next + 1, values: row.values });
    else broken.push({ line: next + 1, reason: 'A quote of the row is not closed.' });
    next += 1;
    if (broken.length > maxBroken) {
      throw new ImportFileError(
        'More than 10,000 rows of the file are broken. Name its delimiter, if it has another one.',
      );
    }
  }
  return { rows: rows.filter(({ values }) => values.some((value) => value.trim() !== '')), broken };
}

/** The rows up to the first that is broken, each with the number of lines up to its end, and the code of what is wrong with that. */
function parseRows(text: string, delimiter: string, isLenient: boolean) {
  const rows: (DelimitedRow & { end: number })[] = [];
  try {
    parse(text, {
      delimiter,
      info: true,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: isLenient,
      skip_empty_lines: true,
      on_record: (given) => {
        const { record, info } = given as unknown as { record: string[]; info: { lines: number } };
        const breaks = record.reduce((count, value) => count + value.split('\n').length - 1, 0);
        rows.push({ line: info.lines - breaks, values: record, end: info.lines });
        return null;
      },
    });
    return { rows, error: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, error: error.code };
  }
}
