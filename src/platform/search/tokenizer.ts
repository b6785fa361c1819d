import { stemsOf } from './stems.ts';
import { foldWord } from './word-folding.ts';

/*
 * Splits texts into the tokens that search indexes. The tokenizers of the engines differ by engine and locale; the tokens made
 * here pass through both of them unchanged: an ASCII letter that tells their kind, then ASCII letters and digits.
 */

/** The version of the tokens. Increment it if texts get other ones, so that documents with earlier tokens get them anew. */
export const tokenizerVersion = 2;

/** A range of a text in UTF-16 units. `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A word of a text, or a character of a run of Chinese, Japanese or Korean with the next one. */
export interface Word extends Range {
  /** Its folded forms: one, unless folding makes several words of a letter, such as a ligature of a phrase. */
  readonly forms: readonly string[];
  /** `LAST` is the last character of a run, which is alone; `ONLY` is the only one. */
  readonly kind: 'WORD' | 'PAIR' | 'LAST' | 'ONLY';
}

const cjk = String.raw`[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]&&[\p{L}\p{N}]]`;

/** A run of Chinese, Japanese or Korean, or a word of any other script: letters and digits with their marks. */
const words = new RegExp(String.raw`(${cjk}[${cjk}\p{M}]*)|[[\p{L}\p{N}]--${cjk}][[\p{L}\p{N}\p{M}]--${cjk}]*`, 'gv');

/** The same in texts of ASCII alone, which most are; much quicker. */
const asciiWords = /[a-z0-9]+/gi;
const ascii = /^\p{ASCII}*$/u;

/** A character of a run: a syllable of Korean that is written in parts, or a letter with its marks. */
const characters =
  /[\u1100-\u115f\ua960-\ua97c]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*|.[\p{M}\uff9e\uff9f]*/gsu;

/** The words of a text, in their order. Those of a run overlap. */
export const tokenize = (text: string): Word[] => [...readWords(text)];

/** The same, one after another. */
export function* readWords(text: string): Generator<Word> {
  const isAscii = ascii.test(text);
  for (const { 0: found, 1: run, index } of text.matchAll(isAscii ? asciiWords : words)) {
    if (run !== undefined) {
      yield* pairsOf(run, index);
      continue;
    }
    const folded = foldWord(found);
    const forms = isAscii ? [folded] : (folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []);
    if (forms.length > 0) yield { start: index, end: index + found.length, forms, kind: 'WORD' };
  }
}

/** Each character of a run with the next one. @param start where the run starts */
function* pairsOf(run: string, start: number): Generator<Word> {
  let before: (Range & { letter: string }) | null = null;
  let isFirst = true;
  for (const { 0: found, index } of run.matchAll(characters)) {
    for (const letter of foldWord(found).match(/[\p{L}\p{N}]/gu) ?? []) {
      const range = { start: start + index, end: start + index + found.length };
      if (before) {
        yield { start: before.start, end: range.end, forms: [before.letter + letter], kind: 'PAIR' };
        isFirst = false;
      }
      before = { ...range, letter };
    }
  }
  if (before) yield { start: before.start, end: before.end, forms: [before.letter], kind: isFirst ? 'ONLY' : 'LAST' };
}

/** Words are compared by their first 64 characters. */
const maxLetters = 64;

/** ASCII letters and digits in place of others. `z` and four digits in base 36 stand for any other character, and for itself. */
function encode(folded: string): string {
  if (folded.length <= maxLetters && /^[a-y0-9]*$/.test(folded)) return folded;
  const short = /^.{0,64}/su.exec(folded)?.[0] ?? '';
  return short.replaceAll(/[^a-y0-9]/gu, (other) => `z${other.codePointAt(0)?.toString(36).padStart(4, '0')}`);
}

const decode = (encoded: string): string =>
  encoded.replaceAll(/z([0-9a-z]{4})/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 36)));

/** The token of a folded word. The token of a prefix of a word is a prefix of its token. */
export const wordToken = (folded: string) => `w${encode(folded)}`;
/** The folded word of a token. */
export const wordOfToken = (token: string): string => decode(token.slice(1));
/** The token of a stem. */
export const stemToken = (stem: string) => `s${encode(stem)}`;
/** The token of one or two characters of a script without spaces. */
export const pairToken = (folded: string) => `c${encode(folded)}`;

/** The tokens of a word of a text. */
export function tokensOf({ forms, kind }: Word): string[] {
  if (kind !== 'WORD') return forms.map(pairToken);
  const tokens: string[] = [];
  for (const form of forms) {
    tokens.push(wordToken(form));
    for (const stem of stemsOf(form)) tokens.push(stemToken(stem));
  }
  return tokens;
}

/** The maximum length of the tokens of one text, in characters: well below the 1 MB of a tsvector in PostgreSQL. */
const maxIndexed = 250_000;

/** The different tokens of a text, separated by spaces, as the index stores them. */
export function toTokenText(text: string): string {
  const tokens = new Set<string>();
  let length = -1;
  for (const each of readWords(text)) {
    for (const token of tokensOf(each)) {
      if (tokens.has(token)) continue;
      length += token.length + 1;
      if (length > maxIndexed) return [...tokens].join(' ');
      tokens.add(token);
    }
  }
  return [...tokens].join(' ');
}
