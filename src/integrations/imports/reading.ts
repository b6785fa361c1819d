import { grouped } from '../../platform/text/english.ts';
import { cleanText, hasControls } from './clean-text.ts';
import { decodeText } from './decode.ts';
import {
  type ImportedFile,
  type ImportedKind,
  type ImportedRecord,
  type ImportFault,
  ImportFileError,
  type MappedField,
  RowError,
} from './imported.ts';

/** A name regardless of case and the space around it. */
export const nameKey = (name: string): string => name.trim().toLowerCase();

/** A record without the place and the key, which the reading adds. */
type Unplaced<R> = R extends ImportedRecord ? Omit<R, 'at'> : never;

/** The field of each kind of record that has what no other field has. */
export const detailFields: Record<ImportedKind, string | null> = {
  ...{ TASK: 'description', MEETING: 'description', LEARNING: 'notes', ENERGY_ENTRY: 'notes' },
  ...{ JOB_APPLICATION: 'notes', PERSON: 'notes', PROMPT: null },
};

/** The most parts of a file that are said to become something. */
const maxMapped = 2_000;

const controlsLeftOut = 'It has control characters, such as NUL: they are left out.';

/** Why a row is left out whose values are such as no reader foresaw. */
export const unforeseen = 'It cannot be read: one of its values is out of bounds.';

/** Collects what a file has, row by row. A row that cannot be read costs no other. */
export class Reading implements ImportedFile {
  readonly mapping: MappedField[] = [];
  readonly records: ImportedRecord[] = [];
  readonly skipped: ImportFault[] = [];
  readonly warnings: ImportFault[] = [];
  readCount = 0;
  #at = '';
  readonly #maxRows: number;
  readonly #places = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  /** The keys of the present row, with their counts before it. */
  #keysBefore: (readonly [string, number])[] = [];
  /** Values of the present row that cannot be read, by name, until a record has them. */
  #unread: (readonly [string, string])[] = [];
  readonly #mapped = new Set<string>();
  readonly #byName = new Map<object, ReadonlyMap<string, unknown>>();

  /** @param maxRows the most rows or items that are read */
  constructor(maxRows: number) {
    this.#maxRows = maxRows;
  }

  /** Decodes a text of the file, and says by which encoding. @param encoding null: told from the bytes */
  decode(bytes: Uint8Array, encoding: string | null): string {
    const { text, encoding: found } = decodeText(bytes, encoding);
    this.map('encoding', found);
    return text;
  }

  /**
   * Reads a row. If `read` throws, all that it gave is dropped, and the row is left out: for the reason of a `RowError`, and also where
   * a value was not foreseen. Of two rows of one place the second is named as such.
   * @throws ImportFileError if there are too many rows
   */
  row(at: string, read: () => void): void {
    const before = [this.records.length, this.warnings.length] as const;
    const nth = (this.#places.get(at) ?? 0) + 1;
    this.#places.set(at, nth);
    this.#at = nth === 1 ? at : `${at} (${nth})`;
    this.#keysBefore = [];
    this.#unread = [];
    this.readCount += 1;
    if (this.readCount > this.#maxRows) {
      throw new ImportFileError(`The file has more than ${grouped(this.#maxRows)} rows or items.`);
    }
    try {
      read();
    } catch (error) {
      if (error instanceof ImportFileError) throw error;
      [this.records.length, this.warnings.length] = before;
      for (const [key, count] of this.#keysBefore.reverse()) this.#keys.set(key, count);
      this.skipped.push({ at: this.#at, reason: error instanceof RowError ? error.message : unforeseen });
    }
  }

  /** Counts a row that cannot be read, and names it. */
  skip(at: string, reason: string): void {
    this.row(at, () => {
      throw new RowError(reason);
    });
  }

  /**
   * Reads a value that a record can do without, such as when it is due. If that is not possible, it is said, and the next record of the
   * row has the value in its text.
   * @param name what the file calls it
   */
  optional<T>(name: string, text: string, read: (text: string) => T): T | null {
    try {
      return read(text);
    } catch (error) {
      if (error instanceof ImportFileError) throw error;
      this.#unread.push([name, text]);
      return null;
    }
  }

  /** A text of the present row without control characters. If it has some, that is said. */
  clean(text: string): string {
    if (hasControls(text)) this.warn(controlsLeftOut);
    return cleanText(text);
  }

  /** Adds a record of the present row. */
  add(record: Unplaced<ImportedRecord>): void {
    const texts = Object.values(record)
      .flat()
      .filter((value) => typeof value === 'string');
    if (texts.some((text) => text.includes('\ufffd') || !text.isWellFormed()))
      this.warn('It has characters that could not be decoded: they stand as \ufffd.');
    if (texts.some(hasControls)) this.warn(controlsLeftOut);
    this.records.push({ at: this.#at, ...record, ...this.#takeUnread(record) } as ImportedRecord);
  }

  /** The text of a record with the values that could not be read. */
  #takeUnread({ kind, ...record }: Unplaced<ImportedRecord>): Readonly<Record<string, string>> {
    const field = detailFields[kind];
    if (field === null || this.#unread.length === 0) return {};
    for (const [name] of this.#unread) this.warn(`The ${name} cannot be read: it stands in the ${field}.`);
    const text = (record as Readonly<Record<string, unknown>>)[field];
    const lines = this.#unread.map(([name, value]) => `${name}: ${value}`);
    this.#unread = [];
    return { [field]: [text, lines.join('\n')].filter(Boolean).join('\n\n') };
  }

  /** Says that something of the present row was read otherwise than the file has it. */
  warn(reason: string): void {
    this.warnings.push({ at: this.#at, reason });
  }

  /** Says what a part of the file becomes, once for each part. Of more than 2,000 parts, only the first are told. */
  map(from: string, to: string): void {
    const name = JSON.stringify([from, to]);
    if (this.#mapped.has(name) || this.#mapped.size >= maxMapped) return;
    this.#mapped.add(name);
    this.mapping.push({ from, to });
  }

  /** Says what some parts become. */
  mapAll(fields: Readonly<Record<string, string>>): void {
    for (const [from, to] of Object.entries(fields)) this.map(from, to);
  }

  /** Values by their names, regardless of case. They are looked up for each row. Of names that are the same, the first counts. */
  byName<T>(names: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
    const known = this.#byName.get(names) as ReadonlyMap<string, T> | undefined;
    if (known) return known;
    const entries = Object.entries(names).toReversed();
    const found = new Map(entries.map(([name, value]) => [nameKey(name), value]));
    this.#byName.set(names, found);
    return found;
  }

  /** A key of a content that may stand in the file more than once: the second has another one. */
  keyOf(...content: readonly string[]): string {
    const key = JSON.stringify(content);
    const count = this.#take(key);
    return count === 1 ? key : `${key}#${count}`;
  }

  /** The key of an id of the file. @throws RowError if the id was given before */
  keyOfId(id: string): string {
    const key = `id:${id}`;
    if (this.#keys.get(key)) throw new RowError('Its id is that of another row before it.');
    this.#take(key);
    return key;
  }

  #take(key: string): number {
    const count = this.#keys.get(key) ?? 0;
    this.#keysBefore.push([key, count]);
    this.#keys.set(key, count + 1);
    return count + 1;
  }
}
