import { AsyncLocalStorage } from 'node:async_hooks';

/** The processor time that a request has taken, in milliseconds. */
export interface ProcessorTime {
  milliseconds: number;
}

const current = new AsyncLocalStorage<ProcessorTime>();

/** Runs a request. What it and all that follows from it spends is added to `time`. */
export const metered = <T>(time: ProcessorTime, request: () => T): T => current.run(time, request);

/** Adds time to the present request, if there is one. */
export function addProcessorTime(milliseconds: number): void {
  const time = current.getStore();
  if (time) time.milliseconds += milliseconds;
}

/**
 * Runs something synchronous, which nothing of another request can interrupt, and adds the processor time of the thread to the
 * present request. Unlike the time of a clock, it is the same however busy the machine is. Calls must not be nested.
 */
export function spending<T>(work: () => T): T {
  const time = current.getStore();
  if (time === undefined) return work();
  const before = usage();
  try {
    return work();
  } finally {
    time.milliseconds += usage() - before;
  }
}

/** The processor time of this thread, in milliseconds. */
function usage(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
