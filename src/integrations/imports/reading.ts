import {
  type ImportedFile,
  type ImportedRecord,
  type ImportFault,
  ImportFileError,
  type MappedField,
  RowError,
} from './imported.ts';

/** Why a row cannot be read. What is no error of a row is thrown again. */
function reasonOf(error: unknown): string {
  if (error instanceof RowError) return error.message;
  // Dates and lengths beyond all that JavaScript has.
  if (error instanceof RangeError) return 'A date or number of it is out of range.';
  throw error;
}

/** A name regardless of case and the space around it. */
export const nameKey = (name: string): string => name.trim().toLowerCase();

/** A record without the place and the key, which the reading adds. */
type Unplaced<R> = R extends ImportedRecord ? Omit<R, 'at'> : never;

/** The most parts of a file that are said to become something. */
const maxMapped = 2_000;

/** Collects what a file has, row by row. A row that cannot be read costs no other. */
export class Reading implements ImportedFile {
  readonly mapping: MappedField[] = [];
  readonly records: ImportedRecord[] = [];
  readonly skipped: ImportFault[] = [];
  readonly warnings: ImportFault[] = [];
  readCount = 0;
  #at = '';
  readonly #maxRows: number;
  readonly #keys = new Map<string, number>();
  readonly #mapped = new Set<string>();
  readonly #byName = new Map<object, ReadonlyMap<string, unknown>>();

  /** @param maxRows the most rows or items that are read */
  constructor(maxRows: number) {
    this.#maxRows = maxRows;
  }

  /** Reads a row. What it gave is dropped if `read` throws a `RowError`. @throws ImportFileError if there are too many rows */
  row(at: string, read: () => void): void {
    const before = [this.records.length, this.warnings.length] as const;
    this.#at = at;
    this.readCount += 1;
    if (this.readCount > this.#maxRows) {
      throw new ImportFileError(`The file has more than ${this.#maxRows.toLocaleString('en')} rows or items.`);
    }
    try {
      read();
    } catch (error) {
      const reason = reasonOf(error);
      [this.records.length, this.warnings.length] = before;
      this.skipped.push({ at, reason });
    }
  }

  /** Counts a row that cannot be read, and names it. */
  skip(at: string, reason: string): void {
    this.row(at, () => {
      throw new RowError(reason);
    });
  }

  /** Adds a record of the present row. */
  add(record: Unplaced<ImportedRecord>): void {
    this.records.push({ at: this.#at, ...record } as ImportedRecord);
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
    const count = (this.#keys.get(key) ?? 0) + 1;
    this.#keys.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  }

  /** The key of an id of the file. @throws RowError if the id was given before */
  keyOfId(id: string): string {
    const key = `id:${id}`;
    if (this.#keys.has(key)) throw new RowError('Its id is that of another row before it.');
    this.#keys.set(key, 1);
    return key;
  }
}
