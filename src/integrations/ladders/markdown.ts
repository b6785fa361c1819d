import { InvalidInputError } from '../../platform/errors.ts';
import type { LocatedData } from '../located-data.ts';
import { requireShort } from './ladder.ts';
import { readSections } from './markdown-sections.ts';
import { sectionsOf } from './sections.ts';

/** The maximum number of lines, and of emphases and brackets without a blank line: the parser compares these to each other. */
const [maxLines, maxMarks] = [10_000, 2_000];

/** @throws InvalidInputError if a text has more of what takes the parser long than ladders have */
function requireFew(text: string): void {
  const refuse = (message: string) => new InvalidInputError([{ path: ['input', 'text'], message }]);
  if ((text.match(/\n/g)?.length ?? 0) > maxLines)
    throw refuse(`must have at most ${maxLines.toLocaleString('en')} lines`);
  // Rows of tables are read one by one.
  for (const part of text.split(/\n(?=[ \t]*(?:\n|\|))/))
    if ((part.match(/\*+|_+|\[/g)?.length ?? 0) > maxMarks)
      throw refuse(
        `must have at most ${maxMarks.toLocaleString('en')} emphases and brackets without a blank line between them`,
      );
}

/**
 * Reads a framework from Markdown: tables of skills and levels, and headings of skills and levels in either order, with paragraphs and lists.
 * @param name the name of the framework. Null: the title of the file
 * @throws InvalidInputError at `input.text` if it has no skills with levels
 */
export async function readMarkdownLadder(text: string, name: string | null): Promise<LocatedData> {
  requireShort(text);
  // Loaded on demand: most servers read no ladders.
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm-table'),
    import('mdast-util-gfm-table'),
  ]);
  const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const front = /^---\n([\s\S]*?)\n---(?=\n|$)/.exec(source)?.[0] ?? '';
  const body = front.replaceAll(/[^\n]/g, '') + source.slice(front.length);
  // The parser calls itself for each list in a list.
  if (/^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*){21}/m.test(body))
    throw new InvalidInputError([{ path: ['input', 'text'], message: 'must not be nested more than 20 deep' }]);
  requireFew(body);
  const { children } = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const { sections, titled } = sectionsOf(children);
  const fronted = /^title:[ \t]*["']?(.+?)["']?[ \t]*$/m.exec(front)?.[1];
  const title = name ?? (titled?.name || fronted);
  if (!title)
    throw new InvalidInputError([{ path: ['input', 'name'], message: 'must be given: the file has no title' }]);
  return readSections(sections, titled, title);
}
