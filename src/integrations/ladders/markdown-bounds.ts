import { grouped } from '../../platform/text/english.ts';
import type { LocatedFault } from '../located-data.ts';

/* What takes Markdown's parser long, found before it reads a text. It compares marks of a paragraph to each other, and calls itself for each list in a list. */

/** The maximum number of lines, of columns, and of nested lists and quotes. */
const [maxLines, maxColumns, maxDepth] = [10_000, 200, 20];

/** The maximum number of marks of each kind without a blank line, and of comparisons of them. Rows of tables are read one by one. */
const [maxMarks, maxComparisons] = [2_000, 40_000_000];
const kindsOfMarks = [/\*+|_+|\[/g, /\]/g, /</g, /`+/g, /&/g];

const marker = /^([ \t]*)(>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/;
const thematicBreak = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const rowStart = /^ {0,3}\|/;
const delimiterRow = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$/;

/**
 * Leaves out the lines of a text that the parser would take long for.
 * @returns the text with the same lines, and a fault for each that was left out
 */
export function boundMarkdown(text: string): { readonly text: string; readonly faults: LocatedFault[] } {
  const lines = text.split('\n');
  const faults: LocatedFault[] = [];
  const leaveOut = (index: number, message: string, end = index + 1) => {
    faults.push({ path: [], message, line: index + 1 });
    lines.fill('', index, end);
  };
  if (lines.length > maxLines + 1) {
    leaveOut(maxLines, `must have at most ${grouped(maxLines)} lines`, lines.length);
  }
  const depths = depthsOf(lines);
  for (const [index, depth] of depths.entries()) {
    const line = lines[index] ?? '';
    if (depth > maxDepth) {
      // Of what is nested in each other, the first line is named.
      if ((depths[index - 1] ?? 0) > maxDepth) lines[index] = '';
      else leaveOut(index, `must not be nested more than ${maxDepth} deep`);
    } else if (cellsOf(line) > maxColumns) leaveOut(index, `must have at most ${maxColumns} columns`);
  }
  let comparisons = 0;
  for (const { from, to } of partsOf(lines, depths)) {
    const part = lines.slice(from, to).join('\n');
    const counts = kindsOfMarks.map((kind) => part.match(kind)?.length ?? 0);
    if (counts.some((count) => count > maxMarks)) {
      const many = grouped(maxMarks);
      leaveOut(from, `must have at most ${many} emphases and brackets without a blank line between them`, to);
      continue;
    }
    comparisons += counts.reduce((sum, count) => sum + count ** 2, 0);
    if (comparisons <= maxComparisons) continue;
    leaveOut(from, 'must have at most a few hundred emphases and brackets in each paragraph', lines.length);
    break;
  }
  return { text: lines.join('\n'), faults };
}

/** The number of cells of a line, if it is a row of a table. */
function cellsOf(line: string): number {
  const row = line.trim();
  const bars = (row.match(/\\[\\|]|\|/g) ?? []).filter((mark) => mark === '|').length;
  const outer = (row.startsWith('|') ? 1 : 0) + (/(?<!\\)\|$/.test(row) ? 1 : 0);
  return bars - outer + 1;
}

/** How deep the lists and quotes of each line are nested, at most: a line that may go on with a paragraph ends no list. */
function depthsOf(lines: readonly string[]): number[] {
  /** The columns at which the contents of the lists begin that are open. */
  const open: number[] = [];
  let isAfterBlank = true;
  return lines.map((line) => {
    if (line.trim() === '') {
      isAfterBlank = true;
      return 0;
    }
    let rest = line;
    let column = 0;
    let quotes = 0;
    let found = thematicBreak.test(line) ? null : marker.exec(rest);
    if (!found && isAfterBlank) closeTo(open, columnAfter(/^[ \t]*/.exec(line)?.[0] ?? '', 0));
    isAfterBlank = false;
    while (found && open.length + quotes <= maxDepth) {
      const [whole, space = '', sign = ''] = found;
      column = columnAfter(space, column);
      if (sign === '>') quotes += 1;
      else {
        closeTo(open, column);
        open.push(column + sign.length + 1);
      }
      column += sign.length;
      rest = rest.slice(whole.length);
      found = marker.exec(rest);
    }
    return open.length + quotes;
  });
}

/** Closes the lists whose contents begin beyond a column. */
function closeTo(open: number[], column: number): void {
  while ((open.at(-1) ?? 0) > column) open.pop();
}

/** The column after spaces and tabs. */
function columnAfter(space: string, column: number): number {
  let at = column;
  for (const character of space) at += character === '\t' ? 4 - (at % 4) : 1;
  return at;
}

/** The parts of a text whose marks the parser compares: paragraphs with what follows without a blank line, and rows of tables. */
function partsOf(
  lines: readonly string[],
  depths: readonly number[],
): { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  let isTable = false;
  for (const [index, line] of lines.entries()) {
    const isRow = rowStart.test(line) && depths[index] === 0;
    // Only what the parser takes for a table in any case: it begins where nothing else is open, and each row has a bar in front.
    const begins = isRow && index === from + 1 && delimiterRow.test(line) && isHeaderOf(lines[from] ?? '', line);
    isTable = (isTable && isRow) || begins;
    if (!isTable && line.trim() !== '' && !/^ {0,3}#{1,6}[ \t]/.test(line)) continue;
    parts.push({ from, to: index }, { from: index, to: index + 1 });
    from = index + 1;
  }
  return [...parts, { from, to: lines.length }];
}

const isHeaderOf = (header: string, delimiters: string) =>
  rowStart.test(header) && cellsOf(header) === cellsOf(delimiters);
