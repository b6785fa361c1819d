import { type Budget, maxSteps } from './budget.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { sentence, splitCalendar } from './components.ts';
import { readEvent } from './events.ts';
import { occurrencesOf } from './series.ts';
import { namedZone, zoneFinder } from './zones.ts';

export interface ReadOptions {
  /** The window: an occurrence is read when it starts at or after `from`, and before `to`. */
  from: Date;
  to: Date;
  /** Where the reader is: the zone of times that name none, and where days begin. An IANA name. */
  timeZone: string;
}

/** The occurrences that one reading may give. */
export const maxOccurrences = 5_000;

/**
 * The occurrences of a calendar's events (RFC 5545) within a window, by start. What else the calendar has, such as tasks,
 * is passed over. The work is bounded whatever the text says: its length, its events, the steps of its rules, and the
 * occurrences.
 *
 * @throws CalendarSyntaxError when the text is no calendar, or one beyond the bounds
 */
export function readCalendar(text: string, { from, to, timeZone }: ReadOptions): CalendarEvent[] {
  const calendar = splitCalendar(text);
  const zone = namedZone(timeZone);
  const findZone = zoneFinder(calendar.zones, timeZone);
  const window = { from: from.getTime(), to: to.getTime(), zone };
  const budget: Budget = { steps: maxSteps };

  const written = calendar.events.map((event, index) =>
    located(`event ${index + 1}, line ${event.line}`, () => readEvent(event, index, { findZone, zone }, budget)),
  );
  const found: CalendarEvent[] = [];
  for (const group of Map.groupBy(written, ({ uid }) => uid).values()) {
    const where = group[0]?.where ?? '';
    found.push(...located(where, () => occurrencesOf(group, window, budget)));
    if (found.length > maxOccurrences) {
      throw new CalendarSyntaxError(`There are more than ${maxOccurrences} occurrences.`, where);
    }
  }
  return found.sort(byStart);
}

/** Dates beyond what can be counted are RangeErrors, wherever they come up. */
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
