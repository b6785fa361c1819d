/** The number of records that are written in some milliseconds. */
const few = 100;

/**
 * How long a transaction may take that writes some records, in milliseconds: `longest` for many, and undefined, which is the
 * default, for few. On SQLite, one that may take longer than the default runs in a thread, which pays for many only.
 * @param records about how many it writes
 */
export const writingTime = (records: number, longest: number): number | undefined =>
  records > few ? longest : undefined;
