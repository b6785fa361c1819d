import { quantile } from '../../../platform/queries/quantiles.ts';
import { medianStateOf, type Statistic } from '../../../platform/queries/rates.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { yearPeriod } from '../../../platform/validation/input-rules.ts';

/** The period of a report. */
export const timeReportInput = yearPeriod;

/** Time that was spent on a task. */
export interface SpentTime {
  readonly taskId: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
}

/** The minutes of one task. */
export interface TaskMinutes {
  readonly taskId: string;
  readonly minutes: number;
}

/** The minutes of one day. */
export interface DayMinutes {
  readonly date: string;
  readonly minutes: number;
  readonly tasks: readonly TaskMinutes[];
}

const sum = (all: readonly { readonly minutes: number }[]) => all.reduce((total, { minutes }) => total + minutes, 0);

/** The minutes of each task, most first. */
export function minutesByTask(all: readonly TaskMinutes[]): TaskMinutes[] {
  const tasks = [...Map.groupBy(all, ({ taskId }) => taskId)].map(([taskId, some]) => ({ taskId, minutes: sum(some) }));
  return tasks.sort((a, b) => b.minutes - a.minutes || (a.taskId < b.taskId ? -1 : 1));
}

/**
 * The minutes of each of some days, by task. Time across the start of a day counts on both days.
 * @param dates one after another
 */
export function minutesByDay(
  entries: readonly SpentTime[],
  dates: readonly string[],
  calendar: Pick<Calendar, 'endOfDay' | 'startOfDay'>,
): DayMinutes[] {
  // The bounds of the days are computed once: that takes longer than all else.
  const starts = dates.map((date) => calendar.startOfDay(date).getTime());
  const ends = [...starts.slice(1), ...dates.slice(-1).map((date) => calendar.endOfDay(date).getTime())];
  const parts: TaskMinutes[][] = dates.map(() => []);
  let day = 0;
  for (const { taskId, startedAt, endedAt } of entries.toSorted(
    (a, b) => a.startedAt.getTime() - b.startedAt.getTime(),
  )) {
    const [start, end] = [startedAt.getTime(), endedAt.getTime()];
    while (day < dates.length && (ends[day] ?? start) <= start) day += 1;
    for (let on = day; on < dates.length && (starts[on] ?? end) < end; on += 1) {
      const length = Math.min(ends[on] ?? end, end) - Math.max(starts[on] ?? start, start);
      parts[on]?.push({ taskId, minutes: length / 60_000 });
    }
  }
  return dates.map((date, index) => {
    const tasks = minutesByTask(parts[index] ?? []);
    return { date, minutes: sum(tasks), tasks };
  });
}

/** How the time that tasks took compares to their estimates. */
export interface EstimateAccuracy extends Statistic {
  /** The quartiles. Null if there is no value. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The median of some ratios of time spent to estimate, with its quartiles. It takes five. */
export function accuracyOf(ratios: readonly number[]): EstimateAccuracy {
  const n = ratios.length;
  const state = medianStateOf(n, true, 'done tasks with an estimate and time spent');
  if (state.state !== 'OK') return { value: null, low: null, high: null, n, ...state };
  const sorted = ratios.toSorted((a, b) => a - b);
  return { value: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), n, ...state };
}
