import type { Definition, Nodes, RootContent } from 'mdast';
import { grouped } from '../../platform/text/english.ts';
import type { LocatedFault } from '../located-data.ts';
import { allIn, lineOf } from './markdown-texts.ts';

/* The parser moves what it has read for each list, quote and heading, which takes time by the square of the length it is given. */

/** The number of lines that are parsed at once, and by how much it grows where all of them are one block. */
const [linesOfPiece, growth] = [200, 4];
/** The maximum number of lines of a block of which no part can be parsed by itself. */
const maxLinesOfBlock = 1_000;

/** The parts that a block has to have more than, so that it can be cut: a table has its head with each piece. */
const minChildren = { list: 1, table: 2 };

/** The blocks that end at a blank line at the latest. */
const endingAtBlank = new Set(['paragraph', 'heading', 'thematicBreak', 'definition', 'blockquote', 'table']);

/** The first lines of headings, quotes and code, which begin whatever stands before them. */
const anyway = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|```|~~~)/;

/** The first lines of headings and items of lists that are in nothing else, most likely. */
const outermost = /^(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]/;

/** Parses a text as a document. @param known the labels that are defined in other parts of it */
export type ParseMarkdown = (text: string, known: readonly string[]) => readonly RootContent[];

/** Where a document is cut: before a block, or within a list or table that goes on. */
interface Cut {
  readonly nodes: readonly RootContent[];
  /** The index of the first line behind it. */
  readonly at: number;
  readonly within: 'list' | 'table' | null;
}

interface Piece {
  readonly nodes: readonly RootContent[];
  /** Its lines. The first ones are the head of a table whose rows go on. */
  readonly lines: readonly string[];
  /** The index of its first line in the document, if it had no head. */
  readonly from: number;
  /** What its first node goes on with. */
  readonly within: Cut['within'];
}

/**
 * Parses a document piece by piece, in time that grows with its length. The blocks are those of the whole document: pieces end where a
 * block, an item or a row begins, so that nothing else is open. References to definitions become links.
 * @param atOnce the number of lines of a piece, as far as blocks are no longer
 */
export function parseInPieces(
  text: string,
  parse: ParseMarkdown,
  atOnce = linesOfPiece,
): { readonly children: RootContent[]; readonly faults: LocatedFault[] } {
  const { pieces, faults } = piecesOf(text.split('\n'), parse, atOnce);
  const definitions = new Map<string, Definition>();
  for (const node of pieces.flatMap(({ nodes }) => nodes.flatMap((one) => [...allIn(one)])))
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  const known = [...definitions.keys()].map((identifier) => identifier.toUpperCase());
  const children: RootContent[] = [];
  for (const piece of pieces) {
    const source = piece.lines.join('\n');
    // What refers to a definition of another piece was read as text.
    const isFinal = pieces.length === 1 || known.length === 0 || !source.includes('[');
    append(children, isFinal ? piece.nodes : moved(parse(source, known), piece.from), piece.within);
  }
  for (const node of children.flatMap((one) => [...allIn(one)])) {
    if (node.type !== 'linkReference') continue;
    const url = definitions.get(node.identifier)?.url;
    if (url !== undefined) Object.assign(node, { type: 'link', url });
  }
  return { children, faults };
}

/** The pieces of a document, in which blocks that are too long are left out. */
function piecesOf(
  lines: readonly string[],
  parse: ParseMarkdown,
  atOnce: number,
): { readonly pieces: readonly Piece[]; readonly faults: LocatedFault[] } {
  const pieces: Piece[] = [];
  const faults: LocatedFault[] = [];
  let [start, size] = [0, atOnce];
  let [head, within]: [readonly string[], Cut['within']] = [[], null];
  while (start < lines.length) {
    const end = Math.min(start + size, lines.length);
    const from = start - head.length;
    const nodes = moved(parse([...head, ...lines.slice(start, end)].join('\n'), []), from);
    const cut: Cut | null = end === lines.length ? { nodes, at: end, within: null } : cutOf(nodes, lines, start, end);
    if (cut) {
      pieces.push({ nodes: cut.nodes, lines: [...head, ...lines.slice(start, cut.at)], from, within });
      head = headAfter(cut, { lines, head });
      [start, size, within] = [cut.at, atOnce, cut.within];
    } else if (size <= maxLinesOfBlock) size = Math.min(size * growth, maxLinesOfBlock + 1);
    else {
      const many = grouped(maxLinesOfBlock);
      const message = `must have at most ${many} lines in a paragraph, a quote, an item of a list, or code`;
      faults.push({ path: [], message, line: start + 1 });
      // The rest of it is left out, too: up to a heading, an item, or what begins after a blank line.
      const isNext = (line: string, index: number) =>
        outermost.test(line) || (lines[index - 1]?.trim() === '' && /^[^\s>]/.test(line));
      const next = lines.findIndex((line, index) => index >= end && isNext(line, index));
      [start, size, head, within] = [next < 0 ? lines.length : next, atOnce, [], null];
    }
  }
  return { pieces, faults };
}

/** Where to cut lines that were parsed: before the last block, item or row, which may go on. Null if all of them are one. */
function cutOf(nodes: readonly RootContent[], lines: readonly string[], start: number, end: number): Cut | null {
  const last = nodes.at(-1);
  const isAfterBlank = lines[end - 1]?.trim() === '';
  if (!last || (isAfterBlank && endingAtBlank.has(last.type))) return { nodes, at: end, within: null };
  if ((last.type === 'list' || last.type === 'table') && last.children.length > minChildren[last.type]) {
    const at = lineOf(last.children.at(-1) as Nodes) - 1;
    const own = { ...last, children: last.children.slice(0, -1) } as RootContent;
    // Of what was parsed, the head of a table stands elsewhere.
    if (at > start) return { nodes: [...nodes.slice(0, -1), own], at, within: last.type };
  }
  const index = nodes.findLastIndex((node, at) => beginsAnew(node, nodes[at - 1], lines));
  return index > 0 ? { nodes: nodes.slice(0, index), at: lineOf(nodes[index] as Nodes) - 1, within: null } : null;
}

/** Whether a block is the same without what stands before it. Others are, too, but not all that the parser has open behind code and texts. */
function beginsAnew(node: RootContent, before: RootContent | undefined, lines: readonly string[]): boolean {
  if (!before) return false;
  const index = lineOf(node) - 1;
  const isAfterBlank = lines[index - 1]?.trim() === '';
  if (isAfterBlank ? before.type !== 'code' : before.type === 'heading' || before.type === 'thematicBreak') return true;
  if (node.type === 'definition' && before.type === 'definition') return true;
  return node.type === 'thematicBreak' || anyway.test(lines[index] ?? '');
}

/** The lines of the head of a table that goes on after a piece. Empty if none does. */
function headAfter(
  { nodes, within }: Cut,
  { lines, head }: { readonly lines: readonly string[]; readonly head: readonly string[] },
): readonly string[] {
  if (within !== 'table') return [];
  if (nodes.length === 1 && head.length > 0) return head;
  const at = lineOf(nodes.at(-1) as Nodes) - 1;
  return lines.slice(at, at + 2);
}

/** Nodes of a piece with the lines that they have in the document. */
function moved(nodes: readonly RootContent[], by: number): readonly RootContent[] {
  for (const { position } of nodes.flatMap((one) => [...allIn(one)])) {
    if (!position) continue;
    position.start.line += by;
    position.end.line += by;
  }
  return nodes;
}

/** Adds the nodes of a piece to those before it. */
function append(children: RootContent[], nodes: readonly RootContent[], within: Cut['within']): void {
  const [first, ...rest] = nodes;
  const before = children.at(-1);
  if (within === 'list' && first?.type === 'list' && before?.type === 'list') before.children.push(...first.children);
  else if (within === 'table' && first?.type === 'table' && before?.type === 'table')
    before.children.push(...first.children.slice(1));
  else if (first) children.push(first);
  children.push(...rest);
}
