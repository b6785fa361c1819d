import { caseFold } from './case-folding.ts';
import { stemsOf } from './stems.ts';
import { pairToken, type Range, readWords, stemToken, tokenize, tokensOf, type Word, wordToken } from './tokenizer.ts';
import { spellingsOf } from './word-folding.ts';

/** A word to look for. Documents have it that have any of its tokens. */
export interface Term {
  /** The tokens of the word itself, in its spellings. One with a space stands for both of its parts. */
  readonly words: readonly string[];
  /** The tokens of other forms of it, with the same stem. */
  readonly stems: readonly string[];
  /** Whether longer words that start with it match too. */
  readonly prefix: boolean;
  /** The folded word, if words that differ by a typing error match too. */
  readonly corrected: string | null;
  /** The tokens of such words. None before they have been looked up. */
  readonly corrections: readonly string[];
}

/** Typing errors are corrected in words of at least five letters; in shorter ones, too many other words are meant. */
const minCorrected = 5;

/** Letters of words that may be English or German. Words of other languages match as beginnings, as they have no stems here. */
const stemmedLetters = /^[a-zäöüß]*$/i;
/** The length from which words of other languages match as beginnings. */
const minBeginning = 3;

/** The terms of a search text. The last word, and any word followed by `*`, also match as beginnings of longer words. */
export function termsOf(text: string): Term[] {
  const all = tokenize(text);
  return all.flatMap((word, index) => {
    if (word.kind === 'LAST') return [];
    if (word.kind !== 'WORD') return [pairTerm(word)];
    const isOpen = index === all.length - 1 || text[word.end] === '*';
    return wordTerms(text.slice(word.start, word.end), word, isOpen);
  });
}

/** Documents with tokens of version 1 have each character as a word. */
const pairTerm = ({ forms: [pair = ''], kind }: Word): Term => ({
  words: [pairToken(pair), Array.from(pair, wordToken).join(' ')],
  stems: [],
  prefix: kind === 'ONLY',
  corrected: null,
  corrections: [],
});

function wordTerms(written: string, { forms }: Word, isOpen: boolean): Term[] {
  const letters = written.normalize('NFC');
  const isOther = letters.length >= minBeginning && !/\p{N}/u.test(letters) && !stemmedLetters.test(letters);
  return forms.map((form, place) => {
    const spellings = forms.length === 1 ? spellingsOf(written) : [form];
    const stems = new Set(spellings.flatMap((each) => stemsOf(each)));
    const isCorrected = Array.from(form).length >= minCorrected && !/\p{N}/u.test(form);
    // Documents with tokens of version 1 have words with their accents.
    const earlier = forms.length === 1 ? [wordToken(caseFold(written))] : [];
    return {
      words: [...new Set([...spellings.map(wordToken), ...earlier])],
      // A stem is only indexed if it differs from the word.
      stems: [
        ...new Set([...spellings.map(stemToken), ...Array.from(stems, stemToken), ...Array.from(stems, wordToken)]),
      ],
      prefix: (isOpen || isOther) && place === forms.length - 1,
      corrected: isCorrected ? form : null,
      corrections: [],
    };
  });
}

/** Whether a token of a document is one of a term. */
function isOf(token: string, { words, stems, prefix, corrections }: Term): boolean {
  if (words.includes(token) || stems.includes(token) || corrections.includes(token)) return true;
  return prefix && words.some((word) => token.startsWith(word));
}

/** The ranges of the words of a text that match any of the terms. Adjacent ones are one range. */
export function findTerms(text: string, terms: readonly Term[]): Range[] {
  const ranges: Range[] = [];
  for (const word of readWords(text)) {
    if (!tokensOf(word).some((token) => terms.some((term) => isOf(token, term)))) continue;
    const last = ranges.at(-1);
    if (last && word.start <= last.end) last.end = Math.max(last.end, word.end);
    else ranges.push({ start: word.start, end: word.end });
  }
  return ranges;
}
