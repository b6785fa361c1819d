import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../../src/platform/database/ids.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

/* A batch does what its operations do one after another, whatever these are. */

const [task, label] = [fc.nat(3), fc.nat(1)];
const named = <K extends string, V>(name: K, input: fc.Arbitrary<V>) => input.map((value) => ({ name, input: value }));
const title = fc.constantFrom('a', 'b', 'c');
const labels = fc.uniqueArray(label, { maxLength: 2 });
const ifVersion = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });

/** Operations on four tasks and two labels, some of which cannot be done when their turn comes. */
const operation = fc.oneof(
  { weight: 3, arbitrary: named('createTask', fc.record({ id: task, title, labelIds: labels })) },
  { weight: 2, arbitrary: named('createTask', fc.record({ id: task, title, parentId: task })) },
  { weight: 2, arbitrary: named('createLabel', fc.record({ id: label, name: title })) },
  named('updateTask', fc.record({ id: task, title, labelIds: labels, ifVersion })),
  named('updateTask', fc.record({ id: task, parentId: task })),
  named('reorderTask', fc.record({ id: task, afterId: fc.option(task) })),
  named('completeTask', fc.record({ id: task })),
  named('trash', fc.record({ id: task })),
  named('restore', fc.record({ id: task })),
  named('trash', fc.record({ id: label })),
);
/** There is something to begin with. */
const first: Operation[] = [
  { name: 'createLabel', input: { id: 0, name: 'a' } },
  { name: 'createTask', input: { id: 0, title: 'a', labelIds: [0] } },
];
type Operation = { name: string; input: Record<string, unknown> };

/** Ids of somebody's own, for the numbers of an operation. */
function idsOf() {
  const ids = { Task: Array.from({ length: 4 }, newId), Label: Array.from({ length: 2 }, newId) };
  const modelNameOf = (name: string, field: string) =>
    field === 'labelIds' || (field === 'id' && name.endsWith('Label')) ? 'Label' : 'Task';
  const filled = ({ name, input }: Operation) => {
    const fill = (field: string, value: unknown): unknown => {
      if (Array.isArray(value)) return value.map((item) => fill(field, item));
      // No two labels of one person are called alike.
      if (field === 'name') return ids.Label[input.id as number];
      const isId = typeof value === 'number' && field !== 'ifVersion';
      return isId ? `${modelNameOf(name, field)}:${ids[modelNameOf(name, field)][value]}` : value;
    };
    return Object.fromEntries(Object.entries(input).map(([field, value]) => [field, fill(field, value)]));
  };
  const all = [...ids.Task.map((id) => `Task:${id}`), ...ids.Label.map((id) => `Label:${id}`)];
  const uuids = [...ids.Task, ...ids.Label];
  /** A text with each id in place of which it is. */
  const anonymous = (text: string) => uuids.reduce((rest, id, index) => rest.replaceAll(id, `#${index}`), text);
  return { filled, anonymous, all };
}

async function graphOf(person: SignedInPerson, { all, anonymous }: ReturnType<typeof idsOf>) {
  const shown = `query ($ids: [ID!]!) { nodes(ids: $ids) {
    id ... on Owned { version createdAt } ... on Trashable { trashedAt } ... on Label { name }
    ... on Task { title status position completedAt parent { id } labels(withTrashed: true) { id } }
  } }`;
  return anonymous(JSON.stringify(await person.query(shown, { ids: all })));
}

test('a batch has the same effect and refusals as its operations one by one', async () => {
  const app = await createTestApp();
  const [one, each, whole] = [await app.person('One'), await app.person('Each'), await app.person('Whole')];
  const errorResponse = '... on Error { code message } ... on NotFoundError { path }';
  const seen = { done: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 9 }), async (chosen: Operation[]) => {
      const operations = [...first, ...chosen];
      const [byOne, byEach, byWhole] = [idsOf(), idsOf(), idsOf()];
      const alone: (string | null)[] = [];
      for (const item of operations) {
        const { __typename, code } = await one.mutate(item.name, byOne.filled(item));
        alone.push(__typename.endsWith('Error') ? code : null);
      }
      const batchOf = (items: Operation[], ids: typeof byOne) =>
        items.map((item) => ({ [item.name]: ids.filled(item) }));
      const itemwise = await each.mutate(
        'batch',
        { operations: batchOf(operations, byEach), mode: 'PER_ITEM' },
        `items { error { ${errorResponse} } }`,
      );
      const codes = itemwise.items.map(({ error }: { error: { code: string } | null }) => error?.code ?? null);
      expect(codes).toEqual(alone);
      // All that can be done, at once.
      const fine = operations.filter((_item, index) => alone[index] === null);
      const together = await whole.mutate(
        'batch',
        { operations: batchOf(fine, byWhole) },
        `isDone items { error { ${errorResponse} } }`,
      );
      expect(together).toMatchObject({ isDone: true });
      const graph = await graphOf(one, byOne);
      expect(await graphOf(each, byEach)).toBe(graph);
      expect(await graphOf(whole, byWhole)).toBe(graph);
      seen.done += fine.length;
      seen.refused += operations.length - fine.length;
    }),
    { numRuns: 8 },
  );
  expect(seen.done).toBeGreaterThan(20);
  expect(seen.refused).toBeGreaterThan(10);
});
