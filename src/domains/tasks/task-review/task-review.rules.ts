import type { Calendar } from '../../../platform/time/calendar.ts';
import type { Status } from '../tasks/tasks.rules.ts';

/** A review covers at most this many days. */
export const maxReviewDays = 366;

/** What became of the tasks of some days. */
export interface TaskReview {
  from: string;
  to: string;
  /** How many tasks have each status now. */
  byStatus: Record<Status, number>;
  overdueCount: number;
  openEstimateMinutes: number;
  plannedCount: number;
  plannedDoneCount: number;
  completedCount: number;
  completedByDay: { date: string; count: number }[];
}

/** How many of some moments fall on each day of a period, days with none included. */
export function countByDay(
  moments: Date[],
  from: string,
  to: string,
  calendar: Calendar,
): { date: string; count: number }[] {
  const counts = new Map<string, number>();
  for (let day = from; ; day = calendar.addDays(day, 1)) {
    counts.set(day, 0);
    if (day === to) break;
  }
  for (const moment of moments) {
    const day = calendar.dayOf(moment);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].map(([date, count]) => ({ date, count }));
}
