import type { Node } from 'yaml';
import { InvalidInputError } from '../../platform/errors.ts';
import { grouped } from '../../platform/text/english.ts';
import { issuesOf, type LocatedData, type LocatedFault, maxFaults } from '../located-data.ts';
import { SkippedPart } from './skipped-part.ts';

/** The formats of documents. */
export type DocumentFormat = 'YAML' | 'JSON';

/** The maximum nesting of a document: more is no document that somebody has written. */
const maxDepth = 20;

/** The maximum number of parts: 1 MiB of a framework has some 20,000. Parsing takes a second for as many as these. */
const maxParts = 40_000;

/** The maximum number of tokens: a part has about eight. */
const maxTokens = 12 * maxParts;

/** What documents can do beyond plain data, by the names that the parser has for it. */
const refused: Readonly<Record<string, string>> = { alias: 'aliases', anchor: 'anchors', tag: 'tags' };

/** Lexemes that stand for no text of the document. */
const controls: Readonly<Record<string, true>> = { scalar: true, 'doc-mode': true, 'flow-error-end': true };

/**
 * Reads a document of plain data. What documents can do beyond that is refused: aliases, which can make a small text very large, anchors,
 * tags, and several documents in one. Such parts, those that are nested too deep, and keys that are given twice are faults of the data, of which
 * the rest is read: of a key, the last value counts.
 * @param root the path of the input that the text is
 * @throws InvalidInputError at the root with all faults so far if the text is no document at all
 */
