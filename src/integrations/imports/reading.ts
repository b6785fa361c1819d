import { type ImportedFile, type ImportedRecord, type ImportFault, type MappedField, RowError } from './imported.ts';

/** A record without the place and the key, which the reading adds. */
type Unplaced<R> = R extends ImportedRecord ? Omit<R, 'at'> : never;

/** Collects what a file has, row by row. A row that cannot be read costs no other. */
export class Reading implements ImportedFile {
  readonly mapping: MappedField[] = [];
  readonly records: ImportedRecord[] = [];
  readonly leftOut: ImportFault[] = [];
  readonly warnings: ImportFault[] = [];
  readCount = 0;
  #at = '';
  readonly #keys = new Map<string, number>();

  /** Reads a row. What it gave is dropped if `read` throws a `RowError`. */
  row(at: string, read: () => void): void {
    const before = [this.records.length, this.warnings.length] as const;
    this.#at = at;
    this.readCount += 1;
    try {
      read();
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      [this.records.length, this.warnings.length] = before;
      this.leftOut.push({ at, reason: error.message });
    }
  }

  /** Counts a row that cannot be read, and names it. */
  leaveOut(at: string, reason: string): void {
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

  /** Says what a part of the file becomes. */
  map(from: string, to: string): void {
    if (!this.mapping.some((one) => one.from === from && one.to === to)) this.mapping.push({ from, to });
  }

  /** Says what some parts become. */
  mapAll(fields: Readonly<Record<string, string>>): void {
    for (const [from, to] of Object.entries(fields)) this.map(from, to);
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
