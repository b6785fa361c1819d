import type { ViewerContext } from '../../../platform/context.ts';
import { notTrashedItself } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { minutesOf } from '../time-entries/time-entries.rules.ts';
import {
  accuracyOf,
  type DayMinutes,
  type EstimateAccuracy,
  minutesByDay,
  minutesByTask,
  type TaskMinutes,
  timeReportInput,
} from './time-report.rules.ts';

/** What the time of some days went into. */
export interface TimeReport {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly minutes: number;
  readonly days: readonly DayMinutes[];
  readonly tasks: readonly TaskMinutes[];
}

/**
 * What the viewer's time went into over a period of days, both ends included.
 * @throws InvalidInputError if the period has more than 366 days, or if the first day is after the last
 */
export async function timeReport(ctx: ViewerContext, input: InputOf<typeof timeReportInput>): Promise<TimeReport> {
  const { from, to } = parseInput(ctx, timeReportInput, input, []);
  const { calendar, database, db, viewer } = ctx;
  const within = { startedAt: { lt: calendar.endOfDay(to) }, endedAt: { gt: calendar.startOfDay(from) } };
  const entries = await database.readMany({ model: 'timeEntry', ownerId: viewer.accountId }, () =>
    db.timeEntry.findMany({
      where: { AND: [ownedBy(viewer), active('timeEntry'), within] },
      select: { taskId: true, startedAt: true, endedAt: true },
    }),
  );
  const days = minutesByDay(entries, calendar.datesBetween(from, to), calendar);
  const tasks = minutesByTask(days.flatMap((day) => day.tasks));
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
  return { startsOn: from, endsOn: to, minutes, days, tasks };
}

/** How the time that tasks took compares to their estimates: tasks that were finished within a period of days. */
export async function estimateAccuracy(
  { calendar, database, db, viewer }: ViewerContext,
  { startsOn, endsOn }: Pick<TimeReport, 'startsOn' | 'endsOn'>,
): Promise<EstimateAccuracy> {
  const completedAt = { gte: calendar.startOfDay(startsOn), lt: calendar.endOfDay(endsOn) };
  const done = { status: 'DONE' as const, completedAt, NOT: { estimateMinutes: null } };
  const tasks = await database.readMany({ model: 'task', ownerId: viewer.accountId }, () =>
    db.task.findMany({
      where: { AND: [ownedBy(viewer), active('task'), done] },
      select: {
        id: true,
        estimateMinutes: true,
        timeEntries: { where: notTrashedItself, select: { startedAt: true, endedAt: true } },
      },
    }),
  );
  const ratios = tasks.flatMap(({ estimateMinutes, timeEntries }) => {
    const spent = timeEntries.reduce((sum, entry) => sum + minutesOf(entry), 0);
    return spent > 0 && estimateMinutes !== null ? [spent / estimateMinutes] : [];
  });
  return accuracyOf(ratios);
}
