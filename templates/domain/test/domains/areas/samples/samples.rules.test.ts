import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSampleInput } from '../../../src/domains/samples/samples.rules.ts';

test('a title is a line of 1 to 200 characters without spaces around it, or it is refused', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 250 }), (text) => {
      const { success, data } = createSampleInput.safeParse({ title: text });
      const fits = text.trim().length >= 1 && text.trim().length <= 200;
      expect(success && data?.title).toBe(fits && text.trim());
    }),
  );
});

test('notes may be empty or left out, and has at most 20,000 characters', () => {
  const resultOf = (notes?: string) => createSampleInput.safeParse({ title: 'Titled', notes });
  expect(resultOf().success).toBe(true);
  expect(resultOf('').success).toBe(true);
  expect(resultOf('x'.repeat(20_000)).success).toBe(true);
  expect(resultOf('x'.repeat(20_001)).error?.issues.map(({ path }) => path)).toEqual([['notes']]);
});
