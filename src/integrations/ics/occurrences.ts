import type { Budget } from './budget.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { ParsedEvent } from './events.ts';
import { expandRule, type Span } from './expand-rule.ts';
import { alignTo, type Duration, dayAt, type Moment, momentAt, momentOfKey, occurrenceKey } from './moments.ts';
import type { Zone } from './zone.ts';

/** An occurrence, inside the window or outside. */
interface Occurrence {
  /** The event that its texts, people and status come from. */
  event: ParsedEvent;
  key: string;
  start: Moment;
  duration: Duration;
}

/** The window to read. A whole day is inside if it starts inside, in the zone of the reader. */
export interface Window extends Span {
  zone: Zone;
}

/** The events with one UID, the newest version of each. */
export interface EventGroup {
  /** The single event, or the series. Null if there are only overrides. */
  main: ParsedEvent | null;
  overrides: ParsedEvent[];
  /** The original starts of overrides that cannot be read: nothing is known of these occurrences. */
  unread: Moment[];
}

/** Where the occurrences of a series are looked for, and what is known of it. */
export interface Reach {
  /** The original starts of regular occurrences to look for; some before and behind are found, too. */
  span: Span;
  /** The keys of occurrences that are known. Overrides without their series may be about them. */
  knownKeys: readonly string[];
}

/**
 * The occurrences of all events with one UID: those of the regular ones whose original start is within the reach, and all that
 * are overridden, wherever they were moved.
 *
 * @throws UnreadableEventError if a rule cannot be expanded
 */
export function occurrencesOf(
  group: EventGroup,
  window: Window,
  { span, knownKeys }: Reach,
  budget: Budget,
): CalendarEvent[] {
  const { main } = group;
  const align = (moment: Moment) => (main ? alignTo(main.start, moment) : alignToKnown(moment, knownKeys));
  const overrides = group.overrides.map((event) => ({ key: occurrenceKey(align(event.overrides as Moment)), event }));
  const unread = group.unread.map((moment) => occurrenceKey(align(moment)));
  const isRecurring = !main || isSeries(group);

  const occurrences: Occurrence[] = overrides.map(({ key, event }) => ({ ...event, event, key }));
  if (main && !isRecurring) occurrences.push({ ...main, event: main, key: '' });
  const futureOverrides = overrides
    .filter(({ event }) => event.overridesFuture)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const replaced = new Set([...overrides.map(({ key }) => key), ...unread]);
  if (main && isRecurring) {
    for (const moment of main.excludedDates) replaced.add(occurrenceKey(align(moment)));
    const regular = expand(main, widened(span, futureOverrides), budget).filter(({ key }) => !replaced.has(key));
    occurrences.push(...regular.map((occurrence) => withFutureOverride(occurrence, futureOverrides)));
  }
  if (!main && futureOverrides[0]) {
    const { key: first, event } = futureOverrides[0];
    const later = knownKeys.filter((key) => key > first && key !== '' && !replaced.has(key));
    const known = later.map((key) => ({
      event,
      key,
      start: momentOfKey(key, event.start.zone),
      duration: event.duration,
    }));
    occurrences.push(...known.map((occurrence) => withFutureOverride(occurrence, futureOverrides)));
  }
  return occurrences.map((occurrence) => toCalendarEvent(occurrence, main, window));
}

/** Whether a group is a series, and not a single event. */
export const isSeries = ({ main, overrides }: EventGroup) =>
  main === null || main.rules.length > 0 || main.extraDates.length > 0 || overrides.length > 0;

/** The keys of the occurrences that cannot be read. */
export const unreadKeys = ({ main, unread }: EventGroup, knownKeys: readonly string[]): string[] =>
  unread.map((moment) => occurrenceKey(main ? alignTo(main.start, moment) : alignToKnown(moment, knownKeys)));

/** A date stands for the known occurrence on that day; in an all-day series, a time for its day. */
export function alignToKnown(moment: Moment, knownKeys: readonly string[]): Moment {
  if (knownKeys.includes(occurrenceKey(moment))) return moment;
  const date = moment.wall.toPlainDate();
  if (!moment.isAllDay) return knownKeys.includes(date.toString()) ? dayAt(date) : moment;
  const sameDay = knownKeys.find((key) => key.length > 10 && key.startsWith(date.toString()));
  return sameDay === undefined ? moment : momentOfKey(sameDay, moment.zone);
}

