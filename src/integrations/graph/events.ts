import type { EventType, ResponseType } from '@microsoft/microsoft-graph-types';
import type { Attendee, Person, Response } from '../ics/calendar-event.ts';
import { jsonId, jsonObject, jsonText, jsonTime, jsonWebAddress } from '../json-values.ts';
import { type GraphRecurrence, type GraphTime, readRecurrence, readTime } from './times.ts';

/* Events as Microsoft Graph writes them (the resource `event` of v1.0), in a form of bounded size. */

const graphEventTypes = ['singleInstance', 'occurrence', 'exception', 'seriesMaster'] as const satisfies EventType[];

/** What an occurrence has in common with its series. */
export interface GraphDetails {
  /** The iCalUId: of an occurrence, its own. Empty if it has none. */
  iCalUId: string;
  changeKey: string;
  /** When it was last changed, in UTC. Null if unknown. */
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

const maxAttendees = 500;
const maxId = 1_000;
const textOf = (value: unknown, max = 300): string => jsonText(value, max);

const responses: Readonly<Record<ResponseType, Response | null>> = {
  organizer: 'ACCEPTED',
  accepted: 'ACCEPTED',
  tentativelyAccepted: 'TENTATIVE',
  declined: 'DECLINED',
  notResponded: 'NEEDS_ACTION',
  none: null,
};
function responseOf(status: unknown): Response | null {
  const response = textOf(jsonObject(status).response);
  return Object.hasOwn(responses, response) ? (responses[response as ResponseType] ?? null) : null;
}

/** Reads an event. Null if it is none, or lacks what every event has. */
export function readGraphEvent(value: unknown): GraphEvent | null {
  const json = jsonObject(value);
  const [id, type] = [jsonId(json.id, maxId), graphEventTypes.find((name) => name === json.type)];
  const [start, end] = [readTime(json.start), readTime(json.end)];
  if (id === null || !type || !start || !end) return null;
  const seriesMasterId = jsonId(json.seriesMasterId, maxId);
  const isPart = type === 'occurrence' || type === 'exception';
  if (isPart && seriesMasterId === null) return null;
  return {
    id,
    type,
    seriesMasterId: isPart ? seriesMasterId : null,
    start: toSeconds(start),
    end: toSeconds(end),
    originalStart: jsonTime(json.originalStart)?.toISOString() ?? null,
    // A delta has no more of occurrences than their times. What else there would be is that of the series.
    details: type === 'occurrence' ? null : detailsOf(json),
  };
}

const toSeconds = ({ dateTime, timeZone }: GraphTime): GraphTime => ({ dateTime: dateTime.slice(0, 19), timeZone });

function detailsOf(json: Record<string, unknown>): GraphDetails {
  const attendees = Array.isArray(json.attendees) ? json.attendees.slice(0, maxAttendees) : [];
  return {
    iCalUId: textOf(json.iCalUId, 1_000),
    changeKey: textOf(json.changeKey),
    lastModified: jsonTime(json.lastModifiedDateTime)?.toISOString() ?? null,
    subject: textOf(json.subject, 1_000),
    preview: textOf(json.bodyPreview, 1_000),
    location: textOf(jsonObject(json.location).displayName, 1_000),
    joinUrl: joinUrlOf(jsonObject(json.onlineMeeting).joinUrl) || joinUrlOf(json.onlineMeetingUrl),
    isAllDay: json.isAllDay === true,
    isCancelled: json.isCancelled === true,
    isFree: json.showAs === 'free',
    showAs: textOf(json.showAs, 40),
    transactionId: textOf(json.transactionId, 100),
    isOrganizer: json.isOrganizer === true || textOf(jsonObject(json.responseStatus).response) === 'organizer',
    response: responseOf(json.responseStatus),
    organizer: personOf(json.organizer),
    attendees: attendees.flatMap((one) => {
      const person = personOf(one);
      return person ? [{ ...person, response: responseOf(jsonObject(one).status) ?? 'NEEDS_ACTION' }] : [];
    }),
    timeZone: textOf(json.originalStartTimeZone, 100),
    recurrence: readRecurrence(json.recurrence),
  };
}

const joinUrlOf = (value: unknown): string => jsonWebAddress(value, 2_000) ?? '';

function personOf(value: unknown): Person | null {
  const { name, address } = jsonObject(jsonObject(value).emailAddress);
  const person = { name: textOf(name), email: textOf(address) };
  return person.name === '' && person.email === '' ? null : person;
}
