import { performance } from 'node:perf_hooks';
import type { OperationLabel } from '../../graphql/operations.ts';
import { Durations } from '../../platform/runtime/durations.ts';

/** The upper bounds of the durations of requests, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Those of operations. There are many, and each bound of each is a line. */
const operationBounds = [0.005, 0.025, 0.1, 0.5, 2.5];

/** How many names of operations are told apart. Further ones are counted together. */
export const maxOperations = 200;

const methods = new Set(['GET', 'POST', 'HEAD']);

/** The requests to one route. */
class RouteMeasurements {
  readonly durations = new Durations(bounds);
  /** How many there were, by method and status. */
  readonly statuses = new Map<string, Map<number, number>>();

  count(method: string, status: number): void {
    const known = methods.has(method) ? method : 'other';
    let counts = this.statuses.get(known);
    if (!counts) {
      counts = new Map();
      this.statuses.set(known, counts);
    }
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
}

/** The executions of the operations of one name. */
interface OperationMeasurements {
  readonly type: string;
  readonly name: string;
  readonly durations: Durations;
}

/** What metrics tell of requests since the start. Kept only where there are metrics. */
export class Measurements {
  readonly routes = new Map<string, RouteMeasurements>();
  readonly operations = new Map<string, OperationMeasurements>();

  /**
   * Counts a request.
   * @param route one of the routes, not a path as it was received
   * @param milliseconds until the response began
   */
  addRequest(route: string, method: string, status: number, milliseconds: number): void {
    let measured = this.routes.get(route);
    if (!measured) {
      measured = new RouteMeasurements();
      this.routes.set(route, measured);
    }
    measured.durations.add(milliseconds);
    measured.count(method, status);
  }

  /** Counts a request to GraphQL. @param label null if nothing was executed @param started as of `performance.now()` */
  addOperation(label: OperationLabel | null, started: number): void {
    const type = label?.type ?? 'none';
    const known = this.operations.get(label?.key ?? type);
    const measured = known ?? this.#add(label?.key ?? type, type, label?.name ?? 'none');
    measured.durations.add(performance.now() - started);
  }

  #add(key: string, type: string, name: string): OperationMeasurements {
    if (this.operations.size >= maxOperations && name !== 'none') {
      const rest = this.operations.get(`${type} other`);
      if (rest) return rest;
      return this.#insert(`${type} other`, type, 'other');
    }
    return this.#insert(key, type, name);
  }

  #insert(key: string, type: string, name: string): OperationMeasurements {
    const measured = { type, name, durations: new Durations(operationBounds) };
    this.operations.set(key, measured);
    return measured;
  }
}
