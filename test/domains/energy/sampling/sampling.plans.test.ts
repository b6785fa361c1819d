import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  drawSlots,
  momentsOf,
  mostPrompts,
  seedOfDay,
  windowMinutes,
} from '../../../../src/domains/energy/sampling/sampling.plans.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';

const slotsOf = fc
  .uniqueArray(fc.nat({ max: 300 }), { maxLength: 120 })
  .map((slots) => slots.toSorted((a, b) => a - b));
const gaps = (picked: readonly number[]) => picked.slice(1).map((slot, index) => slot - (picked[index] as number));

test('what is drawn is among the minutes, keeps the spacing, and is as many as wanted or as fit', () => {
  fc.assert(
    fc.property(
      slotsOf,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 90 }),
      fc.nat(),
      (slots, k, s, seed) => {
        const picked = drawSlots(slots, k, s, seed);
        expect(picked).toHaveLength(Math.min(k, mostPrompts(slots, s)));
        expect(picked.filter((slot) => !slots.includes(slot))).toEqual([]);
        expect(gaps(picked).filter((gap) => gap < s)).toEqual([]);
        expect(drawSlots(slots, k, s, seed)).toEqual(picked);
      },
    ),
  );
});

/** The largest choice that keeps the spacing, by trying all. */
const mostByTrying = (slots: readonly number[], spacing: number, from = 0): number =>
  Math.max(
    0,
    ...slots.flatMap((slot, index) =>
      index < from
        ? []
        : [
            1 +
              mostByTrying(
                slots.filter((other) => other >= slot + spacing),
                spacing,
              ),
          ],
    ),
  );

test('how many fit is the most of all choices', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 8 }), fc.integer({ min: 1, max: 10 }), (slots, s) => {
      const inOrder = slots.toSorted((a, b) => a - b);
      expect(mostPrompts(inOrder, s)).toBe(mostByTrying(inOrder, s));
    }),
  );
});

test('each choice that keeps the spacing is drawn about equally often', () => {
  const slots = [0, 1, 2, 3, 4, 5, 6];
  const counts = new Map<string, number>();
  const draws = 15_000;
  for (let seed = 0; seed < draws; seed++) {
    const key = drawSlots(slots, 3, 2, seedOfDay('somebody', String(seed))).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Three of seven with one between them: five over three.
  expect(counts.size).toBe(10);
  const expected = draws / 10;
  const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // The 99.9 % quantile with nine degrees of freedom. The seeds are always the same ones.
  expect(chiSquared).toBeLessThan(27.9);
});

test('the moments of a day are in its windows and outside the meetings, on days on which clocks change, too', () => {
  const windows = [
    { from: '01:00', to: '03:30' },
    { from: '09:00', to: '12:00' },
    { from: '22:30', to: '00:30' },
  ];
  fc.assert(
    fc.property(
      fc.constantFrom('2026-10-25', '2027-03-28', '2026-11-23'),
      fc.uuid(),
      fc.integer({ min: 1, max: 12 }),
      fc.nat({ max: 180 }),
      (date, owner, promptsPerDay, start) => {
        const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), {
          ...{ timeZone: 'Europe/Berlin', dayStartsAt: '00:45', weekStartsOn: 'MONDAY' },
        });
        const startsAt = new Date(calendar.timeOn(date, '09:00').getTime() + start * 60_000);
        const meeting = { startsAt, endsAt: new Date(startsAt.getTime() + 45 * 60_000) };
        const sampling = { windows, promptsPerDay, minSpacingMinutes: 20 };
        const moments = momentsOf(sampling, owner, date, [meeting], calendar);
        const inWindow = (time: string) =>
          windows.some(({ from, to }) => (from < to ? from <= time && time < to : from <= time || time < to));
        expect(moments.filter((moment) => !inWindow(calendar.timeOf(moment)))).toEqual([]);
        expect(moments.filter((moment) => calendar.dayOf(moment) !== date)).toEqual([]);
        expect(moments.filter((moment) => meeting.startsAt <= moment && moment < meeting.endsAt)).toEqual([]);
        expect(gaps(moments.map((moment) => moment.getTime())).filter((gap) => gap < 20 * 60_000)).toEqual([]);
        expect(momentsOf(sampling, owner, date, [meeting], calendar)).toEqual(moments);
      },
    ),
  );
});

test('a window is counted from the start of the day, past midnight, and until its end', () => {
  expect(windowMinutes({ from: '09:00', to: '17:00' }, '04:00')).toEqual({ from: 300, to: 780 });
  expect(windowMinutes({ from: '22:00', to: '02:00' }, '04:00')).toEqual({ from: 1080, to: 1320 });
  expect(windowMinutes({ from: '04:00', to: '04:00' }, '04:00')).toEqual({ from: 0, to: 1440 });
});
