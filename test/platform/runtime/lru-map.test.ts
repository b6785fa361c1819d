import { expect, test } from 'vitest';
import { createLruMap } from '../../../src/platform/runtime/lru-map.ts';

test('the entries that were used last are kept', () => {
  const map = createLruMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
});

test('entries have a size, also after they were replaced, deleted and cleared', () => {
  const map = createLruMap<string>(10, (key) => key.length);
  map.set('12345', 'x');
  map.set('12345', 'y');
  map.set('67890', 'z');
  expect([map.get('12345'), map.get('67890')]).toEqual(['y', 'z']);
  map.delete('12345');
  map.set('abcde', 'w');
  expect([map.get('67890'), map.get('abcde')]).toEqual(['z', 'w']);
  map.set('longer than all', 'v');
  expect([map.get('67890'), map.get('longer than all')]).toEqual([undefined, undefined]);
  map.set('1', 'u');
  map.clear();
  map.set('1234567890', 't');
  expect([map.get('1'), map.get('1234567890')]).toEqual([undefined, 't']);
});

test('a size can be that of the value', () => {
  const map = createLruMap<string>(10, (_key, value) => value.length);
  map.set('a', '12345');
  map.set('b', '12345');
  map.set('a', '1');
  map.set('c', '1234');
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual(['1', '12345', '1234']);
  map.set('d', '1');
  expect([map.get('a'), map.get('b'), map.get('d')]).toEqual([undefined, '12345', '1']);
});

test('documents are kept while their text is within the limit, those used last for longest', () => {
  const cache = createLruMap<number>(500_000, (text) => text.length);
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
  const cache = createLruMap<number>(500_000, (text) => text.length);
  const [small, large] = ['s'.repeat(200_000), 'l'.repeat(600_000)];
  for (let index = 0; index < 5; index += 1) cache.set(small, index);
  expect(cache.get(small)).toBe(4);
  cache.set(large, 1);
  expect(cache.get(large)).toBeUndefined();
});
