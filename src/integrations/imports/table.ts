import { type DelimitedRow, readRows } from './delimited.ts';
import { ImportFileError } from './imported.ts';
import type { Reading } from './reading.ts';

/* Tables with a line of column names, which is found by what it says: files have other lines before it. */

/** The names that a column has in files, by what it is. The first is the usual one. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

/** The columns that a table of some kind has. */
export interface TableShape {
  readonly columns: ColumnNames;
  /** The columns without which it is no such table. */
  readonly required: readonly string[];
}

/** A row of a table. */
export interface TableRow {
  readonly line: number;
  /** The value of a column without the space around it. Empty if the table or the row does not have it. */
  cell(column: string): string;
  /** The number of values beyond the last column. */
  readonly extraCount: number;
}

export interface Table {
  readonly delimiter: string;
  /** The name that a column has in this file. Null if it is missing. */
  nameOf(column: string): string | null;
  /** The names of columns that are not known. */
  readonly unknown: readonly string[];
  readonly rows: readonly TableRow[];
  readonly broken: readonly { readonly line: number; readonly reason: string }[];
}

const delimiters = [',', ';', '\t', '|'];
/** The line of column names is looked for in this part of a file. */
const headSize = 65_536;
/** Preambles are shorter. */
const maxPreamble = 100;

/** A name regardless of case, accents, spaces and punctuation. Signs that can be all of a difference, as in C++ and C#, are kept. */
const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\p{M}\uFEFF]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{Sc}+#]+/gu, '');

interface Header {
  readonly row: DelimitedRow;
  readonly places: ReadonlyMap<string, number>;
}

/** The row of column names that has the most of a shape. Null if none has the required ones. */
function findHeader(rows: readonly DelimitedRow[], { columns, required }: TableShape): Header | null {
  let best: Header | null = null;
  for (const row of rows.slice(0, maxPreamble)) {
    const exact = row.values.map((value) => value.trim());
    const keys = row.values.map(nameKey);
    const places = new Map<string, number>();
    const taken = new Set<number>();
    // Two columns can have one name, as the day and the time of a start in French: each is taken once.
    const placeOf = (name: string) => {
      const at = exact.findIndex((one, index) => one === name.trim() && !taken.has(index));
      const key = nameKey(name);
      return at >= 0 || key === '' ? at : keys.findIndex((one, index) => one === key && !taken.has(index));
    };
    for (const [column, names] of Object.entries(columns)) {
      const index = names.map(placeOf).find((found) => found >= 0);
      if (index === undefined) continue;
      places.set(column, index);
      taken.add(index);
    }
    if (required.every((column) => places.has(column)) && places.size > (best?.places.size ?? 0))
      best = { row, places };
  }
  return best;
}

/** Reads a table of a shape. Null if the text has none. @param delimiter null: the one with which there is a header */
export function findTable(text: string, shape: TableShape, delimiter: string | null): Table | null {
  // A line that is cut off at the end of the part can only be one that is not looked at.
  const head = text.length > headSize ? text.slice(0, text.lastIndexOf('\n', headSize) + 1 || headSize) : text;
  const found = (delimiter === null ? delimiters : [delimiter])
    .map((one) => ({ delimiter: one, header: findHeader(readRows(head, one).rows, shape) }))
    .sort((a, b) => (b.header?.places.size ?? 0) - (a.header?.places.size ?? 0));
  const [best] = found;
  if (!best?.header) return null;
  const { row: header, places } = best.header;
  const { rows, broken } = readRows(text, best.delimiter);
  const used = new Set(places.values());
  const width = header.values.length;
  return {
    delimiter: best.delimiter,
    nameOf: (column) => header.values[places.get(column) ?? -1]?.trim() ?? null,
    unknown: header.values.map((name) => name.trim()).filter((name, index) => name !== '' && !used.has(index)),
    rows: rows
      .filter(({ line }) => line > header.line)
      .map(({ line, values }) => ({
        line,
        cell: (column) => values[places.get(column) ?? -1]?.trim() ?? '',
        extraCount: values.slice(width).filter((value) => value.trim() !== '').length,
      })),
    broken: broken.filter(({ line }) => line > header.line),
  };
}

/** Like `findTable`. @throws ImportFileError if the text has none */
export function requireTable(text: string, shape: TableShape, delimiter: string | null): Table {
  const table = findTable(text, shape, delimiter);
  if (table) return table;
  const names = shape.required.map((column) => shape.columns[column]?.[0] ?? column);
  throw new ImportFileError(`The file has no line with the column names ${names.join(', ')}.`);
}

/** Reads the rows of a table, and names the lines that are none. @param file the name of the file within an archive, if it is in one */
export function readTableRows(reading: Reading, table: Table, file: string, read: (row: TableRow) => void): void {
  const at = (line: number) => (file === '' ? `line ${line}` : `${file}, line ${line}`);
  for (const row of table.rows) {
    reading.row(at(row.line), () => {
      if (row.extraCount > 0) reading.warn(`The row has ${row.extraCount} more values than there are columns.`);
      read(row);
    });
  }
  for (const { line, reason } of table.broken) reading.skip(at(line), reason);
}

/** Says what the columns of a table become, and which are not imported. @param targets by column; those without one are not */
export function mapColumns(reading: Reading, table: Table, targets: Readonly<Record<string, string>>): void {
  for (const [column, to] of Object.entries(targets)) {
    const name = table.nameOf(column);
    if (name !== null) reading.map(name, to);
  }
  for (const name of table.unknown) reading.map(name, 'not imported');
}
