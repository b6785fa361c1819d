import type { Construct } from 'micromark-util-types';
import type { ParseMarkdown } from './markdown-pieces.ts';

/** The parser of Markdown with tables. Loaded on demand: most servers read no ladders. */
export async function loadMarkdownParser(): Promise<ParseMarkdown> {
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm-table'),
    import('mdast-util-gfm-table'),
  ]);
  const mdastExtensions = [gfmTableFromMarkdown()];
  return (text, known) => {
    const extensions = [gfmTable(), { document: { null: knowing(known) } }];
    return fromMarkdown(text, { extensions, mdastExtensions }).children;
  };
}

/** Tells the parser which labels are defined elsewhere, before it reads anything. It takes nothing itself. */
const knowing = (known: readonly string[]): Construct => ({
  tokenize(_effects, _ok, nok) {
    if (this.parser.defined.length === 0) this.parser.defined.push(...known);
    return nok;
  },
});
