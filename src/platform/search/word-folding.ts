import { caseFold } from './case-folding.ts';

/** Marks that make no other letter: accents, vowel points and variation selectors. Not the voicing of kana, nor the vowels of Indic scripts. */
const accents = /[[[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}]&&\p{M}]--[\u3099\u309a]]/gv;

/** Letters of Latin script that have no form without their stroke or ligature in Unicode. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i' },
  ...{ æ: 'ae', œ: 'oe', þ: 'th' },
};
const strokes = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

const plain = /^[a-z0-9]*$/i;

/** The form in which the words of a search are compared: without case, and without accents. `Tomás` and `TOMAS` are `tomas`. */
export function foldWord(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  const bare = caseFold(word).normalize('NFD').replaceAll(accents, '');
  return bare.replaceAll(strokes, (letter) => plainLetters[letter] as string).normalize('NFC');
}

const umlauts: Readonly<Record<string, string>> = { 'a\u0308': 'ae', 'o\u0308': 'oe', 'u\u0308': 'ue' };

/**
 * The folded forms of a word in the spellings of German: `Müller` is `muller` and `mueller`, and so is `Mueller`. Short words
 * with `ae`, `oe` or `ue` have one form, since in most of them, such as `due`, they stand for no umlaut.
 */
export function spellingsOf(word: string): string[] {
  const folded = foldWord(word);
  if (/^[a-z]{5,}$/i.test(word)) return [...new Set([folded, folded.replaceAll(/(?<=[ao])e|(?<=[^aeq]u)e/g, '')])];
  const written = caseFold(word).normalize('NFD');
  return [...new Set([folded, foldWord(written.replaceAll(/[aou]\u0308/g, (umlaut) => umlauts[umlaut] as string))])];
}
