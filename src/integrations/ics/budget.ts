import { CalendarSyntaxError } from './calendar-syntax-error.ts';

/**
 * The maximum number of steps to expand the recurrences of one calendar. A step is a listed date, or a time that a rule
 * has to examine: a second of FREQ=SECONDLY, a day of FREQ=DAILY. A rule without COUNT examines only times in the window.
 */
export const maxSteps = 20_000;

/** The steps that are left. */
export interface Budget {
  steps: number;
}

/** Takes steps from a budget. @throws CalendarSyntaxError if too few are left */
export function spend(budget: Budget, steps: number, where: string): void {
  budget.steps -= steps;
  if (budget.steps >= 0) return;
  throw new CalendarSyntaxError(`The events recur too often: expanding them takes more than ${maxSteps} steps.`, where);
}
