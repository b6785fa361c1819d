import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, EventDetails, EventTimes } from '../ics/calendar-event.ts';
import type { CalendarMessage } from '../ics/calendar-message.ts';
import { zoneNameOf } from '../ics/zone-names.ts';
import type { Expansion } from '../itip/expand.ts';
import type { GraphDetails, GraphEvent } from './events.ts';
import { instantOf } from './instants.ts';
import { ruleOf } from './recurrence.ts';
import type { SeriesParts } from './series-parts.ts';

/** The version of an event that is stored, by whichever way it came. */
export interface KnownVersion {
  sequence: number;
  /** Null if unknown. */
  stamp: Date | null;
}

/** How the events of a mailbox are read. */
export interface Mailbox {
  /** The address of its owner. */
  email: string;
  /** The IANA zone of events whose own zone is not known. */
  timeZone: string;
  /** Events that start at or after `from` and before `to` are in the window. */
  window: { from: Date; to: Date };
}

/**
 * What a mailbox says about the events with one UID, in the form in which calendars say it.
 * @param told the series and its parts, or a single event. There is at least one part
 * @param known the version that is known of it. What Graph says is the present state, so that it is never older: it tells no
 *   SEQUENCE, and an exception that becomes a usual occurrence again has the earlier time of its series
 */
export function messageOf(
  uid: string,
  { series, parts }: Pick<SeriesParts, 'series' | 'parts'>,
  known: KnownVersion,
  mailbox: Mailbox,
): { message: CalendarMessage; expansion: Expansion } {
  const details = (series ?? parts[0]?.event)?.details as GraphDetails;
  const rule = details.recurrence ? ruleOf(details.recurrence) : '';
  const main = {
    ...detailsOf(details, known, mailbox),
    isSeries: series !== null,
    rule,
    schedule: JSON.stringify([series?.start, series?.end, details.recurrence]),
  };
  const all = parts.map(({ event, key }): CalendarEvent => {
    const own = event.details ?? details;
    const times = timesOf(event, own.isAllDay);
    const start = times.startsAt ?? new Date(times.startsOn);
    return {
      ...detailsOf(own, known, mailbox),
      ...times,
      uid,
      recurrenceId: key,
      isRecurring: series !== null,
      rule,
      timeZone: zoneNameOf(own.timeZone) ?? mailbox.timeZone,
      line: 0,
      isInWindow: start >= mailbox.window.from && start < mailbox.window.to,
    };
  });
  const message: CalendarMessage = {
    uid,
    method: 'PUBLISH',
    main,
    summary: details.subject,
    line: 0,
    parts: () => [],
    unreadKeys: () => [],
    occurrences: () => all,
  };
  const { from, to } = mailbox.window;
  return { message, expansion: { events: all, isWhole: false, from: from.getTime(), to: to.getTime() } };
}

function detailsOf(
  details: GraphDetails,
  { sequence, stamp: knownStamp }: KnownVersion,
  { email }: Mailbox,
): EventDetails {
  const { response, attendees, lastModified } = details;
  const stamp = Math.max(Date.parse(lastModified ?? '') || 0, knownStamp?.getTime() ?? 0);
  const others = attendees.filter((one) => one.email.toLowerCase() !== email.toLowerCase());
  return {
    sequence,
    stamp: stamp === 0 ? null : new Date(stamp),
    title: details.subject,
    description: details.preview,
    location: details.location,
    joinUrl: details.joinUrl,
    status: details.isCancelled ? 'CANCELLED' : 'CONFIRMED',
    isFree: details.isFree,
    organizer: details.organizer,
    // The owner's own response is the one that Graph tells apart, under whichever address they were invited.
    attendees: response === null ? others : [...others, { name: '', email, response }],
  };
}

const latest = (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime()));

/** The times of an event. Those of an all-day event are days, the last one included. */
function timesOf({ start, end }: GraphEvent, isAllDay: boolean): EventTimes {
  if (!isAllDay) {
    const [startsAt, endsAt] = [instantOf(start), instantOf(end)];
    return { isAllDay: false, startsAt, endsAt: latest(startsAt, endsAt), startsOn: null, endsOn: null };
  }
  const [first, after] = [start, end].map(({ dateTime }) => Temporal.PlainDate.from(dateTime.slice(0, 10))) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const last = after.subtract({ days: 1 });
  const endsOn = Temporal.PlainDate.compare(last, first) < 0 ? first : last;
  return { isAllDay: true, startsAt: null, endsAt: null, startsOn: first.toString(), endsOn: endsOn.toString() };
}
