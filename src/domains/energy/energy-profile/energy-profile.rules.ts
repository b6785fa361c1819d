import { type Estimate, estimateOf } from '../../../platform/queries/rates.ts';
import type { StatsEntry } from '../../../platform/queries/stats.ts';
import { type DayOfWeek, daysOfWeek } from '../../../platform/time/calendar.ts';
import { period } from '../../../platform/validation/input-rules.ts';

/** The maximum number of days of a profile: about three years. */
const maxDays = 1_096;
export const energyProfileInput = period(maxDays);

/** Energy within one hour of the clock on one day of the week. */
export interface EnergyProfileCell {
  readonly weekday: DayOfWeek;
  /** The hour of the clock, 0 to 23. */
  readonly hour: number;
  readonly energy: Estimate;
}

/**
 * The 168 cells of a week, from the first day of the week, and the first hour of each date, on.
 * @param entries statistics of energy with its standard deviation, by day of the week and then hour of the day
 */
export function cellsOf(entries: readonly StatsEntry[], weekStartsOn: DayOfWeek): EnergyProfileCell[] {
  const known = new Map(entries.map((entry) => [`${entry.first.key} ${entry.second.key}`, entry.measures.energy]));
  const first = daysOfWeek.indexOf(weekStartsOn);
  return [...daysOfWeek.slice(first), ...daysOfWeek.slice(0, first)].flatMap((weekday) =>
    Array.from({ length: 24 }, (_, hour) => {
      const { count = 0, mean = null, standardDeviation = null } = known.get(`${weekday} ${hour}`) ?? {};
      return { weekday, hour, energy: estimateOf(count, mean, standardDeviation) };
    }),
  );
}
