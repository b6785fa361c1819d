import { z } from 'zod';
import type { CalendarEntry } from '../../../integrations/ics/write-calendar.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { idOf, line } from '../../../platform/validation/input-rules.ts';

/** What a feed shows: this many days back, and this many ahead. */
export const feedDays = { back: 90, ahead: 365 };
/** How exact "last used" is: calendar programs come by every few minutes, and each time would cost a write. */
export const lastUsedEvery = 60 * 60 * 1000;
/** Somebody has at most this many feeds in use. */
export const maxFeeds = 20;

export const createCalendarFeedInput = z.object({ name: line(100) });
export const revokeCalendarFeedInput = z.object({ id: idOf('CalendarFeed') });

type Attended = Row<'meeting'> & {
  organizer: Person | null;
  meetingAttendees: { response: Row<'meetingAttendee'>['response']; person: Person }[];
};
type Person = Row<'person'> & { personEmails: { email: string }[] };

const named = ({ name, personEmails }: Person) => ({ name, email: personEmails[0]?.email ?? '' });

/** A meeting as a calendar shows it. Its notes, agenda and labels are nobody else's business. */
export function meetingEntry(meeting: Attended): CalendarEntry {
  const { startsOn, endsOn, startsAt, endsAt } = meeting;
  const when =
    startsOn !== null && endsOn !== null
      ? ({ isAllDay: true, startsAt: null, endsAt: null, startsOn, endsOn } as const)
      : ({ isAllDay: false, startsAt, endsAt, startsOn: null, endsOn: null } as const);
  return {
    ...when,
    uid: `meeting-${meeting.id}@waymark`,
    title: meeting.title,
    description: meeting.description,
    location: meeting.place,
    url: meeting.joinUrl ?? '',
    status: meeting.status,
    organizer: meeting.organizer && named(meeting.organizer),
    attendees: meeting.meetingAttendees.map(({ person, response }) => ({ ...named(person), response })),
    updatedAt: meeting.updatedAt,
  };
}

/** How long a task takes in a calendar when nobody has said, in minutes. */
const usualMinutes = 30;

/** A planned task as a calendar shows it: on its day, or from its moment on for as long as it should take. */
export function taskEntry(task: Row<'task'>): CalendarEntry | null {
  const { scheduledOn, scheduledAt } = task;
  if (scheduledOn === null && scheduledAt === null) return null;
  const minutes = task.estimateMinutes ?? usualMinutes;
  const when =
    scheduledAt !== null
      ? ({
          isAllDay: false,
          startsAt: scheduledAt,
          endsAt: new Date(scheduledAt.getTime() + minutes * 60_000),
          startsOn: null,
          endsOn: null,
        } as const)
      : ({
          isAllDay: true,
          startsAt: null,
          endsAt: null,
          startsOn: scheduledOn as string,
          endsOn: scheduledOn as string,
        } as const);
  return {
    ...when,
    uid: `task-${task.id}@waymark`,
    title: task.status === 'DONE' ? `✓ ${task.title}` : task.title,
    description: task.description,
    location: '',
    url: '',
    status: 'CONFIRMED',
    updatedAt: task.updatedAt,
  };
}
