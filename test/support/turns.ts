import { onTestFinished } from 'vitest';

/** Runs a calculation that yields so that others can take a turn, and counts how often it did. */
export function runToEnd<T>(calculation: Iterator<void, T>): { result: T; turns: number } {
  for (let turns = 0; ; turns++) {
    const part = calculation.next();
    if (part.done) return { result: part.value, turns };
  }
}

/** Takes turns until the end of the test. Returns what tells how many it has had. */
export function countTurns(): () => number {
  let turns = 0;
  let next: NodeJS.Immediate;
  const take = () => {
    turns += 1;
    next = setImmediate(take);
  };
  take();
  onTestFinished(() => clearImmediate(next));
  return () => turns;
}
