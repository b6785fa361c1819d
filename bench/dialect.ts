/* How a server with a schema of its own is asked for the same, and how its answers are compared. */
import type { Names } from './data.ts';
import { bodiesOf, bodyOf, type Workload, workloads } from './workloads.ts';

/** The requests of a server that does not have Waymark's schema. It knows the workloads that have a query. */
export interface Dialect {
  readonly queries: Readonly<Record<string, string>>;
  /** The variables of its requests, from the usual ones. */
  variables(usual: Record<string, unknown>, names: Names): Record<string, unknown>;
  /** An answer in the usual form, but with ids that do not name their type. */
  toUsual(answer: string): string;
}

/** The bodies of the requests of a workload to a server. */
export function requestsOf(dialect: Dialect | undefined, name: string, names: Names): string[] {
  const workload = workloads[name] as Workload;
  const usual = bodiesOf(workload, names);
  if (!dialect) return usual;
  return usual.map((body) => bodyOf(dialect.queries[name] ?? '', dialect.variables(JSON.parse(body).variables, names)));
}

/** Whether a server can answer a workload. */
export const knows = (dialect: Dialect | undefined, name: string) => !dialect || name in dialect.queries;
