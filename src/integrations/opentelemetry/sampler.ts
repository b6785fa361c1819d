import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';

/**
 * The sampler of a name in OTEL_TRACES_SAMPLER. Those with a parent in their names make the traces that a client has said to make,
 * and decide about those that begin here.
 */
export function samplerOf(name: string, ratio: number): Sampler {
  const [, ofRoot = name] = /^parentbased_(.+)$/.exec(name) ?? [];
  const root =
    ofRoot === 'always_off'
      ? new AlwaysOffSampler()
      : ofRoot === 'traceidratio'
        ? new TraceIdRatioBasedSampler(ratio)
        : new AlwaysOnSampler();
  return ofRoot === name ? root : new ParentBasedSampler({ root });
}
