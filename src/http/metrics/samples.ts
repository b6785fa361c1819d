import type { Durations } from '../../platform/runtime/durations.ts';

/** A line of a metric. */
export interface Sample {
  /** The name of the line, if it is not that of the metric. */
  readonly metricName?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The lines of a histogram. Each bucket has those of the smaller ones in it, too. */
export function* samplesOfDurations(
  name: string,
  labels: Readonly<Record<string, string>>,
  { bounds, counts, count, seconds }: Durations,
): Generator<Sample> {
  const metricName = `${name}_bucket`;
  let below = 0;
  for (const [i, bound] of bounds.entries()) {
    below += counts[i] ?? 0;
    yield { metricName, labels: { ...labels, le: String(bound) }, value: below };
  }
  yield { metricName, labels: { ...labels, le: '+Inf' }, value: count };
  yield { metricName: `${name}_sum`, labels, value: seconds };
  yield { metricName: `${name}_count`, labels, value: count };
}
