/** A calendar that cannot be read. */
export class CalendarSyntaxError extends Error {
  override name = 'CalendarSyntaxError';
  /** The place of the error: `the file`, `line 12` or `event 3 (UID 1@example.org), line 40`. */
  readonly where: string;

  /** @param message the problem, as a sentence */
  constructor(message: string, where: string) {
    super(message);
    this.where = where;
  }
}
