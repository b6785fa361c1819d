import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import type { Calendar } from '../time/calendar.ts';
import { periodOf } from '../time/periods.ts';
import { currentCalendar } from '../validation/current-calendar.ts';
import { date } from '../validation/input-rules.ts';

/** The maximum number of points of a series. */
export const maxPoints = 120;

/** The periods of a series. */
const seriesBuckets = ['DAY', 'WEEK', 'MONTH', 'QUARTER'] as const;
export type SeriesBucket = (typeof seriesBuckets)[number];

/** The period and the buckets of a series of days that have been. */
export const seriesInput = z
  .object({ from: date, to: date, bucket: z.enum(seriesBuckets) })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
  .refine(({ to }) => to <= currentCalendar().today, { path: ['to'], message: 'must not be in the future' });

/**
 * The days of a series: the last day of each period from one day to another, and the other itself, in order.
 * @throws InvalidInputError at `from` if there are more than 120
 */
export function seriesDays({ from, to, bucket }: z.output<typeof seriesInput>, calendar: Calendar): string[] {
  const endOf = (day: string) => periodOf(day, bucket, calendar).endsOn;
  const days: string[] = [];
  for (let day = endOf(from); day < to; day = endOf(calendar.addDays(day, 1))) {
    days.push(day);
    if (days.length >= maxPoints)
      throw new InvalidInputError([{ path: ['from'], message: `must be at most ${maxPoints} periods before to` }]);
  }
  return [...days, to];
}
