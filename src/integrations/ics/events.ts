import type ICAL from 'ical.js';
import { type Budget, spend } from './budget.ts';
import { type EventDetails, type EventStatus, eventStatuses } from './calendar-event.ts';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { type ComponentText, parseComponent } from './components.ts';
import { joinUrlOf } from './join-url.ts';
import { type Length, type Moment, type Place, readLength, readMoment } from './moments.ts';
import { attendeesOf, organizerOf } from './people.ts';
import { firstOf, parameterOf, textOf, valuesOf } from './properties.ts';
import { parseRule, type Rule, ruleText } from './rules.ts';

/** One VEVENT: a single event, a series, or one occurrence of a series that is otherwise than the rest. */
export interface WrittenEvent {
  uid: string;
  where: string;
  start: Moment;
  length: Length;
  /** Which occurrence it changes; null when it is none. */
  changes: Moment | null;
  /** Whether it changes all that follow, too. */
  andFuture: boolean;
  rule: Rule | null;
  ruleText: string;
  /** RDATE: more occurrences, some with a length of their own. */
  listed: { start: Moment; length: Length }[];
  /** EXDATE: those that do not take place. */
  excluded: Moment[];
  details: EventDetails;
  /** When it was last changed, by its SEQUENCE and then this text. */
  stamp: string;
}

/**
 * @param index its number in the file, from 0
 * @param budget pays for its RDATE and EXDATE
 * @throws CalendarSyntaxError when it says no UID or no start, or ends before it starts, or a property is malformed
 */
export function readEvent(
  text: ComponentText,
  index: number,
  place: Omit<Place, 'where'>,
  budget: Budget,
): WrittenEvent {
  const event = parseComponent('VEVENT', text, `event ${index + 1}, line ${text.line}`);
  const uid = textOf(event, 'uid').trim();
  const where = `event ${index + 1}${uid && ` (UID ${uid.slice(0, 100)})`}, line ${text.line}`;
  if (uid === '') throw new CalendarSyntaxError('UID is missing.', where);
  const here = { ...place, where };
  const dates = ['rdate', 'exdate'].flatMap((name) => event.getAllProperties(name).flatMap(valuesOf));
  spend(budget, dates.length, where);

  const changed = event.getFirstProperty('recurrence-id');
  const changes = changed && momentIn(changed, here);
  const starts = event.getFirstProperty('dtstart');
  // Who cancels one occurrence need not say again when it was.
  const start = starts ? momentIn(starts, here) : changes;
  if (!start) throw new CalendarSyntaxError('DTSTART is missing.', where);
  const rule = event.getFirstProperty('rrule');
  const length = lengthOf(event, start, here);
  return {
    uid,
    where,
    start,
    length,
    changes: changes ?? null,
    andFuture: changed !== null && parameterOf(changed, 'range').toUpperCase() === 'THISANDFUTURE',
    rule: rule && parseRule(rule, where),
    ruleText: rule ? ruleText(rule, where) : '',
    listed: event.getAllProperties('rdate').flatMap((dates) => listedIn(dates, length, here)),
    excluded: event
      .getAllProperties('exdate')
      .flatMap((dates) => valuesOf(dates).map((value) => readMoment(value, dates, here))),
    details: detailsOf(event, text.method, where),
    stamp: textOf(event, 'last-modified') || textOf(event, 'dtstamp'),
  };
}

function detailsOf(event: ICAL.Component, method: string, where: string): EventDetails {
  return {
    sequence: Math.max(0, Number(textOf(event, 'sequence')) || 0),
    title: textOf(event, 'summary'),
    description: textOf(event, 'description'),
    location: textOf(event, 'location'),
    joinUrl: joinUrlOf(event),
    status: statusOf(event, method),
    organizer: organizerOf(event),
    attendees: attendeesOf(event, where),
  };
}

function statusOf(event: ICAL.Component, method: string): EventStatus {
  if (method === 'CANCEL') return 'CANCELLED';
  const status = textOf(event, 'status').toUpperCase();
  return eventStatuses.find((known) => known === status) ?? 'CONFIRMED';
}

/** RFC 5545, 3.6.1: without an end, a day lasts a day, and a time no time. */
function lengthOf(event: ICAL.Component, start: Moment, place: Place): Length {
  const ends = event.getFirstProperty('dtend');
  if (ends) return lengthUntil(start, momentIn(ends, place), place.where);
  const duration = event.getFirstProperty('duration');
  if (!duration) return { days: start.isAllDay ? 1 : 0, milliseconds: 0 };
  const length = readLength(firstOf(duration), place.where);
  const days = length.days + Math.ceil(length.milliseconds / 86_400_000);
  return start.isAllDay ? { days: Math.max(1, days), milliseconds: 0 } : length;
}

/** With an end, all occurrences last equally long to the millisecond, even when the clocks change in between. */
function lengthUntil(start: Moment, end: Moment, where: string): Length {
  if (start.isAllDay !== end.isAllDay) {
    throw new CalendarSyntaxError('DTSTART and DTEND must both be dates, or both be times.', where);
  }
  const milliseconds = end.at - start.at;
  if (milliseconds < 0) throw new CalendarSyntaxError('It ends before it starts.', where);
  // Some write the same day twice for one day, though the end is the day after.
  return start.isAllDay ? { days: Math.max(1, milliseconds / 86_400_000), milliseconds: 0 } : { days: 0, milliseconds };
}

function listedIn(dates: ICAL.Property, length: Length, place: Place): { start: Moment; length: Length }[] {
  return valuesOf(dates).map((value) => {
    if (!Array.isArray(value)) return { start: readMoment(value, dates, place), length };
    const [from, to] = value.map(String) as [string, string];
    const start = readMoment(from, dates, place);
    if (to.startsWith('P')) return { start, length: readLength(to, place.where) };
    return { start, length: lengthUntil(start, readMoment(to, dates, place), place.where) };
  });
}

function momentIn(property: ICAL.Property, place: Place): Moment {
  return readMoment(valuesOf(property)[0], property, place);
}
