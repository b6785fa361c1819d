import type { CalendarEvent, EventDetails } from '../ics/calendar-event.ts';
import type { CalendarMessage, MessagePart } from '../ics/calendar-message.ts';
import type { Expansion } from './expand.ts';
import { type Match, matchMoved } from './matching.ts';
import { isOlder, type Stored, type StoredEvent, type Version } from './stored-event.ts';

/* What a message of a calendar means for the events that are stored (RFC 5546). */

/** What to do. Whether an event changes anything in what is stored is decided later. */
export interface Plan {
  created: CalendarEvent[];
  /** Stored events and the events that they now are. */
  matched: Match[];
  cancelled: { stored: StoredEvent; version: Version }[];
  replies: { stored: StoredEvent; details: EventDetails }[];
  /** The number of events that stay as they are, as a newer version is here. */
  unchangedCount: number;
  /** Why nothing comes of the message. Null if something does. */
  skipped: string | null;
}

const nothing: Plan = { created: [], matched: [], cancelled: [], replies: [], unchangedCount: 0, skipped: null };

/** Messages that change nothing, and why. */
const proposals: Record<string, string> = {
  REFRESH: 'It asks the organizer for the latest version, and changes nothing.',
  COUNTER: 'It proposes a change to the organizer, and changes nothing.',
  DECLINECOUNTER: 'It declines a proposed change, and changes nothing.',
};

/** Plans what to do about a message. */
export function planOf(message: CalendarMessage, expansion: Expansion, known: Stored): Plan {
  const proposal = proposals[message.method];
  if (proposal !== undefined) return { ...nothing, skipped: proposal };
  if (message.method === 'REPLY') return planReplies(message, known);
  if (message.method === 'CANCEL' && known.events.length > 0) return planCancellation(message, known);
  return message.main ? planWhole(message, expansion, known) : planOccurrences(expansion, known);
}

const keysOf = ({ events }: Stored) => events.map(({ recurrenceId }) => recurrenceId);

/** The stored events that a part of a message is about. */
function targetsOf({ key, isAboutLater }: MessagePart, { events }: Stored): StoredEvent[] {
  if (key === null) return [...events];
  return events.filter(({ recurrenceId }) => recurrenceId === key || (isAboutLater && recurrenceId > key));
}

function planReplies(message: CalendarMessage, known: Stored): Plan {
  const parts = message.parts(keysOf(known));
  const all = parts.flatMap((part) => targetsOf(part, known).map((stored) => ({ stored, details: part.details })));
  if (all.length === 0) return { ...nothing, skipped: 'It responds to an invitation to a meeting that is not here.' };
  const replies = all.filter(({ stored, details }) => details.sequence >= stored.version.sequence);
  return { ...nothing, replies, unchangedCount: all.length - replies.length };
}

function planCancellation(message: CalendarMessage, known: Stored): Plan {
  const parts = message.parts(keysOf(known));
  const all = parts.flatMap((part) => targetsOf(part, known).map((stored) => ({ stored, version: part.details })));
  if (all.length === 0) return { ...nothing, skipped: 'It cancels a meeting that is not here.' };
  const cancelled = all.filter(({ stored, version }) => isCancellable(stored, version));
  return { ...nothing, cancelled, unchangedCount: all.length - cancelled.length };
}

const isCancellable = (stored: StoredEvent, version: Version) =>
  !stored.isCancelled && !stored.isTrashed && !isOlder(version, stored.version);

/** A message about some occurrences of a series: all others stay. */
function planOccurrences({ events }: Expansion, known: Stored): Plan {
  const byKey = new Map(known.events.map((stored) => [stored.recurrenceId, stored]));
  const matched = events.flatMap((event) => {
    const stored = byKey.get(event.recurrenceId);
    return stored ? [{ stored, event }] : [];
  });
  return { ...nothing, matched, created: events.filter((event) => event.isInWindow && !byKey.has(event.recurrenceId)) };
}

/** A message about all of a series, or a single event. */
function planWhole(message: CalendarMessage, expansion: Expansion, known: Stored): Plan {
  const version = message.main as Version;
  const missing = new Map(known.events.map((stored) => [stored.recurrenceId, stored]));
  const matched: Match[] = [];
  const added: CalendarEvent[] = [];
  for (const event of expansion.events) {
    const stored = missing.get(event.recurrenceId);
    missing.delete(event.recurrenceId);
    if (stored) matched.push({ stored, event });
    else added.push(event);
  }
  // A newer version of the whole is here: only occurrences with a version of their own may still be news.
  const wholes = [known.series, known.events.find(({ recurrenceId }) => recurrenceId === '')?.version];
  if (wholes.some((whole) => whole && isOlder(version, whole))) {
    return { ...nothing, matched, unchangedCount: added.filter(({ isInWindow }) => isInWindow).length };
  }
  for (const key of message.unreadKeys(keysOf(known))) missing.delete(key);
  const isInside = ({ startsAt }: StoredEvent) =>
    startsAt.getTime() >= expansion.from && startsAt.getTime() < expansion.to;
  const gone = [...missing.values()].filter(
    (stored) => (expansion.isWhole || isInside(stored)) && !isOlder(version, stored.version),
  );
  const moved = movedAmong(gone, added, isInside, matched.length === 0);
  const [stays, comes] = [new Set(moved.map(({ stored }) => stored)), new Set(moved.map(({ event }) => event))];
  return {
    ...nothing,
    matched: [...matched, ...moved],
    created: added.filter((event) => event.isInWindow && !comes.has(event)),
    cancelled: gone
      .filter((stored) => !stays.has(stored) && isCancellable(stored, version))
      .map((stored) => ({ stored, version })),
  };
}

/**
 * The stored events that are now at other times. What is beyond the window was not asked for, so it only takes the place of what is
 * there already: of what was beyond the window, and then of what was in it and was moved out.
 * @param isWhole whether no occurrence is where it was
 */
function movedAmong(
  gone: readonly StoredEvent[],
  added: readonly CalendarEvent[],
  isInside: (stored: StoredEvent) => boolean,
  isWhole: boolean,
): Match[] {
  // As many as before: the whole series was moved, in its order.
  if (isWhole && gone.length === added.length) return matchMoved(gone, added, true);
  const sides = [true, false].flatMap((inside) =>
    matchMoved(
      gone.filter((stored) => isInside(stored) === inside),
      added.filter(({ isInWindow }) => isInWindow === inside),
      isWhole,
    ),
  );
  const [known, taken] = [new Set(sides.map(({ stored }) => stored)), new Set(sides.map(({ event }) => event))];
  const left = added.filter((event) => !event.isInWindow && !taken.has(event));
  return [
    ...sides,
    ...matchMoved(
      gone.filter((stored) => !known.has(stored) && isInside(stored)),
      left,
      false,
    ),
  ];
}
