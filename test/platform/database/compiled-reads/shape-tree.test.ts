import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arguments, describe, takeValues } from '../../../../src/platform/database/compiled-reads/shape.ts';
import { ShapeTree } from '../../../../src/platform/database/compiled-reads/shape-tree.ts';

const name = fc.constantFrom('where', 'AND', 'in', 'id', 'text', 'one', 'many', 'none', 'partial', 'true', '5');
const value = fc.oneof(
  fc.constantFrom('id', 'text', 'none', '{', ']', null),
  fc.constantFrom(5, 7, 1.5, 2 ** 40, true, new Date(0)),
  fc.constantFrom<unknown[]>([], ['text'], ['id', 'text'], [5], [5, 7], [true, false]),
);
const condition = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    value,
    fc.dictionary(name, tie('node'), { maxKeys: 3 }),
    fc.array(tie('object'), { maxLength: 3 }),
  ),
  object: fc.dictionary(name, tie('node'), { maxKeys: 3 }),
})).object;
const word = fc.oneof(name, fc.constantFrom(1, 50, true, false));
const structure = fc.oneof(
  word,
  fc.dictionary(
    name.filter((one) => one !== 'where'),
    word,
    { maxKeys: 3 },
  ),
  fc.array(word, { maxLength: 3 }),
);
const args = fc.record(
  { where: condition, select: structure, orderBy: structure, take: fc.constantFrom(1, 50) },
  { requiredKeys: [] },
);

/** The arguments with slots, as a text in which different shapes are different. Names stay in their order. */
const textOf = (given: Arguments) =>
  JSON.stringify(takeValues(given).template, (_key, part) => (part === undefined ? null : part));

test('a query has one place in the tree, which no query of another shape has', () => {
  const tree = new ShapeTree<string>(1_000_000);
  fc.assert(
    fc.property(args, (given) => {
      const query = given as Arguments;
      fc.pre(isDescribed(query));
      const place = describe(query, [], tree.root);
      const text = textOf(query);
      place.kept ??= text;
      expect(place.kept).toBe(text);
      expect(describe(query, [], tree.root)).toBe(place);
    }),
    { numRuns: 5_000 },
  );
});

function isDescribed(query: Arguments): boolean {
  try {
    takeValues(query);
    return true;
  } catch {
    return false;
  }
}

test('a tree that has grown too large begins anew, and keeps again what is used', () => {
  const tree = new ShapeTree<number>(100);
  const first = tree.root.to('a').to('b');
  first.kept = 1;
  for (let i = 0; i < 98; i += 1) tree.root.to(i);
  expect(tree.root.to('a').to('b').kept).toBe(1);
  tree.root.to('one more');
  expect(tree.root.to('a').to('b').kept).toBeUndefined();
  tree.root.to('a').to('b').kept = 2;
  expect(tree.root.to('a').to('b').kept).toBe(2);
});
