import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize, tokensOf, toTokenText, wordOfToken, wordToken } from '../../../src/platform/search/tokenizer.ts';

const read = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end));
const unit = fc.string({ unit: 'binary', maxLength: 60 });

test('words consist of letters and digits with their marks', () => {
  expect(read('Don’t ask "Größe" AND (re-read): C++, 1e5 – x_y.z')).toEqual([
    ...['Don', 't', 'ask', 'Größe', 'AND', 're', 'read', 'C', '1e5', 'x', 'y', 'z'],
  ]);
  expect(read("Don't ask; C++, 1e5 - x_y.z")).toEqual(['Don', 't', 'ask', 'C', '1e5', 'x', 'y', 'z']);
  expect(read('🎉 ❤️ 👩‍👩‍👧 — …')).toEqual([]);
  expect(read('e\u0301cole')).toEqual(['e\u0301cole']);
});

test('Chinese, kana and Korean are read as pairs of characters, with the last one alone', () => {
  expect(read('東京タワー2 한국 ไทย')).toEqual(['東京', '京タ', 'タワ', 'ワー', 'ー', '2', '한국', '국', 'ไทย']);
  expect(tokenize('東 京都').map(({ kind }) => kind)).toEqual(['ONLY', 'PAIR', 'LAST']);
  // Half-width kana, voicing as a mark, syllables in parts, and variants of an ideograph.
  for (const [one, other] of [
    ['ｶﾞｷﾞ', 'ガギ'],
    ['か\u3099', 'が'],
    ['한국'.normalize('NFD'), '한국'],
    ['葛\u{e0100}城', '葛城'],
  ] as const)
    expect([one, toTokenText(one)]).toEqual([one, toTokenText(other)]);
  expect(toTokenText('が')).not.toBe(toTokenText('か'));
});

test('words that differ in case, form and accents only have the same tokens', () => {
  for (const [one, other] of [
    ['STRASSE', 'straße'],
    ['ΟΔΟΣ', 'οδος'],
    ['é', 'e\u0301'],
    ['ﬁne', 'FINE'],
    ['İ', 'i\u0307'],
    ['Tomás', 'tomas'],
    ['Œuvre', 'oeuvre'],
  ] as const)
    expect([one, toTokenText(one)]).toEqual([one, toTokenText(other)]);
});

test('tokens are a letter, then letters and digits of ASCII, and no two words share one', () => {
  fc.assert(
    fc.property(unit, (text) => {
      for (const word of tokenize(text)) {
        expect(word.end).toBeGreaterThan(word.start);
        expect(word.forms.length).toBeGreaterThan(0);
        for (const token of tokensOf(word)) expect(token).toMatch(/^[wsc][a-z0-9]+$/);
      }
    }),
  );
  // `z` begins the stand-in of another character, so a word cannot pretend to be one.
  expect(toTokenText('zж')).toBe('wz003ez00ty');
  expect(toTokenText('z00ty')).not.toContain(toTokenText('ж'));
});

test('a word has its stems in English and German', () => {
  expect(toTokenText('Meetings')).toBe('wmeetings smeet smeeting');
  expect(toTokenText('Häuser')).toBe('whauser shaus');
  expect(toTokenText('plan plan PLAN')).toBe('wplan');
});

test('the token of a beginning is a beginning of the token', () => {
  const letters = fc.array(fc.constantFrom(...Array.from('azäßжไ9😀\u0301')), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(letters, fc.nat(12), (all, count) => {
      const [token = ''] = toTokenText(`a${all.join('')}`).split(' ');
      const [start = ''] = toTokenText(`a${all.slice(0, count).join('')}`).split(' ');
      expect(token.startsWith(start)).toBe(true);
    }),
  );
});

test('the word of a token is the folded one', () => {
  for (const word of ['zurich', 'жизнь', 'v2', '𝒳']) expect(wordOfToken(wordToken(word))).toBe(word);
});

test('the tokens of a text are limited to what PostgreSQL can store', () => {
  const words = Array.from({ length: 90_000 }, (_, index) => `ж${index}`).join(' ');
  expect(toTokenText(words).length).toBeLessThanOrEqual(250_000);
  expect(toTokenText(words).length).toBeGreaterThan(249_000);
  expect(toTokenText('a'.repeat(1_000))).toMatch(/^wa{64}$/);
});

test('ten thousand marks on a letter are as good as few', () => {
  const marks = '\u0301\u0323\u0327'.repeat(4_000);
  expect(toTokenText(`a${marks}bc`)).toBe('wabc');
  expect(toTokenText(`東${marks}京`)).toBe(toTokenText('東京'));
  expect(toTokenText(`क${'\u093f'.repeat(10_000)}`).length).toBeLessThan(64 * 5);
});
