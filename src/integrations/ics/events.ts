import { Temporal } from 'temporal-polyfill';
import { attendeesOf, organizerOf } from './attendees.ts';
import { type Budget, spend } from './budget.ts';
import { type EventDetails, type EventStatus, eventStatuses } from './calendar-event.ts';
import { UnreadableEventError } from './calendar-syntax-error.ts';
import { type Component, propertiesOf, propertyOf, textOf } from './components.ts';
import type { Property } from './content-line.ts';
import { parseDateTime } from './date-times.ts';
import { durationUntil, timesOf, within } from './event-times.ts';
import { joinUrlOf } from './join-url.ts';
import { type Duration, dayAt, type Moment, type MomentContext, readDuration, readMoment } from './moments.ts';
import { parseRule, type RecurrenceRule, ruleText } from './recurrence-rule.ts';

/** The largest INTEGER of RFC 5545. */
const maxInteger = 2 ** 31 - 1;

/** A VEVENT: a single event, a series, or an override of one occurrence of a series. */
export interface ParsedEvent {
  uid: string;
  line: number;
  start: Moment;
  /** Whether it has a start. A reply or a cancellation may have none. */
  hasStart: boolean;
  duration: Duration;
  /** The original start of the occurrence that it overrides (RECURRENCE-ID). Null if it is not an override. */
  overrides: Moment | null;
  /** Whether it also overrides all later occurrences. */
  overridesFuture: boolean;
  rules: RecurrenceRule[];
  ruleText: string;
  /** Rules of occurrences that do not take place (EXRULE of RFC 2445). */
  exclusionRules: RecurrenceRule[];
  /** Additional occurrences (RDATE), possibly with durations of their own. */
  extraDates: ExtraDate[];
  /** Occurrences that do not take place (EXDATE). */
  excludedDates: Moment[];
  details: EventDetails;
  /** The time of the last change (LAST-MODIFIED). Decides between versions in one file that are equally new otherwise. */
  modifiedAt: number;
}

interface ExtraDate {
  start: Moment;
  duration: Duration;
}

/** What an event is read with. */
export interface EventContext extends MomentContext {
  method: string;
  budget: Budget;
  /** Called with what is read otherwise than the file says, in a sentence. */
  warn: (message: string) => void;
}

/** What messages about an event say that need no start: answers, cancellations, and what is only proposed. */
const needsNoStart = new Set(['REPLY', 'CANCEL', 'REFRESH', 'COUNTER', 'DECLINECOUNTER']);

