import { z } from 'zod';
import { type Rate, rateOf } from '../../../platform/queries/rates.ts';
import { integer, period } from '../../../platform/validation/input-rules.ts';

/** The period of statistics, at most a year. */
export const reviewStatsInput = period(366);

export const reviewForecastInput = z.object({ days: integer(1, 366) });

/** The number of prompts below which a skill has no freshness: of two, each is half of it. */
export const minPrompts = 3;

/** What reviews of some days say. */
export interface ReviewStats {
  readonly from: string;
  readonly to: string;
  readonly reviewCount: number;
  /** Among the reviews that had been planned a day or more ahead, those that were passes. */
  readonly trueRetention: Rate;
  readonly passCount: number;
  /** The time of the reviews that were measured, in seconds. */
  readonly durationSeconds: number;
  readonly measuredCount: number;
}

/** The true retention: passes / reviews with a planned interval of a day or more before. */
export const trueRetention = (passCount: number, count: number): Rate =>
  rateOf(passCount, count, 'reviews on a later day');

/** The reviews that the next days will bring, as far as is known today. */
export interface ReviewForecast {
  /** The prompts that have been due since before today. */
  readonly overdueCount: number;
  /** The prompts without a review, which are due, too. */
  readonly newCount: number;
  /** For each day from today on, the prompts that are due on it. */
  readonly days: readonly { readonly date: string; readonly count: number }[];
}

/**
 * The forecast of some days.
 * @param dueCounts the number of reviewed prompts that are due on each day
 */
export function forecastOf(
  dates: readonly string[],
  dueCounts: ReadonlyMap<string, number>,
  newCount: number,
): ReviewForecast {
  const [today = ''] = dates;
  const overdue = [...dueCounts].filter(([day]) => day < today);
  return {
    overdueCount: overdue.reduce((sum, [, count]) => sum + count, 0),
    newCount,
    days: dates.map((date) => ({ date, count: dueCounts.get(date) ?? 0 })),
  };
}

/** How well what supports a skill is known today. */
export interface Freshness {
  /** The mean probability that the prompts are known. Null below 3 prompts. */
  readonly value: number | null;
  /** The number of prompts that were reviewed. */
  readonly n: number;
}

/** The freshness of a skill, from the probabilities that its prompts are known. */
export function freshnessOf(retrievabilities: readonly number[]): Freshness {
  const n = retrievabilities.length;
  if (n < minPrompts) return { value: null, n };
  return { value: retrievabilities.reduce((sum, one) => sum + one, 0) / n, n };
}
