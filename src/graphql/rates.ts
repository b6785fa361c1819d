import type { CensoredMedian } from '../platform/queries/censored-median.ts';
import { minRateCount, type Rate, type StatisticState } from '../platform/queries/rates.ts';
import { once } from './registry.ts';
import type { Builder } from './types.ts';

/** The enum that says whether there is enough data for a number. */
export const statisticStateType = (builder: Builder) =>
  once(builder.options.registry, 'StatisticState', () =>
    builder.enumType('StatisticState', {
      description: 'Whether there is enough data for a number to mean something.',
      values: {
        OK: { description: 'There is.' },
        NOT_ENOUGH_DATA: { description: 'There is not, so that the number is null. `missing` says what is missing.' },
      } satisfies Record<StatisticState, { description: string }>,
    }),
  );

/** The type of a share. */
export const rateType = (builder: Builder) =>
  once(builder.options.registry, 'Rate', () =>
    builder.objectRef<Rate>('Rate').implement({
      description: `A share. It takes ${minRateCount} of what it is a share of.`,
      fields: (t) => ({
        value: t.exposeFloat('value', {
          nullable: true,
          description: `The share, 0 to 1. Null if \`n\` is below ${minRateCount}.`,
        }),
        low: t.exposeFloat('low', {
          nullable: true,
          description: 'The lower end of the 95 % interval by Wilson. Null if there is no `value`.',
        }),
        high: t.exposeFloat('high', {
          nullable: true,
          description: 'The upper end of the 95 % interval by Wilson. Null if there is no `value`.',
        }),
        n: t.exposeInt('n', { description: 'The number of things that it is a share of.' }),
        state: t.expose('state', { type: statisticStateType(builder), description: 'Whether there is enough data.' }),
        missing: t.exposeString('missing', {
          nullable: true,
          description: 'What is missing, in a sentence. Null if nothing is.',
        }),
      }),
    }),
  );

/** What the type of a median of durations says of them. */
interface DurationTexts {
  readonly description: string;
  readonly medianDays: string;
  readonly n: string;
  readonly endedCount: string;
}

/** A type for the median of some durations, of which not all have ended. */
export const censoredMedianType = (builder: Builder, name: string, texts: DurationTexts) =>
  builder.objectRef<CensoredMedian>(name).implement({
    description: texts.description,
    fields: (t) => ({
      medianDays: t.exposeFloat('value', {
        nullable: true,
        description: `${texts.medianDays} Null if \`n\` is below ${minRateCount}, or if fewer than half have ended by then.`,
      }),
      n: t.exposeInt('n', { description: texts.n }),
      endedCount: t.exposeInt('endedCount', { description: texts.endedCount }),
      state: t.expose('state', { type: statisticStateType(builder), description: 'Whether there is enough data.' }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What is missing, in a sentence. Null if nothing is.',
      }),
    }),
  });
