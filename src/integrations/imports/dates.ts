import type { Calendar } from '../../platform/time/calendar.ts';
import { zoneNameOf } from '../ics/zone-names.ts';
import { ImportFileError, RowError } from './imported.ts';
import { monthOf } from './month-names.ts';

/* Days and times as files have them. */

/** Which of two numbers is the day. */
export type DateOrder = 'DMY' | 'MDY';

/** A day, with a time of the clock and the offset from UTC if the text has them. */
export interface FileDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM:SS`. */
  readonly time: string | null;
  /** `Z` or `+01:00`. */
  readonly offset: string | null;
}

/** Days by which programs say that there is none. */
const zeroDates = new Set(['0001-01-01', '1899-12-30', '1899-12-31', '1900-01-00', '1970-01-01', '4501-01-01']);

/** The longest date, in characters. */
const maxLength = 100;

const pad = (value: string | number, length = 2) => String(value).padStart(length, '0');
const quoted = (text: string) => `"${text.slice(0, 40)}"`;

/** The spaces of texts, such as those before AM, are spaces. */
const spaced = (text: string) => text.replaceAll(/[\s\u00a0\u202f\u2009]+/g, ' ').trim();

const afternoon = /^(?:p\.? ?m\.?|下午|午後|오후)$/i;
const morning = /^(?:a\.? ?m\.?|上午|午前|오전)$/i;
const half = '[ap]\\.? ?m\\.?|上午|下午|午前|午後|오전|오후';
const clock = new RegExp(
  `(?:(${half}) ?)?\\b(\\d{1,2})[:h.](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?: ?(${half})(?![a-z]))?`,
  'i',
);

/** The time of the clock that a text is, `HH:MM:SS`. Null if it is none. */
export function parseTime(text: string): string | null {
  const found = clock.exec(spaced(text));
  return found && found[0].length === spaced(text).length ? clockTime(found) : hourAlone(spaced(text));
}

function hourAlone(text: string): string | null {
  const [, hour, part] = new RegExp(`^(\\d{1,2}) ?(${half})$`, 'i').exec(text) ?? [];
  return hour && part ? timeOf(Number(hour), '00', '00', part) : null;
}

const clockTime = ([, before, hour, minute = '', second = '00', after]: RegExpExecArray) =>
  timeOf(Number(hour), minute, second, before ?? after ?? '');

function timeOf(hour: number, minute: string, second: string, part: string): string | null {
  const isHalf = part !== '';
  if (isHalf && (hour < 1 || hour > 12)) return null;
  const of24 = !isHalf ? hour : (hour % 12) + (afternoon.test(part) ? 12 : 0);
  if (isHalf && !afternoon.test(part) && !morning.test(part)) return null;
  return of24 > 23 || Number(minute) > 59 || Number(second) > 59 ? null : `${pad(of24)}:${minute}:${second}`;
}

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.+))?$/;
const asian = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일](?:[ ,]+(.+))?$/;
const numeric = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?:[ ,]+(.+))?$/;
const dayFirst =
  /^(\d{1,2})(?:\.|st|nd|rd|th|er|º)? (?:de |of )?(\p{L}[\p{L}.]*)[,.]? (?:de |del )?(\d{4})(?: ?г\.| р\.)?(?:[ ,]+(?:at )?(.+))?$/iu;
const monthFirst = /^(\p{L}[\p{L}.]*) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,]+(?:at )?(.+))?$/iu;

/** The two numbers of a date whose order differs by country, if a text begins with one. */
function ambiguous(text: string): { first: number; second: number; separator: string } | null {
  const [, first, separator, second] = numeric.exec(spaced(text)) ?? [];
  return first && second && separator ? { first: Number(first), second: Number(second), separator } : null;
}

/**
 * The order of day and month in a file, which all of its dates decide together. Null if it does not matter.
 * @param given the order that was chosen, if one was
 * @throws ImportFileError if no date tells it
 */
export function orderOf(texts: readonly string[], given: DateOrder | null): DateOrder | null {
  if (given) return given;
  const all = texts.flatMap((text) => ambiguous(text) ?? []);
  if (all.some(({ first, second }) => first > 12 && second <= 12)) return 'DMY';
  if (all.some(({ first, second }) => second > 12 && first <= 12)) return 'MDY';
  // Where dates have dots, the day is first in every country.
  if (all.every(({ separator, first, second }) => separator === '.' || first === second)) return 'DMY';
  throw new ImportFileError(
    'None of the dates tells whether the day or the month is first. Say it: DMY if the day is, MDY if the month is.',
  );
}

/**
 * Reads a date, with or without a time. Null if the text is empty or says that there is none.
 * @throws RowError if it is something else
 */
export function parseDate(given: string, order: DateOrder | null): FileDate | null {
  const text = spaced(given);
  if (/^(?:[0\s./:-]*|—|n\/?a|none|null|never)$/i.test(text)) return null;
  const seconds = /^\d{10}(?:\d{3})?$/.test(text) ? Number(text.slice(0, 10)) : null;
  if (seconds !== null) return fromSeconds(seconds);
  const wrong = () => new RowError(`${quoted(given)} is not a date that can be read.`);
  const [year, month, day, rest = ''] = (
    text.length > maxLength ? [] : (partsOf(text, order) ?? partsOf(withoutWeekday(text), order) ?? [])
  ).map((part) => (part === undefined ? undefined : String(part)));
  if (year === undefined || month === undefined || day === undefined) throw wrong();
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  const { time, offset } = clockOf(rest);
  if (rest !== '' && time === null) throw wrong();
  if (zeroDates.has(date)) return null;
  if (!isDate(date)) throw wrong();
  return { date, time, offset };
}

/** A moment that is told by the seconds since 1970, which ten digits are in all years from 2001 to 2286. */
function fromSeconds(seconds: number): FileDate {
  const [date = '', time = ''] = new Date(seconds * 1_000).toISOString().slice(0, 19).split('T');
  return { date, time, offset: 'Z' };
}

/** A date without the day of the week before it. */
function withoutWeekday(text: string): string {
  const [, word, rest] = /^(\p{L}[\p{L}-]*)\.?,? (.*\d.*)$/u.exec(text) ?? [];
  return word && rest ? rest : text;
}

function partsOf(text: string, order: DateOrder | null): (string | number | undefined)[] | null {
  const ordered = iso.exec(text) ?? asian.exec(text);
  if (ordered) return ordered.slice(1);
  const [, first, , second, years, rest] = numeric.exec(text) ?? [];
  if (first && second && years) {
    const year = years.length === 4 ? years : Number(years) + (Number(years) < 70 ? 2000 : 1900);
    return order === 'MDY' ? [year, first, second, rest] : [year, second, first, rest];
  }
  const named = dayFirst.exec(text);
  if (named) return [named[3], monthOf(named[2] ?? '') ?? undefined, named[1], named[4]];
  const american = monthFirst.exec(text);
  return american ? [american[3], monthOf(american[1] ?? '') ?? undefined, american[2], american[4]] : null;
}

/** The time of the clock and the offset that the rest of a date is. Offsets of zones are up to 14 hours. */
function clockOf(rest: string): { time: string | null; offset: string | null } {
  const [, text = '', zone] = /^(.*?) ?(Z|UTC|GMT|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i.exec(rest) ?? [];
  const offset = zone === undefined ? null : /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
  if (offset !== null && offset !== 'Z' && !isOffset(offset)) return { time: null, offset: null };
  return { time: parseTime(text), offset };
}

/** Whether an offset is one that clocks of the world can have: at most 18 hours. */
const isOffset = (offset: string) => Number(offset.slice(1, 3)) <= 18 && Number(offset.slice(-2)) <= 59;

/** Whether a text in the form of a date is one of the calendar, which has no year 0. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && !text.startsWith('0000');
}

/** The moment of a date with a time, as text with its offset. Without an offset it is by the clock of the calendar. */
export function momentOf({ date, time, offset }: FileDate, calendar: Calendar): string {
  const plainTime = time ?? '00:00:00';
  if (offset !== null) return new Date(`${date}T${plainTime}${offset}`).toISOString();
  return calendar.timeOn(date, plainTime).toISOString();
}

/**
 * The day of a date. One with an offset is a moment: days without a time are told as the midnight of a zone, so its day is that of the
 * clock there, whenever the day of a person begins.
 */
export const dayOf = (found: FileDate, calendar: Calendar): string =>
  found.offset === null ? found.date : byMidnight(calendar).dayOf(new Date(momentOf(found, calendar)));

/**
 * The day of something that takes all of a day. It is told as the midnight of its zone, in UTC or with an offset; some programs tell the
 * midnight of UTC instead.
 */
export function allDayOf(found: FileDate, calendar: Calendar): string {
  if (found.offset === null || found.time === null) return found.date;
  const isLocalMidnight = calendar.timeOf(new Date(momentOf(found, calendar))) === '00:00';
  return !isLocalMidnight && found.time === '00:00:00' ? found.date : dayOf(found, calendar);
}

const byMidnight = (calendar: Calendar): Calendar =>
  calendar.by({ timeZone: calendar.timeZone, weekStartsOn: calendar.weekStartsOn, dayStartsAt: '00:00' });

/** The moment of something that was done on a day: at its time, or at noon if it has none, and not after now on the day that is today. */
export function doneAt(found: FileDate, calendar: Calendar): string {
  if (found.time !== null) return momentOf(found, calendar);
  const noon = momentOf({ ...found, time: '12:00:00' }, calendar);
  const now = calendar.now.toISOString();
  return noon > now && found.date === byMidnight(calendar).today ? now : noon;
}

/** The same calendar in another zone. @throws RowError if there is no such zone */
export function inZone(calendar: Calendar, zone: string): Calendar {
  if (zone === '') return calendar;
  const timeZone = zoneNameOf(zone);
  if (!timeZone) throw new RowError(`There is no time zone ${quoted(zone)}.`);
  return calendar.by({ timeZone, weekStartsOn: calendar.weekStartsOn, dayStartsAt: calendar.dayStartsAt });
}
