import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasOneError, keyRangesOf, keysOf, wordOfKey } from '../../../src/platform/search/typing-errors.ts';

const letters = fc.array(fc.constantFrom(...Array.from('abcжไ𝒳')), { minLength: 5, maxLength: 12 });

/** A word, and the same with one typing error. */
const mistyped = fc
  .tuple(letters, fc.nat(), fc.constantFrom('a', 'q', 'ж'), fc.nat(3))
  .map(([word, place, letter, kind]) => {
    const at = place % word.length;
    const swapped = word.with(at, word[at + 1] ?? '').with(at + 1 < word.length ? at + 1 : at, word[at] ?? '');
    const other = [word.toSpliced(at, 1), word.toSpliced(at, 0, letter), word.with(at, letter), swapped][kind] ?? [];
    return { word: word.join(''), other: other.join('') };
  });

test('a word with one typing error is within the ranges of keys, and recognized', () => {
  fc.assert(
    fc.property(mistyped, ({ word, other }) => {
      expect(hasOneError(word, other)).toBe(word !== other);
      expect(hasOneError(other, word)).toBe(word !== other);
      const isIn = (key: string) => keyRangesOf(word).some(([from, below]) => from <= key && key < below);
      expect([word, other, keysOf(other).some(isIn)]).toEqual([word, other, true]);
      expect(keysOf(other).map(wordOfKey)).toEqual([other, other]);
    }),
    { numRuns: 2_000 },
  );
});

/** The distance by the textbook: insertions, deletions, substitutions, and transpositions of adjacent letters. */
function distance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  const at = (i: number, j: number) => d[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, isSwapped ? at(i - 2, j - 2) + 1 : changed);
      (d[i] as number[])[j] = best;
    }
  }
  return at(a.length, b.length);
}

test('one typing error is a distance of one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '𝒳'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect([one, other, hasOneError(one, other)]).toEqual([one, other, distance(one, other) === 1]);
    }),
    { numRuns: 2_000 },
  );
});
