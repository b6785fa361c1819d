import { InvalidInputError } from '../../src/platform/errors.ts';

/* What calculations in threads are tried with. */

export const multiply = ({ factor, by }: { factor: number; by: number }) => factor * by;

/** Multiplies, and goes on until it has taken processor time that a clock as coarse as the system's can tell. */
export function multiplySlowly({ factor, by }: { factor: number; by: number }): number {
  const before = process.threadCpuUsage();
  const taken = () => process.threadCpuUsage(before);
  for (let time = taken(); time.user + time.system === 0; time = taken());
  return factor * by;
}

export function fail(message: string): never {
  throw new RangeError(message);
}

export function refuse(message: string): never {
  throw new InvalidInputError([{ path: ['input'], message }]);
}

export function end(): never {
  process.exit(0);
}

export function forever(): never {
  for (;;);
}
