import type { ViewerContext } from '../../../platform/context.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { dateArgument, parseInput, period } from '../../../platform/validation/input-rules.ts';
import { heldWithin, visibleTo as visibleMeetings } from '../../meetings/meetings/meetings.access.ts';
import { scheduledWithin, visibleTo as visibleTasks } from '../tasks/tasks.access.ts';
import { openStatuses } from '../tasks/tasks.rules.ts';
import { type AgendaDay, agendaDays, daysOf, type Entry, maxAgendaDays, maxEntries } from './days.rules.ts';

/** A day, to be looked at from every side. */
export interface Day {
  date: string;
  startsAt: Date;
  endsAt: Date;
}

/** One of the viewer's days: when it starts and ends by their clock. What is on it is read where it is asked for. */
export async function today(ctx: ViewerContext, date: string): Promise<Day> {
  const day = dateArgument(ctx.calendar, 'date', date);
  const { calendar } = ctx;
  return { date: day, startsAt: calendar.startOfDay(day), endsAt: calendar.startOfDay(calendar.addDays(day, 1)) };
}

/**
 * What is on from one day to another: meetings that are not cancelled, tasks that are planned, and what is due of open
 * tasks, goals, milestones and learnings. As many statements however much there is.
 * @throws InvalidInputError when the days are too many, or what is on them
 */
export async function agenda(ctx: ViewerContext, days: { from: string; to: string }): Promise<AgendaDay[]> {
  const { from, to } = parseInput(period(ctx.calendar, maxAgendaDays), days, []);
  const within = { gte: from, lte: to };
  const take = maxEntries + 1;
  const open = { status: { in: openStatuses } };
  const sources = await Promise.all([
    ctx.db.meeting.findMany({
      where: {
        AND: [
          visibleMeetings(ctx.viewer),
          active('meeting'),
          { NOT: { status: 'CANCELLED' } },
          heldWithin(ctx.calendar, from, to),
        ],
      },
      take,
    }),
    ctx.db.task.findMany({
      where: {
        AND: [
          visibleTasks(ctx.viewer),
          active('task'),
          { NOT: { status: 'CANCELLED' } },
          scheduledWithin(ctx.calendar, from, to),
        ],
      },
      take,
    }),
    ctx.db.task.findMany({
      where: { AND: [visibleTasks(ctx.viewer), active('task'), open, { dueOn: within }] },
      take,
    }),
    ctx.db.milestone.findMany({
      where: { AND: [ownedBy(ctx.viewer), active('milestone'), { dueOn: within, reachedAt: null }] },
      take,
    }),
    ctx.db.goal.findMany({
      where: { AND: [ownedBy(ctx.viewer), active('goal'), { dueOn: within, closedAt: null }] },
      take,
    }),
    ctx.db.learning.findMany({
      where: { AND: [ownedBy(ctx.viewer), active('learning'), { reviewOn: within }] },
      take,
    }),
  ]);
  const [meetings, planned, due, milestones, goals, learnings] = sources;
  const onDay = (kind: Entry['kind'], type: string, id: string, day: string): Entry => ({
    kind,
    node: { type, id },
    from: day,
    to: day,
    startsAt: null,
    endsAt: null,
  });
  const entries: Entry[] = [
    ...meetings.map(({ id, startsAt, endsAt, startsOn, endsOn }): Entry => {
      const node = { type: 'Meeting', id };
      if (startsOn !== null && endsOn !== null) {
        return { kind: 'ALL_DAY', node, from: startsOn, to: endsOn, startsAt: null, endsAt: null };
      }
      return { kind: 'MEETING', node, ...daysOf(startsAt, endsAt, ctx.calendar), startsAt, endsAt };
    }),
    ...planned.map(({ id, scheduledOn, scheduledAt }): Entry => {
      const day = scheduledOn ?? ctx.calendar.dayOf(scheduledAt ?? ctx.calendar.now);
      return { ...onDay('TASK', 'Task', id, day), startsAt: scheduledAt };
    }),
    ...due.map(({ id, dueOn }) => onDay('TASK_DUE', 'Task', id, dueOn ?? from)),
    ...milestones.map(({ id, dueOn }) => onDay('MILESTONE', 'Milestone', id, dueOn ?? from)),
    ...goals.map(({ id, dueOn }) => onDay('GOAL', 'Goal', id, dueOn ?? from)),
    ...learnings.map(({ id, reviewOn }) => onDay('REVIEW', 'Learning', id, reviewOn ?? from)),
  ];
  if (entries.length <= maxEntries) return agendaDays(entries, from, to, ctx.calendar);
  const message = `must be nearer to from: there are more than ${maxEntries} entries`;
  throw new InvalidInputError([{ path: ['to'], message }]);
}
