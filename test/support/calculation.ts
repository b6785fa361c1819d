/* What calculations in threads are tried with. */

export const multiply = ({ factor, by }: { factor: number; by: number }) => factor * by;

export function fail(message: string): never {
  throw new RangeError(message);
}

export function end(): never {
  process.exit(0);
}

export function forever(): never {
  for (;;);
}
