import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSampleInput } from '../../../../src/domains/areas/samples/samples.rules.ts';

test('a title is a line of 1 to 200 characters without spaces around it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 250 }), (text) => {
      const { success, data } = createSampleInput.safeParse({ title: text });
      const fits = text.trim().length >= 1 && text.trim().length <= 200;
      expect(success && data?.title).toBe(fits && text.trim());
    }),
  );
});

test('notes may be empty or left out, and have at most 20,000 characters', () => {
  const parse = (notes?: string) => createSampleInput.safeParse({ title: 'Titled', notes });
  expect(parse().success).toBe(true);
  expect(parse('').success).toBe(true);
  expect(parse('x'.repeat(20_000)).success).toBe(true);
  expect(parse('x'.repeat(20_001)).error?.issues.map(({ path }) => path)).toEqual([['notes']]);
});
