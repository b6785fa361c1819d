import { caseFold } from './case-folding.ts';

/**
 * Words: how texts are taken apart for search. Both engines have a tokenizer of their own, which differ by engine and
 * locale, so that neither is left anything to decide: what they index are the tokens made here.
 */

/** A word of a text: where it stands, in UTF-16 units, and the tokens it is found by. */
export interface Word {
  start: number;
  end: number;
  tokens: string[];
}

/** A token to look for; `prefix` when words that begin with it count too. */
export interface Term {
  token: string;
  prefix: boolean;
}

/** A stretch of a text: from `start` up to but not including `end`, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** Letters and digits with their marks; writing that puts no spaces between its words is taken sign by sign. */
const word =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]\p{M}*|[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]][[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]*/gv;

/** Longer words are told apart by their first 64 characters. */
const maxToken = /^.{0,64}/su;

/** The index takes this many characters of tokens of one text: what PostgreSQL can hold in a tsvector, 1 MB, and to spare. */
const maxIndexed = 250_000;

/**
 * A folded word as a token that every engine keeps whole: a letter first, then letters and digits of ASCII, in which `z`
 * and four digits to the base of 36 stand for any other character. The beginning of a word is the beginning of its token.
 */
function toToken(folded: string): string {
  const short = maxToken.exec(folded)?.[0] ?? '';
  return `w${short.replaceAll(/[^a-y0-9]/gu, (other) => `z${other.codePointAt(0)?.toString(36).padStart(4, '0')}`)}`;
}

/** The words of a text, in order. */
export function tokenize(text: string): Word[] {
  return [...text.matchAll(word)].flatMap(({ 0: run, index }) => {
    // Folding can take one character apart into several words, such as a ligature of a whole phrase.
    const tokens = (caseFold(run).match(word) ?? []).map(toToken);
    return tokens.length > 0 ? [{ start: index, end: index + run.length, tokens }] : [];
  });
}

/** A text as the index has it: its tokens, with a space between them. */
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

/** Where the words of a text stand that are looked for; words that touch make one stretch. */
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
