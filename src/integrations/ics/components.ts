import ICAL from 'ical.js';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';

/** The events of a calendar, in the order of the file, and its time zones, as unparsed lines. */
interface CalendarText {
  events: ComponentText[];
  zones: ComponentText[];
}

/** A VEVENT or VTIMEZONE component. */
export interface ComponentText {
  /** The METHOD of its calendar, such as `PUBLISH`, `REQUEST` or `CANCEL`. Empty if there is none. */
  method: string;
  /** The number of its first line, starting at 1. */
  line: number;
  /** Its lines between BEGIN and END, unfolded, without properties that are not read. */
  lines: string[];
}

/** The maximum size of a calendar, in bytes of UTF-8. */
export const maxCalendarBytes = 5 * 1024 * 1024;

/** The maximum number of events in a calendar. */
const maxEvents = 5_000;

/** The maximum length of a property's name and parameters, in characters. */
const maxHead = 10_000;

/** The properties that are read. Others, such as attachments, never reach the parser. */
const read = `
  UID RECURRENCE-ID DTSTART DTEND DURATION RRULE RDATE EXDATE SEQUENCE DTSTAMP LAST-MODIFIED STATUS
  SUMMARY DESCRIPTION LOCATION ORGANIZER ATTENDEE URL CONFERENCE
  X-GOOGLE-CONFERENCE X-MICROSOFT-SKYPETEAMSMEETINGURL X-MICROSOFT-ONLINEMEETINGEXTERNALLINK
  TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO BEGIN END`.split(/\s+/);

/**
 * Splits the text of a calendar into components.
 *
 * @throws CalendarSyntaxError if the text is too large, has too many events, or is not a complete calendar
 */
export function splitCalendar(text: string): CalendarText {
  if (Buffer.byteLength(text) > maxCalendarBytes)
    throw new CalendarSyntaxError('The file is larger than 5 MB.', 'the file');
  const calendar: CalendarText = { events: [], zones: [] };
  /** The open components, outermost first. */
  const open: { name: string; line: number }[] = [];
  let method = '';
  let current: ComponentText | null = null;
  let isCalendar = false;

  for (const { line, number } of unfold(text)) {
    const name = /^[\w-]+(?=[;:])/.exec(line)?.[0].toUpperCase();
    const value = line.slice(line.indexOf(':') + 1).trim();
    if (headOf(line).length > maxHead) throw new CalendarSyntaxError('The parameters are too long.', `line ${number}`);
    if (name === undefined) throw new CalendarSyntaxError('The line has no property name.', `line ${number}`);
    if (open.length === 0 && !(name === 'BEGIN' && value.toUpperCase() === 'VCALENDAR')) {
      throw new CalendarSyntaxError(
        'The file is not a calendar: it must start with BEGIN:VCALENDAR.',
        `line ${number}`,
      );
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
        throw new CalendarSyntaxError(
          `END:${value} does not match: ${last ? `${last.name} is open` : 'no component is open'}.`,
          `line ${number}`,
        );
      }
      if (open.length === 1) current = null;
      else if (isZone(open)) current?.lines.push(line);
    } else if (open.length === 1 && name === 'METHOD') method = value.toUpperCase();
    else if (read.includes(name) && (open.length === 2 || isZone(open))) current?.lines.push(line);
  }

  const last = open.at(-1);
  if (!isCalendar) throw new CalendarSyntaxError('The file is not a calendar: it is empty.', 'line 1');
  if (last) throw new CalendarSyntaxError(`The text ends before END:${last.name}.`, `line ${last.line}`);
  return calendar;
}

/** The name and parameters of a property: everything before the colon in front of its value. */
function headOf(line: string): string {
  return /^(?:[^":]+|"[^"]*")*/.exec(line)?.[0] ?? '';
}

/** Components inside a time zone are parts of it. Those inside an event, such as alarms, are ignored. */
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

/** Joins folded lines. Yields each logical line with the number of its first line. */
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

/** Parses a component. @throws CalendarSyntaxError if a line is malformed */
export function parseComponent(name: string, { lines }: ComponentText, where: string): ICAL.Component {
  try {
    return new ICAL.Component(ICAL.parse([`BEGIN:${name}`, ...lines, `END:${name}`].join('\r\n')));
  } catch (error) {
    throw new CalendarSyntaxError(sentence(error), where);
  }
}

/** The message of a library's error, as a sentence of limited length. */
export function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `Cannot be read: ${message.slice(0, 200).replace(/\.$/, '')}.`;
}
