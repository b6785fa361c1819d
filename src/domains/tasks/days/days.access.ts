import type { OwnedKey, Row, Where } from '../../../platform/database/models.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { energyList, notedWithin } from '../../energy/energy/energy.access.ts';
import { dueReviewList } from '../../learnings/learnings/learnings.access.ts';
import { duePromptList, dueUntil } from '../../learnings/prompts/prompts.access.ts';
import { heldWithin, meetingList } from '../../meetings/meetings/meetings.access.ts';
import { firingWithin, reminderList } from '../reminders/reminders.access.ts';
import { plannedDay } from '../task-plans/task-plans.rules.ts';
import { shownWithin, taskList } from '../tasks/tasks.access.ts';
import { type DayRange, daysOf } from './days.rules.ts';

/** A list that each day has: the viewer's records that are on that day. */
export interface DayList<K extends OwnedKey> {
  readonly list: ListSpec<K>;
  /** The columns that say on which days a record is. */
  readonly columns: readonly (keyof Row<K> & string)[];
  /** The condition for records on any of the days from one to another, both included. */
  readonly within: (calendar: Calendar, from: string, to: string) => Where<K>;
  /** The first and the last day that a record is on. Reads only `columns`. */
  readonly daysOf: (record: Row<K>, calendar: Calendar) => DayRange;
}

const on = (day: string): DayRange => ({ from: day, to: day });

/** The tasks scheduled for a day, or for a time of it, and not snoozed. */
export const tasksOfDay: DayList<'task'> = {
  list: taskList,
  columns: ['scheduledOn', 'scheduledAt'],
  within: shownWithin,
  daysOf: (task, calendar) => on(plannedDay(task, calendar) ?? calendar.today),
};

/** The meetings held on a day, or on a part of it. */
export const meetingsOfDay: DayList<'meeting'> = {
  list: meetingList,
  columns: ['startsOn', 'endsOn', 'startsAt', 'endsAt'],
  within: heldWithin,
  daysOf: ({ startsOn, endsOn, startsAt, endsAt }, calendar) =>
    startsOn !== null && endsOn !== null ? { from: startsOn, to: endsOn } : daysOf(startsAt, endsAt, calendar),
};

/** The learnings whose review is due on a day, or has been since before. */
export const dueReviewsOfDay: DayList<'learning'> = {
  list: dueReviewList,
  columns: ['reviewOn'],
  within: (_calendar, _from, to) => ({ reviewOn: { lte: to } }),
  daysOf: ({ reviewOn }, { today }) => ({ from: reviewOn ?? today, to: '9999-12-31' }),
};

/** The prompts that are due on a day, or have been since before. */
export const duePromptsOfDay: DayList<'prompt'> = {
  list: duePromptList,
  columns: ['dueOn'],
  within: (_calendar, _from, to) => dueUntil(to),
  daysOf: ({ dueOn }) => ({ from: dueOn, to: '9999-12-31' }),
};

/** The energy entries about a time of a day. */
export const energyOfDay: DayList<'energyEntry'> = {
  list: energyList,
  columns: ['at'],
  within: notedWithin,
  daysOf: ({ at }, calendar) => on(calendar.dayOf(at)),
};

/** The reminders that fire on a day, or have fired then. */
export const remindersOfDay: DayList<'reminder'> = {
  list: reminderList,
  columns: ['dueAt', 'firedAt'],
  within: firingWithin,
  daysOf: ({ dueAt, firedAt }, calendar) => on(calendar.dayOf(dueAt ?? firedAt ?? calendar.now)),
};
