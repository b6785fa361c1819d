import type { ViewerContext } from '../../../platform/context.ts';
import { countRecords } from '../../../platform/queries/stats.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { energyEntryStats, notedWithin } from '../energy/energy.access.ts';
import { cellsOf, type EnergyProfileCell, energyProfileInput } from './energy-profile.rules.ts';

/**
 * The viewer's energy by day of the week and hour of the clock, over a period of days with both ends included.
 * @throws InvalidInputError if the period has more than 1,096 days, or if the first day is after the last
 */
export async function energyProfile(
  ctx: ViewerContext,
  input: InputOf<typeof energyProfileInput>,
): Promise<EnergyProfileCell[]> {
  const { from, to } = parseInput(ctx, energyProfileInput, input, []);
  const { at } = notedWithin(ctx.calendar, from, to);
  const [first, last] = [at.gte.getUTCFullYear(), at.lt.getUTCFullYear()];
  const entries = await countRecords(ctx, energyEntryStats, {
    only: { AND: [{ at }, { energy: { not: null } }] },
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
    groupBy: 'WEEKDAY',
    thenBy: 'HOUR_OF_DAY',
    measures: [{ name: 'energy', hasRange: false, hasMedian: false, hasDeviation: true }],
  });
  return cellsOf(entries, ctx.calendar.weekStartsOn);
}
