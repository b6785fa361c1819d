import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { readMarkdownLadder } from '../../../src/integrations/ladders/markdown.ts';
import { loadMarkdownParser } from '../../../src/integrations/ladders/markdown-parser.ts';
import { parseInPieces } from '../../../src/integrations/ladders/markdown-pieces.ts';
import { lineOf } from '../../../src/integrations/ladders/markdown-texts.ts';
import { tries } from '../../support/services.ts';

const parse = await loadMarkdownParser();

/** The addresses of definitions, by their labels. */
function addressesIn(nodes: readonly Nodes[], known = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const node of nodes) {
    if (node.type === 'definition' && !known.has(node.identifier)) known.set(node.identifier, node.url);
    if ('children' in node) addressesIn(node.children, known);
  }
  return known;
}

/** What a document says: nodes with their lines, without columns and spacing, and with the addresses of references. */
function told(nodes: readonly Nodes[], addresses: ReadonlyMap<string, string>): unknown[] {
  return nodes.map((node) => {
    const { position: _, ...rest } = node;
    const line = lineOf(node);
    const children = 'children' in node ? { children: told(node.children, addresses) } : {};
    if (node.type === 'link') return { type: 'link', url: node.url, line, ...children };
    const url = node.type === 'linkReference' ? addresses.get(node.identifier) : undefined;
    if (url !== undefined) return { type: 'link', url, line, ...children };
    return { ...rest, spread: undefined, line, ...children };
  });
}

const whole = (text: string) => {
  const nodes = parse(text, []);
  return told(nodes, addressesIn(nodes));
};
const inPieces = (text: string, atOnce?: number) => {
  const { children, faults } = parseInPieces(text, parse, atOnce);
  return { faults, nodes: told(children, new Map()) };
};

const lines = [
  ...['', '', 'a', 'b *c*', '# H', '## [t][r]', '---', '===', '***', 'Head', 'a  ', '`c', 'd`', '- - -'],
  ...['- a', '- b', '* c', '+ d', '1. x', '2. y', '3) z', '10. t', '  - n', '    - m', '   k', '    code', '\tcode'],
  ...['| a | b |', '|-|-|', '| c |', 'a | b', '| [q] | x |', '> q', '> - ql', '>> qq', '> 1. o', '> [z]: w', '>', '-'],
  ...['```', '~~~', '- ```', '  ```', '<div>', '</div>', '<!--', '-->', '<script>', '</script>', '<b>x</b>'],
  ...['[r]: u', '[q]:', '  v', '"title', 'more"', '[R]', '![i][r]', '[x][q]', '[foo', 'bar]: /u', '- [r]: w', '[z]'],
];

test('the blocks of a document are the same in pieces of any size', () => {
  const document = fc.array(fc.constantFrom(...lines), { minLength: 3, maxLength: 16 });
  fc.assert(
    fc.property(document, fc.integer({ min: 1, max: 6 }), (all, atOnce) => {
      const text = all.join('\n');
      expect(inPieces(text, atOnce)).toEqual({ faults: [], nodes: whole(text) });
    }),
    { numRuns: tries(2_000) },
  );
});

test('the documents of this repository are the same in small pieces', () => {
  const folder = join(import.meta.dirname, '../../../docs');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  expect(names.length).toBeGreaterThan(50);
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(inPieces(text, 7)).toEqual({ faults: [], nodes: whole(text) });
  }
});

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join('');
test.each([
  ['lists', times(9_000, (at) => `- item ${at}\n`)],
  ['lists in lists', times(3_000, (at) => `- a\n  - b ${at}\n    - c\n`)],
  ['headings with lines below', times(4_500, (at) => `Head ${at}\n---\n`)],
  ['quotes', times(4_500, (at) => `> quote ${at}\n\n`)],
  ['rows', `| a |\n|-|\n${times(9_000, (at) => `| ${at} |\n`)}`],
  ['definitions', times(9_000, (at) => `[a${at}]: b\n`)],
  ['references', times(3_000, (at) => `[a${at}]\n\n[a${at + 1}]: b\n`)],
  ['empty lines', `a\n${'\n'.repeat(9_000)}- b\n`],
])('the parser is given no more than a few hundred lines at once of very many %s', (_what, text) => {
  const given: number[] = [];
  const { faults } = parseInPieces(text, (some, known) => {
    given.push(some.split('\n').length);
    return parse(some, known);
  });
  expect(faults).toEqual([]);
  expect(Math.max(...given)).toBeLessThanOrEqual(202);
  // Twice where there are references, and again the last block of each piece.
  expect(given.reduce((sum, one) => sum + one, 0)).toBeLessThan(3 * 9_000);
});

test.each([
  ['item of a list', '- a\n', '  - b\n'],
  ['quote', '', '> - a\n'],
  ['quote whose lines have no marks', '> a\n', 'b\n'],
  ['paragraph', '', 'a\n'],
  ['code', '```\n', 'a\n'],
])('a longer %s is refused by its line, with no more than 1,001 lines at once', async (_what, first, line) => {
  const given: number[] = [];
  const text = `# L\n\n${first}${line.repeat(9_000)}`;
  parseInPieces(text, (some, known) => {
    given.push(some.split('\n').length);
    return parse(some, known);
  });
  expect(Math.max(...given)).toBeLessThanOrEqual(1_001);
  const { faults } = await readMarkdownLadder(text, null);
  expect(faults).toMatchObject([{ line: 3, message: expect.stringMatching(/^must have at most 1,000 lines in a/) }]);
  const fits = `# L\n\n${first}${line.repeat(900)}\n# M\n${line}`;
  expect(inPieces(fits)).toEqual({ faults: [], nodes: whole(fits) });
});

test('references have their addresses, also where they are defined in another piece', async () => {
  const filler = times(300, (at) => `Text ${at}.\n\n`);
  const text = `# T\n\n## Code\n\n### L1\n\nSee [the [map]][M] and [b][] and [c][none].\n\n## Notes\n\n${filler}\n[m]: map.md\n[b]: b.md\n`;
  const { data } = await readMarkdownLadder(text, null);
  const [{ skills }] = (data as { categories: [{ skills: { levels: object[] }[] }] }).categories;
  expect(skills[0]?.levels).toMatchObject([{ summary: 'See the [map] (map.md) and b (b.md) and [c][none].' }]);
});