/** The newest of some versions of an event: by SEQUENCE, DTSTAMP, LAST-MODIFIED, and then by its place in the file. */
export function newest(versions: readonly ParsedEvent[]): ParsedEvent | null {
  const order = ({ details: { sequence, stamp }, modifiedAt }: ParsedEvent) => [
    sequence,
    stamp?.getTime() ?? 0,
    modifiedAt,
  ];
  const isOlder = (a: ParsedEvent, b: ParsedEvent) => {
    const [left, right] = [order(a), order(b)];
    const index = left.findIndex((value, at) => value !== right[at]);
    return index >= 0 && (left[index] as number) < (right[index] as number);
  };
  return versions.reduce<ParsedEvent | null>((best, next) => (best && isOlder(next, best) ? best : next), null);
}

/** The occurrences of a series without its overrides, each once. */
function expand(main: ParsedEvent, span: Span, budget: Budget): Occurrence[] {
  const { start, duration, rules, exclusionRules, extraDates } = main;
  const starts = rules.length > 0 ? rules.flatMap((rule) => expandRule(rule, start, span, budget)) : [start];
  const exclusions = exclusionRules.flatMap((rule) => expandRule(rule, start, span, budget, false));
  const excluded = new Set(exclusions.map(occurrenceKey));
  const all = [...starts.map((one) => ({ start: one, duration })), ...extraDates].map((one) => ({
    ...one,
    start: alignTo(start, one.start),
  }));
  const occurrences = all.map((one) => ({ ...one, event: main, key: occurrenceKey(one.start) }));
  return [...new Map(occurrences.filter(({ key }) => !excluded.has(key)).map((one) => [one.key, one])).values()];
}

interface Override {
  key: string;
  event: ParsedEvent;
}

/** Applies the latest THISANDFUTURE override before an occurrence: moves it as far as the overridden occurrence was moved. */
function withFutureOverride(occurrence: Occurrence, futureOverrides: Override[]): Occurrence {
  const event = futureOverrides.findLast(({ key }) => key <= occurrence.key)?.event;
  if (!event?.overrides) return occurrence;
  const { zone, isAllDay } = event.start;
  const wallOf = (moment: Moment) => (moment.isAllDay || isAllDay ? moment.wall : zone.wallAt(moment.at));
  const wall = wallOf(occurrence.start).add(wallOf(event.overrides).until(event.start.wall));
  return {
    ...occurrence,
    event,
    duration: event.duration,
    start: isAllDay ? dayAt(wall.toPlainDate()) : momentAt(wall, zone),
  };
}

/** The window, widened on both sides by as much as overrides move occurrences. */
function widened({ from, to }: Span, futureOverrides: Override[]): Span {
  const moves = futureOverrides.map(({ event }) => Math.abs(event.start.at - (event.overrides?.at ?? event.start.at)));
  // Two days more: overrides move local times, and these are instants.
  const margin = Math.max(0, ...moves.map((move) => move + 2 * 86_400_000));
  return { from: from - margin, to: to + margin };
}

function isWithin(start: Moment, { from, to, zone }: Window): boolean {
  const at = start.isAllDay ? zone.at(start.wall) : start.at;
  return at >= from && at < to;
}

function toCalendarEvent(
  { event, key, start, duration }: Occurrence,
  main: ParsedEvent | null,
  window: Window,
): CalendarEvent {
  const { uid, details, line, hasStart } = event;
  const rest = {
    ...details,
    uid,
    line,
    recurrenceId: key,
    isRecurring: key !== '',
    rule: main?.ruleText ?? '',
    isInWindow: hasStart && isWithin(start, window),
  };
  const end = start.wall.add({ days: duration.days });
  if (start.isAllDay) {
    const startsOn = start.wall.toPlainDate().toString();
    const endsOn = end.toPlainDate().subtract({ days: 1 }).toString();
    return { ...rest, isAllDay: true, startsAt: null, endsAt: null, startsOn, endsOn, timeZone: window.zone.name };
  }
  const endsAt = new Date((duration.days === 0 ? start.at : start.zone.at(end)) + duration.milliseconds);
  const times = { isAllDay: false, startsAt: new Date(start.at), endsAt, startsOn: null, endsOn: null } as const;
  return { ...rest, ...times, timeZone: start.zone.name };
}
