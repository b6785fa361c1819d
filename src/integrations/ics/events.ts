import type ICAL from 'ical.js';
import { attendeesOf, organizerOf } from './attendees.ts';
import { type Budget, spend } from './budget.ts';
import { type EventDetails, type EventStatus, eventStatuses } from './calendar-event.ts';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { type ComponentText, parseComponent } from './components.ts';
import { joinUrlOf } from './join-url.ts';
import { type Duration, type Moment, type MomentContext, readDuration, readMoment } from './moments.ts';
import { firstOf, parameterOf, textOf, valuesOf } from './properties.ts';
import { parseRule, type RecurrenceRule, ruleText } from './recurrence-rule.ts';

/** The largest INTEGER of RFC 5545. */
const maxInteger = 2 ** 31 - 1;

/** A VEVENT: a single event, a series, or an override of one occurrence of a series. */
export interface ParsedEvent {
  uid: string;
  where: string;
  start: Moment;
  duration: Duration;
  /** The original start of the occurrence that it overrides (RECURRENCE-ID). Null if it is not an override. */
  overrides: Moment | null;
  /** Whether it also overrides all later occurrences. */
  overridesFuture: boolean;
  rule: RecurrenceRule | null;
  ruleText: string;
  /** Additional occurrences (RDATE), possibly with durations of their own. */
  extraDates: ExtraDate[];
  /** Occurrences that do not take place (EXDATE). */
  excludedDates: Moment[];
  details: EventDetails;
  /** The time of the last change. Decides between versions with the same SEQUENCE. */
  stamp: string;
}

interface ExtraDate {
  start: Moment;
  duration: Duration;
}

/**
 * Parses a VEVENT.
 *
 * @param index its number in the file, starting at 0
 * @param budget each RDATE and EXDATE takes one step of it
 * @throws CalendarSyntaxError if the event has no UID or start, ends before it starts, or has a malformed property
 */
export function parseEvent(
  text: ComponentText,
  index: number,
  context: Omit<MomentContext, 'where'>,
  budget: Budget,
): ParsedEvent {
  const event = parseComponent('VEVENT', text, `event ${index + 1}, line ${text.line}`);
  const uid = textOf(event, 'uid').trim();
  const where = `event ${index + 1}${uid && ` (UID ${uid.slice(0, 100)})`}, line ${text.line}`;
  if (uid === '') throw new CalendarSyntaxError('UID is missing.', where);
  const here = { ...context, where };
  const dates = ['rdate', 'exdate'].flatMap((name) => event.getAllProperties(name).flatMap(valuesOf));
  spend(budget, dates.length, where);

  const recurrenceId = event.getFirstProperty('recurrence-id');
  const overrides = recurrenceId && momentIn(recurrenceId, here);
  const dtstart = event.getFirstProperty('dtstart');
  // The cancellation of one occurrence may leave its start out.
  const start = dtstart ? momentIn(dtstart, here) : overrides;
  if (!start) throw new CalendarSyntaxError('DTSTART is missing.', where);
  const rule = event.getFirstProperty('rrule');
  const duration = durationOf(event, start, here);
  return {
    uid,
    where,
    start,
    duration,
    overrides: overrides ?? null,
    overridesFuture: recurrenceId !== null && parameterOf(recurrenceId, 'range').toUpperCase() === 'THISANDFUTURE',
    rule: rule && parseRule(rule, where),
    ruleText: rule ? ruleText(rule, where) : '',
    extraDates: event.getAllProperties('rdate').flatMap((dates) => extraDatesIn(dates, duration, here)),
    excludedDates: event
      .getAllProperties('exdate')
      .flatMap((dates) => valuesOf(dates).map((value) => readMoment(value, dates, here))),
    details: detailsOf(event, text.method, where),
    stamp: textOf(event, 'last-modified') || textOf(event, 'dtstamp'),
  };
}

function detailsOf(event: ICAL.Component, method: string, where: string): EventDetails {
  return {
    sequence: Math.min(maxInteger, Math.max(0, Number(textOf(event, 'sequence')) || 0)),
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

/** Without an end, an all-day event lasts one day, and any other event has no duration (RFC 5545, section 3.6.1). */
function durationOf(event: ICAL.Component, start: Moment, context: MomentContext): Duration {
  const dtend = event.getFirstProperty('dtend');
  if (dtend) return durationUntil(start, momentIn(dtend, context), context.where);
  const property = event.getFirstProperty('duration');
  if (!property) return { days: start.isAllDay ? 1 : 0, milliseconds: 0 };
  const duration = readDuration(firstOf(property), context.where);
  const days = duration.days + Math.ceil(duration.milliseconds / 86_400_000);
  return start.isAllDay ? { days: Math.max(1, days), milliseconds: 0 } : duration;
}

/** The exact duration until an end. All occurrences of a series have it, also across clock changes. */
function durationUntil(start: Moment, end: Moment, where: string): Duration {
  if (start.isAllDay !== end.isAllDay) {
    throw new CalendarSyntaxError('DTSTART and DTEND must both be dates, or both be times.', where);
  }
  const milliseconds = end.at - start.at;
  if (milliseconds < 0) throw new CalendarSyntaxError('The event ends before it starts.', where);
  // Some programs end a one-day event on the same day, though the end is excluded.
  return start.isAllDay ? { days: Math.max(1, milliseconds / 86_400_000), milliseconds: 0 } : { days: 0, milliseconds };
}

/** The dates of an RDATE. Periods have durations of their own. */
function extraDatesIn(dates: ICAL.Property, duration: Duration, context: MomentContext): ExtraDate[] {
  return valuesOf(dates).map((value) => {
    if (!Array.isArray(value)) return { start: readMoment(value, dates, context), duration };
    const [from, to] = value.map(String) as [string, string];
    const start = readMoment(from, dates, context);
    if (to.startsWith('P')) return { start, duration: readDuration(to, context.where) };
    return { start, duration: durationUntil(start, readMoment(to, dates, context), context.where) };
  });
}

function momentIn(property: ICAL.Property, context: MomentContext): Moment {
  return readMoment(valuesOf(property)[0], property, context);
}
