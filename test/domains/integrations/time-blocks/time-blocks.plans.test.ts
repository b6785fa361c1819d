import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockChanges } from '../../../../src/domains/integrations/time-blocks/time-blocks.plans.ts';
import type { Wanted } from '../../../../src/domains/integrations/time-blocks/time-blocks.rules.ts';
import '../../../support/properties.ts';

const now = new Date('2026-11-23T09:00:00Z');
const at = (hour: number) => new Date(now.getTime() + hour * 3_600_000);
const wanted = fc
  .record({ task: fc.constantFrom('a', 'b', 'c'), hour: fc.integer({ min: 0, max: 8 }) })
  .map(({ task, hour }): Wanted => ({ taskId: task, title: task, startsAt: at(hour), endsAt: at(hour + 1) }));
const inOrder = (all: readonly Wanted[]) => all.toSorted((a, b) => +a.startsAt - +b.startsAt);
const day = fc.tuple(fc.array(wanted, { maxLength: 5 }), fc.array(wanted, { maxLength: 3 })).map(([placed, kept]) => {
  const ids = new Set(placed.map(({ taskId }) => taskId));
  const once = new Map(kept.filter(({ taskId }) => !ids.has(taskId)).map((one) => [one.taskId, one]));
  return { placed: inOrder(placed), kept: [...once.values()] };
});

type Block = Wanted & { id: string };

/** The blocks after some changes. */
function after(blocks: readonly Block[], { created, changed, deleted }: ReturnType<typeof blockChanges>): Block[] {
  const gone = new Set(deleted.map(({ id }) => id));
  const moved = new Map(changed.map(({ block, wanted: one }) => [block.id, one]));
  const left = blocks.filter(({ id }) => !gone.has(id)).map((block) => ({ ...block, ...moved.get(block.id) }));
  const added = created.map((one, index) => ({ ...one, id: `new-${blocks.length}-${index}` }));
  return [...left, ...added].toSorted((a, b) => +a.startsAt - +b.startsAt || (a.id < b.id ? -1 : 1));
}

test('after the blocks of a plan were changed they are what the day has, and the same plan again changes nothing', () => {
  fc.assert(
    fc.property(day, day, (first, second) => {
      const before = after([], blockChanges([], first, now));
      const changes = blockChanges(before, second, now);
      const blocks = after(before, changes);
      const textOf = ({ taskId, startsAt }: Wanted) => `${taskId} ${startsAt.toISOString()}`;
      const planned = new Set(second.placed.map(({ taskId }) => taskId));
      expect(
        blocks
          .filter(({ taskId }) => planned.has(taskId))
          .map(textOf)
          .sort(),
      ).toEqual(second.placed.map(textOf).sort());
      // Of tasks that had a time before, those with blocks have one that begins at it.
      for (const one of second.kept) {
        const own = blocks.filter(({ taskId }) => taskId === one.taskId);
        const had = before.some(({ taskId }) => taskId === one.taskId);
        expect(own.length > 0).toBe(had);
        expect(own[0]?.startsAt ?? one.startsAt).toEqual(one.startsAt);
      }
      const tasks = new Set([...planned, ...second.kept.map(({ taskId }) => taskId)]);
      expect(blocks.filter(({ taskId }) => !tasks.has(taskId))).toEqual([]);
      expect(blockChanges(blocks, second, now)).toEqual({ created: [], changed: [], deleted: [] });
    }),
  );
});

test('what is over stays', () => {
  const past = { id: 'past', taskId: 'a', title: 'a', startsAt: at(-2), endsAt: at(-1) };
  expect(blockChanges([past], { placed: [], kept: [] }, now)).toEqual({ created: [], changed: [], deleted: [] });
});
