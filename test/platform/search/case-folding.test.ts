import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseFold } from '../../../src/platform/search/case-folding.ts';

/** Every character of Unicode's first two planes: those beyond have neither cases nor more than a few compatible forms. */
const characters = Array.from({ length: 0x2_0000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

test('every character folds to one form regardless of case, and folding is idempotent', () => {
  const odd = characters.filter((character) => {
    const folded = caseFold(character);
    return [character.toUpperCase(), character.toLowerCase(), folded].some((form) => caseFold(form) !== folded);
  });
  expect(odd).toEqual([]);
  expect(characters.length).toBeGreaterThan(100_000);
});

test('letters whose case depends on the language fold together', () => {
  const alike = [
    ['straße', 'STRASSE', 'Strasse', 'STRAẞE'],
    ['σίσυφος', 'ΣΊΣΥΦΟΣ', 'Σίσυφοσ'],
    ['äpfel', 'ÄPFEL', 'A\u0308pfel'],
    ['i̇stanbul', 'İSTANBUL', 'İstanbul'],
    ['ﬁne', 'FINE', 'fine'],
    ['\u212b', '\u00e5', 'A\u030a'],
  ];
  for (const forms of alike) expect(new Set(forms.map(caseFold)).size).toBe(1);
  expect(caseFold('apfel')).not.toBe(caseFold('äpfel'));
  expect(caseFold('ss')).not.toBe(caseFold('s'));
});

test('a part of a text folds to a part of the folded text', () => {
  const letters = fc
    .array(fc.constantFrom(...Array.from('aBäÖßẞΣσςάİıЖж😀%_\\ 字')), { maxLength: 12 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(letters, letters, letters, (before, part, after) => {
      expect(caseFold(before + part + after)).toContain(caseFold(part));
      expect(caseFold(part + after).startsWith(caseFold(part))).toBe(true);
    }),
  );
});

test('no letter has more than thirty marks, which would take long to bring in order', () => {
  const [above, below] = ['\u0301', '\u0316'];
  const marks = Array.from(caseFold(`x${above.repeat(1_000)}${below.repeat(1_000)}y`));
  expect(marks).toEqual(['x', ...Array(30).fill(above), 'y']);
  expect(caseFold(`x${above.repeat(15)}${below.repeat(15)}`)).toBe(`x${below.repeat(15)}${above.repeat(15)}`);
});

test('a folded text has no wildcards of LIKE', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(caseFold(text)).not.toMatch(/[%_\\]/);
    }),
  );
  expect(new Set(['%', '_', '\\', 'a', ''].map(caseFold)).size).toBe(5);
});
