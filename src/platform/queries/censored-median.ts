import { medianStateOf, type Statistic } from './rates.ts';

/** How long something took, in days. */
export interface Duration {
  readonly days: number;
  /** Whether it has ended by then. If not, it would have taken longer. */
  readonly hasEnded: boolean;
}

/** The median of durations of which some have not ended. */
export interface CensoredMedian extends Statistic {
  /** The number of durations that have ended. */
  readonly endedCount: number;
}

/**
 * The median of durations of which some are not known to the end, by Kaplan and Meier (1958): the first duration t at which at most
 * half are expected to be longer. S(t) is the product of 1 - d / n over the durations up to t at which any ended, where d is the
 * number of those that ended at it, and n the number of those that were not shorter.
 * @returns null if more than half are expected to be longer than all that are known
 */
export function medianDuration(durations: readonly Duration[]): number | null {
  const byLength = durations.toSorted((a, b) => a.days - b.days);
  let longer = 1;
  for (let from = 0, to = 0; from < byLength.length; from = to) {
    const length = byLength[from]?.days;
    let ended = 0;
    for (; byLength[to]?.days === length && to < byLength.length; to += 1) if (byLength[to]?.hasEnded) ended += 1;
    longer *= 1 - ended / (byLength.length - from);
    // A product of fractions may be a little more than a half that it is exactly.
    if (ended > 0 && length !== undefined && longer <= 0.5 + 1e-12) return length;
  }
  return null;
}

/** The median of durations, or what it lacks. It takes five. @param things the plural, such as `stays` */
export function censoredMedianOf(durations: readonly Duration[], things: string): CensoredMedian {
  const median = medianDuration(durations);
  const state = medianStateOf(durations.length, median !== null, things);
  const endedCount = durations.filter(({ hasEnded }) => hasEnded).length;
  return { value: state.state === 'OK' ? median : null, n: durations.length, endedCount, ...state };
}
