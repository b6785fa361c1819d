import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Calendar, type DayOfWeek, dayOfWeek, daysOfWeek } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  areInOrder,
  chosenId,
  date,
  idOf,
  integer,
  line,
  optional,
  pastDate,
  prose,
  requiring,
  target,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { goalFilter } from '../goals/goals.rules.ts';

const fields = {
  title: line(200),
  notes: prose(10_000),
  weekdays: describeRule(
    z.array(enumOf('DayOfWeek')).transform((days) => daysOfWeek.filter((day) => days.includes(day))),
    { limits: 'Each day of the week once.' },
  ),
  timesPerWeek: integer(1, 7).nullable(),
  endsOn: date.nullable(),
  goalId: idOf('Goal').nullable(),
};

export const createHabitInput = z.object({
  id: chosenId('Habit').nullish(),
  ...requiring(fields, 'title'),
  startsOn: date.nullish().transform((day) => day ?? currentCalendar().today),
});

export const updateHabitInput = z.object({ ...optional(fields), startsOn: date.optional(), ...target('Habit') });

const habitDay = pastDate.nullish().transform((day) => day ?? currentCalendar().today);
export const checkHabitInput = z.object({
  ...target('Habit'),
  date: habitDay,
  kind: enumOf('HabitMarkKind')
    .nullish()
    .transform((kind) => kind ?? 'DONE'),
});
export const uncheckHabitInput = z.object({ ...target('Habit'), date: habitDay });

type Scheduled = Pick<Row<'habit'>, 'weekdays' | 'timesPerWeek' | 'startsOn' | 'endsOn'>;

/** What is wrong with the schedule of a habit. Null if nothing is. */
function scheduleIssue({ weekdays, timesPerWeek, startsOn, endsOn }: Scheduled) {
  if ((weekdays as DayOfWeek[]).length > 0 === (timesPerWeek !== null)) {
    return { path: ['timesPerWeek'], message: 'must be given, or else weekdays, but not both' };
  }
  return areInOrder(startsOn, endsOn) ? null : { path: ['endsOn'], message: 'must not be before startsOn' };
}

/** @throws InvalidInputError unless a habit is on given days or some times a week, and ends after it starts */
export function requireSchedule(habit: Scheduled): void {
  const issue = scheduleIssue(habit);
  if (issue) throw new InvalidInputError([{ ...issue, path: ['input', ...issue.path] }]);
}

/** The rules of a habit as it is stored. */
export const habitRecord = updateHabitInput.superRefine((habit, context) => {
  const issue = scheduleIssue(habit as Scheduled);
  if (issue) context.addIssue({ code: 'custom', ...issue });
});

/** The rules of a mark as it is stored. */
export const habitMarkRecord = z.object({ date, kind: enumOf('HabitMarkKind') });

export type Mark = Row<'habitMark'>['kind'];

/** How a habit goes, as of a day. */
export interface HabitProgress {
  /** The present streak: of days for a habit on given days, else of weeks. */
  readonly streak: number;
  readonly longestStreak: number;
  /** The score, from 0 to 1. */
  readonly score: number;
  /** The number of days of the week on which it was done. */
  readonly weekDoneCount: number;
}

/** The number of days that progress looks back: ten years. */
const progressDays = 3_653;

/** A score keeps half of itself in 13 days without a habit that is wanted daily. */
const halfLifeDays = 13;

/**
 * How a habit goes: its streaks, and its score by exponential smoothing, as Loop Habit Tracker has it. With the wanted frequency f
 * a day, m = 0.5^(√f / 13), and each day s = s · m + v · (1 - m), where v is 1 if the habit was done and 0 if not. Of a habit on given
 * days only these count. Of one n times a week, v is the share of the target of the last 14 days that was met, at most 1. A SKIP
 * leaves the score as it is.
 *
 * A streak of a habit on given days is of those on which it was done; one that was skipped neither adds nor ends, and so does today
 * until it is marked. Of one n times a week it is of weeks with the target met. A week in which skipped days make up for what is
 * missing neither adds nor ends, nor does the present week before it is met.
 * @param marks those since the habit started, by their days
 */
export function progressOf(habit: Scheduled, marks: ReadonlyMap<string, Mark>, calendar: Calendar): HabitProgress {
  const { today } = calendar;
  const last = habit.endsOn !== null && habit.endsOn < today ? habit.endsOn : today;
  const earliest = calendar.addDays(last, -progressDays);
  const first = habit.startsOn > earliest ? habit.startsOn : earliest;
  const dates = calendar.datesBetween(first, last);
  const kinds = dates.map((day) => marks.get(day) ?? null);
  const weekOffset = first <= last ? calendar.daysBetween(calendar.startOfWeek(first), first) : 0;
  const isOpen = last === today;
  const streaks =
    habit.timesPerWeek === null
      ? streaksOf(kinds.filter(wantedOn(habit, first)), isOpen && isWanted(habit, last))
      : weeklyStreaksOf(kinds, weekOffset, habit.timesPerWeek, isOpen);
  const thisWeek = kinds.slice(dates.length - 1 - ((weekOffset + dates.length - 1) % 7));
  return { ...streaks, score: scoreOf(habit, kinds, first), weekDoneCount: countOf(thisWeek, 'DONE') };
}

