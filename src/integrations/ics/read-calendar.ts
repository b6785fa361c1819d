import { type Budget, maxSteps } from './budget.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { sentence, splitCalendar } from './components.ts';
import { parseEvent } from './events.ts';
import { occurrencesOf } from './occurrences.ts';
import { namedZone, zoneFinder } from './zones.ts';

export interface ReadOptions {
  /** The window: occurrences that start at or after `from` and before `to` are returned. */
  from: Date;
  to: Date;
  /** The IANA time zone of times without one, and of the midnights at which all-day events start. */
  timeZone: string;
}

/** The maximum number of occurrences that are returned. */
const maxOccurrences = 5_000;

/**
 * Reads the occurrences of a calendar's events (RFC 5545) within a window, sorted by start. Other components, such as
 * tasks, are ignored. The work is bounded for any text: by its size, its number of events, the steps of its recurrences and
 * the number of occurrences.
 *
 * @throws CalendarSyntaxError if the text is not a calendar, or exceeds a limit
 */
export function readCalendar(text: string, { from, to, timeZone }: ReadOptions): CalendarEvent[] {
  const calendar = splitCalendar(text);
  const zone = namedZone(timeZone);
  const findZone = zoneFinder(calendar.zones, timeZone);
  const window = { from: from.getTime(), to: to.getTime(), zone };
  const budget: Budget = { steps: maxSteps };

  const events = calendar.events.map((event, index) =>
    located(`event ${index + 1}, line ${event.line}`, () => parseEvent(event, index, { findZone, zone }, budget)),
  );
  const occurrences: CalendarEvent[] = [];
  for (const group of Map.groupBy(events, ({ uid }) => uid).values()) {
    const where = group[0]?.where ?? '';
    occurrences.push(...located(where, () => occurrencesOf(group, window, budget)));
    if (occurrences.length > maxOccurrences) {
      throw new CalendarSyntaxError(`There are more than ${maxOccurrences} occurrences.`, where);
    }
  }
  return occurrences.sort(byStart);
}

/** Turns a RangeError, which any step throws for a date out of range, into a CalendarSyntaxError. */
function located<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new CalendarSyntaxError(sentence(error), where);
    throw error;
  }
}

function byStart(a: CalendarEvent, b: CalendarEvent): number {
  const keysOf = ({ startsAt, startsOn, uid, recurrenceId }: CalendarEvent) =>
    [startsAt?.toISOString() ?? startsOn, uid, recurrenceId] as string[];
  const [left, right] = [keysOf(a), keysOf(b)];
  const index = left.findIndex((key, position) => key !== right[position]);
  if (index < 0) return 0;
  return (left[index] as string) < (right[index] as string) ? -1 : 1;
}
