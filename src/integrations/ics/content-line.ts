/** A property of a calendar: one content line (RFC 5545, section 3.1). */
export interface Property {
  /** The name, in capitals. */
  name: string;
  /** The parameters by their names in capitals. Quotes and the escapes of RFC 6868 are resolved. */
  parameters: ReadonlyMap<string, string>;
  /** The value as the file has it, with the spaces around it. */
  value: string;
}

/** The properties whose values are dates or times. */
const dated = /^(?:DTSTART|DTEND|RECURRENCE-ID|RDATE|EXDATE)$/;
/** Where the value of such a property begins, also behind parameters with colons that nobody has quoted. */
const dateAhead = /:(?=\s*\d{4}-?\d\d-?\d\d)/;
/** Where an address begins, likewise. */
const addressAhead = /:(?=\s*(?:mailto:|urn:|https?:|\/))/i;

/**
 * Parses a content line leniently: spaces around names, missing or unpaired quotes, and parameters without a value are accepted.
 * Null if it has no name or no value.
 */
export function parseContentLine(line: string): Property | null {
  const name = /^\s*([\w-]+)\s*(?=[;:])/.exec(line)?.[1]?.toUpperCase();
  if (name === undefined) return null;
  const colon = colonIn(line, name);
  if (colon < 0) return null;
  const head = line.slice(0, colon);
  const semicolon = head.indexOf(';');
  const parameters = semicolon < 0 ? new Map<string, string>() : parametersIn(head.slice(semicolon + 1));
  const value = line.slice(colon + 1);
  const isQuotedPrintable = parameters.get('ENCODING')?.toUpperCase() === 'QUOTED-PRINTABLE';
  return {
    name,
    parameters,
    value: isQuotedPrintable ? fromQuotedPrintable(value, parameters.get('CHARSET') ?? 'utf-8') : value,
  };
}

/** The position of the colon in front of the value. -1 if there is none. */
function colonIn(line: string, name: string): number {
  const ahead = dated.test(name) ? dateAhead : /^(?:ATTENDEE|ORGANIZER)$/.test(name) ? addressAhead : null;
  if (ahead) {
    // What is quoted, such as a name that looks like an address, is no value; unless the quotes are unpaired.
    const unquoted = line.replaceAll(/"[^"]*"/g, (quoted) => '_'.repeat(quoted.length)).search(ahead);
    const found = unquoted >= 0 ? unquoted : line.search(ahead);
    if (found >= 0) return found;
  }
  let isQuoted = false;
  for (let index = 0; index < line.length; index++) {
    if (line[index] === '"') isQuoted = !isQuoted;
    else if (line[index] === ':' && !isQuoted) return index;
  }
  return line.indexOf(':');
}

/** Splits parameters at the semicolons that are not quoted. */
function parametersIn(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  let start = 0;
  let isQuoted = false;
  for (let index = 0; index <= text.length; index++) {
    if (text[index] === '"') isQuoted = !isQuoted;
    if (index < text.length && (text[index] !== ';' || isQuoted)) continue;
    const part = text.slice(start, index);
    start = index + 1;
    const equals = part.indexOf('=');
    const name = part.slice(0, equals).trim().toUpperCase();
    if (equals > 0 && !parameters.has(name)) parameters.set(name, plainParameter(part.slice(equals + 1)));
  }
  return parameters;
}

const carets: Record<string, string> = { '^n': '\n', '^N': '\n', "^'": '"', '^^': '^' };

const plainParameter = (text: string) =>
  text
    .replaceAll('"', '')
    .replaceAll(/\^[nN'^]/g, (caret) => carets[caret] ?? caret)
    .replaceAll(/\\([,;])/g, '$1')
    .trim();

/** The text of a TEXT value: its escapes resolved. A backslash that escapes nothing stays. */
export const textIn = (value: string) =>
  value.replaceAll(/\\([\\;,:"nN])/g, (_escape, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));

/** Text in quoted-printable, as vCalendar 1.0 has it, in its CHARSET: UTF-8 by default. */
function fromQuotedPrintable(text: string, charset: string): string {
  const bytes = Buffer.from(text);
  let size = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const [high, low] = byte === equals ? [digitOf(bytes[at + 1]), digitOf(bytes[at + 2])] : [-1, -1];
    const isCode = high >= 0 && low >= 0;
    bytes[size++] = isCode ? high * 16 + low : byte;
    if (isCode) at += 2;
  }
  return withoutControls(decode(bytes.subarray(0, size), charset).replaceAll(/\r\n?/g, '\n'));
}

const equals = 0x3d;

/** The value of a hexadecimal digit in ASCII. -1 if it is none. */
function digitOf(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Control characters mean nothing in a calendar (RFC 5545, section 3.1), also where an encoding has hidden them. */
export const withoutControls = (text: string) => text.replaceAll(/[^\P{Cc}\t\n]/gu, '');

/** Decodes bytes. Those that are not valid in the charset, or are in an unknown one, are read as Windows-1252. */
function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
