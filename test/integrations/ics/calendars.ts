import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarEvent } from '../../../src/integrations/ics/calendar-event.ts';
import type { CalendarMessage } from '../../../src/integrations/ics/calendar-message.ts';
import { CalendarSyntaxError, UnreadableEventError } from '../../../src/integrations/ics/calendar-syntax-error.ts';
import {
  type CalendarReading,
  type ReadOptions,
  readCalendar as readInTurns,
} from '../../../src/integrations/ics/read-calendar.ts';

/** The year 2026 in Berlin. */
export const year: ReadOptions = {
  from: new Date('2026-01-01T00:00:00+01:00'),
  to: new Date('2027-01-01T00:00:00+01:00'),
  timeZone: 'Europe/Berlin',
};

export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../fixtures/ics', `${name}.ics`), 'utf8');
}

/** The text of a calendar with these components. */
export function calendar(...components: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...components, 'END:VCALENDAR', ''].join('\n');
}

/** A VEVENT with these lines, and a UID unless they have one. */
export function event(...lines: string[]): string {
  const uid = lines.some((line) => line.startsWith('UID')) ? [] : ['UID:1@example.org'];
  return ['BEGIN:VEVENT', ...uid, ...lines, 'END:VEVENT'].join('\n');
}

/** What a calendar says, read in one go. */
export function readMessages(text: string, options: ReadOptions): CalendarReading {
  const reading = readInTurns(text, options);
  for (;;) {
    const part = reading.next();
    if (part.done) return part.value;
  }
}

/** The occurrences in a window of all events of a calendar, sorted by start. */
export function readCalendar(text: string, options: ReadOptions): CalendarEvent[] {
  const keyOf = (one: CalendarEvent) => [one.startsAt?.toISOString() ?? one.startsOn, one.uid, one.recurrenceId].join();
  return readMessages(text, options)
    .messages.flatMap((message) => {
      const occurrences = expanded(message);
      return occurrences instanceof UnreadableEventError ? [] : occurrences;
    })
    .filter(({ isInWindow }) => isInWindow)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The occurrences of one event in 2026. */
export function read(...lines: string[]): CalendarEvent[] {
  return readCalendar(calendar(event(...lines)), year);
}

/** The starts of events: instants or dates. */
export function startsOf(events: CalendarEvent[]): (string | undefined)[] {
  return events.map(({ startsAt, startsOn }) => startsAt?.toISOString() ?? startsOn ?? undefined);
}

/**
 * Why a calendar is refused, `refused: …`, or the first event that is left out, with its line and UID: `line 3, UID 1: …`.
 * `accepted` if it is read as a whole.
 */
export function rejectionOf(text: string, options: ReadOptions = year): string {
  try {
    const reading = readMessages(text, options);
    const unexpanded = reading.messages.flatMap((message) => {
      const error = expanded(message);
      return error instanceof UnreadableEventError ? [{ ...message, reason: error.message }] : [];
    });
    const [first] = [...reading.skipped, ...unexpanded];
    if (first) return `line ${first.line}, UID ${first.uid}: ${first.reason}`;
    return reading.warnings[0] ? `accepted, with a warning: ${reading.warnings[0]}` : 'accepted';
  } catch (error) {
    if (error instanceof CalendarSyntaxError) return `refused: ${error.message}`;
    throw error;
  }
}

/** What was read otherwise than a calendar says. */
export const warningsOf = (text: string, options: ReadOptions = year): string[] => readMessages(text, options).warnings;

/** The occurrences of a message, or why it has none. */
function expanded(message: CalendarMessage): CalendarEvent[] | UnreadableEventError {
  try {
    return message.occurrences();
  } catch (error) {
    if (error instanceof UnreadableEventError) return error;
    throw error;
  }
}
