import type { EventType, ResponseType } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import type { Attendee, Person, Response } from '../ics/calendar-event.ts';

/* Events as Microsoft Graph writes them (the resource `event` of v1.0), in a form of bounded size. */

/** A local time and the zone that it is in, by its IANA or its Windows name. */
export interface GraphTime {
  dateTime: string;
  timeZone: string;
}

/** A recurrence as Graph writes it (the resource `patternedRecurrence`). */
export interface GraphRecurrence {
  pattern: {
    type?: string;
    interval?: number;
    month?: number;
    dayOfMonth?: number;
    daysOfWeek?: string[];
    index?: string;
    firstDayOfWeek?: string;
  };
  range: { type?: string; endDate?: string; numberOfOccurrences?: number };
}

const graphEventTypes = ['singleInstance', 'occurrence', 'exception', 'seriesMaster'] as const satisfies EventType[];

/** What an occurrence has in common with its series. */
export interface GraphDetails {
  /** The iCalUId: of an occurrence, its own. Empty if it has none. */
  iCalUId: string;
  changeKey: string;
  /** When it was last changed. Null if unknown. */
  lastModified: string | null;
  subject: string;
  preview: string;
  location: string;
  joinUrl: string;
  isAllDay: boolean;
  isCancelled: boolean;
  isFree: boolean;
  /** How it shows the time, in Graph's words. */
  showAs: string;
  /** The id that its program gave it when it created it. Empty if it gave none. */
  transactionId: string;
  /** Whether the owner has organized it. */
  isOrganizer: boolean;
  /** The owner's own response. Null if they are not invited. */
  response: Response | null;
  organizer: Person | null;
  attendees: Attendee[];
  /** The zone that it was created in. Empty if unknown. */
  timeZone: string;
  recurrence: GraphRecurrence | null;
}

/** An event, an occurrence of a series, or a series. */
export interface GraphEvent {
  id: string;
  type: (typeof graphEventTypes)[number];
  /** The series of an occurrence or exception. Null for all else. */
  seriesMasterId: string | null;
  start: GraphTime;
  end: GraphTime;
  /** Where an exception was before it was moved, in UTC. Null if unknown. */
  originalStart: string | null;
  /** Null for an occurrence, which is as its series says. */
  details: GraphDetails | null;
}

type Json = Record<string, unknown>;

const maxAttendees = 500;
const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const textOf = (value: unknown, max = 300): string =>
  typeof value === 'string' ? value.slice(0, max).toWellFormed() : '';

const responses: Readonly<Record<ResponseType, Response | null>> = {
  organizer: 'ACCEPTED',
  accepted: 'ACCEPTED',
  tentativelyAccepted: 'TENTATIVE',
  declined: 'DECLINED',
  notResponded: 'NEEDS_ACTION',
  none: null,
};
const responseOf = (status: unknown): Response | null =>
  responses[textOf(objectOf(status).response) as ResponseType] ?? null;

/** Reads an event. Null if it is none, or lacks what every event has. */
export function readGraphEvent(value: unknown): GraphEvent | null {
  const json = objectOf(value);
  const [id, type] = [textOf(json.id, 1_000), graphEventTypes.find((name) => name === json.type)];
  const [start, end] = [timeOf(json.start), timeOf(json.end)];
  if (id === '' || !type || !start || !end) return null;
  const seriesMasterId = textOf(json.seriesMasterId, 1_000) || null;
  const isPart = type === 'occurrence' || type === 'exception';
  if (isPart && seriesMasterId === null) return null;
  return {
    id,
    type,
    seriesMasterId: isPart ? seriesMasterId : null,
    start,
    end,
    originalStart: textOf(json.originalStart, 40) || null,
    // A delta tells no more of occurrences than their times, and what else would be told is that of the series.
    details: type === 'occurrence' ? null : detailsOf(json),
  };
}

function timeOf(value: unknown): GraphTime | null {
  const { dateTime, timeZone } = objectOf(value);
  if (typeof dateTime !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(dateTime)) return null;
  try {
    const time = Temporal.PlainDateTime.from(dateTime.slice(0, 19), { overflow: 'reject' });
    return { dateTime: time.toString(), timeZone: textOf(timeZone, 100) || 'UTC' };
  } catch {
    return null;
  }
}

function detailsOf(json: Json): GraphDetails {
  const attendees = Array.isArray(json.attendees) ? json.attendees.slice(0, maxAttendees) : [];
  const { pattern, range } = objectOf(json.recurrence);
  return {
    iCalUId: textOf(json.iCalUId, 1_000),
    changeKey: textOf(json.changeKey),
    lastModified: textOf(json.lastModifiedDateTime, 40) || null,
    subject: textOf(json.subject, 1_000),
    preview: textOf(json.bodyPreview, 1_000),
    location: textOf(objectOf(json.location).displayName, 1_000),
    joinUrl: textOf(objectOf(json.onlineMeeting).joinUrl, 2_000) || textOf(json.onlineMeetingUrl, 2_000),
    isAllDay: json.isAllDay === true,
    isCancelled: json.isCancelled === true,
    isFree: json.showAs === 'free',
    showAs: textOf(json.showAs, 40),
    transactionId: textOf(json.transactionId, 100),
    isOrganizer: json.isOrganizer === true || textOf(objectOf(json.responseStatus).response) === 'organizer',
    response: responseOf(json.responseStatus),
    organizer: personOf(json.organizer),
    attendees: attendees.flatMap((one) => {
      const person = personOf(one);
      return person ? [{ ...person, response: responseOf(objectOf(one).status) ?? 'NEEDS_ACTION' }] : [];
    }),
    timeZone: textOf(json.originalStartTimeZone, 100),
    recurrence: pattern && range ? { pattern: objectOf(pattern), range: objectOf(range) } : null,
  };
}

function personOf(value: unknown): Person | null {
  const { name, address } = objectOf(objectOf(value).emailAddress);
  const person = { name: textOf(name), email: textOf(address) };
  return person.name === '' && person.email === '' ? null : person;
}
