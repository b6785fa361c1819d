import { z } from 'zod';
import { findTerms, type Term, termsOf } from '../../../platform/search/terms.ts';
import { type Range, tokenize } from '../../../platform/search/tokenizer.ts';

/** The limits of a search text: enough for a sentence, and few enough for every search to be fast. */
const max = { characters: 200, words: 32 };

/** The number of hits that can be paged through. */
export const maxHits = 500;

/**
 * The terms of a search text. All must be found; the last word, and any word followed by `*`, also as the beginning of a longer
 * word. Everything between words is ignored.
 */
export const searchInput = z.object({
  text: z
    .string()
    .max(max.characters, `must have at most ${max.characters} characters`)
    .transform((text, issues): Term[] => {
      const words = tokenize(text).length;
      if (words === 0) issues.addIssue('must have a letter or a digit in it');
      if (words > max.words) issues.addIssue(`must have at most ${max.words} words`);
      return termsOf(text);
    }),
});

/** A text with the ranges that were searched for. */
export interface MarkedText {
  text: string;
  marks: Range[];
}

/** A text with all search terms marked. */
export const mark = (text: string, terms: readonly Term[]): MarkedText => ({ text, marks: findTerms(text, terms) });

/** The maximum length of a snippet in UTF-16 units, and how many of them come before the first mark. */
export const maxSnippet = 200;
const leadIn = 60;
const ellipsis = '…';

/** An excerpt of a text, on one line, around the first search term; its beginning if there is none. */
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

/** The beginning of a word at or after a place; the limit, if none begins before it. */
function wordStart(text: string, place: number, limit: number): number {
  const space = text.indexOf(' ', place - 1);
  return space < 0 || space >= limit ? limit : space + 1;
}

/** The end of the last word that ends at or before a place; within a longer word, a place between letters. */
function wordEnd(text: string, start: number, place: number): number {
  const space = text.lastIndexOf(' ', place);
  if (space > start + maxSnippet / 2) return space;
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') ? place - 1 : place;
}
