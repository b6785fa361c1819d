import { setImmediate } from 'node:timers/promises';

/** Runs a long calculation to its end. It yields after each part of some milliseconds, and others take their turn. */
export async function inTurns<T>(calculation: Iterator<void, T>): Promise<T> {
  for (;;) {
    const part = calculation.next();
    if (part.done) return part.value;
    await setImmediate();
  }
}
