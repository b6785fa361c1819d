import { CalendarSyntaxError } from './calendar-syntax-error.ts';

/**
 * How many steps working out one calendar's repetitions may take. A step is a listed date, or a time that a rule has to
 * look at: a second of FREQ=SECONDLY, a day of FREQ=DAILY. Without COUNT a rule looks only at those within the window.
 */
export const maxSteps = 20_000;

/** What is left of them. */
export interface Budget {
  steps: number;
}

/** @throws CalendarSyntaxError when fewer are left */
export function spend(budget: Budget, steps: number, where: string): void {
  budget.steps -= steps;
  if (budget.steps >= 0) return;
  throw new CalendarSyntaxError(`It repeats too often: the file's events take more than ${maxSteps} steps.`, where);
}
