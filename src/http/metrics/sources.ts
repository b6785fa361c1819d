import type { GraphQLEndpoint } from '../graphql-endpoint.ts';
import type { Measurements } from './measurements.ts';

/** What metrics are read from, besides the application. */
export interface MetricsSources {
  readonly measurements: Measurements;
  readonly graphql: Pick<GraphQLEndpoint, 'load'>;
  readonly streams: { readonly size: number; readonly opened: number };
}
