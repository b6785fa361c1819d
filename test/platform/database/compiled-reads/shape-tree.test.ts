import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partial } from '../../../../src/platform/database/compiled-reads/partial-records.ts';
import {
  type Arguments,
  describe,
  KeptSelections,
  takeValues,
} from '../../../../src/platform/database/compiled-reads/shape.ts';
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
  const tree = new ShapeTree<string>({ shapes: 1_000_000, places: 1_000_000 });
  const selections = new KeptSelections();
  fc.assert(
    fc.property(args, fc.boolean(), (given, isPartial) => {
      const query: Arguments = isPartial ? { ...given, [partial]: true } : given;
      fc.pre(isDescribed(query) && !(isPartial && typeof given.select !== 'object'));
      const place = describe(query, [], tree.root, selections);
      const text = `${isPartial} ${textOf(query)}`;
      expect(place.kept ?? tree.keep(place, text)).toBe(text);
      expect(describe(query, [], tree.root, selections)).toBe(place);
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
  const max = { shapes: 10, places: 100 };
  const tree = new ShapeTree<number>(max);
  let made = 0;
  const used = () => {
    const place = tree.root.to('a').to('b');
    return place.kept ?? tree.keep(place, ++made);
  };
  expect([used(), used()]).toEqual([1, 1]);
  for (let i = 0; i < max.places - 2; i += 1) tree.root.to(i);
  expect(used()).toBe(1);
  tree.root.to('one place more');
  expect([used(), used()]).toEqual([2, 2]);
  for (let i = 0; i < max.shapes - 1; i += 1) tree.keep(tree.root.to('shape').to(i), i);
  expect(used()).toBe(2);
  tree.keep(tree.root.to('one shape more'), 0);
  expect([used(), used()]).toEqual([3, 3]);
});