export async function readDocument(
  text: string,
  format: DocumentFormat,
  root: readonly string[],
): Promise<LocatedData> {
  const faults: LocatedFault[] = [];
  const refuse = (...more: LocatedFault[]) => new InvalidInputError(issuesOf([...faults, ...more], root));
  const whole = (message: string) => refuse({ path: [], message, line: null });
  const problem = format === 'JSON' ? jsonProblem(text) : null;
  if (problem !== null) throw whole(`must be JSON: ${problem}`);
  // Each part of a document begins in a line of its own, or after a comma or bracket.
  const tooMany = () => whole(`must have at most ${grouped(maxParts)} lines and parts`);
  if ((text.match(/[\n,[{]/g)?.length ?? 0) > maxParts) throw tooMany();
  // Loaded on demand: most servers read no documents.
  const { Composer, CST, Lexer, LineCounter, Parser } = await import('yaml');
  // JSON is YAML, but for tabs, which JSON has between its tokens only. So keys that are given twice are found in both.
  const source = format === 'JSON' ? text.replaceAll('\t', ' ') : text;
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer({ uniqueKeys: false, merge: false });

  /** Takes in what is wrong at a place. A text with very many faults is read no further: each takes the parser long. */
  function fault(offset: number, message: string): void {
    if (faults.length === maxFaults - 1) throw whole('has more faults');
    faults.push({ path: [], message, line: lineAt(offset) });
  }
  let isBroken = false;
  function unread(message: string): string {
    isBroken = true;
    return `must be ${format}: ${message}`;
  }

  /** The tokens of the text one by one, so that no more is parsed of one that is refused: the parser calls itself for each level. */
  function* tokens() {
    let isText = false;
    let count = 0;
    let offset = 0;
    const skipped = new SkippedPart();
    let deepest: unknown = null;
    function* parse(lexeme: string, at: number) {
      count += 1;
      if (count > maxTokens) throw tooMany();
      parser.offset = at;
      for (const token of parser.next(lexeme)) {
        if (token.type === 'error') fault(token.offset, unread(token.message));
        else yield token;
      }
    }
    lines.addNewLine(0);
    for (const lexeme of new Lexer().lex(source)) {
      const type = CST.tokenType(lexeme);
      const at = offset;
      if (isText || !controls[type ?? '']) offset += lexeme.length;
      const what = isText ? undefined : refused[type ?? ''];
      if (what) fault(at, `must not have ${what}`);
      const kind: string = isText ? 'text' : (type ?? '');
      isText = kind === 'scalar';
      if (skipped.takes(lexeme, kind)) {
        const isWholeLines = lexeme.endsWith('\n');
        for (const { index } of lexeme.slice(0, isWholeLines ? -1 : undefined).matchAll(/\n/g))
          lines.addNewLine(at + index + 1);
        // A text of several lines has the break at their end, after which the next one begins.
        if (isWholeLines && !skipped.takes('\n', 'newline')) yield* parse('\n', offset - 1);
        continue;
      }
      // What is refused is read as a text, or left out, so that it hides no other fault.
      if (kind === 'alias') yield* parse(CST.SCALAR, at);
      yield* parse(kind === 'anchor' || kind === 'tag' ? ' '.repeat(lexeme.length) : lexeme, at);
      // Below the levels, the parser has the document in hand, and above them a text.
      const top = parser.stack.at(-1);
      if (parser.stack.length > maxDepth + 1 && CST.isCollection(top) && top !== deepest) {
        deepest = top;
        fault(at, `must not be nested more than ${maxDepth} deep`);
        skipped.begin(top.type === 'flow-collection' ? null : top.indent);
      }
    }
    yield* parser.end();
  }

  // By itself, the composer keeps an error with its stack for each fault.
  Object.assign(composer, {
    onError: (at: number | readonly number[] | { readonly offset: number }, _code: string, message: string) =>
      fault(typeof at === 'number' ? at : 'offset' in at ? at.offset : (at[0] ?? 0), unread(message)),
  });
  const [document, second] = composer.compose(tokens(), true, source.length);
  if (!document) throw whole(`must be ${format}`);
  if (second) fault(second.range[0], unread('several documents'));
  for (const { pos, message } of [...document.errors, ...document.warnings]) fault(pos[0], unread(message));
  if (isBroken) throw refuse();
  const place = await placesOf(document.contents, lineAt, faults);
  return { data: document.toJS({ maxAliasCount: 0 }), faults, lineOf: (path) => lineOf(place, path) };
}

/** What is wrong with a text that is to be JSON. Null if nothing is. */
function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Where something of a document stands, and its parts by their keys and indexes. */
interface Place {
  readonly line: number;
  readonly parts: ReadonlyMap<string, Place>;
}

/** The places of a document. Keys that are lists or maps are left out. @param faults takes in those, and the keys that are given twice */
async function placesOf(contents: Node | null, lineAt: (offset: number) => number, faults: LocatedFault[]) {
  const { isMap, isNode, isScalar, isSeq } = await import('yaml');
  function placeOf(node: unknown, offset: number, path: readonly string[]): Place {
    const parts = new Map<string, Place>();
    const add = (name: string, from: number, value: unknown) => parts.set(name, placeOf(value, from, [...path, name]));
    if (isSeq(node)) for (const [index, item] of node.items.entries()) add(String(index), startOf(item, offset), item);
    if (isMap(node)) {
      // Plain data has no names for other keys.
      node.items = node.items.filter(({ key }) => {
        const isPlain = isScalar(key);
        const line = () => lineAt(startOf(key, offset));
        if (!isPlain) faults.push({ path, message: 'must not have lists or maps as keys', line: line() });
        return isPlain;
      });
      for (const { key, value } of node.items) {
        if (!isScalar<string | number | boolean | null>(key)) continue;
        const name = String(key.value ?? '');
        const from = startOf(key, offset);
        if (parts.has(name))
          faults.push({ path: [...path, name], message: 'must not be given twice', line: lineAt(from) });
        add(name, from, value);
      }
    }
    return { line: lineAt(offset), parts };
  }
  const startOf = (node: unknown, otherwise: number) => (isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise);
  return placeOf(contents, startOf(contents, 0), []);
}

/** The line of what is at a path, as far as there are places of it. */
function lineOf(place: Place, path: readonly string[]): number {
  let last = place;
  for (const name of path) {
    const next = last.parts.get(name);
    if (!next) break;
    last = next;
  }
  return last.line;
}

/** Writes plain data as a document, with the keys in their order. */
export async function writeDocument(data: unknown, format: DocumentFormat): Promise<string> {
  if (format === 'JSON') return `${JSON.stringify(data, null, 2)}\n`;
  const { stringify } = await import('yaml');
  return stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
}
