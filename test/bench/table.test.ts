import { expect, test } from 'vitest';
import { format, median, quantile, table } from '../../bench/table.ts';

test('a quantile is one of the values, in whatever order they are', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([quantile(values, 0), median(values), quantile(values, 0.99), quantile(values, 1)]).toEqual([1, 51, 100, 100]);
  expect(median([3])).toBe(3);
  expect(median([])).toBeNaN();
});

test('numbers have three significant digits and no exponent', () => {
  expect([0.00012345, 0.05234, 1.256, 99.96, 685.4, 4756.2, Number.NaN].map(format)).toEqual([
    '0.000123',
    '0.0523',
    '1.26',
    '100',
    '685',
    '4,756',
    '–',
  ]);
});

test('a table is Markdown with aligned columns, the numbers to the right', () => {
  expect(
    table(
      ['', 'W1'],
      [
        ['the limit', '1'],
        ['a', '0.25'],
      ],
    ),
  ).toBe(['|           |   W1 |', '| --------- | ---: |', '| the limit |    1 |', '| a         | 0.25 |'].join('\n'));
});
