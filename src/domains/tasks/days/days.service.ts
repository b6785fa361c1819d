import type { ViewerContext } from '../../../platform/context.ts';
import type { OwnedKey, Where } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { dateArgument, parseInput } from '../../../platform/validation/input-rules.ts';
import { openStatuses } from '../tasks/tasks.rules.ts';
import { meetingsOfDay, tasksOfDay } from './days.access.ts';
import {
  type AgendaEntry,
  agendaInput,
  type DayRange,
  type EntryKind,
  entriesByDay,
  maxEntries,
} from './days.rules.ts';

/** One of the viewer's days. Its lists are read by the fields that select them. */
export interface Day {
  readonly date: string;
}

/** Returns one of the viewer's days. */
export async function getDay(ctx: ViewerContext, date: string): Promise<Day> {
  return { date: dateArgument(ctx.calendar, 'date', date) };
}

/**
 * Returns the days from one to another, both included.
 * @throws InvalidInputError if they are more than 62, or if the first is after the last
 */
export async function listDays(ctx: ViewerContext, range: DayRange): Promise<Day[]> {
  const { from, to } = parseInput(ctx, agendaInput, range, []);
  return ctx.calendar.datesBetween(from, to).map((date) => ({ date }));
}

/**
 * Returns the entries of each of some days: meetings and scheduled tasks that are not cancelled, and due dates of open
 * tasks, milestones, goals and learnings. Takes a constant number of statements.
 * @throws InvalidInputError if there are more than 1,000 entries
 */
export async function listEntriesByDay(ctx: ViewerContext, dates: readonly string[]): Promise<AgendaEntry[][]> {
  const sorted = dates.toSorted();
  const [from = '', to = from] = [sorted.at(0), sorted.at(-1)];
  const entries = await readEntries(ctx, { from, to });
  if (entries.length <= maxEntries) return entriesByDay(entries, dates);
  const message = `must be at most ${maxEntries} over all days: ask for fewer days`;
  throw new InvalidInputError([{ path: ['entries'], message }]);
}

async function readEntries({ db, viewer, calendar }: ViewerContext, { from, to }: DayRange): Promise<AgendaEntry[]> {
  const within = { gte: from, lte: to };
  const isNotCancelled = { NOT: { status: 'CANCELLED' as const } };
  const query = <K extends OwnedKey>(model: K, ...conditions: Where<K>[]) => ({
    where: { AND: [ownedBy(viewer), active(model), ...conditions] },
    take: maxEntries + 1,
  });
  const [meetings, tasks, dueTasks, milestones, goals, learnings] = await Promise.all([
    db.meeting.findMany(query('meeting', isNotCancelled, meetingsOfDay.within(calendar, from, to))),
    db.task.findMany(query('task', isNotCancelled, tasksOfDay.within(calendar, from, to))),
    db.task.findMany(query('task', { status: { in: openStatuses }, dueOn: within })),
    db.milestone.findMany(query('milestone', { reachedAt: null, dueOn: within })),
    db.goal.findMany(query('goal', { closedAt: null, dueOn: within })),
    db.learning.findMany(query('learning', { reviewOn: within })),
  ]);
  // A day that was found within the range is never null.
  const onDay = (kind: EntryKind, type: string, id: string, day: string | null): AgendaEntry => {
    return { kind, node: { type, id }, from: day ?? from, to: day ?? from, startsAt: null, endsAt: null };
  };
  return [
    ...meetings.map((meeting): AgendaEntry => {
      const { id, startsOn, startsAt, endsAt } = meeting;
      const when = { node: { type: 'Meeting', id }, ...meetingsOfDay.daysOf(meeting, calendar) };
      if (startsOn === null) return { kind: 'MEETING', ...when, startsAt, endsAt };
      return { kind: 'ALL_DAY', ...when, startsAt: null, endsAt: null };
    }),
    ...tasks.map((task): AgendaEntry => {
      const when = tasksOfDay.daysOf(task, calendar);
      return { kind: 'TASK', node: { type: 'Task', id: task.id }, ...when, startsAt: task.scheduledAt, endsAt: null };
    }),
    ...dueTasks.map(({ id, dueOn }) => onDay('TASK_DUE', 'Task', id, dueOn)),
    ...milestones.map(({ id, dueOn }) => onDay('MILESTONE', 'Milestone', id, dueOn)),
    ...goals.map(({ id, dueOn }) => onDay('GOAL', 'Goal', id, dueOn)),
    ...learnings.map(({ id, reviewOn }) => onDay('REVIEW', 'Learning', id, reviewOn)),
  ];
}
