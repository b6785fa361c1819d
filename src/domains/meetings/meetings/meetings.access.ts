import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { meetingFilter, meetingOrder } from './meetings.rules.ts';

/**
 * The condition for meetings that overlap a range of days. All-day meetings count by their dates, others by their times.
 * @param from the first day, as `YYYY-MM-DD`
 * @param to the last day, included
 */
export function heldWithin(calendar: Calendar, from: string, to: string) {
  const [start, end] = [calendar.startOfDay(from), calendar.endOfDay(to)];
  return {
    // What follows, said of two columns for an index to look up: all-day meetings of other zones are less than three days off.
    startsAt: { lte: calendar.endOfDay(calendar.addDays(to, 3)) },
    endsAt: { gte: calendar.startOfDay(calendar.addDays(from, -3)) },
    OR: [
      { startsOn: { lte: to }, endsOn: { gte: from } },
      { startsOn: null, startsAt: { lt: end }, endsAt: { gt: start } },
      // A meeting without duration counts when it starts.
      { startsOn: null, startsAt: { gte: start, lt: end } },
    ],
  } satisfies Prisma.MeetingWhereInput;
}

/** The condition for meetings that the owner takes part in: neither cancelled nor declined by them. */
export const isAttended = {
  NOT: { status: 'CANCELLED' },
  OR: [{ myResponse: null }, { myResponse: { not: 'DECLINED' } }],
} satisfies Prisma.MeetingWhereInput;

/** The condition for meetings at a time of day that take the owner's time: neither cancelled, declined nor free, nor all-day. */
export const takesTime = { ...isAttended, isFree: false, startsOn: null } satisfies Prisma.MeetingWhereInput;

/**
 * The condition for meetings that are one-on-ones if exactly one other person is invited, who has not declined: those that have
 * begun, at a time of day, and took the owner's time.
 */
export const canBeOneOnOne = ({ now }: Pick<Calendar, 'now'>) =>
  ({ ...takesTime, startsAt: { lt: now } }) satisfies Prisma.MeetingWhereInput;

/** How meetings are listed. */
export const meetingList: ListSpec<'meeting'> = {
  model: 'meeting',
  visibleTo: ownedBy,
  filter: meetingFilter,
  order: meetingOrder,
  defaultOrder: [{ field: 'STARTS_AT' }],
};

/** The statistics of meetings. */
export const meetingStats: StatsSpec<'meeting'> = {
  list: meetingList,
  plural: 'meetings',
  times: {
    STARTS_AT: { column: 'startsAt', description: 'When the meeting starts.' },
    CREATED_AT: { column: 'createdAt', description: 'When the meeting was created.' },
  },
  groups: {
    STATUS: { value: 'status', description: 'The status.' },
    MY_RESPONSE: { value: 'myResponse', description: 'Your response to the invitation.' },
    SERIES: { row: 'seriesId', type: 'MeetingSeries', description: 'The meeting series.' },
    ORGANIZER: { row: 'organizerId', type: 'Person', description: 'The organizer.' },
    ATTENDEE: { joins: 'meetingAttendees', type: 'Person', description: 'Each attendee.' },
    LABEL: { joins: 'meetingLabels', type: 'Label', description: 'Each label.' },
  },
  measures: {
    durationMinutes: {
      ...{ from: 'startsAt', to: 'endsAt', unit: 'minutes', unless: 'startsOn' },
      description: 'The durations in minutes. All-day meetings have none.',
    },
    attendeeCount: { countOf: 'meetingAttendees', description: 'The numbers of attendees.' },
  },
};
