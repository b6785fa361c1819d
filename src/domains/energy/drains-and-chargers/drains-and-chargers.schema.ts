import { periodUntilToday } from '../../../graphql/fields/period.ts';
import type { Builder } from '../../../graphql/types.ts';
import { minPairCount } from '../../../platform/queries/rates.ts';
import {
  type AboutEntry,
  type FactorDay,
  type FactorEffect,
  type FactorKind,
  factorTypes,
  summaryOf,
  type Verdict,
} from './drains-and-chargers.rules.ts';
import * as drains from './drains-and-chargers.service.ts';

/** Drains and chargers: what goes along with more or less energy than the rest of the day. */
export function defineDrainsAndChargers(builder: Builder): void {
  const Kind = builder.enumType('EnergyFactorKind', {
    description: 'What an energy entry can be about.',
    values: {
      SERIES: { description: 'The series of the meeting that the entry is about.' },
      PERSON: { description: 'The person that the entry is about.' },
      LABEL: { description: 'A label of the entry, or of the task or meeting that it is about.' },
      GOAL: { description: 'The goal of the task that the entry is about.' },
    } satisfies Record<FactorKind, { description: string }>,
  });
  const VerdictType = builder.enumType('EnergyVerdict', {
    description: 'What the comparison of a factor says. It never says why.',
    values: {
      DRAIN: { description: 'Energy is lower with it: `qValue` is below 0.05, and the interval is below 0.' },
      CHARGER: { description: 'Energy is higher with it: `qValue` is below 0.05, and the interval is above 0.' },
      INCONCLUSIVE: { description: 'The difference may be chance. This is the usual result.' },
      NOT_ENOUGH_DATA: { description: `There are fewer than ${minPairCount} days to compare, so it was not tested.` },
    } satisfies Record<Verdict, { description: string }>,
  });

  const Entry = builder.objectRef<AboutEntry>('EnergyFactorEntry').implement({
    description: 'An energy entry on one side of a comparison.',
    fields: (t) => ({
      energy: t.exposeInt('energy', { description: 'The energy that was compared, 1 to 5.' }),
      node: t.nodeOf({
        description: 'The energy entry. Null if it has been deleted since.',
        resolve: ({ id }: AboutEntry) => ({ type: 'EnergyEntry', id }),
      }),
    }),
  });
  const Day = builder.objectRef<FactorDay>('EnergyFactorDay').implement({
    description: 'A day with a factor, and what is compared on it.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'The day.' }),
      mean: t.exposeFloat('mean', {
        description: 'The mean energy about the factor; with a lag of 1, of the next day without the factor.',
      }),
      othersMean: t.exposeFloat('othersMean', { description: "The mean energy of the day's other entries." }),
      difference: t.exposeFloat('difference', { description: '`mean` less `othersMean`.' }),
      entries: t.field({
        type: [Entry],
        description: 'The entries behind `mean`, in order of time.',
        resolve: ({ entries }) => [...entries],
      }),
      others: t.field({
        type: [Entry],
        description: 'The entries behind `othersMean`, in order of time.',
        resolve: ({ others }) => [...others],
      }),
    }),
  });

  const none = 'Null if there are too few days.';
  const Factor = builder.objectRef<FactorEffect>('EnergyFactor').implement({
    description:
      'Something that energy entries are about, and how the energy with it compares to the rest of the same days.',
    fields: (t) => ({
      kind: t.field({ type: Kind, description: 'What it is.', resolve: ({ kind }) => kind }),
      node: t.nodeOf({
        description: 'The series, person, label or goal. Null if it has been deleted since.',
        resolve: ({ kind, id }: FactorEffect) => ({ type: factorTypes[kind], id }),
      }),
      entryCount: t.exposeInt('entryCount', { description: 'The number of entries about it.' }),
      n: t.exposeInt('n', { description: 'The number of days that could be compared.' }),
      meanDifference: t.float({
        nullable: true,
        description: `The mean of the differences of the days. Below 0, energy is lower with it. ${none}`,
        resolve: ({ effect }) => effect?.mean ?? null,
      }),
      low: t.float({
        nullable: true,
        description: `The lower end of the 95 % interval of \`meanDifference\`, from 10,000 bootstrap samples. ${none}`,
        resolve: ({ effect }) => effect?.low ?? null,
      }),
      high: t.float({
        nullable: true,
        description: `The upper end of the 95 % interval of \`meanDifference\`. ${none}`,
        resolve: ({ effect }) => effect?.high ?? null,
      }),
      effectSize: t.float({
        nullable: true,
        description:
          "`meanDifference` in standard deviations of the differences (Cohen's d for pairs). Null if all differences are equal, " +
          'or if there are too few days.',
        resolve: ({ effect }) => effect?.size ?? null,
      }),
      pValue: t.float({
        nullable: true,
        description:
          'How often chance alone makes a difference as large, 0 to 1, by flipping the signs of the differences: all ways up to ' +
          `12 days, else 20,000 random ones. ${none}`,
        resolve: ({ effect }) => effect?.p ?? null,
      }),
      qValue: t.float({
        nullable: true,
        description: `\`pValue\` corrected by Benjamini and Hochberg for all factors that were tested. ${none}`,
        resolve: ({ effect }) => effect?.q ?? null,
      }),
      verdict: t.field({ type: VerdictType, description: 'What this says.', resolve: ({ verdict }) => verdict }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What is missing for a comparison, in a sentence. Null if nothing is.',
      }),
      explanation: t.exposeString('explanation', { description: 'The verdict in sentences, with its numbers.' }),
      days: t.field({
        type: [Day],
        description: 'The days that were compared, in order, with the entries behind them.',
        resolve: ({ days }) => [...days],
      }),
    }),
  });

  const Result = builder.objectRef<drains.DrainsAndChargers>('DrainsAndChargers').implement({
    description: 'What goes along with more or less energy.',
    fields: (t) => ({
      startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day.' }),
      endsOn: t.expose('endsOn', { type: 'Date', description: 'The last day.' }),
      lag: t.exposeInt('lag', { description: 'The number of days after which energy is compared.' }),
      entryCount: t.exposeInt('entryCount', {
        description: 'The number of energy entries, without those from before what they are about.',
      }),
      testedCount: t.exposeInt('testedCount', {
        description: 'The number of factors that were tested, for which `qValue` is corrected.',
      }),
      summary: t.string({
        description: 'What came of all comparisons together, in sentences.',
        resolve: ({ factors }) => summaryOf(factors),
      }),
      factors: t.field({
        type: [Factor],
        description:
          'All that entries are about: what was tested by `qValue`, then what has too few days. What is in the trash is left out.',
        complexity: { field: 1, multiplier: 25 },
        resolve: ({ factors }) => [...factors],
      }),
    }),
  });

  const days = periodUntilToday(builder, '-P89D');
  builder.queryFields((t) => ({
    drainsAndChargers: t.field({
      type: Result,
      description:
        'What goes along with more or less energy than the rest of the same days: your series, people, labels and goals, by the ' +
        'energy entries about them. Each day with entries about a factor and others is one comparison, however many entries it ' +
        'has. What is drawn at random is drawn from the data, so that the same data has the same result.',
      args: {
        ...days.args,
        lag: t.arg.int({
          defaultValue: 0,
          description:
            "0: compares entries about a factor with the day's others. 1: compares the next day's entries with the day's, both " +
            'without those about the factor.',
        }),
        kinds: t.arg({
          type: [Kind],
          description: 'Only factors of these kinds. Then `qValue` is corrected for these alone. Default: all.',
        }),
      },
      resolve: (_root, { lag, kinds, ...period }, ctx) =>
        drains.drainsAndChargers(ctx, { ...days.of(period), lag: lag ?? 0, kinds }),
    }),
  }));
}
