import {
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { EventStatus, EventTimes, Person } from './calendar-event.ts';

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
  /** Whether it leaves the time free. Default: false. */
  isFree?: boolean;
  /** Without an email address, the publisher takes their place. Without a name, the address does. */
  organizer?: Person | null;
  updatedAt: Date;
};

interface CalendarToWrite {
  name: string;
  /** Who publishes the calendar, with an email address. */
  publisher: Person;
  entries: CalendarEntry[];
  /** The time stamp of the calendar. */
  now: Date;
}

const statuses: Record<EventStatus, ICalEventStatus> = {
  CONFIRMED: ICalEventStatus.CONFIRMED,
  TENTATIVE: ICalEventStatus.TENTATIVE,
  CANCELLED: ICalEventStatus.CANCELLED,
};

/**
 * Writes a calendar as iCalendar text (RFC 5545), to be refreshed every hour. Times are in UTC, so that no time zones have
 * to be defined. It is published (RFC 5546, section 3.2.1): every entry has an organizer, and none has attendees.
 */
export function writeCalendar({ name, publisher, entries, now }: CalendarToWrite): string {
  const calendar = new ICalCalendar({
    name: oneLine(name),
    prodId: { company: 'Waymark', product: 'Waymark', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
    events: entries.map((entry) => eventOf(entry, publisher, now)),
  });
  // Every line ends with CRLF, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** An address that a `mailto:` URI can have. */
const isAddress = (email: string) => /^[^\s@]+@[^\s@]+$/.test(email);

function eventOf(entry: CalendarEntry, publisher: Person, now: Date): ICalEventData {
  const organizer = entry.organizer && isAddress(entry.organizer.email) ? entry.organizer : publisher;
  return {
    ...timesOf(entry),
    id: oneLine(entry.uid),
    summary: plain(entry.title),
    description: plain(entry.description) || null,
    location: plain(entry.location) || null,
    url: linkOf(entry.url),
    status: statuses[entry.status],
    transparency: entry.isFree ? ICalEventTransparency.TRANSPARENT : null,
    organizer: { name: oneLine(organizer.name) || organizer.email, email: addressOf(organizer) },
    lastModified: entry.updatedAt,
    stamp: now,
  };
}

/** The end of an all-day event is excluded: the day after its last. An event without a duration has no end (section 3.8.2.2). */
function timesOf(entry: EventTimes): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (!entry.isAllDay) return { start: entry.startsAt, end: entry.endsAt > entry.startsAt ? entry.endsAt : null };
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
