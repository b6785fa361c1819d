import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTerms, tokenize, toTokenText } from '../../../src/platform/search/tokenizer.ts';

const read = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end));
const unit = fc.string({ unit: 'binary', maxLength: 60 });

test('words consist of letters and digits with their marks', () => {
  expect(read('Don’t ask "Größe" AND (re-read): C++, 1e5 – x_y.z')).toEqual([
    'Don',
    't',
    'ask',
    'Größe',
    'AND',
    're',
    'read',
    'C',
    '1e5',
    'x',
    'y',
    'z',
  ]);
  expect(read('🎉 ❤️ 👩‍👩‍👧 — …')).toEqual([]);
  expect(read('e\u0301cole')).toEqual(['e\u0301cole']);
});

test('in scripts without spaces, each character is a word', () => {
  expect(read('東京タワー2 한국어 ไทย')).toEqual(['東', '京', 'タ', 'ワ', 'ー2', '한국어', 'ไทย']);
});

test('words that differ in case and form only have the same tokens', () => {
  for (const [one, other] of [
    ['STRASSE', 'straße'],
    ['ΟΔΟΣ', 'οδος'],
    ['é', 'e\u0301'],
    ['ﬁne', 'FINE'],
    ['İ', 'i\u0307'],
  ] as const)
    expect([one, toTokenText(one)]).toEqual([one, toTokenText(other)]);
  expect(toTokenText('cafe')).not.toBe(toTokenText('café'));
});

test('tokens are a letter, then letters and digits of ASCII, and no two words share one', () => {
  fc.assert(
    fc.property(unit, (text) => {
      for (const { tokens, start, end } of tokenize(text)) {
        expect(end).toBeGreaterThan(start);
        expect(tokens.length).toBeGreaterThan(0);
        for (const token of tokens) expect(token).toMatch(/^w[a-z0-9]+$/);
      }
    }),
  );
  // `z` begins the stand-in of another character, so a word cannot pretend to be one.
  expect(toTokenText('zé')).toBe('wz003ez006h');
  expect(toTokenText('z006h')).not.toBe(toTokenText('é'));
});

test('a prefix of a word is a prefix of its token', () => {
  const letters = fc.array(fc.constantFrom('a', 'z', '1', 'ж', 'ö', 'ł', '𝒳'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(letters, fc.nat(12), (all, count) => {
      const start = all.slice(0, count + 1).join('');
      expect(toTokenText(all.join('')).startsWith(toTokenText(start))).toBe(true);
    }),
  );
});

test('the tokens of a text are limited to what PostgreSQL can store', () => {
  const words = Array.from({ length: 90_000 }, (_, index) => `ж${index}`).join(' ');
  expect(toTokenText(words).length).toBeLessThanOrEqual(250_000);
  expect(toTokenText(words).length).toBeGreaterThan(249_000);
  expect(toTokenText('a'.repeat(1_000))).toBe(`w${'a'.repeat(64)}`);
});

test('found ranges are at their words, in order and without overlaps', () => {
  expect(findTerms('Tea, teapots and TEA.', [{ token: 'wtea', prefix: false }])).toEqual([
    { start: 0, end: 3 },
    { start: 17, end: 20 },
  ]);
  expect(findTerms('Tea, teapots', [{ token: 'wtea', prefix: true }])).toHaveLength(2);
  const terms = tokenize('東京').flatMap(({ tokens }) => tokens.map((token) => ({ token, prefix: false })));
  expect(findTerms('in 東京, 京', terms)).toEqual([
    { start: 3, end: 5 },
    { start: 7, end: 8 },
  ]);
  fc.assert(
    fc.property(unit, unit, (text, wanted) => {
      const looked = tokenize(wanted).flatMap(({ tokens }) => tokens.map((token) => ({ token, prefix: true })));
      let end = -1;
      for (const range of findTerms(text + wanted, looked)) {
        expect(range.start).toBeGreaterThan(end);
        end = range.end;
      }
      expect(end).toBeLessThanOrEqual(text.length + wanted.length);
    }),
  );
});
