import { CsvError, parse } from 'csv-parse/sync';

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

/** A row that is not closed is looked for this often. Files with more of them are no text of this form. */
const maxBroken = 10_000;

/**
 * Reads the rows of a text. Quoted values can have line breaks. Where quotes are not as they should be, the line is read by itself, with
 * the quotes as they are; if that is not possible, it is named as broken.
 * @param text lines end with LF
 */
export function readRows(text: string, delimiter: string): DelimitedRows {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineAt = (index: number) => text.slice(starts[index], (starts[index + 1] ?? text.length + 1) - 1);
  const rows: DelimitedRow[] = [];
  const broken: { line: number; reason: string }[] = [];
  for (let next = 0; next < starts.length; ) {
    const from = next;
    const read = parseRows(text.slice(starts[from]), delimiter, false);
    for (const { line, values } of read.rows) rows.push({ line: from + line, values });
    if (!read.isBroken) break;
    next = from + read.lines;
    while (next < starts.length - 1 && lineAt(next).trim() === '') next += 1;
    const [row, ...others] = parseRows(lineAt(next), delimiter, true).rows;
    if (row && others.length === 0) rows.push({ line: next + 1, values: row.values });
    else broken.push({ line: next + 1, reason: 'A quote of the row is not closed.' });
    next += 1;
    if (broken.length > maxBroken) break;
  }
  return { rows: rows.filter(({ values }) => values.some((value) => value.trim() !== '')), broken };
}

/** The rows up to the first that is broken, and the number of lines that they have. */
function parseRows(text: string, delimiter: string, isLenient: boolean) {
  const rows: DelimitedRow[] = [];
  let lines = 0;
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
        rows.push({ line: info.lines - breaks, values: record });
        lines = info.lines;
        return null;
      },
    });
    return { rows, lines, isBroken: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, lines, isBroken: true };
  }
}
