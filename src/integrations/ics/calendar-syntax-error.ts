/** A text that cannot be read as a calendar at all, or is too much of one. */
export class CalendarSyntaxError extends Error {
  override name = 'CalendarSyntaxError';
}

/** An event that cannot be read. It is left out, and the others are read. */
export class UnreadableEventError extends Error {
  override name = 'UnreadableEventError';
}
