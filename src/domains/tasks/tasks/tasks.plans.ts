import { positionStep } from './tasks.rules.ts';

/* Where a task goes in the order of all. */

/**
 * A position between two others. Positions are doubles: about 40 insertions in one place use up the numbers there, and the
 * tasks that follow have to be spread out again.
 * @param before the position before; null at the start of the order
 * @param after the position after; null at its end
 * @returns null if there is no number left between the two
 */
export function positionBetween(before: number | null, after: number | null): number | null {
  if (before === null) return after === null ? positionStep : after - positionStep;
  if (after === null) return before + positionStep;
  const middle = before + (after - before) / 2;
  return middle > before && middle < after ? middle : null;
}

/** Whether a position is between two others; null as in `positionBetween`. */
export const isBetween = (position: number, before: number | null, after: number | null) =>
  (before === null || position > before) && (after === null || position < after);

/** The smallest distance between positions that have been spread out: room for about 20 insertions in one place. */
const minStep = 1;

/**
 * Evenly spaced positions for some tasks.
 * @param before the position before the first of them
 * @param last the position of the last of them; null if there is no limit
 * @param count the number of positions, 1 or more
 * @returns null if they would be less than 1 apart
 */
export function spread(before: number, last: number | null, count: number): number[] | null {
  const step = last === null ? positionStep : (last - before) / count;
  if (step < minStep) return null;
  return Array.from({ length: count }, (_, index) => before + step * (index + 1));
}
