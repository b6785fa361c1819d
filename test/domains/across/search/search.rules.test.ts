import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxSnippet, searchInput, snippetOf } from '../../../../src/domains/across/search/search.rules.ts';

const termsOf = (text: string) => searchInput.parse({ text }).text;
const marked = ({ text, marks }: { text: string; marks: { start: number; end: number }[] }) =>
  marks.map(({ start, end }) => text.slice(start, end));

test('a text without words, with too many, or too long is refused with the reason', () => {
  const faults = (text: string) => searchInput.safeParse({ text }).error?.issues.map(({ message }) => message);
  expect(faults('')).toEqual(['must have a letter or a digit in it']);
  expect(faults('"*" -🎉')).toEqual(['must have a letter or a digit in it']);
  expect(faults('a '.repeat(33))).toEqual(['must have at most 32 words']);
  expect(faults('a'.repeat(201))).toEqual(['must have at most 200 characters']);
  expect(faults('a '.repeat(32))).toBeUndefined();
});

test('a snippet is an excerpt around the first word that was found', () => {
  const text = `${'before '.repeat(50)}needle${' after'.repeat(50)}`;
  const snippet = snippetOf(text, termsOf('needle'));
  expect(snippet.text).toMatch(/^…before (before )+needle (after )+after…$/);
  expect(marked(snippet)).toEqual(['needle']);
  expect(snippetOf('one\nline\tonly', termsOf('line'))).toEqual({
    text: 'one line only',
    marks: [{ start: 4, end: 8 }],
  });
  expect(snippetOf(text, termsOf('absent')).text.startsWith('before before')).toBe(true);
  expect(snippetOf('', termsOf('absent'))).toEqual({ text: '', marks: [] });
});

test('a snippet has a limited length, is well-formed, and has a found word if there is one', () => {
  const piece = fc.oneof(fc.constantFrom(' ', '\n', '🎉', '東', 'needle', 'ẞ', '\u0301'), fc.string({ maxLength: 80 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, has) => {
      const text = [...pieces, has ? ' needle ' : '', ...pieces.toReversed()].join('');
      const snippet = snippetOf(text, termsOf('needle'));
      expect(snippet.text.length).toBeLessThanOrEqual(maxSnippet);
      expect(snippet.text.isWellFormed()).toBe(true);
      expect(marked(snippet).length > 0 || !has).toBe(true);
    }),
  );
});
