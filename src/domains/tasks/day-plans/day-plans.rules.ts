import { z } from 'zod';
import { type Calendar, dayOfWeek } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { date, integer } from '../../../platform/validation/input-rules.ts';
import type { EnergyProfileCell } from '../../energy/energy-profile/energy-profile.rules.ts';
import type { Span } from '../../meetings/meeting-load/meeting-load.rules.ts';

/* What a day is planned from, and what a plan consists of. How tasks are fitted into a day is in day-plans.plans.ts. */

/** What a day is planned by unless something else is given. */
export const defaultOptions = { bufferMinutes: 10, capMinutes: 360, defaultEstimateMinutes: 30, includeOverdue: false };

const minutesOfDay = 24 * 60;
const buffer = integer(0, 240);
const cap = integer(0, minutesOfDay);

/** From the present day on. A default that is null leaves tasks without an estimate out. */
const options = {
  date: date.refine((day) => day >= currentCalendar().today, 'must not be in the past'),
  bufferMinutes: buffer.nullish().transform((minutes) => minutes ?? defaultOptions.bufferMinutes),
  capMinutes: cap.nullish().transform((minutes) => minutes ?? defaultOptions.capMinutes),
  defaultEstimateMinutes: integer(1, minutesOfDay).nullable(),
  splitOver: integer(5, minutesOfDay).nullish(),
  includeOverdue: z
    .boolean()
    .nullish()
    .transform((given) => given ?? defaultOptions.includeOverdue),
};

export const planDayInput = z.object(options);

export const commitDayInput = z.object({
  ...options,
  date: options.date.nullish().transform((day) => day ?? currentCalendar().today),
  defaultEstimateMinutes: options.defaultEstimateMinutes
    .optional()
    .transform((minutes) => (minutes === undefined ? defaultOptions.defaultEstimateMinutes : minutes)),
  blockTime: z
    .boolean()
    .nullish()
    .transform((given) => given ?? false),
  planHash: z.string().regex(/^[0-9a-z]{1,12}\.[\w-]{43}$/, 'must be the planHash of a plan'),
});

/** What a day is planned by. */
export type PlanOptions = z.output<typeof planDayInput>;

/** The maximum number of tasks that a plan considers: the first ones by its order. */
export const maxConsidered = 1_000;

/** The shortest task that counts as focus work, in minutes. */
export const minFocusWork = 45;

/** An open task that could be planned. */
export interface PlannableTask {
  readonly id: string;
  readonly dueOn: string | null;
  readonly priority: number;
  readonly carryOverCount: number;
  readonly estimateMinutes: number | null;
  readonly isBlocked: boolean;
  readonly snoozedUntil: Date | null;
}

/** A task, or a part of one, at its time. */
export interface PlanBlock extends Span {
  readonly taskId: string;
  /** The part of the task, starting at 1. 1 of 1 if it is not split. */
  readonly part: number;
  readonly partCount: number;
}

/** Why a task is where it is. */
export type PlacementReason = 'ALREADY_PLACED' | 'BEST_ENERGY' | 'FIRST_GAP';

/** A task that is in a plan. */
export interface Placement extends PlanBlock {
  readonly reason: PlacementReason;
  readonly isEstimated: boolean;
  readonly explanation: string;
}

/** Why a task is in no plan. */
export type LeftoverCause = 'SNOOZED' | 'BLOCKED' | 'AFTER_DEADLINE' | 'NO_ESTIMATE' | 'NO_ROOM';

/** A task that is not in a plan. */
export interface Leftover {
  readonly taskId: string;
  readonly cause: LeftoverCause;
  readonly explanation: string;
}

/** All that a plan follows from. */
export interface PlanFacts {
  readonly options: PlanOptions;
  /** From when on the day is planned, in milliseconds since 1970: the start of the working hours, or now. */
  readonly from: number;
  /** The working hours of the day. Null if there are none. */
  readonly working: Span | null;
  /** The meetings that count and reach into the working hours with their buffers. */
  readonly meetings: readonly Span[];
  /** The open tasks that have a time of the day already. */
  readonly kept: readonly (Pick<PlannableTask, 'id' | 'estimateMinutes'> & { readonly start: number })[];
  /** Working hours of the best energy. */
  readonly bestHours: readonly Span[];
  readonly tasks: readonly PlannableTask[];
}

/** A plan of a day. */
export interface DayPlan {
  readonly options: PlanOptions;
  readonly from: number;
  readonly working: Span | null;
  /** The working time that neither meetings with their buffers nor tasks with a time take, in order. */
  readonly gaps: readonly Span[];
  readonly kept: readonly Placement[];
  readonly placements: readonly Placement[];
  readonly leftovers: readonly Leftover[];
}

const grain = 5 * 60_000;

/** From when on a day is planned: from its working hours, and not before now, rounded up to 5 minutes. */
export function startOfPlan(day: string, working: Span | null, calendar: Calendar): number {
  const start = working?.start ?? calendar.startOfDay(day).getTime();
  if (day !== calendar.today) return start;
  return Math.max(start, Math.ceil(calendar.now.getTime() / grain) * grain);
}

/**
 * The hours within working hours whose cell of the energy profile is in the best third: among all cells with enough ratings, the
 * third with the highest means, rounded up, and those that are equal to the last of it.
 */
export function bestHoursOf(cells: readonly EnergyProfileCell[], working: Span | null, calendar: Calendar): Span[] {
  const known = cells.flatMap(({ energy, ...cell }) =>
    energy.value === null ? [] : [{ ...cell, mean: energy.value }],
  );
  const means = known.map(({ mean }) => mean).sort((a, b) => b - a);
  const least = means[Math.ceil(means.length / 3) - 1];
  if (least === undefined || !working) return [];
  const best = new Set(known.filter(({ mean }) => mean >= least).map(({ weekday, hour }) => `${weekday} ${hour}`));
  const hours: Span[] = [];
  for (let at = working.start; at < working.end; ) {
    const moment = new Date(at);
    const end = Math.min(calendar.hourOf(moment).end.getTime(), working.end);
    const hour = Number(calendar.timeOf(moment).slice(0, 2));
    if (best.has(`${dayOfWeek(calendar.dayOf(moment))} ${hour}`)) hours.push({ start: at, end });
    at = end;
  }
  return hours;
}
