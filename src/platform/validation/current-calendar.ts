import { AsyncLocalStorage } from 'node:async_hooks';
import type { Calendar } from '../time/calendar.ts';

/*
 * The calendar that an input is parsed by. Some rules depend on it: what `TODAY` is, and what is in the future. Rules are made
 * once, for everybody, so it is given when they are used.
 */

const calendars = new AsyncLocalStorage<Calendar>();

/** The calendar of the person whose input is being parsed. For rules alone. @throws Error if nothing is being parsed */
export function currentCalendar(): Calendar {
  const calendar = calendars.getStore();
  if (!calendar) throw new Error('A calendar is there only while an input is parsed: see parsedBy().');
  return calendar;
}

/** Parses something by a person's calendar. */
export const parsedBy = <T>(calendar: Calendar, parse: () => T): T => calendars.run(calendar, parse);
