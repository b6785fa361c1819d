import { budgetWithin, maxStepsInAll, requireFew } from './budget.ts';
import type { CalendarMessage } from './calendar-message.ts';
import { UnreadableEventError } from './calendar-syntax-error.ts';
import { type CalendarText, type Component, calendarsIn, textOf } from './components.ts';
import { type EventContext, type ParsedEvent, parseEvent, recurrenceIdOf, uidOf } from './events.ts';
import { alignTo, type Moment, occurrenceKey } from './moments.ts';
import {
  alignToKnown,
  type EventGroup,
  isSeries,
  newest,
  occurrencesOf,
  unreadKeys,
  type Window,
} from './occurrences.ts';
import { createWarnings } from './warnings.ts';
import { namedZone, zoneFinder } from './zones.ts';

export interface ReadOptions {
  /** The window: occurrences that start at or after `from` and before `to` are in it. */
  from: Date;
  to: Date;
  /** The IANA time zone of times without one, and of the midnights at which all-day events start. */
  timeZone: string;
}

/** An event that was left out, as it cannot be read or must not be used. */
export interface SkippedEvent {
  uid: string;
  summary: string;
  /** The number of its first line. */
  line: number;
  /** The problem, as a sentence. */
  reason: string;
}

/** A calendar that was read. */
export interface CalendarReading {
  /** What it says, in the order of the file. */
  messages: CalendarMessage[];
  skipped: SkippedEvent[];
  /** What was read otherwise than the file says, in sentences. */
  warnings: string[];
  /** Whether the text ends before the calendar does. */
  isCutOff: boolean;
}

const methods = new Set(['PUBLISH', 'REQUEST', 'REPLY', 'ADD', 'CANCEL', 'REFRESH', 'COUNTER', 'DECLINECOUNTER']);

/**
 * Reads the events of a calendar (RFC 5545) as messages about them (RFC 5546). Other components, such as tasks, are ignored. An
 * event that cannot be read is left out and named. The work is bounded for any text: by its size, the steps of its recurrences and
 * the number of occurrences. It yields after each part, so that others can take a turn.
 *
 * @throws CalendarSyntaxError if the text is not a calendar
 */
export function* readCalendar(text: string, { from, to, timeZone }: ReadOptions): Generator<void, CalendarReading> {
  const { calendars, isCutOff } = yield* calendarsIn(text);
  const window = { from: from.getTime(), to: to.getTime(), zone: namedZone(timeZone) };
  const skipped: SkippedEvent[] = [];
  const warnings = createWarnings();
  if (isCutOff) warnings.add('The file ends before END:VCALENDAR, so it may not be complete.');
  const inAll = { steps: maxStepsInAll, occurrences: 0 };

  const read: ReadEvent[] = [];
  const years = { from: from.getUTCFullYear() - 60, to: to.getUTCFullYear() + 12 };
  const zonesOf = zoneFinder(calendars, timeZone, years);
  for (const calendar of calendars) {
    const options = { from, to, timeZone };
    for (const event of readEvents(calendar, { zonesOf, window, options, inAll, warnings, skipped })) {
      read.push(event);
      yield;
    }
  }
  const groups = Map.groupBy(read, ({ method, uid }) => `${method === 'REQUEST' ? 'PUBLISH' : method}\n${uid}`);
  const messages: CalendarMessage[] = [];
  for (const events of groups.values()) {
    messages.push(toMessage(events, window, inAll, skipped));
    yield;
  }
  return { messages, skipped, warnings: warnings.all(), isCutOff };
}

/** An event of a file, or what is known of one that cannot be read. */
interface ReadEvent {
  method: string;
  uid: string;
  component: Component;
  event: ParsedEvent | null;
  /** The original start of the occurrence that it overrides. Null if it overrides none, or that cannot be read. */
  overrides: Moment | null;
}

interface Reading {
  zonesOf: ReturnType<typeof zoneFinder>;
  window: Window;
  options: ReadOptions;
  inAll: { steps: number; occurrences: number };
  warnings: ReturnType<typeof createWarnings>;
  skipped: SkippedEvent[];
}

