import { maxYearDays } from '../../platform/validation/input-rules.ts';
import type { Builder } from '../types.ts';

/** A period as a client gives it, by its first and its last day. */
interface GivenPeriod {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/**
 * The arguments of a period of days that ends today by default.
 * @param firstDay the first day by default, such as `-P6D` for the last seven days
 * @param maxDays the most days of a period, both ends included
 */
export function periodUntilToday(builder: Builder, firstDay: string, maxDays = maxYearDays) {
  return {
    args: builder.args((t) => ({
      from: t.field({ type: 'Date', defaultValue: firstDay, description: 'The first day.' }),
      to: t.field({
        type: 'Date',
        defaultValue: 'TODAY',
        description: `The last day. At most ${maxDays} days in all.`,
      }),
    })),
    /** The period of some arguments, in which null stands for the default. */
    of: ({ from, to }: GivenPeriod) => ({ from: from ?? firstDay, to: to ?? 'TODAY' }),
  };
}
