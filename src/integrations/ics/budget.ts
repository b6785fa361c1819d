import { UnreadableEventError } from './calendar-syntax-error.ts';

/**
 * The maximum number of steps to expand the recurrences of one series. A step is a listed date, or a time that a rule
 * has to examine: a second of FREQ=SECONDLY, a day of FREQ=DAILY. A rule without COUNT examines only times in the window.
 */
export const maxSteps = 20_000;

/** The maximum number of steps of all series of a calendar. */
export const maxStepsInAll = 200_000;

/** The steps that are left, for a series and in all. */
export interface Budget {
  steps: number;
  inAll: { steps: number };
}

/** The budget of another series. */
export const budgetWithin = (inAll: { steps: number }): Budget => ({ steps: maxSteps, inAll });

const advice = 'Import fewer days at a time, by `from` and `to`.';

/** Takes steps from a budget. @throws UnreadableEventError if too few are left */
export function spend(budget: Budget, steps: number): void {
  budget.steps -= steps;
  budget.inAll.steps -= Math.min(steps, maxSteps);
  if (budget.steps < 0) {
    throw new UnreadableEventError(`It recurs too often: expanding it takes more than ${maxSteps} steps. ${advice}`);
  }
  if (budget.inAll.steps < 0) {
    throw new UnreadableEventError(`The series before it took all of the ${maxStepsInAll} steps of a file. ${advice}`);
  }
}

/** The maximum number of occurrences of one series in the window. */
const maxOccurrences = 5_000;

/** The maximum number of occurrences of a calendar in the window. */
const maxOccurrencesInAll = 20_000;

/** @throws UnreadableEventError if a series has too many occurrences in the window, alone or with those before it */
export function requireFew(count: number, before: number): void {
  if (count > maxOccurrences) {
    throw new UnreadableEventError(`It takes place more than ${maxOccurrences} times in these days. ${advice}`);
  }
  if (count + before > maxOccurrencesInAll) {
    throw new UnreadableEventError(`The file has more than ${maxOccurrencesInAll} meetings in these days. ${advice}`);
  }
}
