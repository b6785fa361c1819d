import type { CalendarEvent } from '../ics/calendar-event.ts';
import type { CalendarMessage } from '../ics/calendar-message.ts';
import { UnreadableEventError } from '../ics/calendar-syntax-error.ts';

/** The occurrences of a message. */
export interface Expansion {
  events: CalendarEvent[];
  /** Whether they reach as far as the stored events, so that those which are not among them are no more. */
  isWhole: boolean;
  /** The window, in milliseconds since 1970. */
  from: number;
  to: number;
}

const day = 86_400_000;

/**
 * The occurrences of a message within a window and as far as stored events of its UID reach, which follow it wherever they are.
 * @param storedKeys the `recurrenceId` of the stored events
 * @throws UnreadableEventError if the series cannot be expanded, or has too many occurrences in the window
 */
export function expand(
  message: CalendarMessage,
  storedKeys: readonly string[],
  window: { from: Date; to: Date },
): Expansion {
  const [from, to] = [window.from.getTime(), window.to.getTime()];
  const originals = storedKeys.filter((key) => key !== '').map((key) => Date.parse(key));
  // A little more, for a series that was moved.
  const reach = originals.reduce(
    (span, time) => ({ from: Math.min(span.from, time - 8 * day), to: Math.max(span.to, time + 8 * day) }),
    { from, to },
  );
  const isBeyond = reach.from < from || reach.to > to;
  try {
    return { events: message.occurrences({ span: reach, knownKeys: storedKeys }), isWhole: true, from, to };
  } catch (error) {
    if (!(error instanceof UnreadableEventError) || !isBeyond) throw error;
    return { events: message.occurrences({ knownKeys: storedKeys }), isWhole: false, from, to };
  }
}
