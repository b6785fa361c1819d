import { maxPoints, type SeriesBucket } from '../platform/queries/series.ts';
import { once } from './registry.ts';
import type { Builder, RootFields } from './types.ts';

/** The enum of the periods of a series. */
const seriesBucketType = (builder: Builder) =>
  once(builder.options.registry, 'SeriesBucket', () =>
    builder.enumType('SeriesBucket', {
      description: 'The periods of a series.',
      values: {
        DAY: { description: 'Days.' },
        WEEK: { description: 'Weeks, from your first day of the week.' },
        MONTH: { description: 'Months.' },
        QUARTER: { description: 'Quarters.' },
      } satisfies Record<SeriesBucket, { description: string }>,
    }),
  );

/** The arguments of a series. */
export const seriesArguments = (builder: Builder, t: RootFields) => ({
  bucket: t.arg({ type: seriesBucketType(builder), defaultValue: 'WEEK', description: 'The periods.' }),
  from: t.arg({
    type: 'Date',
    defaultValue: '-P6M',
    description: `A day of the first period. At most ${maxPoints} periods before \`to\`.`,
  }),
  to: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The last day. Not in the future.' }),
});

/** The period that was asked for. */
export const seriesOf = (args: {
  from?: string | null | undefined;
  to?: string | null | undefined;
  bucket?: SeriesBucket | null | undefined;
}) => ({ from: args.from ?? '-P6M', to: args.to ?? 'TODAY', bucket: args.bucket ?? 'WEEK' });
