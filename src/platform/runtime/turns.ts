import { setImmediate as afterTurn } from 'node:timers';
import { setImmediate } from 'node:timers/promises';

/** How long work goes on before others take a turn, in milliseconds. */
const turn = 4;

/** Watches how long the event loop has been at its present turn. */
export interface TurnWatch {
  /** Notes that work begins, if none did in this turn. */
  begin(): void;
  /** Whether it is some milliseconds since work began in this turn. */
  isLong(): boolean;
}

export function watchTurns(): TurnWatch {
  let began: number | null = null;
  return {
    begin() {
      if (began !== null) return;
      began = performance.now();
      afterTurn(() => {
        began = null;
      });
    },
    isLong: () => began !== null && performance.now() - began >= turn,
  };
}

/** Runs a long calculation to its end. Where it yields, others take their turn if it has kept them waiting for some milliseconds. */
export async function inTurns<T>(calculation: Iterator<void, T>): Promise<T> {
  for (let started = performance.now(); ; ) {
    const part = calculation.next();
    if (part.done) return part.value;
    if (performance.now() - started < turn) continue;
    await setImmediate();
    started = performance.now();
  }
}
