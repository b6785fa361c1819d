import fc from 'fast-check';
import { expect, test } from 'vitest';
import { truncate } from '../../../src/platform/validation/truncate.ts';

test('a character is kept or left out as a whole', () => {
  expect(truncate('abc', 3)).toBe('abc');
  expect(truncate('abcd', 3)).toBe('abc');
  // A surrogate pair, a family of joined emoji, and a letter with a combining accent.
  expect(truncate('ab😀', 3)).toBe('ab');
  expect(truncate('ab👨‍👩‍👧c', 9)).toBe('ab');
  expect(truncate('ab👨‍👩‍👧c', 10)).toBe('ab👨‍👩‍👧');
  expect(truncate('abe\u0301d', 3)).toBe('ab');
});

test('a text of any kind is cut to at most its maximum, and stays well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(300), (text, max) => {
      const cut = truncate(text.toWellFormed(), max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut.isWellFormed()).toBe(true);
      expect(text.toWellFormed().startsWith(cut)).toBe(true);
    }),
  );
});
