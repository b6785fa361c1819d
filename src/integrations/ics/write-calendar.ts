import {
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Attendee, EventStatus, EventTimes, Person, Response } from './calendar-event.ts';

/** An entry of a calendar to write. Texts may be empty. */
export type CalendarEntry = EventTimes & {
  /** Identifies the entry in every version of the calendar. */
  uid: string;
  title: string;
  description: string;
  location: string;
  /** A web address. Left out if it is not valid. */
  url: string;
  status: EventStatus;
  /** Left out without an email address. Without a name, the address takes its place. */
  organizer?: Person | null;
  /** Attendees without an email address are left out, as RFC 5545 cannot express them. */
  attendees?: Attendee[];
  updatedAt: Date;
};

interface CalendarToWrite {
  name: string;
  entries: CalendarEntry[];
  /** The time stamp of the calendar. */
  now: Date;
}

const statuses: Record<EventStatus, ICalEventStatus> = {
  CONFIRMED: ICalEventStatus.CONFIRMED,
  TENTATIVE: ICalEventStatus.TENTATIVE,
  CANCELLED: ICalEventStatus.CANCELLED,
};

const partStats: Record<Response, ICalAttendeeStatus> = {
  NEEDS_ACTION: ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  DECLINED: ICalAttendeeStatus.DECLINED,
  TENTATIVE: ICalAttendeeStatus.TENTATIVE,
};

/**
 * Writes a calendar as iCalendar text (RFC 5545), to be refreshed every hour. Times are in UTC, so that no time zones have
 * to be defined.
 */
export function writeCalendar({ name, entries, now }: CalendarToWrite): string {
  const calendar = new ICalCalendar({
    name: oneLine(name),
    prodId: { company: 'Waymark', product: 'Waymark', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
    events: entries.map((entry) => eventOf(entry, now)),
  });
  return calendar.toString();
}

function eventOf(entry: CalendarEntry, now: Date): ICalEventData {
  const { organizer } = entry;
  return {
    ...timesOf(entry),
    id: oneLine(entry.uid),
    summary: plain(entry.title),
    description: plain(entry.description) || null,
    location: plain(entry.location) || null,
    url: linkOf(entry.url),
    status: statuses[entry.status],
    organizer: organizer?.email
      ? { name: oneLine(organizer.name) || organizer.email, email: addressOf(organizer) }
      : null,
    attendees: (entry.attendees ?? [])
      .filter(({ email }) => email !== '')
      .map((one) => ({ name: oneLine(one.name), email: addressOf(one), status: partStats[one.response] })),
    lastModified: entry.updatedAt,
    stamp: now,
  };
}

/** The end of an all-day event is excluded: the day after its last. */
function timesOf(entry: EventTimes): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (!entry.isAllDay) return { start: entry.startsAt, end: entry.endsAt };
  const end = Temporal.PlainDate.from(entry.endsOn).add({ days: 1 });
  return { start: Temporal.PlainDate.from(entry.startsOn), end, allDay: true };
}

/** Percent-encodes characters that the library would escape as in a text. */
function linkOf(url: string): string | null {
  return /^https?:/i.test(url) && URL.canParse(url)
    ? new URL(url).href.replaceAll(/[,;\\]/g, (sign) => encodeURIComponent(sign))
    : null;
}

/** The address, escaped for the `mailto:` URI that the library makes of it. */
function addressOf({ email }: Person): string {
  return oneLine(email).replaceAll('%', '%25');
}

/** A text on one line, for values that the library writes without escaping. */
function oneLine(text: string): string {
  return plain(text).replaceAll('\n', ' ');
}

/** A text without control characters, which iCalendar cannot express. Line breaks and tabs stay. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '');
}
