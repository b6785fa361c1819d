import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { type Property, parseContentLine, textIn } from './content-line.ts';
import { linesOf } from './lines.ts';

/** A component of a calendar, such as an event or a time zone. */
export interface Component {
  /** The name, in capitals: `VEVENT`. */
  name: string;
  /** The number of its first line, starting at 1. */
  line: number;
  /** Its properties that are read, in the order of the file. Those with an empty value are left out. */
  properties: Property[];
  /** The components inside, such as the STANDARD and DAYLIGHT parts of a time zone. */
  parts: Component[];
  /** Whether the text ends before the component does. */
  isCutOff: boolean;
}

/** One VCALENDAR of a file. */
export interface CalendarText {
  /** Its METHOD in capitals, such as `REQUEST`. Empty if it has none. */
  method: string;
  /** The name of the time zone of times without one. Empty if it has none. */
  timeZone: string;
  events: Component[];
  zones: Component[];
}

/** The maximum size of a calendar, in bytes of UTF-8. */
export const maxCalendarBytes = 5 * 1024 * 1024;

/** The number of lines that are parsed before others may take a turn. */
const linesInTurn = 50;

/** How deep components are nested that are read. An alarm in an event is at 2. */
const maxDepth = 8;

/** The properties that are read. Others, such as attachments, are left out. */
const read = new Set([
  ...`UID RECURRENCE-ID DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE SEQUENCE DTSTAMP LAST-MODIFIED STATUS TRANSP
  SUMMARY DESCRIPTION LOCATION ORGANIZER ATTENDEE URL CONFERENCE
  X-GOOGLE-CONFERENCE X-MICROSOFT-SKYPETEAMSMEETINGURL X-MICROSOFT-ONLINEMEETINGEXTERNALLINK
  X-MICROSOFT-CDO-BUSYSTATUS X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT X-FUNAMBOL-ALLDAY
  TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO`.split(/\s+/),
]);

/** The components that are directly in a calendar: one of them ends another whose end is missing. */
const topLevel = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VAVAILABILITY']);

/**
 * The calendars in a text. What is in front of the first and behind the last is ignored, and so are ends that are missing or
 * match nothing. Events that are in no calendar count as one. Yields after each 50 lines.
 *
 * @throws CalendarSyntaxError if the text is too large, or is not a calendar
 */
export function* calendarsIn(text: string): Generator<void, { calendars: CalendarText[]; isCutOff: boolean }> {
  if (Buffer.byteLength(text) > maxCalendarBytes) {
    throw new CalendarSyntaxError(
      'The file is larger than 5 MB. Export fewer days, and import one file after another.',
    );
  }
  const calendars: CalendarText[] = [];
  const open: Component[] = [];
  let current: CalendarText | null = null;
  let isInside = false;

  function begin(name: string, line: number): void {
    if (name === 'VCALENDAR') {
      [open.length, isInside, current] = [0, true, newCalendar(calendars)];
      return;
    }
    if (topLevel.has(name)) open.length = 0;
    if (!current && name === 'VEVENT') current = newCalendar(calendars);
    if (!current || open.length === maxDepth) return;
    const component: Component = { name, line, properties: [], parts: [], isCutOff: true };
    if (open.length > 0) open.at(-1)?.parts.push(component);
    else if (name === 'VEVENT') current.events.push(component);
    else if (name === 'VTIMEZONE') current.zones.push(component);
    open.push(component);
  }

  function end(name: string): void {
    if (name === 'VCALENDAR') [open.length, isInside] = [0, false];
    const index = open.findLastIndex((component) => component.name === name);
    if (index < 0) return;
    for (const component of open.splice(index)) component.isCutOff = false;
  }

  let count = 0;
  for (const line of linesOf(text)) {
    if (line === null || ++count % linesInTurn === 0) yield;
    if (line === null) continue;
    const { number } = line;
    const property = parseContentLine(line.text);
    const value = property?.value.trim().toUpperCase();
    if (!property || (!value && !isText(property))) continue;
    const { name } = property;
    if (name === 'BEGIN') begin(value ?? '', number);
    else if (name === 'END') end(value ?? '');
    else if (open.length > 0) {
      if (read.has(name)) open.at(-1)?.properties.push(property);
    } else if (current) setCalendarProperty(current, property);
  }
  if (calendars.length === 0) {
    throw new CalendarSyntaxError('The file is not a calendar: it has neither BEGIN:VCALENDAR nor BEGIN:VEVENT.');
  }
  // An event that another one ended is complete: only its END is missing.
  const [last] = open;
  for (const { events } of calendars) for (const event of events) event.isCutOff = event === last;
  return { calendars, isCutOff: isInside || last !== undefined };
}

/** A text may consist of spaces. Anything else that does is as if it were absent. */
const isText = ({ name, value }: Property) => value !== '' && /^(?:SUMMARY|DESCRIPTION|LOCATION)$/.test(name);

function newCalendar(calendars: CalendarText[]): CalendarText {
  const calendar: CalendarText = { method: '', timeZone: '', events: [], zones: [] };
  calendars.push(calendar);
  return calendar;
}

function setCalendarProperty(calendar: CalendarText, { name, value }: Property): void {
  if (name === 'METHOD') calendar.method = value.trim().toUpperCase();
  if (name === 'X-WR-TIMEZONE' || (name === 'TIMEZONE-ID' && calendar.timeZone === ''))
    calendar.timeZone = textIn(value);
}

/** The first property of a component with a name. */
export const propertyOf = ({ properties }: Component, name: string): Property | null =>
  properties.find((property) => property.name === name) ?? null;

/** All properties of a component with a name. */
export const propertiesOf = ({ properties }: Component, name: string): Property[] =>
  properties.filter((property) => property.name === name);

/** The text of a component's property. Empty if there is no such property. */
export function textOf(component: Component, name: string): string {
  const property = propertyOf(component, name);
  return property ? textIn(property.value) : '';
}
