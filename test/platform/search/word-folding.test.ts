import { expect, test } from 'vitest';
import { foldWord, spellingsOf } from '../../../src/platform/search/word-folding.ts';

/** Every letter and digit of Unicode's first two planes. */
const letters = Array.from({ length: 0x2_0000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /[\p{L}\p{N}]/u.test(character));

test('every letter folds to one form regardless of case and accents, and folding is idempotent', () => {
  const odd = letters.filter((letter) => {
    const folded = foldWord(letter);
    return [letter.toUpperCase(), letter.toLowerCase(), letter.normalize('NFD'), `${letter}\u0301`, folded].some(
      (form) => foldWord(form) !== folded,
    );
  });
  expect(odd).toEqual([]);
  expect(letters.length).toBeGreaterThan(70_000);
});

test('accents and strokes are left out; marks that make another letter stay', () => {
  const alike = [
    ['Tomás', 'TOMAS'],
    ['Łódź', 'lodz'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Straße', 'STRASSE'],
    ['Ελλάδα', 'ελλαδα'],
    ['ёлка', 'ЕЛКА'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['Việt', 'viet'],
  ];
  for (const forms of alike) expect(new Set(forms.map(foldWord)).size).toBe(1);
  for (const [one, other] of [
    ['が', 'か'],
    ['कि', 'क'],
    ['น้ำ', 'นา'],
  ] as const)
    expect(foldWord(one)).not.toBe(foldWord(other));
});

test('umlauts have the two spellings of German', () => {
  expect(spellingsOf('Müller')).toEqual(['muller', 'mueller']);
  expect(spellingsOf('Mueller')).toEqual(['mueller', 'muller']);
  expect(spellingsOf('Übergröße')).toEqual(['ubergrosse', 'uebergroesse']);
  for (const word of ['due', 'queue', 'neue', 'plan', 'жизнь']) expect(spellingsOf(word)).toEqual([word]);
});
