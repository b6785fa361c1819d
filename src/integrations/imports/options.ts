import type { Calendar } from '../../platform/time/calendar.ts';
import { type DateOrder, inZone, orderOf } from './dates.ts';
import { RowError } from './imported.ts';
import { objectOf, textOf } from './json.ts';
import { nameKey, type Reading } from './reading.ts';

/** Values of a file by what they mean here, such as `{ mood: { fantastic: '5' } }`. */
export type ValueMap = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a name of a file means by the mapping of the user. */
export function mappedValue(reading: Reading, values: ValueMap, field: string, text: string): string | undefined {
  const names = values[field];
  return names && reading.byName(names).get(nameKey(text));
}

/** How a file is read where it does not say so itself. */
export interface ReadOptions {
  /** The clock of the file: its zone, and when its days begin. */
  readonly calendar: Calendar;
  /** The owner's calendar: what has only a day is at the start of the owner's day. */
  readonly owner: Calendar;
  /** The name of the file, without folders. Empty if it has none. */
  readonly fileName: string;
  /** Null: told from the bytes. */
  readonly encoding: string | null;
  /** Null: told from the line of column names. */
  readonly delimiter: string | null;
  /** Null: told from the dates. */
  readonly dateOrder: DateOrder | null;
  readonly values: ValueMap;
  /** The mapping of a CSV file, as a document. Null if none is given. */
  readonly csvMapping: unknown;
  /** Whether notes that do not say that they have cards are read as well. */
  readonly allNotes: boolean;
  /** Whether an email address is one of the owner's. */
  readonly isOwnEmail: (address: string) => boolean;
  /** The most rows or items that are read. */
  readonly maxRows: number;
  /** The most bytes of what is unpacked. */
  readonly maxUnpacked: number;
  /** Decompresses Deflate. Throws if there is more than `maxLength` bytes. */
  readonly inflate: (bytes: Uint8Array, maxLength: number) => Uint8Array;
  readonly crc32: (bytes: Uint8Array) => number;
  /** Decompresses Zstandard. */
  readonly unzstd: (bytes: Uint8Array) => Uint8Array;
}

/** The name of a file without its ending and the id that programs put there: `Work [2203306141].csv` is `Work`. */
export const nameOfFile = (fileName: string): string =>
  fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[[(]\d+[\])]$/, '')
    .trim();

/**
 * What a name of a choice, such as a mood or a stage, means: as the user maps it, else as the format has it.
 * @param field what is chosen, which the mapping of the user has as well
 * @throws RowError if it is not known, with how to map it
 */
export function chosen<T extends string | number>(
  reading: Reading,
  { values }: ReadOptions,
  { field, known, wanted }: { field: string; known: Readonly<Record<string, T>>; wanted: readonly T[] },
  text: string,
): T {
  const own = mappedValue(reading, values, field, text);
  const usual = reading.byName(known).get(nameKey(text));
  const found = own === undefined ? usual : wanted.find((one) => nameKey(String(one)) === nameKey(own));
  const name = `"${text.slice(0, 40)}"`;
  if (found === undefined) {
    reading.map(`${field} ${name}`, 'not mapped');
    throw new RowError(`The ${field} ${name} is not mapped. Map it to one of ${wanted.join(', ')}.`);
  }
  reading.map(`${field} ${name}`, String(found));
  return found;
}

/** The options with the order of day and month that the dates of a file decide. @throws ImportFileError if they do not */
export const withDateOrder = (options: ReadOptions, dates: readonly string[]): ReadOptions => ({
  ...options,
  dateOrder: orderOf(dates, options.dateOrder),
});

/** The values of a mapping document, and further ones. */
export function valuesOf(document: unknown, further: ValueMap): ValueMap {
  const all = new Map<string, Map<string, string>>();
  for (const [field, names] of [...Object.entries(objectOf(objectOf(document).values)), ...Object.entries(further)]) {
    const of = all.get(field) ?? new Map<string, string>();
    all.set(field, of);
    for (const [name, value] of Object.entries(objectOf(names))) of.set(name, textOf(value));
  }
  return Object.fromEntries([...all].map(([field, of]) => [field, Object.fromEntries(of)]));
}

/** The calendar of a row by its zone. If there is no such zone, that is said, and the calendar is that of the file. */
export const zoneOf = (reading: Reading, zone: string, { calendar }: ReadOptions): Calendar =>
  reading.optional('time zone', zone, (name) => inZone(calendar, name)) ?? calendar;
