import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped, listed } from '../../../src/platform/text/english.ts';

test('numbers and lists are as Intl writes them', () => {
  const hundredth = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((number) => number / 100);
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), hundredth), (number) => {
      expect(grouped(number)).toBe((number + 0).toLocaleString('en'));
    }),
  );
  const lists = { and: new Intl.ListFormat('en-GB'), or: new Intl.ListFormat('en-GB', { type: 'disjunction' }) };
  fc.assert(
    fc.property(fc.array(fc.string()), fc.constantFrom('and' as const, 'or' as const), (items, word) => {
      expect(listed(items, word)).toBe(lists[word].format(items));
    }),
  );
});
