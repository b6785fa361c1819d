import { caseFold } from './case-folding.ts';

/*
 * Splits texts into the tokens that search indexes. The tokenizers of the engines differ by engine and locale; the tokens made
 * here pass through both of them unchanged.
 */

/** A word of a text: its range in UTF-16 units, and its tokens. */
interface Word {
  start: number;
  end: number;
  tokens: string[];
}

/** A token to look for. With `prefix`, tokens that start with it match too. */
export interface Term {
  token: string;
  prefix: boolean;
}

/** A range of a text in UTF-16 units. `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A word: letters and digits with their marks. In scripts without spaces, each character is a word. */
const word =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]\p{M}*|[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]][[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]*/gv;

/** Words are compared by their first 64 characters. */
const maxToken = /^.{0,64}/su;

/** The maximum length of the tokens of one text, in characters: well below the 1 MB of a tsvector in PostgreSQL. */
const maxIndexed = 250_000;

/**
 * A case-folded word as a token that both engines keep whole: an ASCII letter, then ASCII letters and digits. `z` and four
 * digits in base 36 encode any other character. A prefix of a word is a prefix of its token.
 */
function toToken(folded: string): string {
  const short = maxToken.exec(folded)?.[0] ?? '';
  return `w${short.replaceAll(/[^a-y0-9]/gu, (other) => `z${other.codePointAt(0)?.toString(36).padStart(4, '0')}`)}`;
}

/** The words of a text, in their order. */
export function tokenize(text: string): Word[] {
  return [...text.matchAll(word)].flatMap(({ 0: run, index }) => {
    // Case folding can expand one character to several words, such as a ligature of a phrase.
    const tokens = (caseFold(run).match(word) ?? []).map(toToken);
    return tokens.length > 0 ? [{ start: index, end: index + run.length, tokens }] : [];
  });
}

/** The tokens of a text, separated by spaces, as the index stores them. */
export function toTokenText(text: string): string {
  let indexed = '';
  for (const { tokens } of tokenize(text)) {
    const next = tokens.join(' ');
    if (indexed.length + next.length > maxIndexed) break;
    indexed += indexed === '' ? next : ` ${next}`;
  }
  return indexed;
}

const isFoundBy = (token: string, term: Term) => (term.prefix ? token.startsWith(term.token) : token === term.token);

/** The ranges of the words of a text that match any of the terms. Adjacent words are one range. */
export function findTerms(text: string, terms: readonly Term[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end, tokens } of tokenize(text)) {
    if (!tokens.some((token) => terms.some((term) => isFoundBy(token, term)))) continue;
    const last = ranges.at(-1);
    if (last?.end === start) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}
