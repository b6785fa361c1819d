import { linesOf } from './flashcard.ts';
import { paragraphsOf, withoutCode } from './markdown-notes.ts';

/* Tags of notes of Obsidian (help.obsidian.md/tags): in the text, or in the properties above it. What is code has none. */

/** The tag of notes with cards, unless the settings of the plugin for spaced repetition have others. */
export const usualTag = '#flashcards';

/** Whether a note has one of some tags, or one below it such as `#flashcards/databases`, regardless of case. */
export function isTagged(text: string, wanted: readonly string[]): boolean {
  const names = wanted.map((tag) => tag.replace(/^#/, '').toLowerCase()).filter((name) => name !== '');
  return tagsOf(text)
    .map((tag) => tag.toLowerCase())
    .some((tag) => names.some((name) => tag === name || tag.startsWith(`${name}/`)));
}

/** The tags of a note without `#`, one after another: the first ones mostly tell. */
function* tagsOf(text: string): Generator<string, void> {
  const lines = linesOf(text);
  yield* propertyTagsOf(lines);
  for (const { lines: some } of paragraphsOf(lines)) {
    for (const line of some)
      for (const [, tag = ''] of withoutCode(line).matchAll(/(?<=^|\s)#([\p{L}\p{N}\p{M}_/-]+)/gu)) yield tag;
  }
}

/** The tags in the properties: in a line, in brackets or not, or each in a line of its own. */
function propertyTagsOf(lines: readonly string[]): string[] {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const first = lines.slice(0, Math.max(0, end)).findIndex((line) => /^tags?:/i.test(line));
  if (first < 0) return [];
  const rest = lines.slice(first + 1, end);
  const next = rest.findIndex((line) => /^\S/.test(line) && !line.startsWith('-'));
  const values = [(lines[first] ?? '').replace(/^tags?:/i, ''), ...rest.slice(0, next < 0 ? undefined : next)];
  return values
    .join(' ')
    .split(/[\s,[\]"'#]+/)
    .filter((tag) => tag !== '' && tag !== '-');
}
