import { InvalidInputError } from '../../platform/errors.ts';
import type { LocatedData } from '../located-data.ts';
import { requireShort } from './ladder.ts';
import { boundMarkdown } from './markdown-bounds.ts';
import { loadMarkdownParser } from './markdown-parser.ts';
import { parseInPieces } from './markdown-pieces.ts';
import { readSections } from './markdown-sections.ts';
import { sectionsOf } from './sections.ts';

/**
 * Reads a framework from Markdown: tables of skills and levels, and headings of skills and levels in either order, with paragraphs and lists.
 * @param name the name of the framework. Null: the title of the file
 * @throws InvalidInputError at `input.text` if it has no skills with levels
 */
export async function readMarkdownLadder(text: string, name: string | null): Promise<LocatedData> {
  requireShort(text);
  const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const [front = '', fence] = /^(---|\+\+\+)\n(?:[\s\S]*?\n)?\1[ \t]*(?=\n|$)/.exec(source) ?? [];
  const body = front.replaceAll(/[^\n]/g, '') + source.slice(front.length);
  const bounded = boundMarkdown(body);
  const { children, faults } = parseInPieces(bounded.text, await loadMarkdownParser());
  const { sections, titled } = sectionsOf(children);
  const fronted = titleOf(fence === '+++' ? front.replace(/\n\[[\s\S]*/, '') : front);
  const title = name ?? (titled?.name || fronted);
  if (!title)
    throw new InvalidInputError([{ path: ['input', 'name'], message: 'must be given: the file has no title' }]);
  return readSections(sections, titled, title, [...bounded.faults, ...faults]);
}

/** The title in front matter, which is YAML or TOML. What stands in tables of TOML is not looked at. */
function titleOf(front: string): string | undefined {
  const [, double, single, plain] =
    /^title[ \t]*[:=][ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|(\S.*?))[ \t]*(?:[ \t]#.*)?$/m.exec(front) ?? [];
  return double ?? single ?? plain;
}
