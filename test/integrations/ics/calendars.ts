import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarEvent } from '../../../src/integrations/ics/calendar-event.ts';
import { CalendarSyntaxError } from '../../../src/integrations/ics/calendar-syntax-error.ts';
import { type ReadOptions, readCalendar } from '../../../src/integrations/ics/read-calendar.ts';

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

/** The occurrences of one event in 2026. */
export function read(...lines: string[]): CalendarEvent[] {
  return readCalendar(calendar(event(...lines)), year);
}

/** The starts of events: instants or dates. */
export function startsOf(events: CalendarEvent[]): (string | undefined)[] {
  return events.map(({ startsAt, startsOn }) => startsAt?.toISOString() ?? startsOn ?? undefined);
}

/** The place and the message of the error that a calendar is rejected with, or `accepted`. */
export function rejectionOf(text: string, options: ReadOptions = year): string {
  try {
    readCalendar(text, options);
  } catch (error) {
    if (error instanceof CalendarSyntaxError) return `${error.where}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}
