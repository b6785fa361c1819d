import {
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Attendee, EventStatus, Person, Response, When } from './calendar-event.ts';

/** One entry of a calendar that others read. Texts may be empty. */
export type CalendarEntry = When & {
  /** Stays the same as long as the entry does. */
  uid: string;
  title: string;
  description: string;
  location: string;
  /** A web address; left out when it is none. */
  url: string;
  status: EventStatus;
  /** Left out without an e-mail address; without a name, the address is it. */
  organizer?: Person | null;
  /** Those without an e-mail address are left out: RFC 5545 has no way to write them. */
  attendees?: Attendee[];
  updatedAt: Date;
};

export interface CalendarToWrite {
  name: string;
  entries: CalendarEntry[];
  /** When it is written. */
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
 * A calendar in iCalendar's notation (RFC 5545), to be read anew every hour. Times are in UTC, so that it needs no time
 * zones of its own.
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

/** The day that ends a whole-day event is the one after its last. */
function timesOf(entry: When): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (!entry.isAllDay) return { start: entry.startsAt, end: entry.endsAt };
  const end = Temporal.PlainDate.from(entry.endsOn).add({ days: 1 });
  return { start: Temporal.PlainDate.from(entry.startsOn), end, allDay: true };
}

/** The library escapes these as in a text, which a link is not. */
function linkOf(url: string): string | null {
  return /^https?:/i.test(url) && URL.canParse(url)
    ? new URL(url).href.replaceAll(/[,;\\]/g, (sign) => encodeURIComponent(sign))
    : null;
}

/** As the `mailto:` has it that the library makes of it. */
function addressOf({ email }: Person): string {
  return oneLine(email).replaceAll('%', '%25');
}

/** For what the library writes as it is. */
function oneLine(text: string): string {
  return plain(text).replaceAll('\n', ' ');
}

/** Without control characters, which iCalendar has no way to write; line breaks and tabs stay. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '');
}
