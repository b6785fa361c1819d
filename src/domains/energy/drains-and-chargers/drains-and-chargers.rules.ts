import { z } from 'zod';
import { excludesZero, type PairedEffect } from '../../../platform/queries/paired-differences.ts';
import { minPairCount, pairStateOf } from '../../../platform/queries/rates.ts';
import { grouped } from '../../../platform/text/english.ts';
import { asPeriod, date, integer, maxYearDays } from '../../../platform/validation/input-rules.ts';

/*
 * Which things go along with more or less energy than a day's other entries have. The unit is a day, so that a day with many
 * entries counts once. None of this says why.
 */

const factorKinds = ['SERIES', 'PERSON', 'LABEL', 'GOAL'] as const;
export type FactorKind = (typeof factorKinds)[number];

/** The types of the nodes that factors are. */
export const factorTypes = { SERIES: 'MeetingSeries', PERSON: 'Person', LABEL: 'Label', GOAL: 'Goal' } as const;

/** The maximum numbers of entries, and of days of all factors, that are gone through. */
export const maxEntries = 50_000;
export const maxPairs = 20_000;
/** The share of drains and chargers that may be chance. */
const maxRate = 0.05;

export const drainsAndChargersInput = asPeriod(
  z.object({
    from: date,
    to: date,
    lag: integer(0, 1),
    kinds: z
      .array(z.enum(factorKinds))
      .nullish()
      .transform((kinds) => new Set(kinds ?? factorKinds)),
  }),
  maxYearDays,
);

/** What entries can be about. */
export interface Factor {
  readonly kind: FactorKind;
  readonly id: string;
}

/** An energy entry, and all that it is about. */
export interface AboutEntry {
  readonly id: string;
  readonly day: string;
  readonly energy: number;
  /** Each once. */
  readonly factors: readonly Factor[];
}

/** A day with a factor: what is compared, and the rows behind it. */
export interface FactorDay {
  readonly date: string;
  /** The mean energy on the one side: of the entries about the factor, or with a lag of the next day's other entries. */
  readonly mean: number;
  /** The mean energy of the day's other entries. */
  readonly othersMean: number;
  readonly difference: number;
  readonly entries: readonly AboutEntry[];
  readonly others: readonly AboutEntry[];
}

/** A factor and the days on which it can be compared, in order. */
export interface FactorDays extends Factor {
  readonly entryCount: number;
  readonly days: readonly FactorDay[];
}

const keyOf = ({ kind, id }: Factor) => `${kind}:${id}`;
const meanOf = (entries: readonly AboutEntry[]) =>
  entries.reduce((sum, { energy }) => sum + energy, 0) / entries.length;

/**
 * The days of each factor that has entries.
 *
 * - Without a lag, a day counts if it has entries about the factor and others. It compares the former with the latter.
 * - With a lag of a day, it counts if also the next day has entries that are not about the factor. It compares these with the
 *   day's own others, so that the factor's own entries are on neither side.
 * - An entry about one factor is one of the others for every factor that it is not about.
 */
export function factorDays(
  entries: readonly AboutEntry[],
  lag: number,
  nextDay: (day: string) => string,
): FactorDays[] {
  const byDay = Map.groupBy(entries, ({ day }) => day);
  const pairs = entries.flatMap((entry) => entry.factors.map((factor) => ({ key: keyOf(factor), factor, entry })));
  return [...Map.groupBy(pairs, ({ key }) => key).values()].map((about) => {
    const entriesAbout = new Set(about.map(({ entry }) => entry));
    const othersOf = (day: string) => (byDay.get(day) ?? []).filter((entry) => !entriesAbout.has(entry));
    const days = [...new Set(about.map(({ entry }) => entry.day))].sort().flatMap((day): FactorDay[] => {
      const others = othersOf(day);
      const compared =
        lag === 0 ? (byDay.get(day) ?? []).filter((entry) => entriesAbout.has(entry)) : othersOf(nextDay(day));
      if (others.length === 0 || compared.length === 0) return [];
      const [mean, othersMean] = [meanOf(compared), meanOf(others)];
      return [{ date: day, mean, othersMean, difference: mean - othersMean, entries: compared, others }];
    });
    const [first] = about;
    const { kind, id } = (first as (typeof about)[number]).factor;
    return { kind, id, entryCount: about.length, days };
  });
}

export type Verdict = 'DRAIN' | 'CHARGER' | 'INCONCLUSIVE' | 'NOT_ENOUGH_DATA';

