import { ImportFileError } from './imported.ts';

/* Rows of values with a delimiter (RFC 4180), as they come: a row that is broken costs no other. */

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

/**
 * Reads the rows of a text. Quoted values can have line breaks. Where quotes are not as they should be, the line is read by itself, with
 * the quotes as they are; if that is not possible, it is named as broken.
 *
 * Takes time in proportion to the length: a quoted value that does not end as it should has only doubled quotes in it, so that no other
 * one within it can be as long.
 * @param text lines end with LF
 * @throws ImportFileError if too many rows are broken
 */
export function readRows(text: string, delimiter: string): DelimitedRows {
  const rows: DelimitedRow[] = [];
  const broken: { line: number; reason: string }[] = [];
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const lineEnd = endOfLine(text, at);
    const row = rowAt(text, at, text.length, delimiter, false) ?? rowAt(text, at, lineEnd, delimiter, true);
    if (row === null) broken.push({ line, reason: 'A quote of the row is not closed.' });
    else if (row.values.some((value) => value.trim() !== '')) rows.push({ line, values: row.values });
    if (broken.length > maxBroken) {
      throw new ImportFileError(
        'More than 10,000 rows of the file are broken. Name its delimiter, if it has another one.',
      );
    }
    const end = row?.end ?? lineEnd;
    line += row && row.end > lineEnd ? breaksIn(text, at, end) + 1 : 1;
    at = end + 1;
  }
  return { rows, broken };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The place after the spaces that some programs put behind a closing quote. */
function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

/** The place of the quote that ends a quoted value, or of the one before what should not follow it. -1 if there is none. */
function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/**
 * The row that begins at a place, with where its last line ends. Null if a quoted value does not end as it should.
 * @param to where the text ends
 * @param isLenient whether a value with something after its closing quote is taken as it is
 */
function rowAt(text: string, from: number, to: number, delimiter: string, isLenient: boolean) {
  const values: string[] = [];
  const isEnd = (at: number) => at >= to || text[at] === '\n';
  let lineEnd = Math.min(to, endOfLine(text, from));
  /** Where a value ends that is not quoted. Of the line alone: the rest of the text may not have the delimiter at all. */
  const endOfValue = (at: number) => {
    const next = text.slice(at, lineEnd).indexOf(delimiter);
    return next < 0 ? lineEnd : at + next;
  };
  for (let at = from; ; ) {
    let end = endOfValue(at);
    if (text[at] === '"' && at < to) {
      const closing = closingQuote(text, at);
      if (closing < 0 || closing >= to) return null;
      const next = afterSpaces(text, closing + 1);
      const isClosed = isEnd(next) || text.startsWith(delimiter, next);
      if (!isClosed && !isLenient) return null;
      if (closing >= lineEnd) lineEnd = Math.min(to, endOfLine(text, closing));
      end = isClosed ? next : endOfValue(closing + 1);
      values.push(isClosed ? text.slice(at + 1, closing).replaceAll('""', '"') : text.slice(at, end));
    } else values.push(text.slice(at, end));
    if (isEnd(end)) return { values, end };
    at = end + delimiter.length;
  }
}