/** The properties that identify an event without a UID. */
const identifying = ['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'SUMMARY', 'LOCATION'];

/** The UID of an event. One without a UID gets one that is made from its content, so that it is the same each time. */
export function uidOf(event: Component): string {
  const uid = textOf(event, 'UID').trim();
  if (uid !== '') return uid;
  const content = identifying.flatMap((name) => propertiesOf(event, name).map(({ value }) => `${name}:${value}`));
  return `content:${content.join(' ')}`;
}

/** The RECURRENCE-ID of an event. Null if it has none. @throws UnreadableEventError if it is not a date or time */
export function recurrenceIdOf(event: Component, context: MomentContext): Moment | null {
  const property = propertyOf(event, 'RECURRENCE-ID');
  if (!property) return null;
  const start = propertyOf(event, 'DTSTART');
  const isReadable = start && parseDateTime(start.value) !== null;
  return readMoment(
    property.value,
    property,
    isReadable ? within(readMoment(start.value, start, context), context) : context,
  );
}

/**
 * Parses a VEVENT.
 *
 * @throws UnreadableEventError if the event has no start, ends before it starts, or has a malformed property that matters
 */
export function parseEvent(event: Component, context: EventContext): ParsedEvent {
  const { method, budget } = context;
  if (event.isCutOff) throw new UnreadableEventError('The file ends before END:VEVENT.');
  spend(budget, datesIn(event, 'RDATE').length + datesIn(event, 'EXDATE').length);
  const overrides = recurrenceIdOf(event, context);
  if (overrides && textOf(event, 'UID').trim() === '') {
    throw new UnreadableEventError('UID is missing, and an occurrence of a series needs it.');
  }
  const dtstart = propertyOf(event, 'DTSTART');
  // The cancellation of one occurrence may leave its start out.
  const given = dtstart ? readMoment(dtstart.value, dtstart, context) : overrides;
  if (!given && !needsNoStart.has(method)) throw new UnreadableEventError('DTSTART is missing.');
  const { start, duration } = timesOf(event, given ?? dayAt(Temporal.PlainDate.from('1970-01-01')), context);
  const rules = rulesIn(event, 'RRULE');
  const recurrence = propertyOf(event, 'RECURRENCE-ID');
  const here = within(start, context);
  return {
    uid: uidOf(event),
    line: event.line,
    start,
    hasStart: given !== null,
    duration,
    overrides,
    overridesFuture: recurrence?.parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
    rules,
    ruleText: rules[0] ? ruleText(rules[0]) : '',
    exclusionRules: rulesIn(event, 'EXRULE'),
    extraDates: readable(event, 'RDATE', context, (value, property) => extraDateIn(value, property, duration, here)),
    excludedDates: readable(event, 'EXDATE', context, (value, property) => readMoment(value, property, here)),
    details: detailsOf(event, method),
    modifiedAt: instantIn(textOf(event, 'LAST-MODIFIED'))?.getTime() ?? 0,
  };
}

const rulesIn = (event: Component, name: string) => propertiesOf(event, name).map(({ value }) => parseRule(value));

const datesIn = (event: Component, name: string): [string, Property][] =>
  propertiesOf(event, name).flatMap((property) =>
    property.value
      .split(/[,;]/)
      .flatMap((value) => (value.trim() === '' ? [] : [[value.trim(), property] as [string, Property]])),
  );

/** Reads a list of dates. One that cannot be read is left out, with a warning. */
function readable<T>(
  event: Component,
  name: string,
  { warn }: EventContext,
  read: (value: string, property: Property) => T,
): T[] {
  return datesIn(event, name).flatMap(([value, property]) => {
    try {
      return [read(value, property)];
    } catch (error) {
      if (!(error instanceof UnreadableEventError)) throw error;
      warn(`${name} has "${value.slice(0, 50)}", which is not a valid date or time, and is ignored.`);
      return [];
    }
  });
}

function detailsOf(event: Component, method: string): EventDetails {
  const stamp = instantIn(textOf(event, 'DTSTAMP')) ?? instantIn(textOf(event, 'LAST-MODIFIED'));
  return {
    sequence: Math.min(maxInteger, Math.max(0, Math.trunc(Number(textOf(event, 'SEQUENCE')) || 0))),
    stamp,
    title: textOf(event, 'SUMMARY'),
    description: textOf(event, 'DESCRIPTION'),
    location: textOf(event, 'LOCATION'),
    joinUrl: joinUrlOf(event),
    status: statusOf(event, method),
    isFree: isFree(event),
    organizer: organizerOf(event),
    attendees: attendeesOf(event),
  };
}

/** An instant such as DTSTAMP. Null if it is none. A missing Z does not matter here. */
function instantIn(text: string): Date | null {
  const parsed = text === '' ? null : parseDateTime(text);
  if (!parsed) return null;
  const local = parsed.date.toPlainDateTime(parsed.time ?? undefined).toZonedDateTime('UTC').epochMilliseconds;
  return new Date(local - (parsed.offset ?? 0) * 60_000);
}

function statusOf(event: Component, method: string): EventStatus {
  if (method === 'CANCEL') return 'CANCELLED';
  const status = textOf(event, 'STATUS')
    .trim()
    .toUpperCase()
    .replace(/^CANCELED$/, 'CANCELLED');
  return eventStatuses.find((known) => known === status) ?? 'CONFIRMED';
}

/** Outlook says in a property of its own what TRANSP says, and leaves that out at times. */
function isFree(event: Component): boolean {
  const transparency = textOf(event, 'TRANSP').trim().toUpperCase();
  if (transparency !== '') return transparency === 'TRANSPARENT';
  return textOf(event, 'X-MICROSOFT-CDO-BUSYSTATUS').trim().toUpperCase() === 'FREE';
}

/** A date of an RDATE. A period has a duration of its own. */
function extraDateIn(value: string, property: Property, duration: Duration, context: MomentContext): ExtraDate {
  const [from = '', to] = value.split('/');
  const start = readMoment(from, property, context);
  if (to === undefined) return { start, duration };
  if (/^\+?P/i.test(to)) return { start, duration: readDuration(to) };
  return { start, duration: durationUntil(start, readMoment(to, property, context)) };
}
