import type { Budget } from './budget.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { WrittenEvent } from './events.ts';
import { alignTo, dayAt, type Length, type Moment, modelKeyOf, momentAt } from './moments.ts';
import { type Span, startsOf } from './recurrence.ts';
import type { Zone } from './zone.ts';

/** One occurrence, before it is known whether it lies in the window. */
interface Occurrence {
  /** Whose texts, people and status it has. */
  event: WrittenEvent;
  key: string;
  start: Moment;
  length: Length;
}

/** Where the reader is: days lie in the window when they begin in it there. */
export interface Window extends Span {
  zone: Zone;
}

/**
 * The occurrences within the window of what is written under one UID: the newest of its versions, without those that are
 * excluded, and with those that were changed as they are now. One that was moved counts where it was moved to.
 *
 * @throws CalendarSyntaxError when a rule cannot be followed
 */
export function occurrencesOf(written: WrittenEvent[], window: Window, budget: Budget): CalendarEvent[] {
  const main = newest(written.filter(({ changes }) => changes === null));
  const align = (moment: Moment) => (main ? alignTo(main.start, moment) : moment);
  const changes = [
    ...Map.groupBy(
      written.filter((event) => event.changes !== null),
      (event) => modelKeyOf(align(event.changes as Moment)),
    ),
  ].map(([key, versions]) => ({ key, event: newest(versions) as WrittenEvent }));

  const isRecurring = main === null || main.rule !== null || main.listed.length > 0;
  const occurrences: Occurrence[] = changes.map(({ key, event }) => ({ ...event, event, key }));
  if (main && !isRecurring) occurrences.push({ ...main, event: main, key: '' });
  if (main && isRecurring) {
    const future = changes.filter(({ event }) => event.andFuture).sort((a, b) => (a.key < b.key ? -1 : 1));
    const gone = new Set([
      ...changes.map(({ key }) => key),
      ...main.excluded.map((moment) => modelKeyOf(align(moment))),
    ]);
    const planned = plannedOf(main, widened(window, future), budget).filter(({ key }) => !gone.has(key));
    occurrences.push(...planned.map((occurrence) => changed(occurrence, future)));
  }
  return occurrences.filter(({ start }) => isWithin(start, window)).map((one) => published(one, main, window.zone));
}

function newest(versions: WrittenEvent[]): WrittenEvent | null {
  const isNewer = (a: WrittenEvent, b: WrittenEvent) =>
    a.details.sequence === b.details.sequence ? a.stamp >= b.stamp : a.details.sequence > b.details.sequence;
  return versions.reduce<WrittenEvent | null>((best, next) => (best && !isNewer(next, best) ? best : next), null);
}

/** A series as planned, each occurrence once. */
function plannedOf(main: WrittenEvent, span: Span, budget: Budget): Occurrence[] {
  const { start, length, rule, listed, where } = main;
  const starts = rule ? startsOf(rule, start, span, budget, where) : [start];
  const all = [...starts.map((one) => ({ start: one, length })), ...listed].map((one) => ({
    ...one,
    start: alignTo(start, one.start),
  }));
  return [
    ...new Map(all.map((one) => [modelKeyOf(one.start), { ...one, event: main, key: modelKeyOf(one.start) }])).values(),
  ];
}

/** With the latest of the changes that hold from then on: moved by as much as the occurrence they were made to. */
function changed(occurrence: Occurrence, future: { key: string; event: WrittenEvent }[]): Occurrence {
  const event = future.findLast(({ key }) => key <= occurrence.key)?.event;
  if (!event?.changes) return occurrence;
  const { zone, isAllDay } = event.start;
  const wallOf = (moment: Moment) => (moment.isAllDay || isAllDay ? moment.wall : zone.wallAt(moment.at));
  const wall = wallOf(occurrence.start).add(wallOf(event.changes).until(event.start.wall));
  return {
    ...occurrence,
    event,
    length: event.length,
    start: isAllDay ? dayAt(wall.toPlainDate()) : momentAt(wall, zone),
  };
}

/** The window and as much on both sides as occurrences may be moved across. */
function widened({ from, to }: Span, future: { event: WrittenEvent }[]): Span {
  const moves = future.map(({ event }) => Math.abs(event.start.at - (event.changes?.at ?? event.start.at)));
  // Two days more, as walls and instants differ.
  const margin = Math.max(0, ...moves.map((move) => move + 2 * 86_400_000));
  return { from: from - margin, to: to + margin };
}

function isWithin(start: Moment, { from, to, zone }: Window): boolean {
  const at = start.isAllDay ? zone.at(start.wall) : start.at;
  return at >= from && at < to;
}

function published({ event, key, start, length }: Occurrence, main: WrittenEvent | null, zone: Zone): CalendarEvent {
  const { uid, details } = event;
  const rest = { ...details, uid, recurrenceId: key, isRecurring: key !== '', rule: main?.ruleText ?? '' };
  const end = start.wall.add({ days: length.days });
  if (start.isAllDay) {
    const startsOn = start.wall.toPlainDate().toString();
    const endsOn = end.toPlainDate().subtract({ days: 1 }).toString();
    return { ...rest, isAllDay: true, startsAt: null, endsAt: null, startsOn, endsOn, timeZone: zone.name };
  }
  const endsAt = new Date((length.days === 0 ? start.at : start.zone.at(end)) + length.milliseconds);
  const when = { isAllDay: false, startsAt: new Date(start.at), endsAt, startsOn: null, endsOn: null } as const;
  return { ...rest, ...when, timeZone: start.zone.name };
}
