import { InvalidInputError } from '../../platform/errors.ts';
import { type DelimitedRow, readRows } from '../imports/delimited.ts';
import { ImportFileError } from '../imports/imported.ts';
import type { LocatedData } from '../located-data.ts';
import { isColumnName } from './column-names.ts';
import { mergedHeader, spansOf } from './headers.ts';
import { Ladder, requireShort } from './ladder.ts';
import { isLevelName } from './levels.ts';
import { readTable } from './tables.ts';

const delimiters = [',', ';', '\t', '|'];
/** Lines before the names of the columns are fewer. */
const maxPreamble = 20;

/** The names of the columns are looked for in this part of a file, in characters. */
const headLength = 16_384;

/** How much of a row are names of columns. */
const scoreOf = ({ values }: DelimitedRow): number => {
  const filled = values.filter((value) => value.trim() !== '');
  const known = filled.filter((value) => value.length <= 100 && (isColumnName(value) || isLevelName(value)));
  return filled.length < 2 ? 0 : 1 + 2 * known.length;
};

/**
 * Reads a framework from a table: with a column for each level, a row for each level, or a row for each level of a skill. Lines before the
 * names of the columns are left out, but for the names of tracks above them.
 * @param name the name of the framework
 * @throws InvalidInputError at `input.text` if it has no skills with levels
 */
export function readCsvLadder(text: string, name: string): LocatedData {
  requireShort(text);
  const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const head = source.slice(0, source.indexOf('\n', headLength) + 1 || source.length);
  const { delimiter, header } = delimiters
    .map((one) => findHeader(head, one))
    .reduce((best, one) => (one.score > best.score ? one : best));
  const rows = rowsOf(source, delimiter);
  const ladder = new Ladder();
  for (const { line, reason } of rows.broken) ladder.fault(line, `must be CSV: ${reason}`);
  const places = rows.rows.map((row, index) => ({ ...row, isLast: index === rows.rows.length - 1 }));
  const table = places.slice(header).map(({ line, values }, index, all) => ({
    line,
    cells: values,
    // A row with nothing but its first value is a category if skills follow.
    isHeading: index > 0 && (all[index + 1]?.values ?? []).some((value, at) => at > 0 && value.trim() !== ''),
  }));
  readTable(ladder, table, { title: name, path: [], level: null, groups: spansOf(places[header - 1]?.values ?? []) });
  return ladder.build(name, '');
}

function findHeader(head: string, delimiter: string) {
  const rows = rowsOf(head, delimiter).rows.slice(0, maxPreamble);
  const scores = rows.map(scoreOf);
  const score = Math.max(0, ...scores);
  const best = Math.max(0, scores.indexOf(score));
  const [above, row] = [rows[best - 1], rows[best]].map((one) => one && { line: one.line, cells: one.values });
  return { delimiter, score, header: above && mergedHeader(above, row) ? best - 1 : best };
}

function rowsOf(source: string, delimiter: string) {
  try {
    return readRows(source, delimiter);
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    throw new InvalidInputError([{ path: ['input', 'text'], message: `must be CSV: ${error.message}` }]);
  }
}