/** What the days of a factor say. The numbers are null if there are too few. */
export interface FactorEffect extends FactorDays {
  readonly n: number;
  readonly effect: PairedEffect | null;
  readonly verdict: Verdict;
  /** What is missing, in a sentence. Null if nothing is. */
  readonly missing: string | null;
  readonly explanation: string;
}

/** Whether a factor has enough days to be tested. */
export const isTested = ({ days }: FactorDays) => days.length >= minPairCount;

/** A factor is a drain or a charger only if both the corrected test and the interval say so. */
export function verdictOf(effect: PairedEffect | null): Verdict {
  if (!effect) return 'NOT_ENOUGH_DATA';
  if (effect.q >= maxRate || !excludesZero(effect)) return 'INCONCLUSIVE';
  return effect.mean < 0 ? 'DRAIN' : 'CHARGER';
}

const count = (n: number, one: string, many = `${one}s`) => `${grouped(n)} ${n === 1 ? one : many}`;
const short = (value: number) => value.toFixed(2);

function explanationOf(verdict: Verdict, effect: PairedEffect, lag: number): string {
  const { n, mean, low, high, q } = effect;
  const compared =
    lag === 0 ? 'about it than in the other entries of the same day' : 'on the day after than on the day';
  const direction = mean < 0 ? 'lower' : 'higher';
  const seen = `Over ${n} days, energy was ${short(Math.abs(mean))} ${direction} ${compared} (95 % interval ${short(low)} to ${short(high)}).`;
  if (verdict !== 'INCONCLUSIVE')
    return `${seen} Chance alone seldom makes that (q = ${q.toFixed(3)}). It does not say why.`;
  return `${seen} Chance alone often makes as much among so many comparisons (q = ${q.toFixed(2)}), so it tells you nothing yet.`;
}

/** The effects of factors: those tested by q and p, then the larger difference first; then those with too few days, the most first. */
export function factorEffects(
  factors: readonly FactorDays[],
  effects: ReadonlyMap<FactorDays, PairedEffect>,
  lag: number,
): FactorEffect[] {
  const known = factors.map((factor): FactorEffect => {
    const effect = effects.get(factor) ?? null;
    const verdict = verdictOf(effect);
    const n = factor.days.length;
    const { missing } = pairStateOf(n, 'days with entries about it and others');
    const explanation = effect ? explanationOf(verdict, effect, lag) : (missing ?? '');
    return { ...factor, n, effect, verdict, missing, explanation };
  });
  const rank = ({ effect }: FactorEffect) => [effect?.q ?? 2, effect?.p ?? 2, -Math.abs(effect?.mean ?? 0)];
  return known.sort((a, b) => {
    const [ofA, ofB] = [rank(a), rank(b)];
    const index = ofA.findIndex((value, i) => value !== ofB[i]);
    if (index >= 0) return (ofA[index] as number) - (ofB[index] as number);
    return b.n - a.n || (keyOf(a) < keyOf(b) ? -1 : 1);
  });
}

/** What came of all comparisons together, in sentences. */
export function summaryOf(factors: readonly FactorEffect[]): string {
  const counts: Record<Verdict, number> = { DRAIN: 0, CHARGER: 0, INCONCLUSIVE: 0, NOT_ENOUGH_DATA: 0 };
  for (const { verdict } of factors) counts[verdict] += 1;
  const tested = factors.length - counts.NOT_ENOUGH_DATA;
  const few =
    counts.NOT_ENOUGH_DATA > 0
      ? ` ${count(counts.NOT_ENOUGH_DATA, 'has', 'have')} fewer than ${minPairCount} days to compare.`
      : '';
  if (tested === 0) return `Nothing could be compared.${few}`;
  const found = counts.DRAIN + counts.CHARGER;
  if (found === 0) {
    return (
      `Nothing stands out among ${count(tested, 'comparison')}: differences as large as these come by chance. ` +
      `That is no proof that nothing matters; more entries may tell.${few}`
    );
  }
  const rest = counts.INCONCLUSIVE > 0 ? ` ${counts.INCONCLUSIVE} could be chance.` : '';
  const expected = `At most ${maxRate * 100} % of what stands out is expected to be chance.`;
  return (
    `Of ${count(tested, 'comparison')}, ${count(found, 'stands out', 'stand out')}: ${count(counts.DRAIN, 'drain')}, ` +
    `${count(counts.CHARGER, 'charger')}.${rest} ${expected}${few}`
  );
}
