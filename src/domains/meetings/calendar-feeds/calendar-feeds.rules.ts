import { z } from 'zod';
import type { CalendarEntry } from '../../../integrations/ics/write-calendar.ts';
import type { Row } from '../../../platform/database/models.ts';
import { idOf, line } from '../../../platform/validation/input-rules.ts';

/** The range of a feed, in days before and after today. */
export const feedDays = { past: 90, future: 365 };
/** The precision of `lastUsedAt`, in milliseconds. Calendar programs poll every few minutes; each update costs a write. */
export const lastUsedPrecision = 60 * 60 * 1000;
/** The maximum number of feeds of an account that are in use. */
export const maxFeeds = 20;

/**
 * The address of the owner in a feed. A published entry must have an organizer (RFC 5546, section 3.2.1), but who reads a feed need
 * not know the address that its owner signs in with. No mail can reach this one (RFC 2606).
 */
export const publisherAddress = 'noreply@waymark.invalid';

export const createCalendarFeedInput = z.object({ name: line(100) });
export const revokeCalendarFeedInput = z.object({ id: idOf('CalendarFeed') });

type FeedMeeting = Row<'meeting'> & {
  organizer: FeedPerson | null;
};
type FeedPerson = Row<'person'> & { personEmails: { email: string }[] };

const contactOf = ({ name, personEmails }: FeedPerson) => ({ name, email: personEmails[0]?.email ?? '' });

type Times = Pick<CalendarEntry, 'isAllDay' | 'startsAt' | 'endsAt' | 'startsOn' | 'endsOn'>;

const timed = (startsAt: Date, endsAt: Date) =>
  ({ isAllDay: false, startsAt, endsAt, startsOn: null, endsOn: null }) as const satisfies Times;
const allDay = (startsOn: string, endsOn: string) =>
  ({ isAllDay: true, startsAt: null, endsAt: null, startsOn, endsOn }) as const satisfies Times;

/** A meeting as an entry of a feed. Its notes, items, labels and attendees stay private. */
export function meetingEntry(meeting: FeedMeeting): CalendarEntry {
  const { startsOn, endsOn, startsAt, endsAt } = meeting;
  return {
    ...(startsOn !== null && endsOn !== null ? allDay(startsOn, endsOn) : timed(startsAt, endsAt)),
    uid: `meeting-${meeting.id}@waymark`,
    title: meeting.title,
    description: meeting.description,
    location: meeting.place,
    url: meeting.joinUrl ?? '',
    status: meeting.status,
    organizer: meeting.organizer && contactOf(meeting.organizer),
    isFree: meeting.isFree,
    updatedAt: meeting.updatedAt,
  };
}

/** The duration in a feed of a task without an estimate, in minutes. */
const defaultTaskMinutes = 30;

/** A task as an entry of a feed: on its day, or from its time for as long as it is estimated to take. Null if unscheduled. */
export function taskEntry(task: Row<'task'>): CalendarEntry | null {
  const times = taskTimes(task);
  return (
    times && {
      ...times,
      uid: `task-${task.id}@waymark`,
      title: task.status === 'DONE' ? `✓ ${task.title}` : task.title,
      description: task.description,
      location: '',
      url: '',
      status: 'CONFIRMED',
      updatedAt: task.updatedAt,
    }
  );
}

function taskTimes({ scheduledOn, scheduledAt, estimateMinutes }: Row<'task'>) {
  const minutes = estimateMinutes ?? defaultTaskMinutes;
  if (scheduledAt !== null) return timed(scheduledAt, new Date(scheduledAt.getTime() + minutes * 60_000));
  return scheduledOn === null ? null : allDay(scheduledOn, scheduledOn);
}
