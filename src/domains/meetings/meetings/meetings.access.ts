import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { meetingFilter, meetingOrder } from './meetings.rules.ts';

/** A viewer sees the meetings they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.MeetingWhereInput;
}

/** Meetings that take part of the days from one to another, both included: whole days by their dates, others by the clock. */
export function heldWithin(calendar: Calendar, from: string, to: string) {
  const [start, end] = [calendar.startOfDay(from), calendar.startOfDay(calendar.addDays(to, 1))];
  return {
    OR: [
      { startsOn: { lte: to }, endsOn: { gte: from } },
      { startsOn: null, startsAt: { lt: end }, endsAt: { gt: start } },
      // One that takes no time is held when it starts.
      { startsOn: null, startsAt: { gte: start, lt: end } },
    ],
  } satisfies Prisma.MeetingWhereInput;
}

/** How meetings are listed: the earliest first, unless asked otherwise. */
export const meetingList: ListSpec<'meeting'> = {
  model: 'meeting',
  visibleTo,
  filter: meetingFilter,
  order: meetingOrder,
  defaultOrder: [{ field: 'STARTS_AT' }],
};

/** What meetings can be counted by. */
export const meetingStats: StatsSpec<'meeting'> = {
  list: meetingList,
  rows: 'meetings',
  times: {
    STARTS_AT: { column: 'startsAt', description: 'When they start.' },
    CREATED_AT: { column: 'createdAt', description: 'When they were made.' },
  },
  groups: {
    STATUS: { value: 'status', description: 'By status.' },
    SERIES: { row: 'seriesId', type: 'MeetingSeries', description: 'By series.' },
    ORGANIZER: { row: 'organizerId', type: 'Person', description: 'By who organizes them.' },
    ATTENDEE: { rows: 'meetingAttendees', type: 'Person', description: 'By who is asked to them.' },
    LABEL: { rows: 'meetingLabels', type: 'Label', description: 'By label.' },
  },
  measures: {},
};