function* readEvents(
  calendar: CalendarText,
  { zonesOf, window, options, inAll, warnings, skipped }: Reading,
): Generator<ReadEvent> {
  const method = methods.has(calendar.method) ? calendar.method : 'PUBLISH';
  const findZone = zonesOf(calendar);
  const ownZone = calendar.timeZone === '' ? null : findZone(calendar.timeZone);
  if (calendar.timeZone !== '' && !ownZone) warnings.noteZone(calendar.timeZone, options.timeZone, null);
  const zone = ownZone ?? window.zone;
  for (const component of calendar.events) {
    const [uid, { line }] = [uidOf(component), component];
    const context: EventContext = {
      findZone,
      zone,
      unknownZone: zone,
      noteUnknownZone: (tzid) => warnings.noteZone(tzid, zone.name, line),
      method,
      budget: budgetWithin(inAll),
      warn: (message) => warnings.add(`Event on line ${line}: ${message}`),
    };
    try {
      const parsed = parseEvent(component, context);
      // A message that adds occurrences (RFC 5546, section 3.2.4) names each by its start.
      const event = method === 'ADD' ? { ...parsed, overrides: parsed.overrides ?? parsed.start } : parsed;
      yield { method, uid, component, event, overrides: event.overrides };
    } catch (error) {
      skipped.push({ ...nameOf(component), reason: reasonOf(error) });
      yield { method, uid, component, event: null, overrides: tryRead(() => recurrenceIdOf(component, context)) };
    }
  }
}

/** The reason for leaving an event out. Any step throws a RangeError for a date out of range. */
function reasonOf(error: unknown): string {
  if (error instanceof UnreadableEventError) return error.message;
  if (error instanceof RangeError)
    return `It has a date or time out of range: ${error.message.slice(0, 200).replace(/\.$/, '')}.`;
  throw error;
}

/** Turns a RangeError into an UnreadableEventError. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UnreadableEventError(reasonOf(error));
  }
}

function tryRead<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const nameOf = (component: Component) => ({
  uid: uidOf(component),
  summary: textOf(component, 'SUMMARY'),
  line: component.line,
});

function toMessage(
  read: ReadEvent[],
  window: Window,
  inAll: Reading['inAll'],
  skipped: SkippedEvent[],
): CalendarMessage {
  const { uid, method, component } = read[0] as ReadEvent;
  const isAbout = (one: ReadEvent) => (one.overrides ? occurrenceKey(one.overrides) : '');
  const versions = [
    ...Map.groupBy(
      read.filter(({ event }) => event !== null),
      isAbout,
    ).values(),
  ];
  const current = versions.map((same) => {
    const best = newest(same.map(({ event }) => event as ParsedEvent)) as ParsedEvent;
    for (const { event, component: older } of same) {
      if (event !== best) skipped.push({ ...nameOf(older), reason: 'The file has another version of the same event.' });
    }
    return best;
  });
  const group: EventGroup = {
    main: current.find(({ overrides }) => overrides === null) ?? null,
    overrides: current.filter(({ overrides }) => overrides !== null),
    unread: read.flatMap(({ event, overrides }) => (event === null && overrides ? [overrides] : [])),
  };
  const { main } = group;
  return {
    uid,
    method,
    main: main && { ...main.details, isSeries: isSeries(group), rule: main.ruleText, schedule: scheduleOf(main) },
    summary: textOf(component, 'SUMMARY'),
    line: component.line,
    parts: (knownKeys) =>
      current.map(({ overrides, overridesFuture, details }) => ({
        key: overrides && occurrenceKey(main ? alignTo(main.start, overrides) : alignToKnown(overrides, knownKeys)),
        isAboutLater: overridesFuture,
        details,
      })),
    unreadKeys: (knownKeys) => unreadKeys(group, knownKeys),
    occurrences({ span = window, knownKeys = [] } = {}) {
      const all = readable(() => occurrencesOf(group, window, { span, knownKeys }, budgetWithin(inAll)));
      const count = all.filter(({ isInWindow }) => isInWindow).length;
      requireFew(count, inAll.occurrences);
      inAll.occurrences += count;
      return all;
    },
  };
}

/** All that decides when an event takes place. */
function scheduleOf({ start, duration, rules, exclusionRules, extraDates, excludedDates }: ParsedEvent): string {
  const keys = [start, ...extraDates.map((extra) => extra.start)].map(occurrenceKey);
  return JSON.stringify([keys, excludedDates.map(occurrenceKey), duration, rules, exclusionRules, start.zone.name]);
}
