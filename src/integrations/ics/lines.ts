/** A logical line: folded lines are joined. */
export interface Line {
  text: string;
  /** The number of its first line in the file, starting at 1. */
  number: number;
}

/** The properties of iCalendar (RFC 5545, 7986 and others), beside those that start with `X-`. */
const properties = new Set([
  ...`BEGIN END CALSCALE METHOD PRODID VERSION ATTACH CATEGORIES CLASS COMMENT DESCRIPTION GEO LOCATION PERCENT-COMPLETE PRIORITY
  RESOURCES STATUS SUMMARY COMPLETED DTEND DUE DTSTART DURATION FREEBUSY TRANSP TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL
  ATTENDEE CONTACT ORGANIZER RECURRENCE-ID RELATED-TO URL UID EXDATE EXRULE RDATE RRULE ACTION REPEAT TRIGGER CREATED DTSTAMP
  LAST-MODIFIED SEQUENCE REQUEST-STATUS NAME REFRESH-INTERVAL SOURCE COLOR IMAGE CONFERENCE TZUNTIL TZID-ALIAS-OF
  TIMEZONE-ID STYLED-DESCRIPTION STRUCTURED-DATA ACKNOWLEDGED PROXIMITY BUSYTYPE LOCATION-TYPE PARTICIPANT-TYPE`.split(
    /\s+/,
  ),
]);

/** Texts that people write on several lines, and that some programs do not fold. */
const text = /^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|CONTACT|X-ALT-DESC)\s*[;:]/i;

/** The number of lines of a file that are joined before others may take a turn. */
const physicalLinesInTurn = 500;

/** A line that a text in quoted-printable starts with (vCalendar 1.0). */
const quotedPrintable = /^[^:]*ENCODING=QUOTED-PRINTABLE/i;

/** A logical line that may go on, with what its first part says about how. */
interface OpenLine {
  /** The parts of its text so far. They are joined once: a line may have a million. */
  parts: string[];
  number: number;
  isText: boolean;
  isQuotedPrintable: boolean;
}

/**
 * The logical lines of a calendar. Lines that programs have broken are mended where the meaning can be told: a text that goes on
 * without being folded is joined, `NAME=value` is read as `NAME:value`, and a file may be indented as a whole. Other lines
 * that are no properties are left out. Yields null after each 500 lines of the file, so that others can take a turn.
 */
export function* linesOf(calendar: string): Generator<Line | null> {
  const isIndented = /^[ \t]+BEGIN:VEVENT[ \t]*$/im.test(calendar);
  let open: OpenLine | null = null;
  /** A line that is nothing but a name, behind which some programs fold. */
  let bare: Line | null = null;
  let number = 0;
  for (const [part] of calendar.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    number++;
    if (number % physicalLinesInTurn === 0) yield null;
    const raw = part.replace(/[\r\n]+$/, '').replace(/^[\ufeff\ufffd]+/, '');
    let content: string = isIndented ? raw.trim() : raw;
    let start = number;
    if (content.trim() === '') continue;
    if (bare && /^[ \t]/.test(content)) [content, start] = [bare.text + content.slice(1), bare.number];
    else if (bare && open?.isText) open.parts.push(`\\n${bare.text}`);
    const wasBare: boolean = bare !== null && start === bare.number;
    bare = null;
    if (open && !wasBare && goesOn(open, content)) continue;
    if (/^[\w-]+\s*$/.test(content)) {
      bare = { text: content.trim(), number: start };
      continue;
    }
    const property = asProperty(content, open?.isText ?? false);
    if (property === null) {
      if (open?.isText && !/^X-[\w-]+=/i.test(content)) open.parts.push(`\\n${content}`);
      continue;
    }
    if (open) yield closed(open);
    const [isText, isQuotedPrintable] = [text.test(property), quotedPrintable.test(property)];
    open = { parts: [property], number: start, isText, isQuotedPrintable };
  }
  if (bare && open?.isText) open.parts.push(`\\n${bare.text}`);
  if (open) yield closed(open);
}

const closed = ({ parts, number }: OpenLine): Line => ({ text: parts.join(''), number });

/** Adds the continuation of a line to it. False if the next line is none. */
function goesOn(open: OpenLine, content: string): boolean {
  const last = open.parts.at(-1) ?? '';
  if (open.isQuotedPrintable && last.endsWith('=')) {
    open.parts.splice(-1, 1, last.slice(0, -1), content);
    return true;
  }
  if (!/^[ \t]/.test(content)) return false;
  open.parts.push(content.slice(1));
  return true;
}

/** The line as a property. Null if it is none, or goes on with the text before it, such as `Agenda: budget`. */
function asProperty(content: string, isAfterText: boolean): string | null {
  const [, name = '', sign] = /^([\w-]+)\s*([;:=])/.exec(content) ?? [];
  const isKnown = properties.has(name.toUpperCase());
  if (sign === '=') return isKnown ? `${name}:${content.slice(content.indexOf('=') + 1)}` : null;
  if (sign === undefined) return null;
  return isKnown || /^X-/i.test(name) || !isAfterText || /^[A-Z-]+$/.test(name) ? content : null;
}
