import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AgendaEntry,
  daysOf,
  entriesByDay,
  entryKinds,
  toRanges,
} from '../../../../src/domains/tasks/days/days.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';

const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), {
  timeZone: 'Europe/Berlin',
  dayStartsAt: '04:00',
  weekStartsOn: 'MONDAY',
});

const day = fc.integer({ min: -5, max: 12 }).map((days) => calendar.addDays('2026-11-23', days));
const entry: fc.Arbitrary<AgendaEntry> = fc
  .record({ id: fc.uuid(), kind: fc.constantFrom(...entryKinds), a: day, b: day, hour: fc.option(fc.nat(23)) })
  .map(({ id, kind, a, b, hour }) => {
    const [from, to] = a <= b ? [a, b] : [b, a];
    const startsAt = hour === null ? null : new Date(calendar.startOfDay(from).getTime() + hour * 3_600_000);
    return { node: { type: 'Task', id }, kind, from, to, startsAt, endsAt: null };
  });

test('each day has exactly the entries that are on it, those without a time first', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { selector: ({ node }) => node.id, maxLength: 20 }),
      day,
      fc.nat(7),
      (all, from, length) => {
        const dates = calendar.datesBetween(from, calendar.addDays(from, length));
        const days = entriesByDay(all, dates);
        expect(days).toHaveLength(length + 1);
        for (const [index, entries] of days.entries()) {
          const date = dates[index] ?? '';
          const expected = all.filter((one) => one.from <= date && date <= one.to).map(({ node }) => node.id);
          expect(entries.map(({ node }) => node.id).sort()).toEqual(expected.sort());
          const times = entries.map(({ startsAt }) => startsAt?.getTime() ?? -Infinity);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
      },
    ),
  );
});

test('ranges of days are the fewest that have exactly these days', () => {
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 18 }), (dates) => {
      const ranges = toRanges(dates, calendar);
      expect(ranges.flatMap(({ from, to }) => calendar.datesBetween(from, to))).toEqual(dates.toSorted());
      const nextDays = ranges.map(({ to }) => calendar.addDays(to, 1));
      expect(ranges.slice(1).every(({ from }, index) => (nextDays[index] ?? '') < from)).toBe(true);
    }),
  );
  expect(toRanges(['9999-12-31'], calendar)).toEqual([{ from: '9999-12-31', to: '9999-12-31' }]);
});

test('what ends as a day starts takes no part of that day', () => {
  const at = (text: string) => new Date(text);
  expect(daysOf(at('2026-11-23T22:00:00Z'), at('2026-11-24T03:00:00Z'), calendar)).toEqual({
    from: '2026-11-23',
    to: '2026-11-23',
  });
  expect(daysOf(at('2026-11-23T22:00:00Z'), at('2026-11-24T03:00:01Z'), calendar)).toEqual({
    from: '2026-11-23',
    to: '2026-11-24',
  });
  expect(daysOf(at('2026-11-24T03:00:00Z'), at('2026-11-24T03:00:00Z'), calendar)).toEqual({
    from: '2026-11-24',
    to: '2026-11-24',
  });
});
