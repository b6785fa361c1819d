import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemsOfColumns, type WantedItem } from '../../../../src/domains/integrations/miro-cards/miro-cards.rules.ts';
import {
  type KnownItem,
  planFrame,
  storedContent,
} from '../../../../src/domains/integrations/miro-frames/miro-frames.plans.ts';
import { frameSizeFor, placementOf } from '../../../../src/domains/integrations/miro-frames/miro-frames.rules.ts';

/* However the items of a frame come and go: none lies on another one, and all lie in the frame. */

/** What is to be shown at some time: for each column, the numbers of its records. */
const shown = fc.tuple(...Array.from({ length: 4 }, () => fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 45 })));

const wantedOf = (columns: readonly (readonly number[])[], round: number): WantedItem[] =>
  itemsOfColumns(
    columns.map((numbers, column) => ({
      heading: `Column ${column}`,
      items: numbers.map((number) => {
        const title = `${number} ${number % 3 === 0 ? round : ''}`;
        const card = { type: 'card' as const, title, description: '', dueOn: null, color: '#2d9bf0' as const };
        const note = { type: 'sticky_note' as const, text: title, color: 'yellow' as const };
        return { key: String(number), content: column === 1 ? note : card };
      }),
    })),
  ).items;

/** What is known once a plan is done. */
function afterPlan(known: readonly KnownItem[], wanted: readonly WantedItem[]): KnownItem[] {
  const { deleted, updated, created } = planFrame(wanted, known);
  const gone = new Set(deleted.map(({ id }) => id));
  const changed = new Map(updated.map(({ item, content }) => [item.id, storedContent(content)]));
  const fresh = new Set(created.map(({ id }) => id));
  return [
    ...known
      .filter(({ id }) => !gone.has(id) && !fresh.has(id))
      .map((item) => ({ ...item, content: changed.get(item.id) ?? item.content })),
    ...created.map(({ content, ...item }) => ({
      ...{ ...item, id: item.id ?? item.key, content: storedContent(content), miroId: `miro-${item.key}` },
    })),
  ];
}

test('no item of a frame lies on another, all lie in the frame, and none that stays is moved', () => {
  fc.assert(
    fc.property(fc.array(shown, { minLength: 1, maxLength: 5 }), fc.nat({ max: 3 }), (rounds, lost) => {
      let known: KnownItem[] = [];
      for (const [round, columns] of rounds.entries()) {
        // Some were deleted at Miro since.
        known = known.map((item, index) => (lost > 0 && index % (lost + 3) === 0 ? { ...item, miroId: null } : item));
        const wanted = wantedOf(columns, round);
        const before = new Map(known.map((item) => [item.key, item]));
        expect(planFrame(wanted, known)).toEqual(planFrame(wanted, known));
        known = afterPlan(known, wanted);
        expect(known.map(({ key }) => key).sort()).toEqual(wanted.map(({ key }) => key).sort());
        for (const { key, content } of wanted)
          expect(known.find((item) => item.key === key)?.content).toBe(storedContent(content));
        for (const { key, gridColumn, gridRow } of known) {
          const { gridColumn: column, gridRow: row } = before.get(key) ?? { gridColumn, gridRow };
          expect([gridColumn, gridRow]).toEqual([column, row]);
        }
        const size = frameSizeFor(known);
        const boxes = known.map((item) => placementOf(item, JSON.parse(item.content)));
        for (const { x, y, width, height } of boxes) {
          expect(x - width / 2).toBeGreaterThanOrEqual(0);
          expect(y - height / 2).toBeGreaterThanOrEqual(0);
          expect(x + width / 2).toBeLessThanOrEqual(size.width);
          expect(y + height / 2).toBeLessThanOrEqual(size.height);
        }
        const overlap = boxes.some((a, index) =>
          boxes
            .slice(index + 1)
            .some(
              (b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2,
            ),
        );
        expect(overlap).toBe(false);
        // What is done need not be done again.
        const again = planFrame(wanted, known);
        expect([again.created, again.updated, again.deleted]).toEqual([[], [], []]);
      }
    }),
    { numRuns: 40 },
  );
});

test('a column has room for 40 items, and what is left out is counted', () => {
  const items = Array.from({ length: 55 }, (_one, index) => ({
    key: String(index),
    content: { type: 'sticky_note' as const, text: String(index), color: 'red' as const },
  }));
  const { items: wanted, leftOutCount } = itemsOfColumns([{ heading: 'All', items }]);
  expect([wanted.length, leftOutCount]).toEqual([41, 15]);
});
