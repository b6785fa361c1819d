import type { Budget } from './budget.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { ParsedEvent } from './events.ts';
import { expandRule, type Span } from './expand-rule.ts';
import { alignTo, type Duration, dayAt, type Moment, momentAt, occurrenceKey } from './moments.ts';
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
interface Window extends Span {
  zone: Zone;
}

/**
 * The occurrences within a window of all events with one UID: a single event, or a series with its overrides. Of several
 * versions of an event, the newest counts. An occurrence that was moved counts at its new time.
 *
 * @param events all events with this UID
 * @throws CalendarSyntaxError if a rule cannot be expanded
 */
export function occurrencesOf(events: ParsedEvent[], window: Window, budget: Budget): CalendarEvent[] {
  const main = newest(events.filter(({ overrides }) => overrides === null));
  const align = (moment: Moment) => (main ? alignTo(main.start, moment) : moment);
  const overrides = [
    ...Map.groupBy(
      events.filter((event) => event.overrides !== null),
      (event) => occurrenceKey(align(event.overrides as Moment)),
    ),
  ].map(([key, versions]) => ({ key, event: newest(versions) as ParsedEvent }));

  const isRecurring = main === null || main.rule !== null || main.extraDates.length > 0;
  const occurrences: Occurrence[] = overrides.map(({ key, event }) => ({ ...event, event, key }));
  if (main && !isRecurring) occurrences.push({ ...main, event: main, key: '' });
  if (main && isRecurring) {
    const futureOverrides = overrides
      .filter(({ event }) => event.overridesFuture)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const replaced = new Set([
      ...overrides.map(({ key }) => key),
      ...main.excludedDates.map((moment) => occurrenceKey(align(moment))),
    ]);
    const regular = expand(main, widened(window, futureOverrides), budget).filter(({ key }) => !replaced.has(key));
    occurrences.push(...regular.map((occurrence) => withFutureOverride(occurrence, futureOverrides)));
  }
  return occurrences
    .filter(({ start }) => isWithin(start, window))
    .map((occurrence) => toCalendarEvent(occurrence, main, window.zone));
}

function newest(versions: ParsedEvent[]): ParsedEvent | null {
  const isNewer = (a: ParsedEvent, b: ParsedEvent) =>
    a.details.sequence === b.details.sequence ? a.stamp >= b.stamp : a.details.sequence > b.details.sequence;
  return versions.reduce<ParsedEvent | null>((best, next) => (best && !isNewer(next, best) ? best : next), null);
}

/** The occurrences of a series without its overrides, each once. */
function expand(main: ParsedEvent, span: Span, budget: Budget): Occurrence[] {
  const { start, duration, rule, extraDates, where } = main;
  const starts = rule ? expandRule(rule, start, span, budget, where) : [start];
  const all = [...starts.map((one) => ({ start: one, duration })), ...extraDates].map((one) => ({
    ...one,
    start: alignTo(start, one.start),
  }));
  return [
    ...new Map(
      all.map((one) => [occurrenceKey(one.start), { ...one, event: main, key: occurrenceKey(one.start) }]),
    ).values(),
  ];
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
  zone: Zone,
): CalendarEvent {
  const { uid, details } = event;
  const rest = { ...details, uid, recurrenceId: key, isRecurring: key !== '', rule: main?.ruleText ?? '' };
  const end = start.wall.add({ days: duration.days });
  if (start.isAllDay) {
    const startsOn = start.wall.toPlainDate().toString();
    const endsOn = end.toPlainDate().subtract({ days: 1 }).toString();
    return { ...rest, isAllDay: true, startsAt: null, endsAt: null, startsOn, endsOn, timeZone: zone.name };
  }
  const endsAt = new Date((duration.days === 0 ? start.at : start.zone.at(end)) + duration.milliseconds);
  const times = { isAllDay: false, startsAt: new Date(start.at), endsAt, startsOn: null, endsOn: null } as const;
  return { ...rest, ...times, timeZone: start.zone.name };
}
