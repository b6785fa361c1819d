import ICAL from 'ical.js';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';

/** The events of a calendar in the order they are written, and its time zones; each still as its lines. */
export interface CalendarText {
  events: ComponentText[];
  zones: ComponentText[];
}

/** One VEVENT or VTIMEZONE. */
export interface ComponentText {
  /** What its calendar is sent for: `PUBLISH`, `REQUEST`, `CANCEL`, …; empty when it does not say. */
  method: string;
  /** The number of the line it begins in, from 1. */
  line: number;
  /** Its lines between BEGIN and END, unfolded; only those that are read here. */
  lines: string[];
}

/** The bytes of UTF-8 that a calendar may have. */
export const maxCalendarBytes = 5 * 1024 * 1024;

/** The events that a calendar may have. */
export const maxEvents = 5_000;

/** The characters that a property's name and parameters may have together. */
const maxHead = 10_000;

/** The properties that are read. Others, such as attached files, never reach the parser. */
const read = `
  UID RECURRENCE-ID DTSTART DTEND DURATION RRULE RDATE EXDATE SEQUENCE DTSTAMP LAST-MODIFIED STATUS
  SUMMARY DESCRIPTION LOCATION ORGANIZER ATTENDEE URL CONFERENCE
  X-GOOGLE-CONFERENCE X-MICROSOFT-SKYPETEAMSMEETINGURL X-MICROSOFT-ONLINEMEETINGEXTERNALLINK
  TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO BEGIN END`.split(/\s+/);

/** @throws CalendarSyntaxError when the text is too long, has too many events, or is not a calendar from begin to end */
export function splitCalendar(text: string): CalendarText {
  if (Buffer.byteLength(text) > maxCalendarBytes) throw new CalendarSyntaxError('It is over 5 MB.', 'the file');
  const calendar: CalendarText = { events: [], zones: [] };
  /** The components that are open, outermost first. */
  const open: { name: string; line: number }[] = [];
  let method = '';
  let current: ComponentText | null = null;
  let isCalendar = false;

  for (const { line, number } of unfold(text)) {
    const name = /^[\w-]+(?=[;:])/.exec(line)?.[0].toUpperCase();
    const value = line.slice(line.indexOf(':') + 1).trim();
    if (headOf(line).length > maxHead) throw new CalendarSyntaxError('The parameters are too long.', `line ${number}`);
    if (name === undefined) throw new CalendarSyntaxError('The line is no property: it has no name.', `line ${number}`);
    if (open.length === 0 && !(name === 'BEGIN' && value.toUpperCase() === 'VCALENDAR')) {
      throw new CalendarSyntaxError('This is no calendar: it must begin with BEGIN:VCALENDAR.', `line ${number}`);
    }
    isCalendar = true;
    if (name === 'BEGIN') {
      open.push({ name: value.toUpperCase(), line: number });
      if (open.length === 1) method = '';
      if (open.length === 2) current = begin(calendar, value.toUpperCase(), number, method);
      else if (isZone(open)) current?.lines.push(line);
    } else if (name === 'END') {
      const last = open.pop();
      if (last?.name !== value.toUpperCase()) {
        throw new CalendarSyntaxError(`END:${value} ends nothing; ${last?.name} is open.`, `line ${number}`);
      }
      if (open.length === 1) current = null;
      else if (isZone(open)) current?.lines.push(line);
    } else if (open.length === 1 && name === 'METHOD') method = value.toUpperCase();
    else if (read.includes(name) && (open.length === 2 || isZone(open))) current?.lines.push(line);
  }

  const last = open.at(-1);
  if (!isCalendar) throw new CalendarSyntaxError('This is no calendar: it is empty.', 'line 1');
  if (last) throw new CalendarSyntaxError(`The text ends before END:${last.name}.`, `line ${last.line}`);
  return calendar;
}

/** A property's name and parameters, as far as the colon that begins its value. */
function headOf(line: string): string {
  return /^(?:[^":]+|"[^"]*")*/.exec(line)?.[0] ?? '';
}

/** What lies within a time zone belongs to it; an alarm within an event says nothing of the event. */
function isZone(open: { name: string }[]): boolean {
  return open[1]?.name === 'VTIMEZONE';
}

function begin(calendar: CalendarText, name: string, line: number, method: string): ComponentText | null {
  const component = { method, line, lines: [] };
  if (name === 'VTIMEZONE') calendar.zones.push(component);
  else if (name === 'VEVENT') calendar.events.push(component);
  else return null;
  if (calendar.events.length > maxEvents) {
    throw new CalendarSyntaxError(`There are more than ${maxEvents} events.`, `line ${line}`);
  }
  return component;
}

/** The lines with those that continue them, and the number that each begins at. */
function* unfold(text: string): Generator<{ line: string; number: number }> {
  let line = '';
  let start = 0;
  let number = 0;
  for (const [part] of text.replace(/^\ufeff/, '').matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    number++;
    const content = part.replace(/[\r\n]+$/, '');
    if (/^[ \t]/.test(content) && line !== '') line += content.slice(1);
    else if (content.trim() !== '') {
      if (line !== '') yield { line, number: start };
      line = content;
      start = number;
    }
  }
  if (line !== '') yield { line, number: start };
}

/** Parses the lines of a component. @throws CalendarSyntaxError when one of them is malformed */
export function parseComponent(name: string, { lines }: ComponentText, where: string): ICAL.Component {
  try {
    return new ICAL.Component(ICAL.parse([`BEGIN:${name}`, ...lines, `END:${name}`].join('\r\n')));
  } catch (error) {
    throw new CalendarSyntaxError(sentence(error), where);
  }
}

/** What a library found wrong, as a sentence of bounded length. */
export function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `Cannot be read: ${message.slice(0, 200).replace(/\.$/, '')}.`;
}
