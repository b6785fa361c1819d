import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AboutEntry,
  type Factor,
  factorDays,
  factorEffects,
  isTested,
  summaryOf,
  verdictOf,
} from '../../../../src/domains/energy/drains-and-chargers/drains-and-chargers.rules.ts';
import { type PairedEffect, pairedEffects } from '../../../../src/platform/queries/paired-differences.ts';
import '../../../support/properties.ts';

const label = (id: string): Factor => ({ kind: 'LABEL', id });
const dayAt = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const entry = (day: number, energy: number, ...about: string[]): AboutEntry => ({
  id: `${day} ${energy} ${about.join()}`,
  day: dayAt(day),
  energy,
  factors: about.map(label),
});
const differencesOf = (entries: AboutEntry[], id: string, lag = 0) =>
  factorDays(entries, lag, nextDay)
    .find((factor) => factor.id === id)
    ?.days.map(({ date, difference }) => [date, difference]);

test('a day with entries about a factor and others is one difference of means', () => {
  const entries = [
    entry(0, 5, 'a'),
    entry(0, 4, 'a'),
    entry(0, 2),
    entry(0, 1),
    // No others, and no entry about it.
    entry(1, 5, 'a'),
    entry(2, 5),
    // No difference, which counts.
    entry(3, 3, 'a'),
    entry(3, 3),
  ];
  expect(differencesOf(entries, 'a')).toEqual([
    [dayAt(0), 3],
    [dayAt(3), 0],
  ]);
});

test('an entry about two factors is another entry for a third', () => {
  const entries = [entry(0, 5, 'a', 'b'), entry(0, 1, 'c')];
  for (const [id, difference] of [
    ['a', 4],
    ['b', 4],
    ['c', -4],
  ] as const)
    expect(differencesOf(entries, id)).toEqual([[dayAt(0), difference]]);
  expect(differencesOf([...entries, entry(0, 3, 'a')], 'b')).toEqual([[dayAt(0), 3]]);
});

test('with a lag, the next day is compared with the day, both without the factor', () => {
  const entries = [
    entry(0, 1, 'a'),
    entry(0, 3),
    entry(1, 5, 'a'),
    entry(1, 4),
    // Nothing but the factor on the next day.
    entry(2, 2, 'a'),
    // Not the next day.
    entry(4, 5),
  ];
  expect(differencesOf(entries, 'a', 1)).toEqual([[dayAt(0), 1]]);
});

test('the differences depend on which entries there are, and not on their order', () => {
  const one = fc.record({
    day: fc.nat(6),
    energy: fc.integer({ min: 1, max: 5 }),
    about: fc.subarray(['a', 'b', 'c']),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), fc.constantFrom(0, 1), (all, lag) => {
      const entries = all.map(({ day, energy, about }) => entry(day, energy, ...about));
      const factors = factorDays(entries, lag, nextDay);
      expect(factors.map(({ entryCount }) => entryCount).every((count) => count > 0)).toBe(true);
      for (const { id, days } of factors) {
        const expected = days.map(({ date, difference }) => [date, expect.closeTo(difference, 9)]);
        expect(differencesOf(entries.toReversed(), id, lag)).toEqual(expected);
        for (const { entries: compared, others } of days) {
          expect(others.every((other) => !other.factors.some((factor) => factor.id === id))).toBe(true);
          expect(compared.every((other) => other.factors.some((factor) => factor.id === id))).toBe(lag === 0);
        }
      }
    }),
  );
});

const effect = (changes: Partial<PairedEffect>): PairedEffect => ({
  ...{ n: 20, mean: 1, low: 0.5, high: 1.5, size: 1, p: 0.001, q: 0.01 },
  ...changes,
});

test('a verdict takes a low q and an interval without 0', () => {
  expect(verdictOf(effect({}))).toBe('CHARGER');
  expect(verdictOf(effect({ mean: -1, low: -1.5, high: -0.5 }))).toBe('DRAIN');
  expect(verdictOf(effect({ q: 0.05 }))).toBe('INCONCLUSIVE');
  expect(verdictOf(effect({ low: 0 }))).toBe('INCONCLUSIVE');
  expect(verdictOf(null)).toBe('NOT_ENOUGH_DATA');
});

/** Days on which entries about a factor differ from one other. */
const daysWith = (id: string, differences: number[]) =>
  differences.flatMap((difference, day) => [entry(day, 3 + difference, id), { ...entry(day, 3), id: `${day}` }]);

test('fewer than 8 days are not tested, and do not count for the correction', () => {
  const factors = factorDays(daysWith('a', [1, 1, 1, 1, 1, 1, 1]), 0, nextDay);
  expect(factors.filter(isTested)).toEqual([]);
  const [few] = factorEffects(factors, new Map(), 0);
  expect(few).toMatchObject({
    n: 7,
    effect: null,
    verdict: 'NOT_ENOUGH_DATA',
    missing: expect.stringContaining('8 days'),
  });
  expect(summaryOf(few ? [few] : [])).toBe('Nothing could be compared. 1 has fewer than 8 days to compare.');
});

test('what is said names the numbers, never a cause, and says that nothing stands out where nothing does', () => {
  const factors = factorDays(daysWith('a', [1, -1, 1, -1, 0, 1, 0, -1]), 0, nextDay);
  const [compared] = pairedEffects(factors.map(({ days }) => days.map(({ difference }) => difference)));
  const effects = factorEffects(factors, new Map(factors.map((factor) => [factor, compared as PairedEffect])), 0);
  const texts = [summaryOf(effects), ...effects.map(({ explanation }) => explanation)];
  expect(texts[0]).toContain('Nothing stands out among 1 comparison');
  expect(texts[1]).toMatch(
    /^Over 8 days, energy was 0\.00 higher about it .* \(q = 1\.00\), so it tells you nothing yet\.$/,
  );
  expect(texts.join()).not.toMatch(/cause/i);
});