const countOf = (kinds: readonly (Mark | null)[], kind: Mark) => kinds.filter((one) => one === kind).length;

/** Whether a habit is wanted on a day of the week. One that is wanted some times a week is wanted on any. */
export const isWanted = ({ weekdays, timesPerWeek }: Scheduled, day: string) =>
  timesPerWeek !== null || (weekdays as DayOfWeek[]).includes(dayOfWeek(day));

/** Whether a habit is wanted on the day at an index, counted from a first day. */
function wantedOn(habit: Scheduled, first: string): (value: unknown, index: number) => boolean {
  const offset = daysOfWeek.indexOf(dayOfWeek(first));
  const wanted = daysOfWeek.map((day) => habit.timesPerWeek !== null || (habit.weekdays as DayOfWeek[]).includes(day));
  return (_value, index) => wanted[(offset + index) % 7] === true;
}

type Streaks = Pick<HabitProgress, 'streak' | 'longestStreak'>;

/** The streaks of wanted days. The last one may still be marked if it is open. */
function streaksOf(kinds: readonly (Mark | null)[], isOpen: boolean): Streaks {
  let [streak, longestStreak] = [0, 0];
  for (const [index, kind] of kinds.entries()) {
    if (kind === 'DONE') streak += 1;
    else if (kind === null && !(isOpen && index === kinds.length - 1)) streak = 0;
    longestStreak = Math.max(longestStreak, streak);
  }
  return { streak, longestStreak };
}

/** The streaks of weeks. The last one goes on if it is open. */
function weeklyStreaksOf(kinds: readonly (Mark | null)[], offset: number, target: number, isOpen: boolean): Streaks {
  const weeks = [...Map.groupBy(kinds.keys(), (index) => Math.floor((offset + index) / 7)).values()];
  const outcomes = weeks.map((indexes): Mark | null => {
    const week = indexes.map((index) => kinds[index] ?? null);
    const done = countOf(week, 'DONE');
    if (done >= target) return 'DONE';
    return done + countOf(week, 'SKIP') >= target ? 'SKIP' : null;
  });
  return streaksOf(outcomes, isOpen);
}

function scoreOf(habit: Scheduled, kinds: readonly (Mark | null)[], first: string): number {
  const { timesPerWeek } = habit;
  const isDue = wantedOn(habit, first);
  const frequency = (timesPerWeek ?? (habit.weekdays as DayOfWeek[]).length) / 7;
  const kept = 0.5 ** (Math.sqrt(frequency) / halfLifeDays);
  let [score, lately] = [0, 0];
  for (const [index, kind] of kinds.entries()) {
    if (kind === 'DONE') lately += 1;
    if (kinds[index - 14] === 'DONE') lately -= 1;
    if (kind === 'SKIP' || !isDue(kind, index)) continue;
    const value = timesPerWeek === null ? Number(kind === 'DONE') : Math.min(1, lately / (2 * timesPerWeek));
    score = score * kept + value * (1 - kept);
  }
  return score;
}

export const habitFilter = defineFilter('Habit', {
  id: { kind: 'id', type: 'Habit', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  timesPerWeek: { kind: 'integer', nullable: true, description: 'How often a week it is wanted.' },
  startsOn: { kind: 'date', description: 'The first day.' },
  endsOn: { kind: 'date', nullable: true, description: 'The last day.' },
  goalId: { kind: 'id', type: 'Goal', nullable: true, description: 'The id of the goal.' },
  goal: { kind: 'one', filter: () => goalFilter, among: active('goal'), description: 'The goal.' },
  createdAt: { kind: 'instant', description: 'When the habit was created.' },
  updatedAt: { kind: 'instant', description: 'When the habit was last changed.' },
});

export const habitOrder: OrderSpec = {
  name: 'Habit',
  isShort: true,
  fields: {
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    STARTS_ON: { column: 'startsOn', description: 'The first day.' },
    CREATED_AT: { column: 'createdAt', description: 'When the habit was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the habit was last changed.' },
  },
};

export const habitMarkFilter = defineFilter('HabitMark', {
  id: { kind: 'id', type: 'HabitMark', description: 'The id.' },
  habitId: { kind: 'id', type: 'Habit', description: 'The id of the habit.' },
  habit: { kind: 'one', filter: () => habitFilter, among: active('habit'), description: 'The habit.' },
  date: { kind: 'date', description: 'The day.' },
  kind: { kind: 'enum', name: 'HabitMarkKind', description: 'What was done.' },
});

export const habitMarkOrder: OrderSpec = {
  name: 'HabitMark',
  fields: { DATE: { column: 'date', description: 'The day.' } },
};
