import { columnNames } from './column-names.ts';
import { foldName } from './keys.ts';
import { isLevelName } from './levels.ts';
import { isNone, oneLine } from './texts.ts';

/* The names of columns, which are two rows where the cell above the levels is merged. */

/** The names of the columns of a table. */
export interface Header {
  readonly names: readonly string[];
  /** The line of the names of the levels. */
  readonly line: number;
  /** The names in merged cells above the columns, each for the columns up to the next one. */
  readonly groups: readonly string[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Whether the cell above a column is the name of what all levels are, as `Level` is. */
const isOfLevels = (name: string): boolean => columnNames.level.test(foldName(name));

/**
 * The names that two rows give together: the second has levels below a merged cell, such as `Level`, and nothing below the others. Null
 * if the second row is none of the header.
 */
export function mergedHeader(first: Row, second: Row | undefined): Header | null {
  if (!second) return null;
  const width = Math.max(first.cells.length, second.cells.length);
  const above = Array.from({ length: width }, (_, index) => oneLine(first.cells[index] ?? ''));
  const below = Array.from({ length: width }, (_, index) => oneLine(second.cells[index] ?? ''));
  const spans = spansOf(above);
  const indexes = [...below.keys()].filter((index) => !isNone(below[index] ?? ''));
  const start = indexes[0] ?? 0;
  const isSplit = (index: number) => above[index] === '' || above[index + 1] === '' || isOfLevels(above[index] ?? '');
  // What is in front has one name, and each column behind it a level.
  if (start === 0 || !above.slice(0, start).some((name) => name !== '') || !indexes.every(isSplit)) return null;
  if (above.some((name, index) => index > start && name === '' && isNone(below[index] ?? ''))) return null;
  const levels = indexes.filter((index) => isOfLevels(spans[index] ?? '') || isLevelName(below[index] ?? ''));
  if (levels.length < indexes.length) return null;
  return {
    names: above.map((name, index) => (indexes.includes(index) ? (below[index] as string) : name)),
    line: second.line,
    groups: spans.map((name, index) => (indexes.includes(index) && !isOfLevels(name) ? name : '')),
  };
}

/** The names in merged cells, each for the columns up to the next one. */
export function spansOf(cells: readonly string[]): string[] {
  let last = '';
  return cells.map((value, index) => {
    if (index > 0 && !isNone(value)) last = oneLine(value);
    return last;
  });
}
