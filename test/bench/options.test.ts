import { expect, test } from 'vitest';
import { OptionsError, parseOptions } from '../../bench/options.ts';

test('by default everything is measured in full', () => {
  expect(parseOptions([])).toEqual({
    ...{ quick: false, rows: 200_000, engines: ['sqlite', 'postgresql'], workloads: ['W1', 'W2', 'W3', 'W4', 'W5'] },
    ...{ parts: ['workloads', 'growth', 'beside', 'ratios'], peers: false, write: false },
  });
});

test('lists are separated by commas, and an unknown name is refused with those that there are', () => {
  expect(parseOptions(['--workloads', 'W1, W3', '--engine', 'sqlite', '--quick'])).toMatchObject({
    ...{ workloads: ['W1', 'W3'], engines: ['sqlite'], quick: true, rows: 10_000 },
  });
  expect(() => parseOptions(['--workloads', 'W9'])).toThrow('W9 is unknown. Use some of W1,W2,W3,W4,W5.');
  expect(() => parseOptions(['--rows', '10'])).toThrow(OptionsError);
});
