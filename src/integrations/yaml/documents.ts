import { InvalidInputError } from '../../platform/errors.ts';

/** The formats of documents. */
export type DocumentFormat = 'YAML' | 'JSON';

/** The maximum nesting of a document: more is no document that somebody has written. */
const maxDepth = 20;

/** The maximum number of parts: 1 MiB of a framework has some 20,000. Parsing takes a second for as many as these. */
const maxParts = 40_000;

/** A fault of a document as a whole. */
const fault = (message: string) => new InvalidInputError([{ path: ['input', 'text'], message }]);

/**
 * Reads a document of plain data. What documents can do beyond that is refused: aliases, which can make a small text very large, tags,
 * keys that are given twice, and several documents in one.
 * @throws InvalidInputError at `input.text` with the line of what is wrong
 */
export async function readDocument(text: string, format: DocumentFormat): Promise<unknown> {
  if (format === 'JSON') requireJson(text);
  requireFew(text);
  requireShallow(text);
  // Loaded on demand: most servers read no documents.
  const { isScalar, LineCounter, parseDocument, visit } = await import('yaml');
  const lines = new LineCounter();
  // JSON is YAML, but for tabs, which JSON has between its tokens only. So keys that are given twice are found in both.
  const source = format === 'JSON' ? text.replaceAll('\t', ' ') : text;
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, merge: false });
  const [problem] = [...document.errors, ...document.warnings];
  const lineAt = (offset: number) => `line ${lines.linePos(offset).line}`;
  if (problem) throw fault(`must be ${format}: ${lineAt(problem.pos[0])}: ${problem.message}`);
  visit(document, {
    Alias: (_key, { range }) => {
      throw fault(`must not have aliases: ${lineAt(range?.[0] ?? 0)}`);
    },
    // The parser would compare each key to all others.
    Map: (_key, { items }) => {
      const known = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : '';
        const range = isScalar(key) ? key.range : null;
        if (known.has(name))
          throw fault(`must not have a key twice: ${lineAt(range?.[0] ?? 0)}: ${name.slice(0, 100)}`);
        known.add(name);
      }
    },
    Node: (_key, { range, ...node }) => {
      if ('anchor' in node && node.anchor) throw fault(`must not have anchors: ${lineAt(range?.[0] ?? 0)}`);
      if (node.tag) throw fault(`must not have tags: ${lineAt(range?.[0] ?? 0)}`);
    },
  });
  return document.toJS({ maxAliasCount: 0 });
}

function requireJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw fault(`must be JSON: ${(error as Error).message}`);
  }
}

/** Each part of a document begins in a line of its own, or after a comma or bracket. */
function requireFew(text: string): void {
  const parts = text.match(/[\n,[{]/g)?.length ?? 0;
  if (parts > maxParts) throw fault(`must have at most ${maxParts.toLocaleString('en')} lines and parts`);
}

/** The nesting is looked at before the text is parsed: parsers call themselves for each level. */
function requireShallow(text: string): void {
  let depth = 0;
  for (const character of text) {
    if ('[{'.includes(character)) depth += 1;
    else if (']}'.includes(character)) depth = Math.max(0, depth - 1);
    // Texts have brackets, too, so that this is more than the nesting.
    if (depth > 10 * maxDepth) throw fault(`must not be nested more than ${maxDepth} deep`);
  }
  for (const line of text.split('\n')) {
    const indent = /^[ \-?:]*/.exec(line)?.[0].replaceAll(' ', '').length ?? 0;
    if (indent > maxDepth) throw fault(`must not be nested more than ${maxDepth} deep`);
  }
}

/** Writes plain data as a document, with the keys in their order. */
export async function writeDocument(data: unknown, format: DocumentFormat): Promise<string> {
  if (format === 'JSON') return `${JSON.stringify(data, null, 2)}\n`;
  const { stringify } = await import('yaml');
  return stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
}
