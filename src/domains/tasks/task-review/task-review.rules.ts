import type { Row } from '../../../platform/database/models.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { yearPeriod } from '../../../platform/validation/input-rules.ts';
import type { Status } from '../tasks/tasks.rules.ts';

/** The period of a review. */
export const taskReviewInput = yearPeriod;

/** A review of the tasks of a period. */
export interface TaskReview {
  readonly startsOn: string;
  readonly endsOn: string;
  /** The number of tasks that have each status now. */
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly overdueCount: number;
  readonly openEstimateMinutes: number;
  readonly planned: PlanCounts;
  readonly completedCount: number;
  readonly completedByDay: readonly DayCount[];
}

/** The numbers of plans by how they ended, without those that were changed before their day began. */
export type PlanCounts = Readonly<Record<Row<'taskPlan'>['outcome'], number>>;

/** The number of plans that were to be kept: all but those of cancelled tasks. */
export const plannedCount = ({ OPEN, DONE, CARRIED, MOVED }: PlanCounts): number => OPEN + DONE + CARRIED + MOVED;

/** A number of tasks on one day. */
export interface DayCount {
  readonly date: string;
  readonly count: number;
}

/**
 * Counts for each day of a period, also for those that have none.
 * @param known the days that have any
 * @param from the first day
 * @param to the last day, not before the first
 */
export function everyDay(known: readonly DayCount[], from: string, to: string, calendar: Calendar): DayCount[] {
  const counts = new Map(known.map(({ date, count }) => [date, count]));
  return calendar.datesBetween(from, to).map((date) => ({ date, count: counts.get(date) ?? 0 }));
}
