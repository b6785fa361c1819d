import { expect, test } from 'vitest';
import { createDocumentCache } from '../../src/http/document-cache.ts';

test('documents are kept while their text is within the limit, those used last for longest', () => {
  const cache = createDocumentCache<number>();
  const [first, second, third, fourth] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(150_000)) as [
    string,
    string,
    string,
    string,
  ];
  for (const [index, text] of [first, second, third].entries()) cache.set(text, index);
  expect(cache.get(first)).toBe(0);
  cache.set(fourth, 3);
  expect([first, second, third, fourth].map((text) => cache.get(text))).toEqual([0, undefined, 2, 3]);
});

test('a document that is set again counts once, and one above the limit is not kept', () => {
  const cache = createDocumentCache<number>();
  const [small, large] = ['s'.repeat(200_000), 'l'.repeat(600_000)];
  for (let index = 0; index < 5; index += 1) cache.set(small, index);
  expect(cache.get(small)).toBe(4);
  cache.set(large, 1);
  expect(cache.get(large)).toBeUndefined();
});
