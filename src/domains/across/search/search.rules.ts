import { z } from 'zod';
import { findTerms, type Range, type Term, tokenize } from '../../../platform/search/tokenizer.ts';

/** What is looked for: enough for a sentence that one remembers, and bounded so that every search is quick. */
const max = { characters: 200, words: 32 };

/** As many hits can be paged through; who has not found it among these adds a word. */
export const maxHits = 500;

/**
 * The terms of a text to look for. All must be found; the last word, and any with a `*` after it, also as the beginning of
 * a longer word. What stands between words means nothing.
 */
export const searchInput = z.object({
  text: z
    .string()
    .max(max.characters, `must have at most ${max.characters} characters`)
    .transform((text, issues): Term[] => {
      const words = tokenize(text);
      if (words.length === 0) issues.addIssue('must have a letter or a digit in it');
      if (words.length > max.words) issues.addIssue(`must have at most ${max.words} words`);
      return words.flatMap(({ tokens, end }, index) => {
        const open = index === words.length - 1 || text[end] === '*';
        return tokens.map((token, place) => ({ token, prefix: open && place === tokens.length - 1 }));
      });
    }),
});

/** A text with the stretches of it that were looked for. */
export interface MarkedText {
  text: string;
  marks: Range[];
}

/** A text as it is, with all that was looked for marked in it. */
export const mark = (text: string, terms: readonly Term[]): MarkedText => ({ text, marks: findTerms(text, terms) });

/** A snippet has at most this many UTF-16 units, some of them before the first that was looked for. */
export const maxSnippet = 200;
const leadIn = 60;
const ellipsis = '…';

/** A piece of a text, on one line, around the first stretch of it that was looked for; its beginning where there is none. */
export function snippetOf(text: string, terms: readonly Term[]): MarkedText {
  const line = text.replaceAll(/[\r\n\t\u2028\u2029]/g, ' ');
  const first = findTerms(line, terms)[0]?.start ?? 0;
  const start = first <= leadIn ? 0 : wordStart(line, first - leadIn, first);
  const head = start > 0 ? ellipsis : '';
  const room = maxSnippet - head.length;
  if (line.length - start <= room) return mark(head + line.slice(start), terms);
  const end = wordEnd(line, start, start + room - ellipsis.length);
  return mark(head + line.slice(start, end) + ellipsis, terms);
}

/** The beginning of a word at or after a place; where none begins before the limit, the limit. */
function wordStart(text: string, place: number, limit: number): number {
  const space = text.indexOf(' ', place - 1);
  return space < 0 || space >= limit ? limit : space + 1;
}

/** The end of the last word that ends at or before a place; within a word that is longer than that, a place between letters. */
function wordEnd(text: string, start: number, place: number): number {
  const space = text.lastIndexOf(' ', place);
  if (space > start + maxSnippet / 2) return space;
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') ? place - 1 : place;
}
