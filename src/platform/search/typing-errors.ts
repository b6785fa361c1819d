/*
 * Words that differ by one typing error: a letter too many, one too few, another one, or two adjacent ones in the wrong order
 * (Damerau-Levenshtein distance 1). They are looked up in the vocabulary, in which each word has two keys: its length with its
 * letters, and with its letters in reverse. One error leaves the first or the second half of a word as it is, so all such words are in few
 * ranges of the keys.
 */

/** The words of the vocabulary have at least this many letters: one less than those that are corrected. */
export const minVocabularyLetters = 4;

const lengthOf = (letters: readonly string[], change = 0) => String(letters.length + change).padStart(2, '0');

/** The keys of a word in the vocabulary. */
export function keysOf(word: string): string[] {
  const letters = Array.from(word);
  return [`f${lengthOf(letters)}${word}`, `r${lengthOf(letters)}${letters.toReversed().join('')}`];
}

/** The word of a key. */
export function wordOfKey(key: string): string {
  const letters = Array.from(key.slice(3));
  return (key.startsWith('r') ? letters.toReversed() : letters).join('');
}

/** The ranges of keys, from and below, that have those of all words with one typing error. */
export function keyRangesOf(word: string): [from: string, below: string][] {
  const letters = Array.from(word);
  const half = Math.floor((letters.length - 1) / 2);
  const starts = { f: letters.slice(0, half), r: letters.slice(half + 1).toReversed() };
  return Object.entries(starts).flatMap(([way, start]) =>
    [-1, 0, 1].map((change): [string, string] => {
      const from = `${way}${lengthOf(letters, change)}${start.join('')}`;
      return [from, `${from}\u{10ffff}`];
    }),
  );
}

/** Whether two words differ by exactly one typing error. */
export function hasOneError(one: string, other: string): boolean {
  const [short, long] = [Array.from(one), Array.from(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  const at = short.findIndex((letter, index) => letter !== long[index]);
  const isEqualAfter = (a: number, b: number) => short.slice(a).join('') === long.slice(b).join('');
  if (long.length === short.length + 1) return at < 0 || isEqualAfter(at, at + 1);
  if (long.length !== short.length || at < 0) return false;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isEqualAfter(at + 1, at + 1) || (isSwapped && isEqualAfter(at + 2, at + 2));
}
